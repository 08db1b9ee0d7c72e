using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Normalisation;

/// <summary>What holds of every value and every text.</summary>
public sealed class ReaderPropertyTests
{
    /// <summary>Characters that cells are made of, and the halves of surrogate pairs, so that random texts come near the readers' branches.</summary>
    const string Alphabet =
        "0011233456789138-- ./:*xX+()（）年月日时分点上下午某之子女王李张欧阳先生转ext,、;E.\u200b\ud842\udfb7ＡＢ１２３　'=\"……○□无测试身份证号运单SF";

    static readonly Config _fixed = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20170608, 11);

    static readonly Gen<string> _texts =
        Gen.Choose(0, Alphabet.Length - 1).Select(index => Alphabet[index]).ArrayOf().Select(units => new string(units));

    static readonly Gen<string> _mobiles =
        Gen.Choose(0, 1_999_999_999).Select(rest => "1" + (3_000_000_000L + rest * 3L).ToString(CultureInfo.InvariantCulture));

    static readonly Gen<DateTime> _instants =
        Gen.Choose(0, 72_000).SelectMany(day => Gen.Choose(0, 86_399).Select(second =>
            new DateTime(1900, 1, 1).AddDays(day).AddSeconds(second)));

    static void Check<T>(Gen<T> values, Action<T> property) =>
        Prop.ForAll(values.ToArbitrary(), value =>
        {
            property(value);
            return true;
        }).Check(_fixed);

    [Fact]
    public void A_mobile_reads_the_same_in_every_format() => Check(_mobiles, mobile =>
    {
        var expected = NormalFormReference.PlainMobile(mobile);
        string[] formats =
        [
            mobile, $"+86{mobile}", $"0086-{mobile}", $"86 {mobile}", $"{mobile[..3]}-{mobile[3..7]}-{mobile[7..]}", $"{mobile}.0",
            $"{mobile[..3]} {mobile[3..7]} {mobile[7..]}", $"电话:{mobile}", $"{mobile}(妈妈)", $"'{mobile}", $"=\"{mobile}\"", $"0{mobile}",
            string.Concat(mobile.Select(digit => (char)(digit + 0xFEE0))), $"{mobile[..1]}.{mobile[1..]}E+10",
        ];
        var phones = new ulong[PhoneReader.MaxPhones];
        foreach (var format in formats)
        {
            Assert.Equal(1, PhoneReader.Read(format, phones));
            Assert.Equal(expected, phones[0]);
        }
    });

    [Fact]
    public void Masked_positions_of_a_mobile_stay_wildcards_and_the_others_stay() => Check(
        _mobiles.SelectMany(mobile => Gen.Choose(1, (1 << 8) - 1).Select(mask => (mobile, mask))),
        item =>
        {
            var symbols = item.mobile.ToCharArray();
            for (var i = 0; i < 8; i++)
            {
                symbols[3 + i] = (item.mask >> i & 1) == 1 ? '*' : symbols[3 + i];
            }

            Assert.Equal("MaskedMobile " + new string(symbols), Printed.Phones(new string(symbols)));
        });

    [Fact]
    public void The_plain_path_of_phones_is_the_reference() => Check(
        Gen.Choose(0, 12).SelectMany(length => Gen.Choose(0, 9).ArrayOf(length)).Select(digits => "1" + string.Concat(digits)),
        cell => Assert.Equal(
            NormalFormReference.PlainMobile(cell),
            cell.Length == 11 ? PhoneReader.ReadPlain(cell) : 0));

    [Fact]
    public void A_date_reads_the_same_in_every_format() => Check(_instants, instant =>
    {
        string[] formats =
        [
            "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy.MM.dd HH:mm:ss", "yyyy年M月d日H时m分s秒", "yyyyMMddHHmmss", "yyyy-MM-ddTHH:mm:ss",
            "yyyy-MM-ddTHH:mm:ss.fff", "M/d/yyyy h:mm:ss tt", "d MMM yyyy HH:mm:ss", "MMMM d, yyyy HH:mm:ss",
        ];
        var expected = NormalFormReference.IsoDate(instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var format in formats)
        {
            Assert.True(DateReader.Read(instant.ToString(format, CultureInfo.InvariantCulture), default, out var packed), format);
            Assert.Equal(expected, packed);
        }
    });

    [Fact]
    public void A_serial_reads_as_the_day_that_a_workbook_shows() => Check(_instants, instant =>
    {
        var serial = instant.Date.ToOADate();
        if (serial is >= 20_000 and <= 60_000)
        {
            Assert.True(DateReader.Read(serial.ToString(CultureInfo.InvariantCulture), default, out var packed));
            Assert.Equal(DateOnly.FromDateTime(instant).DayNumber, PackedDate.DayOf(packed));
        }
    });

    [Fact]
    public void The_plain_path_of_dates_is_the_reference() => Check(
        Gen.Choose(1898, 2102).SelectMany(year => Gen.Choose(0, 13).SelectMany(month => Gen.Choose(0, 32).Select(day =>
            $"{year}-{month:00}-{day:00}"))),
        cell =>
        {
            var found = DateReader.Read(cell, default, out var packed);
            Assert.Equal(NormalFormReference.IsoDate(cell), found ? packed : 0);
        });

    [Fact]
    public void Identity_numbers_keep_every_digit_and_one_wrong_digit_shows() => Check(
        _instants.SelectMany(birth => Gen.Choose(0, 999).SelectMany(order => Gen.Choose(0, 17).SelectMany(at => Gen.Choose(1, 9).Select(add =>
            (birth, order, at, add))))),
        item =>
        {
            var body = "310115" + item.birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + item.order.ToString("000", CultureInfo.InvariantCulture);
            var number = body + NationalIdReader.CheckCharacter(body);
            Assert.True(NormalFormReference.HasRightChecksum(number));
            Assert.Equal("Valid " + number.ToUpperInvariant(), Printed.NationalId(number));
            if (item.at < 17)
            {
                var wrong = number.ToCharArray();
                wrong[item.at] = (char)('0' + (wrong[item.at] - '0' + item.add) % 10);
                Assert.DoesNotContain("Valid", Printed.NationalId(new string(wrong)), StringComparison.Ordinal);
            }
        });

    [Fact]
    public void Folding_is_the_reference_and_idempotent() => Check(_texts, text =>
    {
        var folded = Printed.Folded(text);
        Assert.Equal(NormalFormReference.Fold(text), folded);
        Assert.Equal(folded, Printed.Folded(folded));
    });

    [Fact]
    public void A_read_name_reads_as_itself() => Check(_texts, text =>
    {
        // Only what has a name's shape: a rest of letters and words may be a title or a mask when it stands alone.
        var name = Printed.Name(text, out var reading);
        if (reading.LooksLikeName && !name.Contains('*', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal))
        {
            Printed.Name(name, out var again);
            Assert.Equal(reading.Packed, again.Packed);
        }
    });

    [Fact]
    public void No_text_breaks_a_reader() => Check(_texts.Select(text => (text, text + text + text)), item =>
    {
        foreach (var text in new[] { item.text, item.Item2 })
        {
            Printed.Phones(text);
            Printed.NationalId(text);
            Printed.Name(text);
            Printed.Date(text, new DateContext(text.Length % 2 == 0, 2023, text.Length % 3 == 0, text.Length % 5 == 0));
            var folded = new char[text.Length];
            AddressReader.Fold(text, folded);
            CodeReader.Fold(text, folded);
            PlaceReader.Fold(text, folded);
            NoteReader.FindNationalId(text, out _, out _);
            NoteReader.FindWaybill(text, out _, out _);
        }
    });
}
