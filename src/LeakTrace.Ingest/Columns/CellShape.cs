namespace LeakTrace.Ingest.Columns;

/// <summary>What one cell could be, judged by the readers that will normalise it.</summary>
[Flags]
enum CellShape
{
    /// <summary>Nothing of the below.</summary>
    None = 0,

    /// <summary>A mobile, masked mobile or landline.</summary>
    Phone = 1,

    /// <summary>An identity number.</summary>
    NationalId = 1 << 1,

    /// <summary>A date.</summary>
    Date = 1 << 2,

    /// <summary>A date with the time of day.</summary>
    Time = 1 << 3,

    /// <summary>A person's name.</summary>
    Name = 1 << 4,

    /// <summary>An address.</summary>
    Address = 1 << 5,

    /// <summary>A hospital, branch or the like.</summary>
    Institution = 1 << 6,

    /// <summary>A province, city or district alone.</summary>
    District = 1 << 7,

    /// <summary>Letters and digits of a waybill or record number.</summary>
    Code = 1 << 8,

    /// <summary>Long enough for a waybill.</summary>
    LongCode = 1 << 9,

    /// <summary>A whole number.</summary>
    Number = 1 << 10,

    /// <summary>男, 女 and their like.</summary>
    Sex = 1 << 11,

    /// <summary>A word for none.</summary>
    Null = 1 << 12,

    /// <summary>A newborn's name made of the mother's: 张三之子.</summary>
    Baby = 1 << 13,

    /// <summary>A number with decimals.</summary>
    Decimal = 1 << 14,

    /// <summary>A machine: 10.0.3.17, PC-12.</summary>
    Device = 1 << 15,
}
