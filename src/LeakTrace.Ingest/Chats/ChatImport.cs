using System.Security.Cryptography;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Chats;

/// <summary>Reads the text of a seized chat: a line is a row, and what the messages hold of people becomes records.</summary>
sealed class ChatImport
{
    const double Confidence = 0.9;

    readonly ImportContext _context;
    readonly DateContext _dates;
    readonly SheetReading _reading;
    readonly SheetAssembly _assembly = new();
    readonly ChatText _chat = new();
    readonly List<(int Row, string Line)> _lines = [];
    readonly RowBuffer _buffer = new();
    SegmentBuilder _segment;

    ChatImport(ImportContext context)
    {
        _context = context;
        _dates = new DateContext(context.Settings.Is1904, context.Settings.Year, context.Settings.DayFirst, AllowSerial: false);
        var sheet = new RecognisedSheet(new SheetLayout(0, [new SheetColumn(0, "", FieldRole.Note, Confidence)]), 0, 1);
        _reading = context.ReadingOf(new SheetBand(0, [new SheetRegionReading(sheet, new RowClassifier(sheet, [""]), 0, 0, 0, IsChat: true)]), _dates);
        _segment = _reading.StartSegment();
    }

    /// <summary>Reads a seekable stream from its start.</summary>
    public static InputFile Read(Stream stream, ImportContext context, string encoding, CancellationToken cancellation)
    {
        stream.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        var import = new ChatImport(context);
        foreach (var (row, line) in ChatLines.Read(stream))
        {
            cancellation.ThrowIfCancellationRequested();
            import.Take(row, line);
        }

        import.EndMessage();
        import._assembly.Append(import._segment.Build());
        var sheet = import._assembly.Build(context.File, "", import._reading, context.Problems);
        return new InputFile(context.File, context.Folder, hash, stream.Length, "chat", encoding, [sheet], context.Problems);
    }

    void Take(int row, string line)
    {
        var entries = _chat.Entries.Count;
        var isFrame = _chat.Add(row, line);
        if (_chat.Entries.Count > entries)
        {
            EndMessage(_chat.Entries.Count > 1 ? _chat.Entries[^2] : null);
        }

        if (!isFrame)
        {
            // Of a head that says something in its own line, what is said.
            _lines.Add((row, _chat.Entries[^1].Lines[^1].Text));
        }
        else if (!string.IsNullOrWhiteSpace(line))
        {
            EndMessage();
            Frame(row, RowTraits.Header, line);
        }

        if (_segment.Count >= ImportContext.SegmentRows && _lines.Count == 0)
        {
            _assembly.Append(_segment.Build());
            _segment = _reading.StartSegment();
            _context.Settings.Progress?.Invoke(row);
        }
    }

    void EndMessage() => EndMessage(_chat.Entries.Count > 0 ? _chat.Entries[^1] : null);

    void EndMessage(ChatEntry? entry)
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var day = entry is null ? -1 : PackedDate.DayOf(entry.SentAt);
        var dates = day < 0 ? _dates : _dates with { Year = DateOnly.FromDayNumber(day).Year };
        var found = _lines.ConvertAll(line => WrittenRecords.Read(line.Line, dates));

        // 姓名, 电话 and 医院 on a line each are one record: that of the first line.
        var isSpread = _lines.Count > 1 && found.Count(records => records.Count > 0) <= 1
            && _lines.Count(line => FieldLabel.Begins(line.Line)) >= 2;
        if (isSpread && WrittenRecords.Read(string.Join('\n', _lines.Select(line => line.Line)), dates) is { Count: 1 } whole)
        {
            found = [whole, .. found.Skip(1).Select(_ => new List<string[]>())];
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            if (found[i].Count == 0)
            {
                Frame(_lines[i].Row, RowTraits.Remark, _lines[i].Line);
            }

            for (var r = 0; r < found[i].Count; r++)
            {
                _segment.AddRecord(_lines[i].Row, hidden: false, Dated(found[i][r], dates), isFurther: r > 0);
            }
        }

        _lines.Clear();
    }

    // 5月1日 is of the year in which it was written.
    static string[] Dated(string[] record, DateContext dates)
    {
        ref var cell = ref record[(int)FieldRole.EventDate];
        if (cell.Length > 0 && DateReader.Read(cell, dates, out var date) && PackedDate.PrecisionOf(date) == DatePrecision.YearAssumed)
        {
            cell = FormattableString.Invariant($"{DateOnly.FromDayNumber(PackedDate.DayOf(date)):yyyy-MM-dd}");
        }

        return record;
    }

    void Frame(int row, RowTraits traits, string line)
    {
        _buffer.Clear();
        _buffer.Add(line);
        _segment.AddFrame(row, traits, _buffer.Cells);
    }
}
