namespace LeakTrace.Synthetic.Seized;

/// <summary>
/// How much of a sheet is no data. Blank rows and headers: for each data row; totals and remarks: for each sheet.
/// </summary>
sealed record SheetDirt(double BlankRowShare, double RepeatedHeaderShare, double TotalShare, double RemarkShare);
