using System.Text.Json;
using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;

namespace LeakTrace.App.Linking;

/// <summary>Reads a profile and holds it against the tables; everything that is wrong is named at once, each with its remedy.</summary>
sealed class ProfileReader
{
    const int MostFields = 16;

    static readonly (string Name, FieldType Type)[] _types =
    [
        ("name", FieldType.Name), ("phone", FieldType.Phone), ("national-id", FieldType.NationalId), ("date", FieldType.Date), ("place", FieldType.Place),
        ("address", FieldType.Address), ("code", FieldType.Code), ("number", FieldType.Number), ("text", FieldType.Text),
    ];

    readonly LinkTable _left;
    readonly LinkTable _right;
    readonly List<string> _errors = [];

    ProfileReader(LinkTable left, LinkTable right)
    {
        _left = left;
        _right = right;
    }

    /// <summary>Name of a field type in a profile.</summary>
    public static string NameOf(FieldType type) => Array.Find(_types, entry => entry.Type == type).Name;

    /// <summary>Reads a profile.</summary>
    /// <exception cref="InputException">It cannot be read, or something in it is wrong.</exception>
    public static LinkProfile Read(string path, LinkTable left, LinkTable right)
    {
        JsonDocument document;
        try
        {
            using var stream = File.OpenRead(path);
            document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}: not valid JSON at line {e.LineNumber + 1}. Mend it there, or leave --profile away to infer the columns.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: there is no such profile. Check the name, or leave --profile away to infer the columns.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the profile cannot be read. Check the name and the permissions.", e);
        }

        using (document)
        {
            var reader = new ProfileReader(left, right);
            var profile = reader.Read(document.RootElement);
            return reader._errors.Count == 0 ? profile : throw new InputException(
                $"{path}: {reader._errors.Count} to mend:{string.Concat(reader._errors.Select(error => Environment.NewLine + "  - " + error))}");
        }
    }

    LinkProfile Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _errors.Add("the profile is no object. Write { \"id\": …, \"fields\": [ … ] }.");
            return new LinkProfile(-1, -1, [], []);
        }

        foreach (var property in root.EnumerateObject())
        {
            if (property.Name is not ("id" or "fields"))
            {
                _errors.Add($"\"{property.Name}\" is not known. There are \"id\" and \"fields\".");
            }
        }

        var (leftId, rightId) = root.TryGetProperty("id", out var id)
            ? Columns(id, "\"id\"") : (ColumnInference.IdOf(_left), ColumnInference.IdOf(_right));
        var fields = new List<LinkField>();
        if (!root.TryGetProperty("fields", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            _errors.Add("\"fields\" is missing or empty. List at least one { \"name\", \"column\", \"type\" }.");
        }
        else
        {
            var number = 1;
            foreach (var field in list.EnumerateArray())
            {
                ReadField(field, $"field {number++}", fields);
            }

            if (fields.Count > MostFields)
            {
                _errors.Add($"there are {fields.Count} fields. Keep the {MostFields} that tell most.");
            }
        }

        return new LinkProfile(leftId, rightId, fields, Repeated(leftId, rightId));
    }

    void ReadField(JsonElement field, string place, List<LinkField> fields)
    {
        if (field.ValueKind != JsonValueKind.Object)
        {
            _errors.Add($"{place} is no object. Write {{ \"name\": …, \"column\": …, \"type\": … }}.");
            return;
        }

        var name = Text(field, "name") ?? Text(field, "column") ?? Text(field, "left");
        place = name is null ? place : $"{place} (\"{name}\")";
        foreach (var property in field.EnumerateObject())
        {
            if (property.Name is not ("name" or "column" or "left" or "right" or "type"))
            {
                _errors.Add($"{place}: \"{property.Name}\" is not known. There are name, column, left, right and type.");
            }
        }

        var known = Text(field, "type");
        var type = Array.Find(_types, entry => entry.Name == known).Type;
        if (type == 0)
        {
            _errors.Add($"{place}: {(known is null ? "\"type\" is missing" : $"type \"{known}\" is not known")}. "
                + $"Types: {string.Join(", ", _types.Select(entry => entry.Name))}.");
        }

        var (left, right) = field.TryGetProperty("column", out var column) ? Columns(column, place) : Columns(field, place);
        if (name is not null && fields.Exists(other => other.Name == name))
        {
            _errors.Add($"{place}: another field has this name. Names are told apart.");
        }

        fields.Add(new LinkField(name ?? place, type, left, right));
    }

    /// <summary>A column by one name for both tables, or as { "left", "right" }.</summary>
    (int Left, int Right) Columns(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            var name = element.GetString()!;
            var left = Find(_left, name, place);
            return (left, ReferenceEquals(_left, _right) ? left : Find(_right, name, place));
        }

        if (element.ValueKind == JsonValueKind.Object && Text(element, "left") is { } leftName && Text(element, "right") is { } rightName)
        {
            return (Find(_left, leftName, place), Find(_right, rightName, place));
        }

        _errors.Add($"{place}: no column. Write \"column\": \"…\", or \"left\": \"…\" and \"right\": \"…\" where the tables name it differently.");
        return (-1, -1);
    }

    int Find(LinkTable table, string column, string place)
    {
        var found = table.IndexOf(column);
        if (found < 0)
        {
            _errors.Add($"{place}: {table.Name} has no column \"{column}\". It has: {string.Join(", ", table.Columns.Select(c => c.Name))}.");
        }

        return found;
    }

    List<string> Repeated(int leftId, int rightId)
    {
        var notes = new List<string>();
        foreach (var (table, id) in new[] { (_left, leftId), (_right, rightId) }.Distinct())
        {
            if (id >= 0 && table.Columns[id].Values.Count - 1 < table.Rows)
            {
                notes.Add($"{table.Name}: {Doubtful(table.Columns[id])}; the output does not tell such records apart");
            }
        }

        return notes;
    }

    /// <summary>The first record without an id of its own, by its number from 1, and how many there are.</summary>
    static string Doubtful(TextColumn ids)
    {
        var firsts = new int[ids.Values.Count];
        int count = 0, first = 0, like = 0;
        for (var record = 1; record <= ids.Codes.Length; record++)
        {
            var code = ids.Codes[record - 1];
            if (code != 0 && firsts[code] == 0)
            {
                firsts[code] = record;
                continue;
            }

            count++;
            (first, like) = first == 0 ? (record, code == 0 ? 0 : firsts[code]) : (first, like);
        }

        var what = like == 0 ? $"record {first} has no id in '{ids.Name}'" : $"record {first} has the id of record {like} in '{ids.Name}'";
        return count == 1 ? what : $"{what}, and {count - 1} more repeat one or have none";
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
