namespace LeakTrace.Tests.Normalisation;

public sealed class NationalIdReaderTests
{
    [Theory]
    [InlineData("110101199003077758", "Valid 110101199003077758")]
    [InlineData("11010519491231002X", "Valid 11010519491231002X")]
    [InlineData("11010519491231002x", "Valid 11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "Valid 11010519491231002X")]
    [InlineData("110101 19900307 7758", "Valid 110101199003077758")]
    [InlineData("身份证号：110101199003077758", "Valid 110101199003077758")]
    [InlineData("'110101199003077758", "Valid 110101199003077758")]
    [InlineData("110101900307775", "Valid 110101199003077758")]
    [InlineData("110101199003077759", "Malformed 110101199003077759")]
    [InlineData("110101199013077758", "Malformed 110101199013077758")]
    [InlineData("990101199003077758", "Malformed 990101199003077758")]
    [InlineData("11010119900307775", "Malformed 11010119900307775*")]
    [InlineData("12345678", "Malformed 12345678**********")]
    [InlineData("110101********7758", "Masked 110101********7758")]
    [InlineData("110101xxxxxxxx7758", "Masked 110101********7758")]
    [InlineData("110101****7758", "Masked 110101********7758")]
    [InlineData("11010119900307****", "Masked 11010119900307****")]
    [InlineData("1****************8", "Masked 1****************8")]
    [InlineData("1.10101199003077E+17", "PrecisionLost 110101199003077***")]
    [InlineData("1.1010119900307E+17", "PrecisionLost 110101199003070***")]
    [InlineData("1.10101E+17", "PrecisionLost 110101************")]
    [InlineData("110101199003077000", "PrecisionLost 110101199003077***")]
    [InlineData("无", "nothing")]
    [InlineData("******", "nothing")]
    [InlineData("", "nothing")]
    public void Reads_identity_numbers(string cell, string expected) => Assert.Equal(expected, Printed.NationalId(cell));
}
