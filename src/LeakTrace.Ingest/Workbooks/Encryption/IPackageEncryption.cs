namespace LeakTrace.Ingest.Workbooks.Encryption;

/// <summary>A way in which office packages are encrypted.</summary>
interface IPackageEncryption
{
    /// <summary>Whether the password is the right one.</summary>
    bool Unlock(string password);

    /// <summary>Decrypts the content with the password that unlocked it; blanks may follow.</summary>
    byte[] Decrypt(ReadOnlySpan<byte> content);
}
