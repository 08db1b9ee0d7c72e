using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class OneAgainstManyTests
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
        list =>
        {
            var probe = PhoneReference.Pack(list.Probe);
            var many = Array.ConvertAll(list.Many, phone => PhoneReference.Pack(phone));
            var levels = new PhoneLevel[many.Length];
            PhoneBatch.Levels(probe, many, levels);
            Assert.Equal(Array.ConvertAll(many, phone => PhoneComparison.Between(probe, phone)), levels);
        });

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
        PhoneBatch.Levels(PhoneReference.Pack(Probe), many.ConvertAll(phone => PhoneReference.Pack(phone)).ToArray(), levels);
        Assert.Equal(many.ConvertAll(text => PhoneReference.Between(Probe, text)), levels);
    }

    [Fact]
    public void Names_have_the_levels_they_have_pair_by_pair() => Always.Holds(
        Lists(Characters, 0, 4),
        list =>
        {
            var probe = PackedName.Pack(list.Probe);
            var many = Array.ConvertAll(list.Many, name => PackedName.Pack(name));
            var levels = new NameLevel[many.Length];
            NameBatch.Levels(probe, many, levels);
            Assert.Equal(Array.ConvertAll(many, name => NameComparison.Between(probe, name)), levels);
        });

    [Fact]
    public void Names_that_only_sound_alike_are_not_ruled_out()
    {
        string[] many = ["汪方", "黄花", "忘芳", "单一", "王芳", "章", "李丽", "汪芳芳"];
        var packed = Array.ConvertAll(many, name => PackedName.Pack(name));
        var levels = new NameLevel[many.Length];
        NameBatch.Levels(PackedName.Pack("王芳"), packed, levels);
        Assert.Equal(Array.ConvertAll(many, name => NameReference.Between("王芳", name)), levels);
        Assert.Equal(NameLevel.TonelessPinyin, levels[0]);
    }

    [Fact]
    public void Addresses_have_the_levels_they_have_pair_by_pair()
    {
        var probe = new AddressProbe();
        Always.Holds(Lists(Address + "*", 0, 90), Check, 300);
        Always.Holds(Lists(Address, 0, 40), Check);

        void Check((string Probe, string[] Many) list)
        {
            var signatures = Array.ConvertAll(list.Many, SignatureOf);
            var starts = new int[list.Many.Length + 1];
            for (var i = 0; i < list.Many.Length; i++)
            {
                starts[i + 1] = starts[i] + list.Many[i].Length;
            }

            int[] records = [.. Enumerable.Range(0, list.Many.Length).Reverse()];
            var levels = new AddressLevel[records.Length];
            probe.Set(SignatureOf(list.Probe), list.Probe);
            probe.Levels(signatures, new TextHeap(string.Concat(list.Many).ToCharArray(), starts), records, levels);
            Assert.Equal(
                Array.ConvertAll(records, i => AddressComparison.Between(SignatureOf(list.Probe), list.Probe, signatures[i], list.Many[i])), levels);
        }
    }

    [Fact]
    public void Too_few_levels_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PhoneBatch.Levels(1, new ulong[2], new PhoneLevel[1]));

    static ulong SignatureOf(string text) => text.Length == 0 ? 0 : AddressReader.Signature(text);
}
