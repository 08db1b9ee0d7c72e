using System.Globalization;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Counting;

/// <summary>
/// Files of rows written as words: <c>a</c> is a person, <c>a'</c> the same person with another phone, <c>-</c> a blank row, <c>#</c> a
/// header, <c>?</c> a bare name, <c>!</c> a malformed phone, <c>0</c> a dummy.
/// </summary>
sealed class SmallCase
{
    readonly DeliveryPlan _deliveries;

    public SmallCase((string Path, string Rows)[] files, params (string File, string Seller, string Buyer, int Day)[] deliveries)
    {
        var inputs = files.Select(file => Lists.File(file.Path, Table(file.Rows))).ToList();
        var rows = new SeizedRows(inputs);
        var words = rows.Files.SelectMany(file => Words(files.Single(f => f.Path == file.File).Rows)).ToList();
        var own = Enumerable.Range(0, rows.Count).Select(row => RowIdentity.Of(rows.Table, row, false)).ToArray();
        var people = words.Select(word => word[..1]).Distinct().ToList();
        var cluster = words.Select((word, row) => own[row].Status == RowStatus.Valid ? people.IndexOf(word[..1]) : -1).ToArray();
        _deliveries = new DeliveryPlan(
            rows.Files, [.. deliveries.Select(d => new Delivery(d.File, d.Seller, d.Buyer, d.Day == 0 ? 0 : PackedDate.Pack(738_000 + d.Day)))]);
        Cluster = cluster;
        Rows = rows;
        Counted = CaseCount.Run(
            new CountedRows(rows, Lists.People(rows.Table), own, cluster, [.. words.Select(word => word[0] < 'n')]), _deliveries,
            [.. words.Select(word => word[0] is >= 'a' and < 'n' ? "医院1" : "")]);
    }

    public DeliveryPlan Deliveries => _deliveries;

    public SeizedRows Rows { get; }

    public int[] Cluster { get; }

    public CaseCount Counted { get; }

    public IReadOnlyList<Problem> Problems => _deliveries.Problems;

    public CountLine this[string scope, string key = ""] => Counted.Lines.Single(line => line.Scope == scope && line.Key == key);

    public IEnumerable<CountLine> Lines(string scope) => Counted.Lines.Where(line => line.Scope == scope);

    /// <summary>Statuses of a file's rows by first letter, small for a probable duplicate: V, D, d, B, L, P, I, U.</summary>
    public string Statuses(string path) => string.Concat(Enumerable.Range(0, Rows.Count).Where(row => Rows.PathOf(row) == path).Select(
        row => Counted.Statuses[row].Status switch { RowStatus.ProbableDuplicate => 'd', var status => status.ToString()[0] }));

    static string[] Words(string rows) => rows.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static RecordTable Table(string rows)
    {
        var words = Words(rows);
        return Lists.Table(
            [FieldRole.PersonName, FieldRole.Phone], row => words[row] == "#" ? RowTraits.Header : RowTraits.None,
            [.. words.Select(Cells)]);
    }

    static string[] Cells(string word) => word switch
    {
        "-" => ["", ""],
        "?" => ["王芳", ""],
        "!" => ["王芳", "1381234"],
        "0" => ["王芳", "13800138000"],
        _ => ["王芳", string.Create(CultureInfo.InvariantCulture, $"1380000{word[0] - 'a' + 10:D2}{word.Length:D2}")],
    };
}
