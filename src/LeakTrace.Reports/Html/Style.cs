namespace LeakTrace.Reports.Html;

/// <summary>Looks of a page: its own, and those of the pictures that pages share.</summary>
static class Style
{
    /// <summary>The rules of a page by the name of its style.</summary>
    public static Markup Of(string name) => new(Read(name) + Read("bits.css"));

    static string Read(string name)
    {
        using var stream = typeof(Style).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The style {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
