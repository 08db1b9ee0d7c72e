using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Rows;

namespace LeakTrace.Ingest.Text;

/// <summary>
/// Puts the segments of a text file together in file order, whichever was ready first. From the chunk on in which another table begins, rows are taken one after
/// another as those of a workbook are: what a table is follows from the rows above it.
/// </summary>
sealed class TextSegments
{
    readonly ImportContext _context;
    readonly TextFormat _format;
    readonly SheetReading _reading;
    readonly SheetAssembly _assembly = new();
    readonly Dictionary<int, (TextChunk Chunk, Segment? Segment)> _waiting = [];
    readonly Lock _lock = new();
    TextChunkReader? _reader;
    SheetImport? _serial;
    int _next;
    volatile bool _isSerial;

    /// <summary>Starts with how the rows of the first table are to be read.</summary>
    public TextSegments(ImportContext context, TextFormat format, SheetReading reading)
    {
        _context = context;
        _format = format;
        _reading = reading;
    }

    /// <summary>Whether further chunks need no segment.</summary>
    public bool IsSerial => _isSerial;

    /// <summary>Whether a chunk that needed no segment held bytes that are not of the encoding.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Takes over a chunk with its segment, null where it has none.</summary>
    /// <param name="index">Number of the chunk in the file, from 0.</param>
    /// <param name="chunk">The chunk; disposed once all before it were taken.</param>
    /// <param name="segment">Its rows as those of the first table.</param>
    /// <returns>How many chunks were done with.</returns>
    public int Add(int index, TextChunk chunk, Segment? segment)
    {
        lock (_lock)
        {
            _waiting.Add(index, (chunk, segment));
            var first = _next;
            while (_waiting.Remove(_next, out var waiting))
            {
                using (waiting.Chunk)
                {
                    Take(waiting.Chunk, waiting.Segment);
                }

                _next++;
            }

            return _next - first;
        }
    }

    /// <summary>The sheet, once all chunks were taken.</summary>
    public InputSheet Build()
    {
        if (_serial is null)
        {
            return _assembly.Build(_context.File, "", _reading, _context.Problems);
        }

        _serial.EndSheet();
        return _serial.Sheets[0];
    }

    void Take(TextChunk chunk, Segment? segment)
    {
        if (_serial is null && segment is { HasOtherHeader: false })
        {
            _assembly.Append(segment);
            return;
        }

        if (_serial is null)
        {
            _serial = new SheetImport(_context);
            _serial.Continue(_reading, _assembly, chunk.FirstRow - 1);
            _isSerial = true;
        }

        _reader ??= new TextChunkReader(_format);
        IsDamaged |= _reader.Read(chunk, _serial, out _);
    }
}
