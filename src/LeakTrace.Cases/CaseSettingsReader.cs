using System.Globalization;
using System.Text.Json;
using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>Turns the bytes of a case.json into settings, and collects everything that is wrong with it.</summary>
sealed class CaseSettingsReader
{
    static readonly Dictionary<string, FieldRole> _rolesByName = Enum.GetValues<FieldRole>().ToDictionary(FieldRoles.NameOf);

    readonly List<string> _errors = [];

    CaseSettingsReader()
    {
    }

    public static CaseSettings Read(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                AllowDuplicateProperties = false,
                CommentHandling = JsonCommentHandling.Skip,
            });
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $", line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            throw new InputException($"case.json{where}: not valid JSON, or a key stands twice. Correct it there.", e);
        }

        using (document)
        {
            var reader = new CaseSettingsReader();
            var settings = reader.Settings(document.RootElement);
            return reader._errors.Count == 0
                ? settings
                : throw new InputException($"case.json: {string.Join("\ncase.json: ", reader._errors)}");
        }
    }

    CaseSettings Settings(JsonElement root)
    {
        var columns = new List<ColumnSetting>();
        var aliases = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!Is(root, JsonValueKind.Object, "the whole", "an object { … }"))
        {
            return CaseSettings.None;
        }

        CheckKeys(root, "", ["columns", "aliases", "roles", "profits", "policy"]);
        if (root.TryGetProperty("columns", out var list) && Is(list, JsonValueKind.Array, "columns", "a list [ … ]"))
        {
            foreach (var (i, entry) in list.EnumerateArray().Index())
            {
                if (Column(entry, $"columns[{i}]") is { } column)
                {
                    columns.Add(column);
                }
            }
        }

        if (root.TryGetProperty("aliases", out var map) && Is(map, JsonValueKind.Object, "aliases", "an object { … }"))
        {
            foreach (var alias in map.EnumerateObject())
            {
                aliases[alias.Name] = Texts(alias.Value, $"aliases[\"{alias.Name}\"]");
            }
        }

        return new CaseSettings(columns, aliases)
        {
            Roles = Parties(root, "roles", Role),
            Profits = Parties(root, "profits", Profit),
            Policy = Text(root, "policy", "case"),
        };
    }

    Dictionary<string, T> Parties<T>(JsonElement root, string key, Func<JsonElement, string, T> read)
    {
        var parties = new Dictionary<string, T>(StringComparer.Ordinal);
        if (root.TryGetProperty(key, out var map) && Is(map, JsonValueKind.Object, key, "an object { … }"))
        {
            foreach (var party in map.EnumerateObject())
            {
                parties[party.Name] = read(party.Value, $"{key}[\"{party.Name}\"]");
            }
        }

        return parties;
    }

    PartyRole Role(JsonElement value, string place)
    {
        var name = value.ValueKind == JsonValueKind.String ? value.GetString() : "";
        foreach (var role in Enum.GetValues<PartyRole>())
        {
            if (PartyRoles.NameOf(role) == name)
            {
                return role;
            }
        }

        _errors.Add($"{place} is no known role of a party. Known: {string.Join(", ", Enum.GetValues<PartyRole>().Select(PartyRoles.NameOf))}.");
        return PartyRole.Unknown;
    }

    decimal Profit(JsonElement value, string place)
    {
        decimal profit = 0;
        Check(value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out profit), $"{place} must be a number of yuan.");
        return profit;
    }

    ColumnSetting? Column(JsonElement entry, string place)
    {
        if (!Is(entry, JsonValueKind.Object, place, "an object { … }"))
        {
            return null;
        }

        CheckKeys(entry, place + ": ", ["file", "sheet", "headerRow", "roles"]);
        var file = Text(entry, "file", place);
        var sheet = Text(entry, "sheet", place);
        int? headerRow = null;
        if (entry.TryGetProperty("headerRow", out var row))
        {
            var isRow = row.ValueKind == JsonValueKind.Number && row.TryGetInt32(out var number) && number >= 0;
            headerRow = isRow ? row.GetInt32() : null;
            Check(isRow, $"{place}.headerRow must be a whole number from 0 (0: no header).");
        }

        var byHeader = new Dictionary<string, FieldRole>(StringComparer.Ordinal);
        var byPosition = new Dictionary<int, FieldRole>();
        if (entry.TryGetProperty("roles", out var roles) && Is(roles, JsonValueKind.Object, place + ".roles", "an object { … }"))
        {
            foreach (var role in roles.EnumerateObject())
            {
                AddRole(role, $"{place}.roles[\"{role.Name}\"]", byHeader, byPosition);
            }
        }

        Check(!string.IsNullOrEmpty(file), $"{place}.file is missing: say which files the entry is about, such as \"*.xlsx\".");
        Check(headerRow is not null || byHeader.Count + byPosition.Count > 0, $"{place} says nothing: give roles or headerRow.");
        return string.IsNullOrEmpty(file) ? null : new ColumnSetting(new FilePattern(file), sheet, headerRow, byHeader, byPosition);
    }

    void AddRole(JsonProperty role, string place, Dictionary<string, FieldRole> byHeader, Dictionary<int, FieldRole> byPosition)
    {
        if (role.Value.ValueKind != JsonValueKind.String || !_rolesByName.TryGetValue(role.Value.GetString()!, out var value))
        {
            _errors.Add($"{place} is no known role. Known: {string.Join(", ", _rolesByName.Keys)}.");
        }
        else if (!role.Name.StartsWith('#'))
        {
            byHeader[role.Name] = value;
        }
        else if (int.TryParse(role.Name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 16_384)
        {
            byPosition[number - 1] = value;
        }
        else
        {
            _errors.Add($"{place}: write # and the column's number from 1 to 16384, such as \"#3\".");
        }
    }

    List<string> Texts(JsonElement list, string place)
    {
        var texts = new List<string>();
        if (Is(list, JsonValueKind.Array, place, "a list of texts"))
        {
            foreach (var (i, item) in list.EnumerateArray().Index())
            {
                var text = item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : "";
                Check(text.Length > 0, $"{place}[{i}] must be a text that is not empty.");
                texts.Add(text);
            }
        }

        return texts;
    }

    string? Text(JsonElement entry, string key, string place) =>
        entry.TryGetProperty(key, out var value) && Is(value, JsonValueKind.String, $"{place}.{key}", "a text") ? value.GetString() : null;

    void CheckKeys(JsonElement element, string place, string[] known)
    {
        foreach (var property in element.EnumerateObject())
        {
            Check(known.Contains(property.Name), $"{place}\"{property.Name}\" is no known key. Known: {string.Join(", ", known)}.");
        }
    }

    bool Is(JsonElement element, JsonValueKind kind, string place, string wanted)
    {
        Check(element.ValueKind == kind, $"{place} must be {wanted}.");
        return element.ValueKind == kind;
    }

    void Check(bool holds, string error)
    {
        if (!holds)
        {
            _errors.Add(error);
        }
    }
}
