using LeakTrace.Engine.Records;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Puts simulated records and log entries into the columns that the engine reads.</summary>
static class CaseBuilder
{
    /// <summary>A register with the source, number, time and recorder of each record; a negative recorder is none.</summary>
    public static InputFile Registry(string[] sources, int[] sourceOf, ulong[] recordedAt, string[]? accounts, int[]? recorderOf)
    {
        var columns = Columns();
        columns[(int)FieldRole.Institution] = new Column(FieldType.Place, Labelled(sourceOf), labels: sources);
        columns[(int)FieldRole.RecordNumber] = new Column(FieldType.Code, Numbers(sourceOf.Length));
        columns[(int)FieldRole.RecordedAt] = new Column(FieldType.Date, recordedAt);
        if (recorderOf is not null)
        {
            columns[(int)FieldRole.Account] = new Column(FieldType.Place, Labelled(recorderOf), labels: accounts);
        }

        return File("registry/all.csv", InputFolder.Registry, sourceOf.Length, columns);
    }

    /// <summary>A log of which account opened which record when.</summary>
    public static InputFile Log(string[] accounts, int[] accountOf, int[] recordOf, ulong[] times)
    {
        var columns = Columns();
        columns[(int)FieldRole.Account] = new Column(FieldType.Place, Labelled(accountOf), labels: accounts);
        columns[(int)FieldRole.RecordNumber] = new Column(FieldType.Code, Array.ConvertAll(recordOf, NumberOf));
        columns[(int)FieldRole.RecordedAt] = new Column(FieldType.Date, times);
        return File("access-log/all.csv", InputFolder.AccessLog, accountOf.Length, columns);
    }

    /// <summary>A minute since 2021 as a packed date.</summary>
    public static ulong Time(int minute) => PackedDate.Pack(FirstDay + minute / 1440, minute % 1440 * 60);

    /// <summary>Day number of 2021-01-01.</summary>
    public static int FirstDay { get; } = new DateOnly(2021, 1, 1).DayNumber;

    static ulong NumberOf(int record) => (ulong)(record + 1) * 0x9E37_79B9_7F4A_7C15;

    static ulong[] Numbers(int count)
    {
        var numbers = new ulong[count];
        for (var record = 0; record < count; record++)
        {
            numbers[record] = NumberOf(record);
        }

        return numbers;
    }

    static ulong[] Labelled(int[] indices) => Array.ConvertAll(indices, index => (ulong)(index + 1));

    static Column?[] Columns() => new Column?[FieldRoles.Count];

    static InputFile File(string name, InputFolder folder, int rows, Column?[] columns)
    {
        var numbers = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            numbers[row] = row + 2;
        }

        var table = new RecordTable(numbers, new RowTraits[rows], new ulong[rows], columns);
        var sheet = new InputSheet("", rows + 1, new SheetLayout(1, []), [table]);
        return new InputFile(name, folder, "", 0, "csv", "utf-8", [sheet], []);
    }
}
