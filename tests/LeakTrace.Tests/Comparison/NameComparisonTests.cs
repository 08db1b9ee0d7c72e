using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class NameComparisonTests
{
    /// <summary>Homophones, near homophones, look-alikes and characters with nothing in common.</summary>
    const string Characters = "王黄张章林凌李丽莉芳方房华花未末己已晴睛敏民ab";

    static readonly FsCheck.Gen<(string Left, string Right)> _pairs = Always.From(random =>
    {
        var (left, right) = Typing.Pair(random, Characters, 1, 4);
        return (left.Length > 4 ? left[..4] : left, right.Length > 4 ? right[..4] : right);
    });

    static NameLevel Between(string left, string right) => NameComparison.Between(PackedName.Pack(left), PackedName.Pack(right));

    [Fact]
    public void Agrees_with_the_reference() =>
        Always.Holds(_pairs, pair => Assert.Equal(NameReference.Between(pair.Left, pair.Right), Between(pair.Left, pair.Right)), 20_000);

    [Fact]
    public void Agrees_with_the_reference_on_any_characters() => Always.Holds(
        Always.From(random =>
        {
            // Few distinct ones of all there are, so that names meet in some of them.
            var alphabet = string.Concat(Enumerable.Range(0, 4).Select(_ => (char)random.Next(0x3400, 0xA000))) + "王ab";
            var (left, right) = Typing.Pair(random, alphabet, 1, 4);
            return (Left: left.Length > 4 ? left[..4] : left, Right: right.Length > 4 ? right[..4] : right);
        }),
        pair => Assert.Equal(NameReference.Between(pair.Left, pair.Right), Between(pair.Left, pair.Right)),
        20_000);

    [Fact]
    public void Traits_say_of_every_two_characters_what_likeness_does()
    {
        var random = new Random(9);
        for (var round = 0; round < 300_000; round++)
        {
            char a = (char)random.Next(0x4E00, 0xA000), b = (char)random.Next(0x4E00, 0xA000);
            ulong traits = HanTraits.Of(a), others = HanTraits.Of(b);
            var sounds = CharacterLikeness.SoundsTheSame(a, b);
            Assert.True(!sounds || HanTraits.MaySound(traits, others));
            Assert.Equal(
                LikenessReference.LooksOrSoundsAlike(a, b),
                sounds || HanTraits.SoundNearly(traits, others) || HanTraits.LookAlike(traits, others));
        }
    }

    [Fact]
    public void Is_symmetric() =>
        Always.Holds(_pairs, pair => Assert.Equal(Between(pair.Left, pair.Right), Between(pair.Right, pair.Left)), 20_000);

    [Theory]
    [InlineData("王芳", "", NameLevel.Absent)]
    [InlineData("王芳", "王芳", NameLevel.ExactVeryCommon)]
    [InlineData("张薇", "张伟", NameLevel.TonelessPinyin)]
    [InlineData("张玮", "张伟", NameLevel.TonedPinyin)]
    [InlineData("*李", "李房李", NameLevel.Different)]
    [InlineData("李静", "李婧", NameLevel.TonedPinyin)]
    [InlineData("林芳", "凌芳", NameLevel.AlikeCharacter)]
    [InlineData("王晴", "王睛", NameLevel.AlikeCharacter)]
    [InlineData("陈晨", "程晨", NameLevel.AlikeCharacter)]
    [InlineData("王小芳", "王大芳", NameLevel.OneCharacter)]
    [InlineData("王小芳", "王芳小", NameLevel.OneCharacter)]
    [InlineData("王小芳", "王芳", NameLevel.OneCharacter)]
    [InlineData("王小芳", "小芳", NameLevel.OneCharacter)]
    [InlineData("王芳", "王大", NameLevel.SurnameOnly)]
    [InlineData("王芳", "李大", NameLevel.Different)]
    [InlineData("王*", "王芳", NameLevel.MaskCommon)]
    [InlineData("王*", "王小芳", NameLevel.MaskCommon)]
    [InlineData("王*芳", "王小芳", NameLevel.MaskCommon)]
    [InlineData("*芳", "王芳", NameLevel.MaskCommon)]
    [InlineData("王*", "王*", NameLevel.MaskCommon)]
    [InlineData("王**", "王芳", NameLevel.SurnameOnly)]
    [InlineData("王*芳", "王小丽", NameLevel.SurnameOnly)]
    [InlineData("王*", "李芳", NameLevel.Different)]
    public void Examples(string left, string right, NameLevel expected) => Assert.Equal(expected, Between(left, right));

    [Theory]
    [InlineData("阿依古丽买买提", "阿依古丽买买提", NameLevel.ExactVeryCommon)]
    [InlineData("阿依古丽买买提", "阿依古丽买卖提", NameLevel.OneCharacter)]
    [InlineData("阿依古丽买买提", "热合曼买买提江", NameLevel.Different)]
    [InlineData("阿依古丽买买提", "", NameLevel.Absent)]
    public void Names_that_do_not_pack_are_compared_as_texts(string left, string right, NameLevel expected)
    {
        Assert.Equal(expected, NameComparison.BetweenTexts(left, right));
        var people = Lists.People([FieldRole.PersonName, FieldRole.Phone], [left, "13812345678"], [right, "13812345678"]);
        Assert.Equal((int)expected, PersonPattern.LevelOf(PersonPattern.Between(people, 0, people, 1, Lists.Places()), PersonField.Name));
    }

    [Theory]
    [InlineData('张', '章', true)]
    [InlineData('王', '黄', false)]
    [InlineData('单', '善', true)]
    [InlineData('乐', '岳', true)]
    public void Characters_sound_the_same_in_any_reading(char left, char right, bool expected)
    {
        Assert.Equal(expected, CharacterLikeness.SoundsTheSame(left, right));
        Assert.Equal(expected, CharacterLikeness.SoundsTheSame(right, left));
    }

    [Theory]
    [InlineData('张', '臧', true)]
    [InlineData('陈', '程', true)]
    [InlineData('宁', '林', true)]
    [InlineData('宗', '钟', true)]
    [InlineData('己', '已', true)]
    [InlineData('未', '末', true)]
    [InlineData('晴', '睛', true)]
    [InlineData('王', '李', false)]
    public void Characters_that_are_easily_mistaken_are_alike(char left, char right, bool expected)
    {
        Assert.Equal(expected, LikenessReference.LooksOrSoundsAlike(left, right));
        Assert.Equal(expected, LikenessReference.LooksOrSoundsAlike(right, left));
    }
}
