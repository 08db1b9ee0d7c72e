namespace LeakTrace.Engine.Linking.Fields;

/// <summary>
/// How a Latin name sounds, roughly and in several languages at once: consonant groups as in Soundex (Russell 1918), with ph/f, ck/k, silent h
/// and a first letter that is a group too, so that Carl and Karl meet.
/// </summary>
static class SoundKey
{
    const int Longest = 6;

    /// <summary>Key of a token; the same for tokens that sound alike.</summary>
    public static ulong Of(ReadOnlySpan<char> token)
    {
        ulong key = 0;
        var length = 0;
        var last = 0;
        for (var i = 0; i < token.Length && length < Longest; i++)
        {
            var group = GroupOf(token, i);
            if (group == 0 && i == 0)
            {
                key = 15;
                length = 1;
            }
            else if (group != 0 && group != last)
            {
                key = (key << 4) | (uint)group;
                length++;
            }

            last = group;
        }

        return key;
    }

    static int GroupOf(ReadOnlySpan<char> token, int at) => token[at] switch
    {
        'p' when at + 1 < token.Length && token[at + 1] == 'h' => 2,
        'b' or 'p' => 1,
        'f' or 'v' or 'w' => 2,
        'c' or 'k' or 'g' or 'q' or 'x' or 'j' => 3,
        's' or 'z' => 4,
        'd' or 't' => 5,
        'l' => 6,
        'm' or 'n' => 7,
        'r' => 8,
        >= '\u4E00' => 9 + token[at] % 6,
        _ => 0,
    };
}
