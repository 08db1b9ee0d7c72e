using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// All places of a case: the sources of the registers first (1 to <see cref="SourceCount"/>), then seized spellings
/// that are no source. A seized spelling that fits one source best is that source.
/// </summary>
public sealed class PlaceDirectory
{
    const int MostPlaces = 8_000;
    const double LargeShare = 0.10;
    const double MiddlingShare = 0.02;
    readonly Dictionary<string, int> _placeOfFolded = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _placeOfLabel = new(StringComparer.Ordinal);
    readonly List<string> _names = [""];
    readonly List<string> _folded = [""];
    readonly List<long> _records = [0];
    readonly List<int[]> _possible = [[]];
    bool _sealed;

    /// <summary>Number of sources.</summary>
    public int SourceCount { get; private set; }

    /// <summary>Number of places; they are numbered from 1.</summary>
    public int Count => _names.Count - 1;

    /// <summary>First verbatim spelling of a place.</summary>
    public string NameOf(int place) => _names[place];

    /// <summary>Number of registry records of a source.</summary>
    public long RecordsOf(int source) => _records[source];

    /// <summary>Place of a register's label, with so many records; sources must all be added before the first spelling.</summary>
    public int AddSource(string label, long records)
    {
        if (_sealed)
        {
            throw new InvalidOperationException("Sources are added before seized spellings.");
        }

        var folded = Fold(label);
        if (!_placeOfFolded.TryGetValue(folded, out var place))
        {
            place = Add(label, folded, []);
            SourceCount = place;
        }

        _records[place] += records;
        return place;
    }

    /// <summary>Makes a spelling stand for a source; unknown sources are ignored and reported as false.</summary>
    public bool AddAlias(string spelling, string source)
    {
        if (!_placeOfFolded.TryGetValue(Fold(source), out var place))
        {
            return false;
        }

        _placeOfFolded[Fold(spelling)] = place;
        return true;
    }

    /// <summary>Place of a seized label: the source that it fits best, else a place of its own; 0 beyond 8,000 places.</summary>
    public int Resolve(string label)
    {
        _sealed = true;
        if (_placeOfLabel.TryGetValue(label, out var known))
        {
            return known;
        }

        var folded = Fold(label);
        if (!_placeOfFolded.TryGetValue(folded, out var place))
        {
            place = ResolveFolded(label, folded);
            _placeOfFolded[folded] = place;
        }

        _placeOfLabel[label] = place;
        return place;
    }

    /// <summary>The source with exactly this name, normalised; 0 if none.</summary>
    public int SourceNamed(string name) => _placeOfFolded.TryGetValue(Fold(name), out var place) && place <= SourceCount ? place : 0;

    /// <summary>Levels of all pairs of places.</summary>
    public PlaceLevels Levels()
    {
        long all = 0;
        for (var place = 1; place <= SourceCount; place++)
        {
            all += _records[place];
        }

        var levels = new PlaceLevels(Count);
        for (var a = 1; a <= Count; a++)
        {
            for (var b = 1; b <= Count; b++)
            {
                levels[a, b] = a == b ? SameLevel(a, all)
                    : _possible[a].AsSpan().Contains(b) || _possible[b].AsSpan().Contains(a) ? PlaceLevel.Possible
                    : PlaceLevel.Different;
            }
        }

        return levels;
    }

    static string Fold(string label)
    {
        Span<char> buffer = label.Length <= 256 ? stackalloc char[512] : new char[2 * label.Length];
        var length = PlaceReader.Fold(label, buffer);
        return new string(buffer[..length]);
    }

    PlaceLevel SameLevel(int place, long all)
    {
        var share = place <= SourceCount && all > 0 ? (double)_records[place] / all : MiddlingShare;
        return share >= LargeShare ? PlaceLevel.SameLarge : share >= MiddlingShare ? PlaceLevel.SameMiddling : PlaceLevel.SameSmall;
    }

    int Add(string label, string folded, int[] possible)
    {
        _names.Add(label);
        _folded.Add(folded);
        _records.Add(0);
        _possible.Add(possible);
        _placeOfFolded[folded] = Count;
        return Count;
    }

    int ResolveFolded(string label, string folded)
    {
        var fits = PlaceLikeness.BestFits(folded, _folded, SourceCount);
        return fits.Count == 1 ? fits[0] : Count < MostPlaces ? Add(label, folded, [.. fits]) : 0;
    }
}
