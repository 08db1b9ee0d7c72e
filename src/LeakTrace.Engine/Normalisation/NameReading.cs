using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>A name cell as read.</summary>
/// <param name="Packed">Normal form, see <see cref="PackedName"/>.</param>
/// <param name="Length">Length of the folded name.</param>
/// <param name="Traits"><see cref="RowTraits.BabyName"/> and <see cref="RowTraits.Placeholder"/>, or none.</param>
/// <param name="LooksLikeName">
/// Whether the shape is a name's: a surname in front and two to four characters, a masked or a Latin name.
/// </param>
public readonly record struct NameReading(ulong Packed, int Length, RowTraits Traits, bool LooksLikeName);
