namespace LeakTrace.Cases;

/// <summary>What a block of the store holds.</summary>
enum ResultKind
{
    None = 0,
    Rows = 1,
    Matches = 2,
    Holders = 3,
}
