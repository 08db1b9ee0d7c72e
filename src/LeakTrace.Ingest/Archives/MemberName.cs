using System.Text;

namespace LeakTrace.Ingest.Archives;

/// <summary>Reads the name of an archive's member.</summary>
static class MemberName
{
    const int LongestShown = 200;

    static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Encoding to open archives with so that <see cref="Decode"/> finds the bytes of names without the UTF-8 flag; those with it come decoded.
    /// </summary>
    public static Encoding Raw => Encoding.Latin1;

    /// <summary>Name with <c>/</c>: as flagged, else UTF-8 where it is valid, else GB18030, which Chinese archivers write.</summary>
    public static string Decode(string raw)
    {
        var name = raw;
        if (raw.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') && !raw.AsSpan().ContainsAnyExceptInRange('\0', '\xFF'))
        {
            var bytes = Raw.GetBytes(raw);
            try
            {
                name = _strictUtf8.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                name = Encoding.GetEncoding("gb18030").GetString(bytes);
            }
        }

        return name.Replace('\\', '/');
    }

    /// <summary>Whether the name stays below the archive and can be shown: no root, no drive, no <c>..</c>, no control characters.</summary>
    public static bool IsSafe(string name)
    {
        if (name.Length is 0 or > 1000 || name[0] == '/' || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0])))
        {
            return false;
        }

        foreach (var part in name.Split('/'))
        {
            if (part is ".." or "." or "" || part.Any(char.IsControl))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether archivers and file managers put it there, rather than the owner.</summary>
    public static bool IsDebris(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        return name.StartsWith("__MACOSX/", StringComparison.Ordinal) || last.StartsWith("._", StringComparison.Ordinal)
            || last.StartsWith("~$", StringComparison.Ordinal) || last is ".DS_Store" or "desktop.ini"
            || last.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name as a message may show it.</summary>
    public static string Shown(string name)
    {
        var shown = new StringBuilder();
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, LongestShown)))
        {
            shown.Append(char.IsControl(c) ? '?' : c);
        }

        return shown.ToString();
    }
}
