namespace LeakTrace.Ingest.Archives;

/// <summary>A member of an archive once unpacked.</summary>
/// <param name="Content">Its bytes, at their start.</param>
/// <param name="Sha256">Their hash in lower-case hexadecimal, taken as they were unpacked.</param>
sealed record Unpacked(Stream Content, string Sha256) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}
