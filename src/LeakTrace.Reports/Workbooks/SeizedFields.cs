using LeakTrace.Engine.Records;

namespace LeakTrace.Reports.Workbooks;

/// <summary>Fields of the seized rows by their place in the table <c>rows</c>, masked unless they may be shown.</summary>
sealed class SeizedFields
{
    readonly List<RecordTable> _segments = [];
    readonly List<int> _starts = [];
    readonly bool _isUnmasked;

    /// <param name="files">What was read; in the order of the table or any other.</param>
    /// <param name="isUnmasked">Whether personal data are shown as they are.</param>
    public SeizedFields(IEnumerable<InputFile> files, bool isUnmasked)
    {
        _isUnmasked = isUnmasked;
        foreach (var file in files.Where(file => file.Folder == InputFolder.Seized).OrderBy(file => file.File, StringComparer.Ordinal))
        {
            foreach (var segment in file.Sheets.SelectMany(sheet => sheet.Records))
            {
                _starts.Add(Count);
                _segments.Add(segment);
                Count += segment.Count;
            }
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Text of a field; empty where the row has none.</summary>
    public string this[int row, FieldRole role]
    {
        get
        {
            var found = _starts.BinarySearch(row);
            var segment = found >= 0 ? LastFrom(found) : ~found - 1;
            var table = _segments[segment];
            var text = RecordText.Of(table, role, row - _starts[segment]);
            var second = FieldRoles.TypeOf(role) == FieldType.Phone ? RecordText.SecondPhoneOf(table, role, row - _starts[segment]) : "";
            return second.Length == 0 ? Shown(role, text)
                : text.Length == 0 ? Shown(role, second) : $"{Shown(role, text)}, {Shown(role, second)}";
        }
    }

    /// <summary>Empty segments share their start with the one that follows.</summary>
    int LastFrom(int segment)
    {
        while (segment + 1 < _starts.Count && _starts[segment + 1] == _starts[segment])
        {
            segment++;
        }

        return segment;
    }

    string Shown(FieldRole role, string text) => _isUnmasked ? text : PersonalMask.Of(role, text);
}
