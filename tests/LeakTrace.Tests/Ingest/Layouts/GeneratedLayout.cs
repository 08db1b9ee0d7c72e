using System.Text;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Ingest.Layouts;

/// <summary>A sheet whose columns are known: register, list, log or call record with its own words, order, gaps, titles and notes.</summary>
sealed class GeneratedLayout
{
    static readonly (string Name, InputFolder[] Folders, string[] Always, string[] Often, string[] Rarely)[] _kinds =
    [
        ("maternity", [InputFolder.Seized, InputFolder.Registry], ["mother", "phone|motherPhone", "delivered"],
            ["hospital", "address", "sex", "recordNumber", "sequence"], ["secondPhone", "nationalId", "district", "baby", "husband", "motherBorn", "weight", "mode", "recorder", "recorded", "remarks", "ward", "extra"]),
        ("courier", [InputFolder.Seized, InputFolder.Registry], ["waybill", "recipient", "recipientPhone", "recipientAddress"],
            ["senderName", "senderPhone", "shipped", "branch", "goods", "sequence"], ["senderAddress", "order", "amount", "weight", "signed", "recorder", "remarks", "extra"]),
        ("admissions", [InputFolder.Seized, InputFolder.Registry], ["patient", "phone", "admitted"],
            ["recordNumber", "ward", "hospital", "sex"], ["nationalId", "born", "discharged", "diagnosis", "address", "secondPhone", "husband", "recorder", "remarks", "sequence", "extra"]),
        ("calls", [InputFolder.Seized], ["callee", "called"], ["caller", "duration", "callType", "sequence"], ["cell", "remarks"]),
        ("log", [InputFolder.AccessLog], ["account", "read", "recordRead"], ["device", "action"], ["sequence", "branch", "remarks"]),
        ("customers", [InputFolder.Seized, InputFolder.Registry], ["customer", "phone|customerPhone"],
            ["address", "goods", "bought", "amount", "sex", "sequence"], ["nationalId", "secondPhone", "district", "shop", "customerNumber", "remarks", "recorder", "extra"]),
    ];

    static readonly string[] _titles = ["{0}年度名单", "{0}年客户资料汇总表", "{0}年3月登记明细表", "Report {0}", "统计时间：{0}年"];

    readonly Random _random;
    readonly Func<string, string[]> _words;

    public GeneratedLayout(int seed, bool headers, Func<string, string[]>? words = null)
    {
        _words = words ?? HeaderSynonyms.Of;
        _random = new Random(seed);
        var (name, folders, always, often, rarely) = _kinds[seed % _kinds.Length];
        Name = $"{name} {seed}";
        Folder = folders[_random.Next(folders.Length)];
        Kinds = Choose(always, often, rarely);
        Headers = [.. Kinds.Select(HeaderOf)];
        Rows = (int)Math.Round(20 * Math.Pow(100, _random.NextDouble() * _random.NextDouble()));
        Text = Write(headers);
    }

    public string Name { get; }

    public InputFolder Folder { get; }

    /// <summary>What each column holds, a key of <see cref="HeaderSynonyms"/>.</summary>
    public string[] Kinds { get; }

    public string[] Headers { get; }

    public int Rows { get; }

    public string Text { get; }

    /// <summary>
    /// Roles that are right for a column. Nobody can tell a sender from a recipient, a patient from her husband or two dates of one event from their cells
    /// alone: any of the roles will do there, but a name of staff, who write many rows, is no patient.
    /// </summary>
    public FieldRole[] RolesOf(int column, bool headers)
    {
        var kind = Kinds[column];
        FieldRole[] roles = kind switch
        {
            "mother" or "patient" or "customer" or "recipient" => [FieldRole.PersonName],
            "baby" or "husband" => [FieldRole.RelatedName, FieldRole.Attribute],
            "phone" or "motherPhone" or "customerPhone" or "secondPhone" or "recipientPhone" or "callee" => [FieldRole.Phone],
            "caller" => [FieldRole.SenderPhone, FieldRole.Phone],
            "senderPhone" => [FieldRole.SenderPhone],
            "senderName" => [FieldRole.SenderName],
            "senderAddress" => [FieldRole.SenderAddress],
            "nationalId" => [FieldRole.NationalId],
            "delivered" or "admitted" or "shipped" or "bought" or "called" => [FieldRole.EventDate],
            "motherBorn" or "born" => [FieldRole.BirthDate],
            "recorded" or "read" => [FieldRole.RecordedAt],
            "discharged" => [FieldRole.Attribute, FieldRole.None],
            "signed" => Kinds.Contains("shipped") ? [FieldRole.Attribute, FieldRole.None] : [FieldRole.EventDate],
            "hospital" or "branch" or "shop" => [FieldRole.Institution],
            "address" or "recipientAddress" => [FieldRole.Address],
            "district" => [FieldRole.District],
            "sex" => [FieldRole.Sex],
            "recorder" or "account" => [FieldRole.Account],
            "recordNumber" or "customerNumber" => [FieldRole.RecordNumber],
            "recordRead" => [FieldRole.RecordNumber, FieldRole.Waybill],
            "waybill" => [FieldRole.Waybill],
            "order" => [FieldRole.Waybill, FieldRole.RecordNumber, FieldRole.Attribute],

            // In a register a number of its own may be all the record number there is.
            "sequence" => Folder == InputFolder.Registry && !Kinds.Contains("recordNumber") && !Kinds.Contains("customerNumber")
                ? [FieldRole.Sequence, FieldRole.RecordNumber] : [FieldRole.Sequence],
            "remarks" => [FieldRole.Note],
            _ => [FieldRole.Attribute, FieldRole.Note, FieldRole.None],
        };
        return headers ? roles : [.. roles, .. AlsoRight(kind)];
    }

