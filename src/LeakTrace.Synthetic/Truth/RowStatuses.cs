namespace LeakTrace.Synthetic.Truth;

/// <summary>Names of <see cref="RowStatus"/> in tables.</summary>
static class RowStatuses
{
    public static readonly IReadOnlyList<string> Names =
        ["blank", "layout", "placeholder", "invalid", "unidentifiable", "duplicate", "probable_duplicate", "valid"];

    public static string Name(this RowStatus status) => Names[(int)status];
}
