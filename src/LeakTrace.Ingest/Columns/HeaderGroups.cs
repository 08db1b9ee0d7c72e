namespace LeakTrace.Ingest.Columns;

/// <summary>Reads the headers of a sheet together: in 寄件人, 电话, 收件人, 电话 each 电话 belongs to the person to its left.</summary>
static class HeaderGroups
{
    /// <summary>Whom a column may be about.</summary>
    public const Concept Subjects = Concept.Person | Concept.Baby | Concept.Family | Concept.Sender | Concept.Recipient;
    const Concept Shared = Concept.Name | Concept.Phone | Concept.Address;

    /// <summary>Reads all headers.</summary>
    public static HeaderWords[] Read(IReadOnlyList<string> headers)
    {
        var words = new HeaderWords[headers.Count];
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = HeaderWords.Read(headers[i]);
            times[words[i].Text] = times.GetValueOrDefault(words[i].Text) + 1;
        }

        var subject = Concept.None;
        for (var i = 0; i < words.Length; i++)
        {
            var own = words[i].Concepts & Subjects;
            if (own != Concept.None)
            {
                subject = own;
            }
            else if ((words[i].Concepts & Shared) != 0 && times[words[i].Text] > 1)
            {
                words[i] = words[i] with { Concepts = words[i].Concepts | subject };
            }
        }

        return words;
    }
}
