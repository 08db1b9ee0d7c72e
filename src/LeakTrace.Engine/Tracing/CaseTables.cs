using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Seized rows and registers of a case, with places resolved.</summary>
sealed class CaseTables
{
    /// <summary>Prepares the tables of a case.</summary>
    public CaseTables(TraceInput input)
    {
        Seized = new SeizedRows(input.Files);
        Registry = new RegistryRecords(input.Files);
        var placesOfLabels = new int[Registry.Tables.Count][];
        var otherwise = new int[Registry.Tables.Count];
        for (var t = 0; t < Registry.Tables.Count; t++)
        {
            (placesOfLabels[t], otherwise[t]) = AddSources(t);
        }

        foreach (var (spelling, source) in input.Aliases)
        {
            if (!Places.AddAlias(spelling, source))
            {
                Problems.Add(new Problem("case.json", "", 0, Severity.Warning, "alias-unknown-source",
                    $"\"aliases\" names the source '{source}', which no register has. Write it as the register does."));
            }
        }

        var labels = Seized.Table[FieldRole.Institution]?.Labels ?? [];
        var placeOfLabel = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            placeOfLabel[i] = Places.Resolve(labels[i]);
        }

        SeizedPeople = new PersonColumns(Seized.Table, placeOfLabel, 0);
        Levels = Places.Levels();
        SourceOf = new int[Registry.Count];
        for (var t = 0; t < Registry.Tables.Count; t++)
        {
            var people = new PersonColumns(Registry.Tables[t], placesOfLabels[t], otherwise[t]);
            people.Place?.CopyTo(SourceOf, Registry.StartOf(t));
            RegistryPeople.Add(people);
        }
    }

    /// <summary>Seized rows.</summary>
    public SeizedRows Seized { get; }

    /// <summary>Registers.</summary>
    public RegistryRecords Registry { get; }

    /// <summary>Sources and seized spellings.</summary>
    public PlaceDirectory Places { get; } = new();

    /// <summary>Levels of pairs of places.</summary>
    public PlaceLevels Levels { get; }

    /// <summary>Columns of the seized rows.</summary>
    public PersonColumns SeizedPeople { get; }

    /// <summary>Columns of the registers' tables.</summary>
    public List<PersonColumns> RegistryPeople { get; } = [];

    /// <summary>Source of every registry row.</summary>
    public int[] SourceOf { get; }

    /// <summary>Problems found.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Number of seized rows that are no layout.</summary>
    public long SeizedRecords => CountRecords(Seized.Table);

    /// <summary>Number of registry records.</summary>
    public long RegistryRecords
    {
        get
        {
            long records = 0;
            foreach (var table in Registry.Tables)
            {
                records += CountRecords(table);
            }

            return records;
        }
    }

    static long CountRecords(RecordTable table)
    {
        long records = 0;
        for (var row = 0; row < table.Count; row++)
        {
            records += Records.RegistryRecords.IsRecord(table, row) ? 1 : 0;
        }

        return records;
    }

    /// <summary>Sources of one table: those its institution column names, else its file's name.</summary>
    (int[] PlaceOfLabel, int Otherwise) AddSources(int t)
    {
        var table = Registry.Tables[t];
        var institution = table[FieldRole.Institution];
        var labels = institution?.Labels ?? [];
        var counts = new long[labels.Length + 1];
        for (var row = 0; row < table.Count; row++)
        {
            if (Records.RegistryRecords.IsRecord(table, row))
            {
                counts[institution?.Values[row] ?? 0]++;
            }
        }

        var placeOfLabel = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            placeOfLabel[i] = Places.AddSource(labels[i], counts[i + 1]);
        }

        return (placeOfLabel, counts[0] > 0 ? Places.AddSource(InputFile.BareNameOf(Registry.FileOf(t)), counts[0]) : 0);
    }
}
