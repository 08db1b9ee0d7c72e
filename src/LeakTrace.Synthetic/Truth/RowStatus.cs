namespace LeakTrace.Synthetic.Truth;

/// <summary>The one status of a physical row, in the order in which the first that holds is taken.</summary>
enum RowStatus : byte
{
    Blank,
    Layout,
    Placeholder,
    Invalid,
    Unidentifiable,
    Duplicate,
    ProbableDuplicate,
    Valid,
}
