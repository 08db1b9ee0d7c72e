namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>A way in which the records of a BIFF stream are encrypted; their types and lengths never are.</summary>
interface IBiffCipher
{
    /// <summary>Decrypts a part of a record in place; parts come in ascending order.</summary>
    /// <param name="position">Where the part stands in the stream.</param>
    /// <param name="length">Length of its record.</param>
    /// <param name="bytes">The part.</param>
    void Decrypt(int position, int length, Span<byte> bytes);
}
