using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// Estimates u from random pairs drawn with a seed. Pairs that are plainly the same person are left out, and levels too rare
/// to be drawn have their probability from what the field is made of: a mobile agrees by chance as its three parts do.
/// </summary>
public static class RandomPairs
{
    const int Stride = PersonPattern.Levels;
    const int Draws = 200_000;
    const int DrawsAtOnce = 5_000;

    /// <summary>How many pairs ahead of its use memory is fetched; as far again for what tells where it is.</summary>
    const int Distance = 6;

    const int PhoneSample = 200_000;

    /// <summary>u by field and level, length fields × 16.</summary>
    public static double[] EstimateU(
        PersonColumns left, IReadOnlyList<PersonColumns> right, PlaceLevels places, NameFrequencies names, ulong seed, ParallelOptions? parallel = null)
    {
        var u = Floors(right, names);
        var (counts, present) = Draw(left, right, places, seed, parallel ?? new ParallelOptions());
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            var field = (PersonField)f;
            double rest = 1;
            for (var level = 2; level < FieldLevels.CountOf(field); level++)
            {
                var at = f * Stride + level;
                var isCounted = field != PersonField.Name || level is not (>= (int)NameLevel.ExactVeryCommon or (int)NameLevel.MaskCommon or (int)NameLevel.MaskRare);
                u[at] = isCounted && present[f] > 0 ? Math.Max(u[at], counts[at] / (double)present[f]) : u[at];
                rest -= u[at];
            }

            u[f * Stride + 1] = Math.Max(0.05, rest);
        }

