using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class ManyPairsTests
{
    const string Digits = "0135789";
    const string Characters = "王黄张章林凌李丽莉芳方房华花未末己已晴睛敏民ab*单善重仇";
    const string Address = "上海市浦东新区路弄号室12";

    static FsCheck.Gen<(string Probe, string[] Many)> Lists(string alphabet, int shortest, int longest) => Always.From(random =>
    {
        var probe = Typing.Word(random, alphabet, shortest, longest);
        var many = new string[random.Next(0, 150)];
        for (var i = 0; i < many.Length; i++)
        {
            var text = random.Next(3) == 0 ? Typing.Word(random, alphabet, 0, longest) : probe;
            for (var slips = random.Next(4); slips > 0; slips--)
            {
                text = Typing.Slip(random, text, alphabet);
            }

            many[i] = text.Length > longest ? text[..longest] : text;
        }

        return (probe, many);
    });

    [Fact]
    public void Phones_have_the_levels_they_have_pair_by_pair() => Always.Holds(
        Lists(Digits, 0, 12),
        list => AsPairByPair(list, phone => PhoneReference.Pack(phone), PhoneBatch.Levels, PhoneComparison.Between));

    [Fact]
    public void Mobiles_with_two_digits_changed_have_the_levels_of_the_reference()
    {
        const string Probe = "13805917246";
        var many = new List<string>();
        for (var i = 0; i < Probe.Length; i++)
        {
            for (var j = i; j < Probe.Length; j++)
            {
                foreach (var (a, b) in new[] { (Probe[j], Probe[i]), ('0', '0'), ('9', '1') })
                {
                    var text = Probe.ToCharArray();
                    (text[i], text[j]) = (a, b);
                    many.Add(new string(text));
                }
            }
        }

        var levels = new PhoneLevel[many.Count];
        PhoneBatch.Levels(Repeat(PhoneReference.Pack(Probe), many.Count), many.ConvertAll(phone => PhoneReference.Pack(phone)).ToArray(), levels);
        Assert.Equal(many.ConvertAll(text => PhoneReference.Between(Probe, text)), levels);
    }

    [Fact]
    public void Names_have_the_levels_they_have_pair_by_pair() => Always.Holds(
        Lists(Characters, 0, 4),
        list => AsPairByPair(list, name => PackedName.Pack(name), NameBatch.Levels, NameComparison.Between));

    [Fact]
    public void Names_that_only_sound_alike_are_not_ruled_out()
    {
        string[] many = ["汪方", "黄花", "忘芳", "单一", "王芳", "章", "李丽", "汪芳芳"];
        var packed = Array.ConvertAll(many, name => PackedName.Pack(name));
        var levels = new NameLevel[many.Length];
        NameBatch.Levels(Repeat(PackedName.Pack("王芳"), many.Length), packed, levels);
        Assert.Equal(Array.ConvertAll(many, name => NameReference.Between("王芳", name)), levels);
        Assert.Equal(NameLevel.TonelessPinyin, levels[0]);
    }

    [Fact]
    public void Addresses_have_the_levels_they_have_pair_by_pair()
    {
        Always.Holds(Lists(Address + "*", 0, 90), Check, 300);
        Always.Holds(Lists(Address, 0, 40), Check);
        Always.Holds(Lists(Address, 33, 64), Check, 300);

        static void Check((string Probe, string[] Many) list)
        {
            // The probe stands among the others; behind them there is room, as behind most texts of a column.
            string[] texts = [.. list.Many, list.Probe, new string('尾', 64)];
            var signatures = Array.ConvertAll(texts, SignatureOf);
            var starts = new int[texts.Length + 1];
            for (var i = 0; i < texts.Length; i++)
            {
                starts[i + 1] = starts[i] + texts[i].Length;
            }

            var heap = new TextHeap(string.Concat(texts).ToCharArray(), starts);
            var batch = new AddressBatch(signatures, heap);
            int[] records = [.. Enumerable.Range(0, texts.Length).Reverse()];
            Compare(records, [.. records.Select(_ => list.Many.Length)]);
            Compare(records, [.. records.Select(i => (i + 7) / 3 % texts.Length)]);
            Compare(records, [.. records.Select(i => 5 * i % texts.Length)]);

            void Compare(int[] left, int[] right)
            {
                var levels = new AddressLevel[left.Length];
                batch.Levels(left, signatures, heap, right, levels);
                Assert.Equal(left.Zip(right, (i, j) => AddressComparison.Between(signatures[i], texts[i], signatures[j], texts[j])), levels);
            }
        }
    }

    [Fact]
    public void Addresses_have_the_levels_of_the_reference_one_against_many() => Always.Holds(
        Lists(Address, 6, 40),
        list =>
        {
            string[] texts = [.. list.Many, list.Probe, new string('尾', 64)];
            var signatures = Array.ConvertAll(texts, SignatureOf);
            var starts = new int[texts.Length + 1];
            for (var i = 0; i < texts.Length; i++)
            {
                starts[i + 1] = starts[i] + texts[i].Length;
            }

            var heap = new TextHeap(string.Concat(texts).ToCharArray(), starts);
            int[] left = [.. Enumerable.Range(0, list.Many.Length)];
            var levels = new AddressLevel[left.Length];
            new AddressBatch(signatures, heap).Levels(left, signatures, heap, [.. left.Select(_ => list.Many.Length)], levels);
            foreach (var i in left)
            {
                // Texts that share few pairs of neighbouring characters are taken apart without being compared.
                var isRuledOut = !(texts[i] + list.Probe).Contains('*', StringComparison.Ordinal) && 4 * ulong.PopCount(signatures[i] & signatures[list.Many.Length])
                    < Math.Min(ulong.PopCount(signatures[i]), ulong.PopCount(signatures[list.Many.Length]));
                Assert.Equal(isRuledOut && texts[i].Length > 0 ? AddressLevel.Different : TextReference.Addresses(texts[i], list.Probe), levels[i]);
            }
        },
        200);

    [Fact]
    public void Too_few_levels_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PhoneBatch.Levels(new ulong[2], new ulong[2], new PhoneLevel[1]));

    static ulong[] Repeat(ulong value, int times) => [.. Enumerable.Repeat(value, times)];

    static ulong[] Turned(ulong[] values) => [.. values.Skip(1), .. values.Take(1)];

    static ulong SignatureOf(string text) => text.Length == 0 ? 0 : AddressReader.Signature(text);

    /// <summary>The levels of a batch are those of its pairs one by one: with one record on the left, and with another for each on the right.</summary>
    static void AsPairByPair<T>((string Probe, string[] Many) list, Func<string, ulong> pack, Batch<T> batch, Func<ulong, ulong, T> between)
    {
        var probe = pack(list.Probe);
        var many = Array.ConvertAll(list.Many, text => pack(text));
        var levels = new T[many.Length];
        batch(Repeat(probe, many.Length), many, levels);
        Assert.Equal(Array.ConvertAll(many, other => between(probe, other)), levels);
        var others = Turned(many);
        batch(others, many, levels);
        Assert.Equal(many.Zip(others, (right, left) => between(left, right)), levels);
    }

    delegate void Batch<T>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<T> levels);
}
