namespace LeakTrace.Synthetic.People;

/// <summary>Mobile numbers that no two owners share.</summary>
sealed class PhoneNumbers(long seed)
{
    const int Half = 10_000;

    static readonly WeightedChoice<string> _segments = new(
        ("135:5 136:5 137:5 138:6 139:6 150:4 151:4 152:4 157:3 158:4 159:4 " +
            "182:4 183:4 187:4 188:4 147:1 178:2 184:1 198:2 195:1 172:1 " +
            "130:3 131:3 132:3 155:3 156:3 185:3 186:4 145:1 166:2 175:1 176:2 196:1 " +
            "133:3 153:3 180:3 181:3 189:4 149:1 173:2 177:3 199:2 191:1 193:1 170:1 171:1 167:1 162:1")
        .Split(' ').Select(pair => (pair[..3], double.Parse(pair.AsSpan(4), CultureInfo.InvariantCulture))));

    /// <summary>Number of the owner in a slot: well-formed, and different for every slot below 100 million.</summary>
    public string Of(long slot)
    {
        var left = (int)(slot / Half % Half);
        var right = (int)(slot % Half);

        // A Feistel network permutes the eight last digits, so that they look random and still never meet twice.
        for (var round = 0; round < 4; round++)
        {
            var mixed = (int)(new Chance(seed, Topic.Phone, -1 - (((long)round * Half) + right)).Next() % Half);
            (left, right) = (right, (left + mixed) % Half);
        }

        var segment = _segments.Draw(new Chance(seed, Topic.Phone, slot));
        return segment + string.Create(CultureInfo.InvariantCulture, $"{left:0000}{right:0000}");
    }

    /// <summary>A mobile as COUNTING understands it: 11 digits beginning 13 to 19.</summary>
    public static bool IsWellFormed(string phone) =>
        phone.Length == 11 && phone[0] == '1' && phone[1] >= '3' && !phone.AsSpan().ContainsAnyExceptInRange('0', '9');
}
