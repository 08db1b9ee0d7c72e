namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
/// <param name="Path">Path of its part; empty where it is missing.</param>
readonly record struct SheetPart(string Name, bool IsHidden, string Path);
