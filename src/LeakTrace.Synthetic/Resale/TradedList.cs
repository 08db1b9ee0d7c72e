using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Resale;

/// <summary>A list as it went from one party to the next, with the lists that it was made from.</summary>
/// <param name="File">The file that was sent.</param>
/// <param name="Entries">Its rows, without layout.</param>
/// <param name="Parents">Lists that its rows were taken from.</param>
sealed record TradedList(SeizedFile File, IReadOnlyList<Entry> Entries, IReadOnlyList<TradedList> Parents);
