using FsCheck;
using FsCheck.Fluent;

namespace LeakTrace.Tests.Reference;

/// <summary>Checks that something holds of many generated values; the seed is fixed, so that a failure comes back.</summary>
static class Always
{
    public static void Holds<T>(Gen<T> values, Action<T> property, int tests = 2_000) =>
        Prop.ForAll(values.ToArbitrary(), value =>
        {
            property(value);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20170608, 11));

    /// <summary>Values made by a function of a seeded generator; FsCheck draws the seed and prints it with a failure.</summary>
    public static Gen<T> From<T>(Func<Random, T> make) => Gen.Choose(0, int.MaxValue).Select(seed => make(new Random(seed)));
}
