using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Holds files of payments against each other: what both say, what they say differently, what only one says.</summary>
static class MoneyEvidence
{
    const int MostDays = 7;
    const double LikeAmount = 0.1;

    /// <summary>Disagreements of every two files, in their order; what both say alike is no line.</summary>
    public static List<DisagreementLine> Compare(IReadOnlyList<Payment> payments, IReadOnlyList<string> sources)
    {
        var lines = new List<DisagreementLine>();
        for (var a = 0; a < sources.Count; a++)
        {
            for (var b = a + 1; b < sources.Count; b++)
            {
                Compare(Of(payments, sources[a]), Of(payments, sources[b]), sources[a], sources[b], true, lines);
            }
        }

        return lines;
    }

    /// <summary>
    /// Disagreements of what a chat says was paid with the files of payments. That a chat is silent of a payment is none: people do not
    /// write down all they pay.
    /// </summary>
    public static List<DisagreementLine> Compare(IReadOnlyList<Payment> said, string chat, IReadOnlyList<Payment> payments, IReadOnlyList<string> sources)
    {
        var lines = new List<DisagreementLine>();
        foreach (var source in sources)
        {
            Compare(Of(said, chat), Of(payments, source), chat, source, false, lines);
        }

        return lines;
    }

    static List<Payment> Of(IReadOnlyList<Payment> payments, string source)
    {
        var own = new List<Payment>();
        foreach (var payment in payments)
        {
            if (payment.Source == source)
            {
                own.Add(payment);
            }
        }

        own.Sort((x, y) => DayOf(x) != DayOf(y) ? DayOf(x).CompareTo(DayOf(y)) : x.Row.CompareTo(y.Row));
        return own;
    }

    static void Compare(
        List<Payment> first, List<Payment> second, string firstSource, string secondSource, bool isComplete, List<DisagreementLine> lines)
    {
        var partners = new int[first.Count];
        Array.Fill(partners, -1);
        var isTaken = new bool[second.Count];

        // The surest pairs first: same amount and day, same amount some days off, like amount on the day, like amount some days off, any on the day.
        foreach (var (days, share) in (ReadOnlySpan<(int, double)>)[(0, 0), (MostDays, 0), (0, LikeAmount), (MostDays, LikeAmount), (0, 1)])
        {
            for (var i = 0; i < first.Count; i++)
            {
                for (var j = 0; partners[i] < 0 && j < second.Count; j++)
                {
                    if (!isTaken[j] && AreOne(first[i], second[j], days, share))
                    {
                        partners[i] = j;
                        isTaken[j] = true;
                    }
                }
            }
        }

        for (var i = 0; i < first.Count; i++)
        {
            if (partners[i] < 0)
            {
                lines.Add(Line("only-first", first[i], firstSource, null, secondSource));
            }
            else if (first[i].Amount != second[partners[i]].Amount)
            {
                lines.Add(Line("amount", first[i], firstSource, second[partners[i]], secondSource));
            }
            else if (DayOf(first[i]) != DayOf(second[partners[i]]))
            {
                lines.Add(Line("date", first[i], firstSource, second[partners[i]], secondSource));
            }
        }

        for (var j = 0; j < second.Count && isComplete; j++)
        {
            if (!isTaken[j])
            {
                lines.Add(Line("only-second", null, firstSource, second[j], secondSource));
            }
        }
    }

    static bool AreOne(Payment a, Payment b, int days, double share) =>
        a.Payer == b.Payer && a.Payee == b.Payee && Math.Abs(DayOf(a) - DayOf(b)) <= days
        && Math.Abs((double)(a.Amount - b.Amount)) <= share * (double)Math.Max(Math.Abs(a.Amount), Math.Abs(b.Amount));

    static DisagreementLine Line(string kind, Payment? first, string firstSource, Payment? second, string secondSource) => new(
        (first ?? second)!.Payer, (first ?? second)!.Payee, kind, firstSource, first?.Row ?? 0, first is null ? "" : Ledger.Time(first.PaidAt),
        first is null ? double.NaN : (double)first.Amount, secondSource, second?.Row ?? 0, second is null ? "" : Ledger.Time(second.PaidAt),
        second is null ? double.NaN : (double)second.Amount);

    static int DayOf(Payment payment) => PackedDate.DayOf(payment.PaidAt);
}
