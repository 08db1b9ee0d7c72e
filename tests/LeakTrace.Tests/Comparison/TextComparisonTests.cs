using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class TextComparisonTests
{
    const string Letters = "上海市浦东新区路弄号室12";

    static AddressLevel Addresses(string left, string right) =>
        AddressComparison.Between(SignatureOf(left), left, SignatureOf(right), right);

    static ulong SignatureOf(string text) => text.Length == 0 ? 0 : AddressReader.Signature(text);

    static CodeLevel Codes(string left, string right) => CodeComparison.Between(HashOf(left), left, HashOf(right), right);

    static ulong HashOf(string text) => text.Length == 0 ? 0 : Hash64.Of(text);

    [Theory]
    [InlineData(40, 4_000)]
    [InlineData(140, 4_000)]
    [InlineData(700, 150)]
    public void Similarity_agrees_with_the_whole_matrix_in_both_directions(int longest, int tests) => Always.Holds(
        Always.From(random => Typing.Pair(random, random.Next(2) == 0 ? "ab" : Letters, 0, random.Next(1, longest))),
        pair =>
        {
            var expected = TextReference.Similarity(pair.Left, pair.Right);
            Assert.Equal(expected, TextSimilarity.Between(pair.Left, pair.Right));
            Assert.Equal(expected, TextSimilarity.Between(pair.Right, pair.Left));
        },
        tests);

    [Fact]
    public void Similarity_agrees_with_the_whole_matrix_of_unlike_texts_of_all_lengths() => Always.Holds(
        Always.From(random => (Left: Typing.Word(random, Letters, 0, 200), Right: Typing.Word(random, Letters, 0, 200))),
        pair => Assert.Equal(TextReference.Similarity(pair.Left, pair.Right), TextSimilarity.Between(pair.Left, pair.Right)),
        1_000);

    [Fact]
    public void Digits_are_the_same_where_their_runs_are() => Always.Holds(
        Always.From(random => Typing.Pair(random, "1２2张3", 0, random.Next(1, 90))),
        pair => Assert.Equal(TextReference.Numbers(pair.Left).SequenceEqual(TextReference.Numbers(pair.Right)), DigitRuns.AreSame(pair.Left, pair.Right)),
        10_000);

    [Fact]
    public void Similarity_holds_with_sixty_four_different_characters()
    {
        var all = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('一' + 37 * i)));
        Assert.Equal(1, TextSimilarity.Between(all, all));
        Assert.Equal(2.0 / 128, TextSimilarity.Between(all, string.Concat(all.Reverse())), 1e-12);
        Assert.Equal(0, TextSimilarity.Between(all, new string('z', 64)));
    }

    [Fact]
    public void Wildcards_fit_as_a_regular_expression_does() => Always.Holds(
        Always.From(random => Typing.Pair(random, "ab*", 0, 12)),
        pair => Assert.Equal(TextReference.FitsWildcards(pair.Left, pair.Right), WildcardText.Fits(pair.Left, pair.Right)),
        20_000);

    [Theory]
    [InlineData("浦东新区*88号", "浦东新区张杨路88号", true)]
    [InlineData("浦东新区**", "浦东新区张杨路88号", true)]
    [InlineData("浦东新*", "浦东新区张杨路88号", false)]
    [InlineData("浦东新区*89号", "浦东新区张杨路88号", false)]
    [InlineData("浦东新区*", "浦东新区**", false)]
    [InlineData("浦东新区*", "浦东新区*", true)]
    [InlineData("abab*abab", "ababab", false)]
    public void Wildcard_examples(string left, string right, bool expected)
    {
        Assert.Equal(expected, WildcardText.Fits(left, right));
        Assert.Equal(expected, WildcardText.Fits(right, left));
    }

    [Fact]
    public void Codes_are_nearly_the_same_one_edit_apart() => Always.Holds(
        Always.From(random => Typing.Pair(random, "0123", 1, 14)),
        pair =>
        {
            var masked = (pair.Left + pair.Right).Contains('*', StringComparison.Ordinal);
            var expected = pair.Left.Length == 0 || pair.Right.Length == 0 ? CodeLevel.Absent
                : pair.Left == pair.Right ? CodeLevel.Exact
                : (masked ? TextReference.FitsWildcards(pair.Left, pair.Right) : TextReference.Edits(pair.Left, pair.Right) == 1)
                    ? CodeLevel.NearlySame : CodeLevel.Different;
            Assert.Equal(expected, Codes(pair.Left, pair.Right));
            Assert.Equal(expected, Codes(pair.Right, pair.Left));
        },
        20_000);

    [Fact]
    public void Addresses_agree_with_the_reference_but_for_the_filter_of_faint_likeness() => Always.Holds(
        Always.From(random => Typing.Pair(random, Letters, 0, 24)),
        pair =>
        {
            var expected = TextReference.Addresses(pair.Left, pair.Right);
            var found = Addresses(pair.Left, pair.Right);
            Assert.Equal(found, Addresses(pair.Right, pair.Left));
            if (pair.Left.Length < 6 || pair.Right.Length < 6)
            {
                // Too short for an address: whatever comes of it says little.
                return;
            }

            if (expected == AddressLevel.Similar && found == AddressLevel.Different)
            {
                // Texts that share few pairs of neighbouring characters are taken apart without being compared.
                Assert.True(SharedBigrams(pair.Left, pair.Right) < 0.25 * Math.Min(pair.Left.Length, pair.Right.Length));
            }
            else
            {
                Assert.Equal(expected, found);
            }
        },
        10_000);

    [Theory]
    [InlineData("浦东新区张杨路88号3号楼502室", "浦东新区张杨路88号3号楼502室", AddressLevel.Exact)]
    [InlineData("浦东新区张杨路88号3号楼502室", "张杨路88号3号楼502室", AddressLevel.Fits)]
    [InlineData("浦东新区张杨路88号3号楼502室", "浦东新区张杨路88弄3号楼502室", AddressLevel.SameNumbers)]
    [InlineData("浦东新区张杨路88号3号楼502室", "浦东新区张杨路88号3号楼503室", AddressLevel.Similar)]
    [InlineData("浦东新区张杨路88号3号楼502室", "浦东新区张杨路****", AddressLevel.Fits)]
    [InlineData("浦东新区张杨路88号3号楼502室", "徐汇漕溪北", AddressLevel.Different)]
    [InlineData("浦东新区张杨路88号3号楼502室", "", AddressLevel.Absent)]
    public void Address_examples(string left, string right, AddressLevel expected) => Assert.Equal(expected, Addresses(left, right));

    static int SharedBigrams(string left, string right)
    {
        static HashSet<string> Of(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2))];
        return Of(left).Intersect(Of(right)).Count();
    }
}
