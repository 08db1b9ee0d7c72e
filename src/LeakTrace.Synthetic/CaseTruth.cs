using LeakTrace.Synthetic.Calls;
using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.Seized;
using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic;

/// <summary>
/// What is true of a synthetic case, written beside the case folder as <c>DIR.truth/</c>: rows.csv has every physical
/// row of seized/, sources.csv and accounts.csv who leaked how many people, leaks.csv from when until when, canaries.csv the planted
/// records, counts.csv the counts of every scope.
/// </summary>
public sealed class CaseTruth
{
    readonly string _directory;

    /// <summary>Makes the folder of the truth about a case.</summary>
    internal CaseTruth(string caseDirectory)
    {
        _directory = DirectoryFor(caseDirectory);
        Directory.CreateDirectory(_directory);
    }

    /// <summary>Folder of the truth about the case in <paramref name="caseDirectory"/>.</summary>
    public static string DirectoryFor(string caseDirectory) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(caseDirectory)) + ".truth";

    /// <summary>Writes rows, counts, sources and accounts; returns valid rows for each file in evidence order.</summary>
    internal IReadOnlyList<(SeizedFile File, int Valid)> Write(
        IEnumerable<SeizedFile> files,
        IEnumerable<AccountTruth> accounts,
        IEnumerable<string> sources)
    {
        var ordered = files.OrderBy(file => file.SentAt).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        var valid = WriteRows(ordered);
        WriteSources(ordered, sources);
        WriteAccounts(ordered, accounts);
        return valid;
    }

    /// <summary>Writes which planted records there are, and which of them was sold by whom.</summary>
    internal void WriteCanaries(IEnumerable<SeizedFile> files, IReadOnlyList<CanaryTruth> canaries)
    {
        var sold = Entries([.. files]).ToLookup(entry => entry.Record, entry => entry.Account);
        using var table = Table("canaries.csv", "record", "source", "sold_by");
        foreach (var canary in canaries.OrderBy(canary => canary.Record, StringComparer.Ordinal))
        {
            table.Write(canary.Record, canary.Source, sold[canary.Record].FirstOrDefault() ?? "");
        }
    }

    /// <summary>Writes which file was made from which.</summary>
    internal void WriteLineage(IEnumerable<LineageTruth> edges)
    {
        using var table = Table("lineage.csv", "from_file", "to_file", "people");
        foreach (var edge in edges.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal))
        {
            table.Write(edge.From, edge.To, Text(edge.People));
        }
    }

    /// <summary>Writes why each call was made, and which source's admissions the calls follow.</summary>
    internal void WriteCalls(IEnumerable<(string File, int Row, Call Call)> written, AdmissionRegisters registers)
    {
        var followed = new HashSet<string>[registers.Hospitals.Count];
        for (var i = 0; i < followed.Length; i++)
        {
            followed[i] = new HashSet<string>(StringComparer.Ordinal);
        }

        using (var calls = Table("calls.csv", "file", "row", "kind", "record", "source"))
        {
            foreach (var (file, row, call) in written)
            {
                var source = call.Hospital < 0 ? "" : registers.NameOf(call.Hospital);
                calls.Write(file, Text(row), call.Kind.ToString().ToLowerInvariant(), call.Record, source);
                if (call.Hospital >= 0)
                {
                    followed[call.Hospital].Add(call.Record);
                }
            }
        }

        using var following = Table("following.csv", "source", "follows", "called_admissions");
        for (var i = 0; i < followed.Length; i++)
        {
            following.Write(registers.NameOf(i), registers.Leaking.Contains(i) ? "true" : "false", Text(followed[i].Count));
        }
    }

    /// <summary>Writes who sold from when until when.</summary>
    internal void WriteLeaks(IEnumerable<LeakTruth> leaks)
    {
        using var table = Table("leaks.csv", "account", "from", "until");
        foreach (var leak in leaks.OrderBy(leak => leak.Account, StringComparer.Ordinal))
        {
            table.Write(leak.Account, Day(leak.From), Day(leak.Until));
        }

        static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    List<(SeizedFile File, int Valid)> WriteRows(List<SeizedFile> files)
    {
        var edges = new SortedDictionary<string, Scope>(StringComparer.Ordinal);
        var perFile = new SortedDictionary<string, Scope>(StringComparer.Ordinal);
        var valid = new List<(SeizedFile, int)>();
        using var rows = Table("rows.csv", "file", "sheet", "row", "status", "same_as", "record", "source", "account",
            "leaked", "person");
        foreach (var file in files)
        {
            var edge = edges.TryGetValue(file.Edge, out var known) ? known : edges[file.Edge] = new Scope();
            var alone = perFile[file.Path] = new Scope();
            var before = edge.Counts[(int)RowStatus.Valid];
            for (var sheet = 0; sheet < file.Sheets.Count; sheet++)
            {
                WriteSheet(rows, file, sheet, edge, alone);
            }

            valid.Add((file, edge.Counts[(int)RowStatus.Valid] - before));
        }

        WriteCounts(edges, perFile);
        return valid;
    }

    static void WriteSheet(DelimitedWriter rows, SeizedFile file, int sheet, Scope edge, Scope alone)
    {
        var name = file.SheetName(sheet);
        var shown = file.Sheets[sheet].Shown;
        var number = 0;
        foreach (var row in file.Sheets[sheet].Rows)
        {
            number++;
            var place = $"{file.Path}!{name}!{number}";
            var (status, sameAs) = edge.Add(row, shown, place);
            alone.Add(row, shown, place);
            var entry = row.Entry;
            rows.Write(
                file.Path, name, Text(number), status.Name(), sameAs, entry?.Record ?? "", entry?.Source ?? "",
                entry?.Account ?? "", entry?.Origin == EntryOrigin.Register ? "true" : "false", entry?.Person ?? "");
        }
    }

    void WriteCounts(SortedDictionary<string, Scope> edges, SortedDictionary<string, Scope> files)
    {
        using var counts = Table("counts.csv", ["scope", "key", "total", .. RowStatuses.Names]);
        counts.Write([
            "all", "", Text(edges.Values.Sum(scope => scope.Total)),
            .. Enumerable.Range(0, RowStatuses.Names.Count)
                .Select(i => Text(edges.Values.Sum(scope => scope.Counts[i])))]);
        Write("edge", edges);
        Write("file", files);

        void Write(string scope, SortedDictionary<string, Scope> keys)
        {
            foreach (var (key, count) in keys)
            {
                counts.Write([scope, key, Text(count.Total), .. count.Counts.Select(Text)]);
            }
        }
    }

    void WriteSources(List<SeizedFile> files, IEnumerable<string> sources)
    {
        var people = Entries(files).ToLookup(
            entry => entry.Origin == EntryOrigin.Register ? entry.Source : "", entry => entry.Unit);
        var found = Entries(files).Select(entry => entry.Unit).Distinct(StringComparer.Ordinal).Count();
        using var table = Table("sources.csv", "source", "leaked_people", "explained_share");
        foreach (var source in sources.Order(StringComparer.Ordinal).Append(""))
        {
            var count = people[source].Distinct(StringComparer.Ordinal).Count();
            var share = (double)count / Math.Max(1, found);
            var name = source.Length == 0 ? "elsewhere" : source;
            table.Write(name, Text(count), share.ToString("0.######", CultureInfo.InvariantCulture));
        }
    }

    void WriteAccounts(List<SeizedFile> files, IEnumerable<AccountTruth> accounts)
    {
        var people = Entries(files).ToLookup(entry => entry.Account, entry => entry.Unit);
        using var table = Table("accounts.csv", "account", "role", "leaked_people", "shared");
        foreach (var account in accounts.OrderBy(account => account.Account, StringComparer.Ordinal))
        {
            var count = people[account.Account].Distinct(StringComparer.Ordinal).Count();
            table.Write(account.Account, account.Role.ToString().ToLowerInvariant(), Text(count),
                account.IsShared ? "true" : "false");
        }
    }

    // Junk is about nobody, so it is from nowhere either.
    static IEnumerable<Entry> Entries(List<SeizedFile> files) =>
        files.SelectMany(file => file.Sheets).SelectMany(sheet => sheet.Rows).Select(row => row.Entry).OfType<Entry>()
            .Where(entry => entry.Origin is EntryOrigin.Register or EntryOrigin.Nowhere);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    DelimitedWriter Table(string name, params ReadOnlySpan<string> header)
    {
        var stream = File.Create(Path.Combine(_directory, name));
        var writer = new DelimitedWriter(stream, new UTF8Encoding(false), ',', ownsStream: true);
        writer.Write(header);
        return writer;
    }
}
