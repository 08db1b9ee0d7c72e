namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>columns</c>: one column of a seized sheet, what was taken to be in it, and how much of it.</summary>
/// <param name="File">Path below seized/.</param>
/// <param name="Sheet">Sheet, empty where the format has none.</param>
/// <param name="Column">Its letters, as spreadsheets show them.</param>
/// <param name="Field">What it was taken for, as case.json writes it, such as <c>person-name</c>.</param>
/// <param name="Types">Types of information that it holds, with spaces between; empty where it is of none that the policy names.</param>
/// <param name="Tiers">Tiers that they may belong to, with spaces between.</param>
/// <param name="Rows">Records of the table, those of tables beside it included.</param>
/// <param name="Values">Rows with a value in it, titles, headers, totals and notes apart; -1 where they were not counted.</param>
/// <param name="FromRow">1-based row in which its table begins: 1 unless it stands below another of the sheet.</param>
public sealed record ColumnLine(string File, string Sheet, string Column, string Field, string Types, string Tiers, long Rows, long Values, int FromRow = 1);
