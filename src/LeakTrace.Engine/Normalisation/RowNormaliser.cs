using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Writes the cells of one row after another into columns of normal forms.</summary>
sealed class RowNormaliser
{
    readonly DateContext _context;
    readonly ColumnBuilder[] _columns = new ColumnBuilder[FieldRoles.Count];
    readonly SheetColumn[][] _layouts;
    readonly bool[] _named;
    SheetColumn[] _sources = [];
    bool _hasName;

    public RowNormaliser(IReadOnlyList<SheetLayout> layouts, DateContext context, int capacity)
    {
        _context = context;
        for (var role = 0; role < FieldRoles.Count; role++)
        {
            _columns[role] = new ColumnBuilder(FieldRoles.TypeOf((FieldRole)role), capacity);
        }

        _layouts = new SheetColumn[layouts.Count][];
        _named = new bool[layouts.Count];
        for (var i = 0; i < layouts.Count; i++)
        {
            _layouts[i] = SourcesOf(layouts[i], out _named[i]);
        }

        Use(0);
    }

    /// <summary>Reads the rows that follow by another of the layouts.</summary>
    public void Use(int layout)
    {
        _sources = _layouts[layout];
        _hasName = _named[layout];
    }

    static SheetColumn[] SourcesOf(SheetLayout layout, out bool hasName)
    {
        // Notes come last: they fill what the columns proper left open.
        hasName = false;
        var kept = new List<SheetColumn>();
        var notes = new List<SheetColumn>();
        foreach (var column in layout.Columns)
        {
            if (FieldRoles.IsKept(column.Role))
            {
                kept.Add(column);
                hasName |= column.Role == FieldRole.PersonName;
            }
            else if (column.Role == FieldRole.Note)
            {
                notes.Add(column);
            }
        }

        return [.. kept, .. notes];
    }

    /// <summary>Reads a row into a record and returns what was noticed.</summary>
    public RowTraits Read(int record, in RowCells cells)
    {
        var traits = RowTraits.None;
        var phones = new RowPhones();
        var senderPhones = new RowPhones();
        foreach (var source in _sources)
        {
            var cell = CharacterFolding.Trim(cells[source.Index]);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (source.Role is FieldRole.PersonName or FieldRole.Phone)
            {
                traits |= RawWriting.Of(cells[source.Index], cell);
            }

            var column = _columns[(int)source.Role];
            traits |= source.Role switch
            {
                FieldRole.Phone => ReadPhone(record, cell, ref phones),
                FieldRole.SenderPhone => ReadNumbers(cell, ref senderPhones) & RowTraits.NullWord,
                FieldRole.PersonName => ReadName(source.Role, record, cell, ref phones),
                FieldRole.SenderName => ReadName(source.Role, record, cell, ref senderPhones) & RowTraits.NullWord,
                FieldRole.RelatedName => ReadRelatedName(record, cell),
                FieldRole.NationalId => CellWriting.NationalId(column, record, cell),
                FieldRole.EventDate or FieldRole.BirthDate or FieldRole.RecordedAt =>
                    CellWriting.Date(column, record, cell, _context),
                FieldRole.Institution or FieldRole.District or FieldRole.Account or FieldRole.Sex or FieldRole.Direction
                    or FieldRole.Device or FieldRole.Canary =>
                    CellWriting.Label(column, record, cell),
                FieldRole.Address or FieldRole.SenderAddress => CellWriting.Address(column, record, cell),
                FieldRole.Waybill => CellWriting.Waybill(column, record, cell),
                FieldRole.RecordNumber => CellWriting.Code(column, record, cell),
                FieldRole.Note => ReadNote(record, cell, ref phones),
                _ => RowTraits.None,
            };
        }

        SetPhones(FieldRole.Phone, record, phones);
        SetPhones(FieldRole.SenderPhone, record, senderPhones);
        return traits;
    }

    /// <summary>The columns over a number of records, by role.</summary>
    public Column?[] Build(int records)
    {
        var columns = new Column?[FieldRoles.Count];
        for (var role = 0; role < columns.Length; role++)
        {
            columns[role] = _columns[role].Build(records);
        }

        return columns;
    }

