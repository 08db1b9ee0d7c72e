using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Seized;

/// <summary>How one sheet looks: its columns in order with their headers, and how values are written in it.</summary>
sealed record SheetStyle
{
    public required FileFormat Format { get; init; }

    public required IReadOnlyList<(Field Field, string Header)> Columns { get; init; }

    /// <summary>Title above the header, null for none.</summary>
    public string? Title { get; init; }

    public bool HasHeader { get; init; } = true;

    public DateStyle Dates { get; init; }

    public bool PhonesAsNumbers { get; init; }

    /// <summary>Identity numbers as spreadsheet numbers, which lose their last three digits.</summary>
    public bool IdsAsNumbers { get; init; }

    public bool Traditional { get; init; }

    /// <summary>Digits and Latin letters are full-width.</summary>
    public bool FullWidth { get; init; }

    /// <summary>Institutions go by their short names.</summary>
    public bool ShortInstitutions { get; init; }

    /// <summary>Phones are written in groups: 138 0013 8000.</summary>
    public bool GroupedPhones { get; init; }

    /// <summary>The baby's column has mother's name + 之子 / 之女 / 之婴 and there is none for the mother.</summary>
    public bool BabyInsteadOfName { get; init; }

    public bool[] Shown()
    {
        var shown = new bool[Enum.GetValues<Field>().Length];
        foreach (var (field, _) in Columns)
        {
            shown[(int)field] = true;
        }

        // The mother's name can be read out of the child's.
        shown[(int)Field.Name] |= BabyInsteadOfName;
        shown[(int)Field.Baby] &= !BabyInsteadOfName;
        return shown;
    }
}
