using System.IO.Compression;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Ingest.Archives;

/// <summary>Imports a .zip: the archive itself without sheets, then its members as <c>a.zip!/b.xlsx</c>, in ordinal order of their names.</summary>
sealed class ArchiveImport
{
    readonly InputFolder _folder;
    readonly ImportSettings _settings;
    readonly ArchiveLimits _limits;
    readonly CancellationToken _cancellation;
    readonly List<InputFile> _files = [];
    long _rowsBefore;
    long _unpacked;
    long _allowed;
    int _members;

    /// <summary>Creates the import of one archive with all that is in it.</summary>
    public ArchiveImport(InputFolder folder, ImportSettings settings, ArchiveLimits limits, CancellationToken cancellation)
    {
        _folder = folder;
        _settings = settings;
        _limits = limits;
        _cancellation = cancellation;
    }

    /// <summary>Reads a ZIP archive.</summary>
    public IReadOnlyList<InputFile> Read(Stream stream, string file)
    {
        // Many members that are each short of being a bomb are one together.
        _allowed = Math.Min(_limits.Unpacked, Math.Max(_limits.RatioFrom, _limits.Ratio * stream.Length));
        using var held = StreamImport.Held(stream);
        // A long one is hashed while it is unpacked, so that the disk is gone over once.
        var hash = held is null && stream is FileStream disk
            ? Task.Run(() => StreamImport.HashOf(disk.Name), CancellationToken.None)
            : Task.FromResult(StreamImport.HashOf(held ?? stream));
        Add(held ?? stream, "", file, depth: 1);
        _files[0] = _files[0] with { Sha256 = hash.GetAwaiter().GetResult() };
        return _files;
    }

    void Add(Stream stream, string hash, string file, int depth)
    {
        var problems = new List<Problem>();
        _files.Add(new InputFile(file, _folder, hash, stream.Length, "zip", "", [], problems));
        if (depth > _limits.Depth)
        {
            problems.Add(Error(file, "nested-too-deep", $"an archive within {_limits.Depth} others. Unpack it into the folder."));
            return;
        }

        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, MemberName.Raw);
            foreach (var (name, entry) in Members(zip, file, problems))
            {
                _cancellation.ThrowIfCancellationRequested();
                AddMember(stream, entry, $"{file}!/{name}", depth);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            problems.Add(Error(file, "broken-file", $"the archive is damaged ({e.GetType().Name}). Copy it again, or unpack it into the folder."));
        }
    }

    List<(string Name, ZipArchiveEntry Entry)> Members(ZipArchive zip, string file, List<Problem> problems)
    {
        var members = new List<(string Name, ZipArchiveEntry Entry)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            var name = MemberName.Decode(entry.FullName);
            if (name.EndsWith('/'))
            {
                continue;
            }

            if (MemberName.IsDebris(name))
            {
                problems.Add(new Problem(file, "", 0, Severity.Note, "skipped-file",
                    $"{file}: the member '{MemberName.Shown(name)}' is a cache or lock file of a program: not read."));
            }
            else if (!MemberName.IsSafe(name))
            {
                problems.Add(Error(file, "unsafe-name",
                    $"the name of the member '{MemberName.Shown(name)}' leads out of the archive or cannot be a file's; it was not read. Unpack it by hand."));
            }
            else if (_members++ >= _limits.Members)
            {
                problems.Add(Error(file, "too-many-members",
                    $"more than {_limits.Members} members; those from '{MemberName.Shown(name)}' on were not read. Unpack it into the folder."));
                break;
            }
            else
            {
                members.Add((Unique(name, taken), entry));
            }
        }

        members.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return members;
    }

    // An archive may hold a name twice.
    static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = FormattableString.Invariant($"{name} ({i})");
        }

        return unique;
    }

    void AddMember(Stream archive, ZipArchiveEntry entry, string file, int depth)
    {
        try
        {
            var left = _allowed - _unpacked;
            using var unpacked = entry.IsEncrypted
                ? EncryptedMember.Open(
                    archive, entry, entry.Archive.Entries.IndexOf(entry), _settings.Passwords, packed => MemberCopy.Of(packed, entry, _limits, left, _cancellation), _cancellation)
                : MemberCopy.Of(entry, _limits, left, _cancellation);
            var stream = unpacked.Content;
            _unpacked += stream.Length;
            if (FileSniffer.Find(stream, out _) == FileKind.Zip)
            {
                Add(stream, unpacked.Sha256, file, depth + 1);
            }
            else
            {
                _files.Add(StreamImport.Read(stream, unpacked.Sha256, new ImportContext(file, _folder, Continued(), Is1904: false, []), _cancellation));
                _rowsBefore += _files[^1].Sheets.Sum(sheet => (long)sheet.Rows);
            }
        }
        catch (UnreadableFileException e)
        {
            Refuse(entry, file, e.Code, e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or UnauthorizedAccessException)
        {
            Refuse(entry, file, "broken-file", $"the member does not unpack ({e.GetType().Name}). Copy the archive again, or unpack it into the folder.");
        }
    }

    void Refuse(ZipArchiveEntry entry, string file, string code, string message) =>
        _files.Add(new InputFile(file, _folder, "", entry.Length, "unknown", "", [], [Error(file, code, message)]));

    // Progress counts the rows of the whole archive.
    ImportSettings Continued()
    {
        var before = _rowsBefore;
        return _settings.Progress is { } progress ? _settings with { Progress = rows => progress(before + rows) } : _settings;
    }

    static Problem Error(string file, string code, string message) => new(file, "", 0, Severity.Error, code, $"{file}: {message}");
}
