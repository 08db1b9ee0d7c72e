namespace LeakTrace.Engine.Records;

/// <summary>What reading and normalising found in a row, beside its values; the ground for the row's status.</summary>
[Flags]
public enum RowTraits : uint
{
    /// <summary>An ordinary row.</summary>
    None = 0,

    /// <summary>No cell has a value.</summary>
    Blank = 1,

    /// <summary>A title above the table.</summary>
    Title = 1 << 1,

    /// <summary>The header, or a repetition of it.</summary>
    Header = 1 << 2,

    /// <summary>A total (合计) below or inside the table.</summary>
    Total = 1 << 3,

    /// <summary>A remark, not a record.</summary>
    Remark = 1 << 4,

    /// <summary>A test or dummy value (测试, 13800138000) stands in an identifying field.</summary>
    Placeholder = 1 << 5,

    /// <summary>A phone cell holds digits that are no phone number.</summary>
    MalformedPhone = 1 << 6,

    /// <summary>An ID cell holds something that is no identity number.</summary>
    MalformedNationalId = 1 << 7,

    /// <summary>A waybill cell holds something that is no waybill number.</summary>
    MalformedWaybill = 1 << 8,

    /// <summary>An 18-digit number went through a double and lost its last digits.</summary>
    PrecisionLost = 1 << 9,

    /// <summary>The name was a newborn's in the form mother + 之子 / 之女 / 之婴: the value is the mother's.</summary>
    BabyName = 1 << 10,

    /// <summary>The sheet hides this row or the sheet itself is hidden.</summary>
    Hidden = 1 << 11,

    /// <summary>Cells hold no value but a word for none (无, 不详, N/A).</summary>
    NullWord = 1 << 12,

    /// <summary>
    /// A further record of a physical row that holds several: tables side by side, several people in one cell. The record before it stands for the row.
    /// </summary>
    Further = 1 << 13,

    /// <summary>White space stands in or around a name or phone.</summary>
    Spaced = 1 << 14,

    /// <summary>Full-width signs or punctuation stand in a name or phone.</summary>
    Punctuated = 1 << 15,

    /// <summary>A phone was written as 1.38E+10 and lost its last digits.</summary>
    PhonePrecisionLost = 1 << 16,
}