    FieldRole[] AlsoRight(string kind) => kind switch
    {
        "mother" or "patient" or "customer" or "recipient" => Kinds.Any(other => other is "husband" or "senderName") ? [FieldRole.RelatedName] : [],
        "senderName" or "husband" => [FieldRole.RelatedName, FieldRole.PersonName],
        "recorder" => [FieldRole.RelatedName, FieldRole.Attribute],
        "senderPhone" => [FieldRole.Phone],
        "senderAddress" => [FieldRole.Address, FieldRole.Attribute],
        "address" or "recipientAddress" => Kinds.Contains("senderAddress") ? [FieldRole.Attribute, FieldRole.SenderAddress] : [],
        "delivered" or "admitted" or "shipped" or "called" or "bought" or "recorded" or "discharged" or "signed" =>
            [FieldRole.RecordedAt, .. Kinds.Any(other => other != kind && other is "recorded" or "discharged" or "signed") ? (FieldRole[])[FieldRole.Attribute, FieldRole.EventDate] : [],
                .. kind is "recorded" or "discharged" or "signed" ? (FieldRole[])[FieldRole.EventDate] : []],
        "recordNumber" or "customerNumber" => [FieldRole.Attribute],
        "waybill" => Kinds.Contains("order") ? [FieldRole.RecordNumber] : [],
        "sequence" or "remarks" => [FieldRole.Attribute, FieldRole.None],
        _ => [],
    };

    string[] Choose(string[] always, string[] often, string[] rarely)
    {
        var chosen = always.Select(kind => kind.Split('|')).Select(choice => choice[_random.Next(choice.Length)]).ToList();
        chosen.AddRange(often.Where(_ => _random.Next(3) > 0));
        chosen.AddRange(rarely.Where(_ => _random.Next(4) == 0));
        chosen = [.. chosen.OrderBy(_ => _random.Next())];

        // Running numbers stand in front, and a system export's record number often does.
        if (chosen.Remove("sequence"))
        {
            chosen.Insert(0, "sequence");
        }

        return [.. chosen];
    }

    // One row in sixteen has lost a header's text; English and Chinese mix as they do.
    string HeaderOf(string kind)
    {
        var words = _words(kind);
        var word = words[_random.Next(words.Length)];
        return _random.Next(40) == 0 ? "" : _random.Next(30) == 0 ? $" {word} " : word;
    }

    string Write(bool headers)
    {
        var values = new LayoutValues(_random);
        var text = new StringBuilder();
        for (var titles = _random.Next(6); headers && titles is 4 or 5; titles--)
        {
            Line(text, [string.Format(System.Globalization.CultureInfo.InvariantCulture, _titles[_random.Next(_titles.Length)], 2020)]);
        }

        if (headers)
        {
            Line(text, Headers);
        }

        var missing = Kinds.Select(kind => kind is "mother" or "sequence" ? 0 : _random.NextDouble() * 0.15).ToArray();
        for (var row = 1; row <= Rows; row++)
        {
            Line(text, Kinds.Select((kind, i) => _random.NextDouble() < missing[i] ? "" : values.Of(kind, i, row)));
        }

        if (_random.Next(4) == 0)
        {
            Line(text, [$"合计：{Rows}条"]);
        }

        if (_random.Next(6) == 0)
        {
            Line(text, ["备注：以上资料仅供参考"]);
        }

        return text.ToString();
    }

    static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)).Append("\r\n");
}
