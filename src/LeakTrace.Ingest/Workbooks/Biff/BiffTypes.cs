namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>Types of BIFF records that are heeded; versions before 5 have some of their own ([MS-XLS] 2.3, and the documentation of OpenOffice for what came before).</summary>
static class BiffTypes
{
    public const int Begin2 = 0x009, Begin3 = 0x209, Begin4 = 0x409, Begin = 0x809, End = 0x00A, Continue = 0x03C;
    public const int CodePage = 0x042, DateMode = 0x022, FilePass = 0x02F, BoundSheet = 0x085, Texts = 0x0FC;
    public const int Format2 = 0x01E, Format = 0x41E, Style2 = 0x043, Style3 = 0x243, Style4 = 0x443, Style = 0x0E0;
    public const int Integer2 = 0x002, Number2 = 0x003, Label2 = 0x004, Boolean2 = 0x005, Formula = 0x006, String2 = 0x007;
    public const int Number = 0x203, Label = 0x204, Boolean = 0x205, Formula3 = 0x206, Formula4 = 0x406, String = 0x207;
    public const int Packed = 0x27E, PackedRow = 0x0BD, SharedLabel = 0x0FD, RichLabel = 0x0D6;
    public const int Row = 0x208, RowDefaults = 0x225, Column = 0x07D, Merges = 0x0E5;
    public const int SharedFormula = 0x4BC, ArrayFormula = 0x221, ArrayFormula2 = 0x021, TableFormula = 0x236, TableFormula2 = 0x036;
}
