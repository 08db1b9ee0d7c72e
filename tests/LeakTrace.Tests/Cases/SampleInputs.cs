using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Cases;

/// <summary>Inputs with random contents of every kind of column, from a seed.</summary>
static class SampleInputs
{
    public static InputFile File(string name, int records, int seed = 1) => new(
        name, InputFolder.Registry, new string('a', 64), 12_345, "csv", "GB18030",
        [
            new InputSheet("一月", records, Layout(), [Table(records / 2, seed), Table(records - records / 2, seed + 1)]),
            new InputSheet("", 0, new SheetLayout(0, []) { Below = [new SheetTable(9, [new SheetColumn(2, "电话", FieldRole.Phone, 0.1) { Filled = 3 }]), new SheetTable(40, [])] }, []),
        ],
        [new Problem(name, "一月", 7, Severity.Warning, "phone-as-number", "Column 3 lost digits. Ask for the original.")]);

    public static RecordTable Table(int records, int seed)
    {
        var random = new Random(seed);
        var columns = new Column?[FieldRoles.Count];
        columns[(int)FieldRole.PersonName] = new Column(FieldType.Name, Words(random, records));
        columns[(int)FieldRole.Phone] = new Column(FieldType.Phone, Words(random, records), Words(random, records));
        columns[(int)FieldRole.Address] = new Column(FieldType.Address, Words(random, records), text: Texts(random, records));
        columns[(int)FieldRole.Institution] = new Column(
            FieldType.Place, Words(random, records), labels: ["上海市第一妇婴保健院", "", "a\0b\n", "\U00020BB7"]);
        columns[(int)FieldRole.District] = new Column(FieldType.Place, Words(random, records), labels: []);
        columns[(int)FieldRole.EventDate] = new Column(FieldType.Date, Words(random, records));
        columns[(int)FieldRole.RecordNumber] = new Column(FieldType.Code, Words(random, records));
        var rows = new int[records];
        var traits = new RowTraits[records];
        for (var i = 0; i < records; i++)
        {
            rows[i] = i + 1;
            traits[i] = (RowTraits)random.Next(ushort.MaxValue + 1);
        }

        return new RecordTable(rows, traits, Words(random, records), columns);
    }

    static SheetLayout Layout() => new(
        2, [new SheetColumn(0, "姓名", FieldRole.PersonName, 0.97), new SheetColumn(3, "", FieldRole.Note, 1.0 / 3)]);

    static ulong[] Words(Random random, int count)
    {
        var words = new ulong[count];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words.AsSpan()));
        return words;
    }

    static TextHeap Texts(Random random, int count)
    {
        var offsets = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            offsets[i + 1] = offsets[i] + random.Next(20);
        }

        var characters = new char[offsets[count]];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = (char)random.Next(char.MaxValue + 1);
        }

        return new TextHeap(characters, offsets);
    }
}
