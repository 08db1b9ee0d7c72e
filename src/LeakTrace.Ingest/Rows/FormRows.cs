using System.Text;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>
/// Forms one below another: a label and its value in each row (姓名：王丽, or 姓名 and 王丽 side by side), several rows to a person. Their records are put into the first row of each.
/// </summary>
sealed class FormRows
{
    const int LeastForms = 2;
    const int LeastRoles = 2;
    const int MostCells = 12;
    const double Enough = 0.6;
    const double Confidence = 0.9;

    readonly List<(int Row, bool Hidden, string Line, string[] Cells)> _lines = [];
    readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    string _first = "";

    /// <summary>Rows of the form that is open, empty where none is.</summary>
    public IReadOnlyList<(int Row, bool Hidden, string Line, string[] Cells)> Lines => _lines;

    /// <summary>The reading of a sheet of forms; null where the rows are none.</summary>
    public static SheetRegionReading? Find(IReadOnlyList<SampleRow> rows)
    {
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        var filled = 0;
        var labelled = 0;
        foreach (var row in rows)
        {
            var label = LabelOf(row.Cells);
            filled += row.Filled > 0 ? 1 : 0;
            labelled += label.Length > 0 ? 1 : 0;
            if (label.Length > 0)
            {
                labels[label] = labels.GetValueOrDefault(label) + 1;
            }
        }

        var roles = labels.Where(pair => pair.Value >= LeastForms).Select(pair => FieldLabel.Of(pair.Key)).Distinct().Count();
        if (labelled < Enough * filled || roles < LeastRoles)
        {
            return null;
        }

        var width = rows.Max(row => row.Cells.Length);
        var columns = Enumerable.Range(0, width).Where(i => rows.Any(row => row[i].Length > 0))
            .Select(i => new SheetColumn(i, "", FieldRole.Note, Confidence) { Why = "labels and values of forms" });
        var sheet = new RecognisedSheet(new SheetLayout(0, [.. columns]), 0, width);
        return new SheetRegionReading(sheet, new RowClassifier(sheet, new string[width].Select(_ => "").ToArray()), 0, Math.Max(0, width - 1), 0, IsChat: false) { IsForm = true };
    }

    /// <summary>Whether a row begins another form than the open one: it repeats a label, or stands apart.</summary>
    public bool Ends(int row, in RowCells cells) => _lines.Count > 0
        && (row > _lines[^1].Row + 1 || IsAgain(LabelOf(Texts(cells))));

    // One may have two phones.
    bool IsAgain(string label) => _labels.Contains(label) && (label == _first || FieldLabel.Of(label) != FieldRole.Phone);

    /// <summary>Adds a row to the open form.</summary>
    public void Add(int row, bool hidden, in RowCells cells)
    {
        var texts = Texts(cells);
        if (LabelOf(texts) is { Length: > 0 } label)
        {
            _first = _labels.Count == 0 ? label : _first;
            _labels.Add(label);
        }

        _lines.Add((row, hidden, LineOf(texts), texts));
    }

    /// <summary>Ends the open form.</summary>
    public void Clear()
    {
        _lines.Clear();
        _labels.Clear();
    }

    // The label with which a row begins, where a value follows: in the same cell behind a colon, or in the next.
    static string LabelOf(string[] cells)
    {
        var first = Array.FindIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        if (first < 0 || cells.Length > MostCells)
        {
            return "";
        }

        var text = cells[first].Trim();
        var colon = text.IndexOfAny([':', '：']);
        var label = (colon > 0 ? text[..colon] : text).Trim();
        var value = colon > 0 && colon + 1 < text.Length ? text[(colon + 1)..] : cells.Skip(first + 1).FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) ?? "";
        return value.Trim().Length > 0 && FieldLabel.Is(label) && !FieldLabel.Is(value.Trim()) ? label : "";
    }

    static string LineOf(string[] cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
        {
            var text = cell.Trim();
            var isLabel = FieldLabel.Is(text.TrimEnd(':', '：'));
            line.Append(line.Length > 0 && isLabel ? "\n" : line.Length > 0 && text.Length > 0 && line[^1] != '：' ? " " : "").Append(isLabel ? text.TrimEnd(':', '：') + "：" : text);
        }

        return line.ToString();
    }

    static string[] Texts(in RowCells cells)
    {
        var texts = new string[cells.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = cells[i].ToString();
        }

        return texts;
    }
}
