using System.Text.Json;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>Turns the bytes of a policy file into a policy, and collects everything that is wrong with it.</summary>
sealed class PolicyReader
{
    static readonly JsonDocumentOptions _options = new()
    {
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Skip,
    };

    readonly PolicyFields _fields = new();

    PolicyReader()
    {
    }

    public static CountingPolicy Read(ReadOnlyMemory<byte> json, string file)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, _options);
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $", line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            throw new InputException($"{file}{where}: not valid JSON, or a key stands twice. Correct it there.", e);
        }

        using (document)
        {
            var reader = new PolicyReader();
            var policy = reader.Policy(document.RootElement);
            return policy is not null && reader._fields.Errors.Count == 0
                ? policy
                : throw new InputException($"{file}: {string.Join($"\n{file}: ", reader._fields.Errors)}");
        }
    }

    CountingPolicy? Policy(JsonElement root)
    {
        if (!_fields.Is(root, JsonValueKind.Object, "the whole", "an object { … }"))
        {
            return null;
        }

        _fields.CheckKeys(root, "the whole", ["name", "title", "tiers", "insider", "severe", "information", "counting", "notComputed", "notes"]);
        var tiers = new List<PolicyTier>();
        _fields.Each(root, "tiers", "", (entry, place) => AddTier(entry, place, tiers));
        var records = RecordTiers(tiers);
        var information = new List<InformationType>();
        _fields.Each(root, "information", "", (entry, place) => information.Add(Information(entry, place, records)));
        CheckCatchAll(information, records);
        var title = root.TryGetProperty("title", out var both) ? both : default;
        return new CountingPolicy
        {
            Name = _fields.Text(root, "name", ""),
            ChineseTitle = _fields.Text(title, "zh", "title"),
            EnglishTitle = _fields.Text(title, "en", "title"),
            Tiers = tiers,
            RecordTiers = records,
            Insider = Factor(root, "insider", tiers),
            Severe = Factor(root, "severe", tiers),
            Information = information,
            Counting = Articles(root, "counting"),
            NotComputed = Articles(root, "notComputed"),
            Notes = Notes(root),
        };
    }

    void AddTier(JsonElement entry, string place, List<PolicyTier> tiers)
    {
        _fields.CheckKeys(entry, place, ["tier", "article", "text", "measure", "threshold"]);
        var name = _fields.Text(entry, "tier", place);
        var word = _fields.Text(entry, "measure", place);
        TierMeasure? measure = word switch
        {
            "records" => TierMeasure.Records,
            "proportional-sum" => TierMeasure.ProportionalSum,
            "illegal-income" => TierMeasure.IllegalIncome,
            "business-profit" => TierMeasure.BusinessProfit,
            _ => null,
        };
        _fields.Check(measure is not null || word.Length == 0,
            $"{place}.measure is none of records, proportional-sum, illegal-income, business-profit.");
        var threshold = _fields.Positive(entry, "threshold", place);
        foreach (var other in tiers)
        {
            _fields.Check(other.Name != name, $"{place}.tier repeats the name of another tier.");
        }

        tiers.Add(new PolicyTier(
            name, _fields.Text(entry, "article", place), _fields.Text(entry, "text", place), measure ?? TierMeasure.Records, threshold));
    }

    List<PolicyTier> RecordTiers(List<PolicyTier> tiers)
    {
        var records = tiers.FindAll(tier => tier.Measure == TierMeasure.Records);
        _fields.Check(records.Count > 0, "tiers has no tier that measures records.");
        _fields.Check(records.Count <= CountingPolicy.MostRecordTiers, $"tiers has more than {CountingPolicy.MostRecordTiers} tiers that measure records.");

        // A stable order: equal thresholds stay as written.
        var sorted = new List<PolicyTier>();
        foreach (var tier in records)
        {
            var at = sorted.Count;
            while (at > 0 && sorted[at - 1].Threshold > tier.Threshold)
            {
                at--;
            }

            sorted.Insert(at, tier);
        }

        return sorted;
    }

    InformationType Information(JsonElement entry, string place, List<PolicyTier> records)
    {
        _fields.CheckKeys(entry, place, ["type", "zh", "en", "tiers", "roles", "headers", "institutions"]);
        var tiers = _fields.Texts(entry, "tiers", place);
        _fields.Check(tiers.Count > 0, $"{place}.tiers is missing: name the tiers that the type may belong to.");
        foreach (var tier in tiers)
        {
            _fields.Check(records.Exists(known => known.Name == tier), $"{place}.tiers names a tier that is none of those that measure records.");
        }

        var roles = new List<FieldRole>();
        foreach (var word in _fields.Texts(entry, "roles", place))
        {
            var isKnown = FieldRoles.TryParse(word, out var role);
            _fields.Check(isKnown, $"{place}.roles names no known role: write it as in case.json, such as person-name.");
            roles.Add(role);
        }

        var type = new InformationType(
            _fields.Text(entry, "type", place), _fields.Text(entry, "zh", place), _fields.Text(entry, "en", place), tiers, roles,
            Folded(_fields.Texts(entry, "headers", place)), Folded(_fields.Texts(entry, "institutions", place)));
        _fields.Check(
            type.Roles.Count + type.Headers.Count + type.Institutions.Count > 0, $"{place} can never be found: give roles, headers or institutions.");
        return type;
    }

    static List<string> Folded(List<string> texts) => texts.ConvertAll(InformationColumns.Fold);

    void CheckCatchAll(List<InformationType> information, List<PolicyTier> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        var last = records[^1].Name;
        var isThere = information.Exists(type => type.Roles.Count > 0 && Contains(type.Tiers, last));
        _fields.Check(isThere || information.Count == 0, $"information has no type of tier '{last}', which takes whatever is of no other tier.");
        _fields.Check(information.Count > 0, "information is missing: say which columns hold which type.");
    }

    static bool Contains(IReadOnlyList<string> names, string name)
    {
        foreach (var other in names)
        {
            if (other == name)
            {
                return true;
            }
        }

        return false;
    }

    PolicyFactor Factor(JsonElement root, string key, List<PolicyTier> tiers)
    {
        if (!root.TryGetProperty(key, out var entry) || !_fields.Is(entry, JsonValueKind.Object, key, "an object { … }"))
        {
            _fields.Check(root.TryGetProperty(key, out _), $"{key} is missing: give article, text, factor and tiers.");
            return new PolicyFactor("", "", 1, []);
        }

        _fields.CheckKeys(entry, key, ["article", "text", "factor", "tiers"]);
        var names = _fields.Texts(entry, "tiers", key);
        foreach (var name in names)
        {
            _fields.Check(tiers.Exists(tier => tier.Name == name), $"{key}.tiers names a tier that is not in tiers.");
        }

        return new PolicyFactor(_fields.Text(entry, "article", key), _fields.Text(entry, "text", key), _fields.Positive(entry, "factor", key), names);
    }

    List<PolicyArticle> Articles(JsonElement root, string key)
    {
        var articles = new List<PolicyArticle>();
        _fields.Each(root, key, "", (entry, place) =>
        {
            _fields.CheckKeys(entry, place, ["article", "text", "scope"]);
            articles.Add(new PolicyArticle(
                _fields.Text(entry, "article", place), _fields.Text(entry, "text", place),
                entry.TryGetProperty("scope", out _) ? _fields.Text(entry, "scope", place) : ""));
        });
        return articles;
    }

    List<PolicyNote> Notes(JsonElement root)
    {
        var notes = new List<PolicyNote>();
        _fields.Each(root, "notes", "", (entry, place) =>
        {
            _fields.CheckKeys(entry, place, ["when", "article", "zh", "en"]);
            var when = _fields.Text(entry, "when", place);
            _fields.Check(when is "newborn" or "", $"{place}.when is not known. Known: newborn.");
            notes.Add(new PolicyNote(when, _fields.Text(entry, "article", place), _fields.Text(entry, "zh", place), _fields.Text(entry, "en", place)));
        });
        return notes;
    }
}