        return u;
    }

    static (long[] Counts, long[] Present) Draw(
        PersonColumns left, IReadOnlyList<PersonColumns> right, PlaceLevels places, ulong seed, ParallelOptions parallel)
    {
        var counts = new long[PersonPattern.Fields * Stride];
        var present = new long[PersonPattern.Fields];
        var starts = TableNumbering.StartsOf(right);
        var all = starts[^1];
        if (left.Count == 0 || all == 0)
        {
            return (counts, present);
        }

        Parallel.For(0, Draws / DrawsAtOnce, parallel, () => new long[counts.Length], (part, _, own) =>
        {
            var drawn = new (int Left, int Table, int Record)[DrawsAtOnce];
            for (var draw = 0; draw < DrawsAtOnce; draw++)
            {
                var place = 2 * (part * DrawsAtOnce + draw);
                var (table, record) = TableNumbering.Locate(starts, (int)(Drawn(seed, place + 1) % (ulong)all));
                drawn[draw] = ((int)(Drawn(seed, place) % (ulong)left.Count), table, record);
            }

            for (var draw = 0; draw < DrawsAtOnce; draw++)
            {
                if (draw + 2 * Distance < DrawsAtOnce)
                {
                    var (far, near) = (drawn[draw + 2 * Distance], drawn[draw + Distance]);
                    left.Fetch(far.Left);
                    right[far.Table].Fetch(far.Record);
                    left.AddressText?.FetchText(near.Left);
                    right[near.Table].AddressText?.FetchText(near.Record);
                }

                var (i, table, record) = drawn[draw];
                if (right[table] == left && record == i)
                {
                    continue;
                }

                var pattern = PersonPattern.Between(left, i, right[table], record, places);
                if (IsPlainlyTheSame(pattern))
                {
                    continue;
                }

                for (var f = 0; f < PersonPattern.Fields; f++)
                {
                    own[f * Stride + ((int)(pattern >> (4 * f)) & 0xF)]++;
                }
            }

            return own;
        }, own =>
        {
            lock (counts)
            {
                for (var at = 0; at < counts.Length; at++)
                {
                    counts[at] += own[at];
                    present[at / Stride] += at % Stride == 0 ? 0 : own[at];
                }
            }
        });
        return (counts, present);
    }

    /// <summary>The number drawn at a place of the sequence of a seed: SplitMix64 (Steele, Lea and Flood 2014).</summary>
    static ulong Drawn(ulong seed, int place)
    {
        var x = seed + (ulong)(place + 1) * 0x9E37_79B9_7F4A_7C15;
        x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
        return x ^ (x >> 31);
    }

    static bool IsPlainlyTheSame(ulong pattern) =>
        PersonPattern.LevelOf(pattern, PersonField.Phone) >= (int)PhoneLevel.Mask
        || PersonPattern.LevelOf(pattern, PersonField.NationalId) >= (int)NationalIdLevel.Mask
        || PersonPattern.LevelOf(pattern, PersonField.Waybill) == (int)CodeLevel.Exact
        || PersonPattern.LevelOf(pattern, PersonField.Address) >= (int)AddressLevel.SameNumbers
        || (PersonPattern.LevelOf(pattern, PersonField.Name) >= (int)NameLevel.TonelessPinyin
            && PersonPattern.LevelOf(pattern, PersonField.EventDate) >= (int)DateLevel.OneDay);

    /// <summary>Least values of u; the only ones for levels that drawing cannot see.</summary>
    static double[] Floors(IReadOnlyList<PersonColumns> right, NameFrequencies names)
    {
        var u = new double[PersonPattern.Fields * Stride];
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            for (var level = 2; level < FieldLevels.CountOf((PersonField)f); level++)
            {
                u[f * Stride + level] = 1e-5;
            }
        }

        for (var level = NameLevel.ExactVeryCommon; level <= NameLevel.ExactRare; level++)
        {
            u[At(PersonField.Name, (int)level)] = names.AgreementOf(level);
        }

        u[At(PersonField.Name, (int)NameLevel.MaskCommon)] = names.AgreementOf(NameLevel.MaskCommon);
        u[At(PersonField.Name, (int)NameLevel.MaskRare)] = names.AgreementOf(NameLevel.MaskRare);
        Phones(u, right);
        u[At(PersonField.NationalId, (int)NationalIdLevel.WeakMask)] = 1e-3;
        u[At(PersonField.NationalId, (int)NationalIdLevel.Mask)] = 1e-6;
        u[At(PersonField.NationalId, (int)NationalIdLevel.NearlySame)] = 1e-8;
        u[At(PersonField.NationalId, (int)NationalIdLevel.Exact)] = 1e-9;
        u[At(PersonField.Address, (int)AddressLevel.Exact)] = 1e-6;
        // Waybills are issued in sequence: of the numbers that differ by one digit, many exist.
        var records = (double)Math.Max(1, TableNumbering.StartsOf(right)[^1]);
        u[At(PersonField.Waybill, (int)CodeLevel.NearlySame)] = Math.Min(0.01, Math.Max(1e-6, 50 / records));
        u[At(PersonField.Waybill, (int)CodeLevel.Exact)] = 1e-9;
        return u;
    }

    static int At(PersonField field, int level) => (int)field * Stride + level;

    /// <summary>
    /// Chance agreement of the parts of a mobile (3-4-4) in the registers; the probability of a near agreement is that of the
    /// whole number times the ways to come near it.
    /// </summary>
    static void Phones(double[] u, IReadOnlyList<PersonColumns> right)
    {
        var front = new long[4096];
        var middle = new long[65536];
        var end = new long[65536];
        long mobiles = 0;
        foreach (var table in right)
        {
            var phones = table.Phone ?? [];
            for (var i = 0; i < phones.Length && mobiles < PhoneSample; i++)
            {
                if (PackedPhone.KindOf(phones[i]) == PhoneKind.Mobile)
                {
                    front[(phones[i] >> 32) & 0xFFF]++;
                    middle[(phones[i] >> 16) & 0xFFFF]++;
                    end[phones[i] & 0xFFFF]++;
                    mobiles++;
                }
            }
        }

        double a = Repetition(front, mobiles), b = Repetition(middle, mobiles), c = Repetition(end, mobiles);
        var whole = Math.Max(a * b * c, 1e-10);
        u[At(PersonField.Phone, (int)PhoneLevel.Exact)] = whole;
        u[At(PersonField.Phone, (int)PhoneLevel.Transposed)] = 10 * whole;
        u[At(PersonField.Phone, (int)PhoneLevel.OneDigit)] = 90 * whole;
        u[At(PersonField.Phone, (int)PhoneLevel.Mask)] = a * c;
        u[At(PersonField.Phone, (int)PhoneLevel.Near)] = 3_600 * whole + b * c;
        u[At(PersonField.Phone, (int)PhoneLevel.WeakMask)] = 1e-4;
    }

    static double Repetition(long[] counts, long total)
    {
        double sum = 0;
        foreach (var count in counts)
        {
            sum += (double)count * (count - 1);
        }

        return total < 1000 ? 1e-3 : Math.Max(sum / ((double)total * (total - 1)), 1e-5);
    }
}
