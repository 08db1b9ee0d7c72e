using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>The blocking keys that a type of field offers, from the strictest to the loosest; each tolerates another kind of error.</summary>
static class KeyCatalog
{
    const int ShortestPart = 4;
    const int LongestDeleted = 12;
    const int RarestWords = 3;
    const int DaysApart = 16;
    const double NumbersApart = 0.1;

    /// <summary>Makers of the keys of a field, each to be called on any thread.</summary>
    public static IEnumerable<Func<ValueKeys>> Of(FieldDomain domain, int field)
    {
        yield return () => Make(domain, field, "same", (text, _, keys) => keys.Add(text));
        switch (domain.Field.Type)
        {
            case FieldType.Date:
                foreach (var key in Dates(domain, field))
                {
                    yield return key;
                }

                break;
            case FieldType.Number:
                if (FieldDomains.AreMeasured(domain.Texts))
                {
                    yield return () => NearNumbers(domain, field);
                }

                break;
            case FieldType.Code or FieldType.NationalId or FieldType.Phone:
                yield return () => Make(domain, field, "one-deleted", (text, _, keys) => Deletions(text, keys));
                yield return () => Make(domain, field, "parts", (text, _, keys) => Parts(text, keys));
                break;
            case FieldType.Name when FieldDomains.AreHan(domain.Texts):
                yield return () => Make(domain, field, "one-deleted", (text, _, keys) => Deletions(text, keys));
                yield return () => Make(domain, field, "syllables", (text, _, keys) => Syllables(text, keys));
                yield return () => Make(domain, field, "surname", (text, _, keys) => keys.Add(text.AsSpan(0, 1)));
                break;
            default:
                foreach (var key in Words(domain, field))
                {
                    yield return key;
                }

                break;
        }
    }

    static ValueKeys Make(FieldDomain domain, int field, string name, Action<string, int, ValueKeysBuilder> add)
    {
        var keys = new ValueKeysBuilder(domain.Texts.Length);
        for (var v = 0; v < domain.Texts.Length; v++)
        {
            if (v > 0)
            {
                add(domain.Texts[v], v, keys);
            }

            keys.Next();
        }

        return keys.Build(field, name);
    }

    static IEnumerable<Func<ValueKeys>> Dates(FieldDomain domain, int field)
    {
        if (!FieldDomains.AreBirths(domain.Texts))
        {
            var days = EventValues.DaysOf(domain.Texts);
            yield return () => Make(domain, field, "days-near", (_, v, keys) => Near(days[v] >= 0, (double)days[v] / DaysApart, keys));
            yield break;
        }

        yield return () => Make(domain, field, "year-month", (text, _, keys) => Part(text, 0, 6, keys));
        yield return () => Make(domain, field, "year-day", (text, _, keys) =>
        {
            if (text.Length == 8)
            {
                keys.Add(string.Concat(text.AsSpan(0, 4), "-", text.AsSpan(6, 2)));
            }
        });
        yield return () => Make(domain, field, "month-day", (text, _, keys) => Part(text, 4, 4, keys));
        yield return () => Make(domain, field, "one-deleted", (text, _, keys) => Deletions(text, keys));
        yield return () => Make(domain, field, "year", (text, _, keys) => Part(text, 0, 4, keys));
    }

    static IEnumerable<Func<ValueKeys>> Words(FieldDomain domain, int field)
    {
        yield return () => Make(domain, field, "one-deleted", (text, _, keys) => Deletions(text.Replace(" ", "", StringComparison.Ordinal), keys));
        yield return () => Make(domain, field, "rare-word", (_, v, keys) => RareWords(domain.Tokens, v, keys));
        yield return () => Make(domain, field, "word", (_, v, keys) => EveryWord(domain.Tokens, v, keys));
        if (domain.Field.Type is FieldType.Name or FieldType.Place)
        {
            yield return () => Make(domain, field, "sound", (_, v, keys) => Sounds(domain.Tokens, v, keys));
        }

        yield return () => Make(domain, field, "beginning", (text, _, keys) => Part(text, 0, ShortestPart, keys));
    }

    static void Part(string text, int start, int length, ValueKeysBuilder keys)
    {
        if (text.Length >= start + length)
        {
            keys.Add(text.AsSpan(start, length));
        }
    }

    /// <summary>The text, and the text without each of its units: two texts one edit apart share one (Bocek, Hunt and Stiller 2007).</summary>
    static void Deletions(string text, ValueKeysBuilder keys)
    {
        keys.Add(text);
        if (text.Length is < 3 or > LongestDeleted)
        {
            return;
        }

        Span<char> rest = stackalloc char[text.Length - 1];
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && text[i] == text[i - 1])
            {
                continue;
            }

            text.AsSpan(0, i).CopyTo(rest);
            text.AsSpan(i + 1).CopyTo(rest[i..]);
            keys.Add(rest);
        }
    }

    /// <summary>The two halves, and for mail the mailbox.</summary>
    static void Parts(string text, ValueKeysBuilder keys)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 2)
        {
            keys.Add(Hash64.Of(text.AsSpan(0, at), 3));
            return;
        }

        if (text.Length >= 2 * ShortestPart - 1)
        {
            var half = text.Length / 2;
            if (!text.AsSpan(0, half).Contains('*'))
            {
                keys.Add(Hash64.Of(text.AsSpan(0, half), 1));
            }

            if (!text.AsSpan(text.Length - half).Contains('*'))
            {
                keys.Add(Hash64.Of(text.AsSpan(text.Length - half), 2));
            }
        }
    }

    static void Syllables(string text, ValueKeysBuilder keys)
    {
        ulong key = 0;
        foreach (var unit in text)
        {
            if (unit == '*')
            {
                return;
            }

            key = key * 4099 + HanReadings.Toneless(unit) + 1;
        }

        keys.Add(key);
    }

    static void RareWords(Tokens tokens, int value, ValueKeysBuilder keys)
    {
        int[] words = [.. tokens[value]];
        Array.Sort(words, (a, b) => tokens.CountOf(a) != tokens.CountOf(b) ? tokens.CountOf(a).CompareTo(tokens.CountOf(b)) : a.CompareTo(b));
        for (var i = 0; i < words.Length && i < RarestWords; i++)
        {
            keys.Add((ulong)words[i] + 1);
        }
    }

    static void EveryWord(Tokens tokens, int value, ValueKeysBuilder keys)
    {
        foreach (var word in tokens[value])
        {
            if (tokens.TextOf(word).Length > 1)
            {
                keys.Add((ulong)word + 1);
            }
        }
    }

    static void Sounds(Tokens tokens, int value, ValueKeysBuilder keys)
    {
        foreach (var word in tokens[value])
        {
            if (tokens.TextOf(word).Length > 1)
            {
                keys.Add(SoundKey.Of(tokens.TextOf(word)));
            }
        }
    }

    static ValueKeys NearNumbers(FieldDomain domain, int field)
    {
        var numbers = NumberValues.Parse(domain.Texts);
        return Make(domain, field, "near", (_, v, keys) =>
            Near(numbers[v] != 0, Math.Sign(numbers[v]) * Math.Log(1 + Math.Abs(numbers[v])) / NumbersApart, keys));
    }

    /// <summary>Two grids half a cell apart: what lies within half a cell shares a cell of one of them.</summary>
    static void Near(bool isKnown, double position, ValueKeysBuilder keys)
    {
        if (isKnown)
        {
            keys.Add(((ulong)(long)Math.Floor(position) << 1) | 1UL << 62);
            keys.Add(((ulong)(long)Math.Floor(position + 0.5) << 1 | 1) | 1UL << 62);
        }
    }
}
