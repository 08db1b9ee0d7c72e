namespace LeakTrace.Ingest.Text;

/// <summary>Finds the delimiter of a text table: the one that cuts its first records into the same number of fields most often.</summary>
static class DelimiterSniffer
{
    const int MostRecords = 200;

    static ReadOnlySpan<char> Candidates => [',', '\t', ';', '|'];

    /// <summary>Finds the delimiter in the start of a file; a comma where nothing is cut.</summary>
    /// <param name="text">Decoded start, without byte order mark.</param>
    /// <param name="hint">Whether a first line <c>sep=x</c> said so.</param>
    public static char Find(ReadOnlySpan<char> text, out bool hint)
    {
        hint = text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[4] is > ' ' or '\t'
            && text[4] < 128 && (text.Length == 5 || text[5] is '\r' or '\n');
        if (hint)
        {
            return text[4];
        }

        var best = ',';
        var bestScore = 0.0;
        foreach (var candidate in Candidates)
        {
            var score = Score(text, candidate);
            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }

    static double Score(ReadOnlySpan<char> text, char delimiter)
    {
        var counts = new Dictionary<int, int>();
        var records = 0;
        while (text.Length > 0 && records < MostRecords)
        {
            var fields = Fields(ref text, delimiter, out var blank);
            if (!blank)
            {
                records++;
                counts[fields] = counts.GetValueOrDefault(fields) + 1;
            }
        }

        var score = 0.0;
        foreach (var (fields, count) in counts)
        {
            // Agreement weighs most; among delimiters that agree, the one that finds more columns.
            score = fields > 1 ? Math.Max(score, Math.Pow((double)count / records, 2) * (1 + Math.Log(fields))) : score;
        }

        return score;
    }

    static int Fields(ref ReadOnlySpan<char> text, char delimiter, out bool blank)
    {
        var fields = 1;
        var quoted = false;
        var fieldStart = true;
        blank = true;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && (quoted || fieldStart))
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '\n' or '\r')
            {
                break;
            }
            else if (!quoted && c == delimiter)
            {
                fields++;
                fieldStart = true;
                continue;
            }

            fieldStart = false;
            blank &= char.IsWhiteSpace(c);
        }

        text = text[Math.Min(i + 1, text.Length)..];
        return fields;
    }
}
