using System.Security.Cryptography;
using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

/// <summary>Archives that other programs encrypted with the password 'secret'.</summary>
public class EncryptedArchiveTests
{
    /// <summary>A list of a row, stored, by Info-ZIP 3.0.</summary>
    const string Stored = "UEsDBAoACQAAACM8dl2yybw+MAAAACQAAAAJABwAc2hvcnQuY3N2VVQJAAOymgJrspoCa3V4CwABBAAAAAAEAAAAAFfIbTPezm0LC92AEc2qSwacHkU0lJK+"
        + "m2VJCQ4upaHhZYvGrzQP4Qv33mfOjm0MxlBLBwiyybw+MAAAACQAAABQSwECHgMKAAkAAAAjPHZdssm8PjAAAAAkAAAACQAYAAAAAAAAAAAApIEAAAAAc2hv"
        + "cnQuY3N2VVQFAAOymgJrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEATwAAAIMAAAAAAA==";

    /// <summary>A list of 30 rows, deflated, by Info-ZIP 3.0, with sizes behind the content.</summary>
    const string Deflated = "UEsDBBQACQAIACM8dl1thueoewAAAKICAAAIABwAbGlzdC5jc3ZVVAkAA7KaAmuymgJrdXgLAAEEAAAAAAQAAAAAwLBL5x9fvYWq02Y+mQyd5WFwR2msIOzW"
        + "RHO/kXS7WGdErsk5PcoUrdeIctRqVyaTv/KOK1M6qdqNGgc0LVose67bcSpCGQsMc8TlzZqqOp6WZamigrXk9TvMucMXXuxQCgw7IwwCBkHX/ZK89iDeMP6e"
        + "OG4HFmPmyIofUEsHCG2G56h7AAAAogIAAFBLAQIeAxQACQAIACM8dl1thueoewAAAKICAAAIABgAAAAAAAEAAACkgQAAAABsaXN0LmNzdlVUBQADspoCa3V4"
        + "CwABBAAAAAAEAAAAAFBLBQYAAAAAAQABAE4AAADNAAAAAAA=";

    /// <summary>A list of a row with AES of 256 bits, by 7-Zip 26.02.</summary>
    const string Aes = "UEsDBDMAAQBjACQ8dl0AAAAAQAAAACQAAAAJAAsAc2hvcnQuY3N2AZkHAAIAQUUDAAAm6Fil6+UgkOCpTSPp+zhb+IzuhdHL3kZ7aDtanS6HrjCDSTrvRObo"
        + "rUVt4fGhCgRp5Iw9T3hp+g3COt8D49OWUEsBAj8DMwABAGMAJDx2XQAAAABAAAAAJAAAAAkALwAAAAAAAAAggKSBAAAAAHNob3J0LmNzdgoAIAAAAAAAAQAY"
        + "AFd2JLdTet0BAAAAAAAAAAAAAAAAAAAAAAGZBwACAEFFAwAAUEsFBgAAAAABAAEAZgAAAHIAAAAAAA==";

    static readonly byte[] _list = Encoding.UTF8.GetBytes("姓名,电话\n王小红,13711113333\n");

    [Theory]
    [InlineData(Stored, 2)]
    [InlineData(Deflated, 31)]
    [InlineData(Aes, 2)]
    public void A_password_that_was_given_opens_a_member(string archive, int rows)
    {
        var read = Read(archive, "wrong", "secret", "another");
        Assert.Empty(read.Problems);
        Assert.Equal(rows, Assert.Single(read.Sheets).Rows);
        if (rows == 2)
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(_list)), read.Sha256);
        }
    }

    [Theory]
    [InlineData(Stored)]
    [InlineData(Deflated)]
    [InlineData(Aes)]
    public void Thousands_of_wrong_passwords_do_not(string archive)
    {
        // One in 256 passes the first check of the traditional encryption.
        var wrong = Enumerable.Range(0, archive == Aes ? 50 : 3000).Select(i => FormattableString.Invariant($"wrong{i}")).ToArray();
        Assert.Equal(("encrypted", Severity.Error), Outcome(Read(archive, wrong)));
        Assert.Equal(("encrypted", Severity.Error), Outcome(Read(archive)));
    }

    [Fact]
    public void Bytes_that_are_not_what_was_signed_are_refused()
    {
        foreach (var archive in (string[])[Stored, Aes])
        {
            var bytes = Convert.FromBase64String(archive);
            bytes[bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) - 30] ^= 1;
            Assert.Equal(("encrypted", Severity.Error), Outcome(Read(Convert.ToBase64String(bytes), "secret")));
        }
    }

    static (string Code, Severity Severity) Outcome(InputFile file)
    {
        var problem = Assert.Single(file.Problems);
        Assert.Contains("password", problem.Message);
        return (problem.Code, problem.Severity);
    }

    static InputFile Read(string archive, params string[] passwords)
    {
        using var file = new ScratchFile(Convert.FromBase64String(archive));
        return FileImporter.ImportAll(file.Path, "a.zip", InputFolder.Seized, ImportSettings.Default with { Passwords = passwords })[1];
    }
}
