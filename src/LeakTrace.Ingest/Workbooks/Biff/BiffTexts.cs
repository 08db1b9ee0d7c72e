using System.Buffers.Binary;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>
/// Reads texts of a record and of the records that continue it. In BIFF 8 a text that is cut goes on with a byte that says anew whether its
/// characters take one byte or two ([MS-XLS] 2.5.293); before, texts are bytes in the workbook's code page.
/// </summary>
sealed class BiffTexts
{
    const int Wide = 1;
    const int Phonetic = 4;
    const int Rich = 8;

    readonly BiffRecords _records;
    readonly Encoding _encoding;
    int _record;
    int _at;

    /// <summary>Starts within a record.</summary>
    public BiffTexts(BiffRecords records, Encoding encoding, int record, int at)
    {
        _records = records;
        _encoding = encoding;
        _record = record;
        _at = at;
    }

    /// <summary>The shared texts, as far as they are there.</summary>
    public static List<string> Shared(BiffRecords records, int record, CancellationToken cancellation)
    {
        const int HeadLength = 8;
        var texts = new List<string>();
        var content = records.Content(record);
        var count = content.Length < HeadLength ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
        var reader = new BiffTexts(records, Encoding.Unicode, record, HeadLength);
        while (texts.Count < count && reader.Read(lengthBytes: 2) is { } text)
        {
            texts.Add(text);
            if ((texts.Count & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return texts;
    }

    /// <summary>The next text, whose length takes so many bytes; null where there is none.</summary>
    public string? Read(int lengthBytes)
    {
        Span<byte> head = stackalloc byte[9];
        if (!Take(head[..lengthBytes]))
        {
            return null;
        }

        var length = lengthBytes == 1 ? head[0] : BinaryPrimitives.ReadUInt16LittleEndian(head);
        if (_records.Version < 8)
        {
            var bytes = new byte[Math.Min(length, Left)];
            Take(bytes);
            return _encoding.GetString(bytes);
        }

        if (!Take(head[..1]))
        {
            return null;
        }

        int flags = head[0];
        var (runs, phonetic) = (0, 0L);
        if ((flags & Rich) != 0 && Take(head[..2]))
        {
            runs = BinaryPrimitives.ReadUInt16LittleEndian(head);
        }

        if ((flags & Phonetic) != 0 && Take(head[..4]))
        {
            phonetic = BinaryPrimitives.ReadUInt32LittleEndian(head);
        }

        var text = Characters(length, (flags & Wide) != 0);
        Skip(4L * runs + phonetic);
        return text;
    }

    int Left => _records.Has(_record) ? Math.Max(0, _records.Content(_record).Length - _at) : 0;

    string Characters(int length, bool isWide)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            if (Left == 0)
            {
                if (!Continue())
                {
                    break;
                }

                isWide = (_records.Content(_record)[0] & Wide) != 0;
                _at = 1;
                continue;
            }

            var width = isWide ? 2 : 1;
            var taken = Math.Min(length - text.Length, Left / width);
            var bytes = _records.Content(_record).Slice(_at, taken * width);
            text.Append((isWide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes));
            // A byte that is left over belongs to no character.
            _at = taken == 0 ? _at + Left : _at + bytes.Length;
        }

        return text.ToString();
    }

    bool Take(Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            if (Left == 0 && !Continue())
            {
                return false;
            }

            target[i] = _records.Content(_record)[_at++];
        }

        return true;
    }

    void Skip(long length)
    {
        while (length > 0 && (Left > 0 || Continue()))
        {
            var taken = (int)Math.Min(length, Left);
            _at += taken;
            length -= taken;
        }
    }

    bool Continue()
    {
        if (!_records.Has(_record) || _records.Next(_record) is var next && (!_records.Has(next) || _records.Type(next) != BiffTypes.Continue || _records.Content(next).Length == 0))
        {
            return false;
        }

        _record = _records.Next(_record);
        _at = 0;
        return true;
    }
}
