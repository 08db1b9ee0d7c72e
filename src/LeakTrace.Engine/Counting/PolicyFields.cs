using System.Text.Json;

namespace LeakTrace.Engine.Counting;

/// <summary>Reads fields of a policy file, and notes what is missing or of the wrong kind.</summary>
sealed class PolicyFields
{
    /// <summary>Everything that was wrong so far: place, what was found, remedy.</summary>
    public List<string> Errors { get; } = [];

    public void Check(bool holds, string error)
    {
        if (!holds)
        {
            Errors.Add(error);
        }
    }

    public bool Is(JsonElement element, JsonValueKind kind, string place, string wanted)
    {
        Check(element.ValueKind == kind, $"{place} must be {wanted}.");
        return element.ValueKind == kind;
    }

    public void CheckKeys(JsonElement entry, string place, string[] known)
    {
        if (!Is(entry, JsonValueKind.Object, place, "an object { … }"))
        {
            return;
        }

        foreach (var property in entry.EnumerateObject())
        {
            Check(Array.IndexOf(known, property.Name) >= 0, $"{place}: \"{property.Name}\" is no known key. Known: {string.Join(", ", known)}.");
        }
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(JsonElement entry, string key, string place)
    {
        var text = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim() : "";
        Check(text.Length > 0, $"{Under(place, key)} is missing, or no text.");
        return text;
    }

    /// <summary>A number that must be there and be above zero.</summary>
    public double Positive(JsonElement entry, string key, string place)
    {
        double number = 0;
        var isThere = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(key, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && double.IsFinite(number) && number > 0;
        Check(isThere, $"{Under(place, key)} must be a number above 0.");
        return isThere ? number : 1;
    }

    /// <summary>A list of texts; empty where it is absent.</summary>
    public List<string> Texts(JsonElement entry, string key, string place)
    {
        var texts = new List<string>();
        Each(entry, key, place, (item, itemPlace) =>
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : "";
            Check(text.Length > 0, $"{itemPlace} must be a text that is not empty.");
            texts.Add(text);
        });
        return texts;
    }

    /// <summary>Visits the items of a list, where there is one.</summary>
    public void Each(JsonElement entry, string key, string place, Action<JsonElement, string> visit)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(key, out var list)
            || !Is(list, JsonValueKind.Array, Under(place, key), "a list [ … ]"))
        {
            return;
        }

        var i = 0;
        foreach (var item in list.EnumerateArray())
        {
            visit(item, $"{Under(place, key)}[{i++}]");
        }
    }

    static string Under(string place, string key) => place.Length == 0 ? key : $"{place}.{key}";
}