    RowTraits ReadPhone(int record, ReadOnlySpan<char> cell, ref RowPhones phones)
    {
        var traits = ReadNumbers(cell, ref phones);

        // A sheet without a name column may have the names beside the numbers.
        if (!_hasName && cell.Length > 11 && _columns[(int)FieldRole.PersonName][record] == 0)
        {
            Span<char> folded = stackalloc char[NameReader.LongestName];
            if (NameReader.Read(cell, folded, out var reading) && reading.LooksLikeName
                && NameText.HasHan(folded[..reading.Length]))
            {
                SetName(FieldRole.PersonName, record, reading, folded);
                traits |= reading.Traits;
            }
        }

        return traits;
    }

    static RowTraits ReadNumbers(ReadOnlySpan<char> cell, ref RowPhones phones)
    {
        Span<ulong> found = stackalloc ulong[PhoneReader.MaxPhones];
        var count = PhoneReader.Read(cell, found);
        if (count == 0)
        {
            return CellWriting.NullTraits(cell);
        }

        var traits = PackedPhone.KindOf(found[0]) is PhoneKind.MaskedMobile or PhoneKind.Malformed
            && ScientificNumber.Read(CharacterFolding.Trim(cell), out _, out var known, out var length) && known < length
            ? RowTraits.PhonePrecisionLost : RowTraits.None;
        for (var i = 0; i < count; i++)
        {
            traits |= phones.Add(found[i]);
        }

        return traits;
    }

    void SetPhones(FieldRole role, int record, in RowPhones phones)
    {
        if (phones.Kept != 0)
        {
            _columns[(int)role].Set(record, phones.Kept);
            if (phones.Second != 0)
            {
                _columns[(int)role].SetExtended(record, phones.Second);
            }
        }
    }

    RowTraits ReadName(FieldRole role, int record, ReadOnlySpan<char> cell, ref RowPhones phones)
    {
        if (cell.Length > 11)
        {
            FindPhones(cell, ref phones);
        }

        var column = _columns[(int)role];
        if (column[record] != 0)
        {
            return RowTraits.None;
        }

        Span<char> folded = stackalloc char[NameReader.LongestName];
        if (!NameReader.Read(cell, folded, out var reading))
        {
            return CellWriting.NullTraits(cell);
        }

        SetName(role, record, reading, folded);
        return reading.Traits;
    }

    RowTraits ReadRelatedName(int record, ReadOnlySpan<char> cell)
    {
        var unused = new RowPhones();
        var traits = ReadName(FieldRole.RelatedName, record, cell, ref unused);
        var column = _columns[(int)FieldRole.PersonName];
        if ((traits & RowTraits.BabyName) == 0 || _hasName || column[record] != 0)
        {
            return traits & (RowTraits.NullWord | RowTraits.BabyName);
        }

        // A list of newborns only: 张三之子 names the mother, whom the row is about.
        Span<char> folded = stackalloc char[NameReader.LongestName];
        NameReader.Read(cell, folded, out var reading);
        SetName(FieldRole.PersonName, record, reading, folded);
        return RowTraits.BabyName;
    }

    void SetName(FieldRole role, int record, in NameReading reading, ReadOnlySpan<char> folded)
    {
        var column = _columns[(int)role];
        column.Set(record, reading.Packed);
        if (PackedName.IsLong(reading.Packed))
        {
            column.SetText(record, folded[..reading.Length]);
        }
    }

    RowTraits ReadNote(int record, ReadOnlySpan<char> cell, ref RowPhones phones)
    {
        if (phones.First == 0)
        {
            FindPhones(cell, ref phones);
        }

        var ids = _columns[(int)FieldRole.NationalId];
        if (ids[record] == 0 && NoteReader.FindNationalId(cell, out var head, out var tail))
        {
            ids.Set(record, head);
            ids.SetExtended(record, tail);
        }

        var waybills = _columns[(int)FieldRole.Waybill];
        return waybills[record] == 0 && NoteReader.FindWaybill(cell, out var start, out var length)
            ? CellWriting.Waybill(waybills, record, cell.Slice(start, length))
            : RowTraits.None;
    }

    static void FindPhones(ReadOnlySpan<char> cell, ref RowPhones phones)
    {
        Span<ulong> found = stackalloc ulong[PhoneReader.MaxPhones];
        var count = PhoneReader.Find(cell, found);
        for (var i = 0; i < count; i++)
        {
            phones.Add(found[i]);
        }
    }
}
