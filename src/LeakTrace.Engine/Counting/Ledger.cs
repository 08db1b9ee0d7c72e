using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Payments held against deliveries, each file of payments by itself: an account book and a bank's list may disagree.</summary>
public sealed class Ledger
{
    readonly IReadOnlyList<Payment> _payments;
    readonly DeliveryPlan _deliveries;
    readonly CaseCount _count;
    readonly List<LedgerLine> _lines = [];
    readonly List<PriceLine> _prices = [];
    readonly List<DisagreementLine> _disagreements = [];
    readonly Dictionary<(string Seller, string Source), (long Paid, long Unpaid)> _settled = [];

    Ledger(IReadOnlyList<Payment> payments, DeliveryPlan deliveries, CaseCount count)
    {
        _payments = payments;
        _deliveries = deliveries;
        _count = count;
        Sources = SourcesOf(payments);
    }

    /// <summary>Evidence of payments, the leading first: payments.csv, else the file with the most payments; chats last.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Files of payments among the evidence.</summary>
    List<string> Files
    {
        get
        {
            var files = new List<string>(Sources);
            files.Remove(ChatMoney.Source);
            return files;
        }
    }

    /// <summary>Lines of the table <c>ledger</c>.</summary>
    public IReadOnlyList<LedgerLine> Lines => _lines;

    /// <summary>Lines of the table <c>prices</c>.</summary>
    public IReadOnlyList<PriceLine> Prices => _prices;

    /// <summary>Lines of the table <c>disagreements</c>.</summary>
    public IReadOnlyList<DisagreementLine> Disagreements => _disagreements;

    /// <summary>Settles.</summary>
    /// <param name="payments">All payments of all files.</param>
    /// <param name="messages">Messages of chats; those that tell of payments are evidence of their own.</param>
    /// <param name="deliveries">Edges and times.</param>
    /// <param name="count">Records that count in each file on each edge.</param>
    public static Ledger Run(IReadOnlyList<Payment> payments, IReadOnlyList<ChatMessage> messages, DeliveryPlan deliveries, CaseCount count)
    {
        var ledger = new Ledger([.. payments, .. ChatMoney.Of(messages)], deliveries, count);
        foreach (var source in ledger.Sources)
        {
            ledger.Settle(source);
        }

        ledger._lines.Sort(Compare);
        ledger._disagreements.AddRange(MoneyEvidence.Compare(payments, ledger.Files));
        return ledger;
    }

    /// <summary>
    /// What a scope was paid; null where no payment is known. Chats tell of it only where no file does: people do not write down all they pay.
    /// </summary>
    /// <param name="scope"><c>edge</c>, <c>seller</c> or <c>party</c>.</param>
    /// <param name="key">Which.</param>
    public PartyMoney? MoneyOf(string scope, string key)
    {
        PartyMoney? money = null;
        foreach (var source in Files is { Count: > 0 } files ? files : Sources)
        {
            decimal received = 0, passedOn = 0;
            var isThere = false;
            foreach (var payment in _payments)
            {
                if (payment.Source != source)
                {
                    continue;
                }

                var isReceived = scope == "edge" ? payment.Payee + "→" + payment.Payer == key : payment.Payee == key;
                received += isReceived ? payment.Amount : 0;
                passedOn += scope != "edge" && payment.Payer == key ? payment.Amount : 0;
                isThere |= isReceived;
            }

            // Evidence that knows nothing of a party does not say that it received nothing.
            if (isThere)
            {
                var kept = Math.Max(0, received - passedOn);
                money = money is null ? new PartyMoney(received, kept, received)
                    : money with { Low = Math.Min(money.Low, kept), High = Math.Max(money.High, received) };
            }
        }

        return money;
    }

    /// <summary>Lines of the table <c>parties</c>, one for each party and file of payments.</summary>
    /// <param name="roles">Roles of parties.</param>
    public List<PartyLine> Parties(IReadOnlyDictionary<string, PartyRole> roles) =>
        PartyLines.Write(_payments, Sources, _deliveries, _count, _settled, roles);

    void Settle(string source)
    {
        var pairs = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var p = 0; p < _payments.Count; p++)
        {
            if (_payments[p].Source == source)
            {
                var key = _payments[p].Payee + "→" + _payments[p].Payer;
                if (!pairs.TryGetValue(key, out var list))
                {
                    pairs[key] = list = [];
                }

                list.Add(p);
            }
        }

        foreach (var (key, numbers) in pairs)
        {
            Settle(source, numbers, DeliveriesOf(key, pairs.Count));
        }

        for (var e = 0; e < _deliveries.Edges.Count; e++)
        {
            if (!pairs.ContainsKey(_deliveries.KeyOf(e)))
            {
                AddSettled(_deliveries.Edges[e].Seller, source, 0, Sum(DeliveriesOf(_deliveries.KeyOf(e), 0)));
            }
        }
    }

    /// <summary>Deliveries of an edge; the whole seizure where none is known and only one pair of people paid.</summary>
    List<(long SentAt, long Rows)> DeliveriesOf(string key, int pairs)
    {
        var deliveries = new List<(long, long)>();
        for (var f = 0; f < _count.Files; f++)
        {
            foreach (var (edge, sentAt) in _deliveries.Of(f))
            {
                if (_deliveries.KeyOf(edge) == key)
                {
                    deliveries.Add((sentAt, _count.DeliveredValid(edge, f)));
                }
            }

            if (!_deliveries.IsKnown && pairs == 1)
            {
                deliveries.Add((long.MaxValue, _count.DeliveredValid(-1, f)));
            }
        }

        return deliveries;
    }

    void Settle(string source, List<int> numbers, List<(long SentAt, long Rows)> deliveries)
    {
        var payments = numbers.ConvertAll(p => (p, PackedDate.InstantOf(_payments[p].PaidAt), _payments[p].Amount));
        var settlements = Settlement.Of(deliveries, payments, isInAdvance: false);
        var prices = PriceTiers.Find(settlements);
        var inAdvance = Settlement.Of(deliveries, payments, isInAdvance: true);
        var advancePrices = PriceTiers.Find(inAdvance);
        if (IsPaidInAdvance(settlements, prices, inAdvance, advancePrices))
        {
            (settlements, prices) = (inAdvance, advancePrices);
        }

        long paid = 0;
        for (var s = 0; s < settlements.Count; s++)
        {
            AddLines(source, settlements[s], s, prices);
            paid += settlements[s].Rows;
        }

        var first = _payments[numbers[0]];
        AddSettled(first.Payee, source, paid, Sum(deliveries) - paid);
        _prices.AddRange(PriceLines.Write(first.Payer, first.Payee, source, settlements, prices));
    }

    /// <summary>Money before goods is believed only where it explains the amounts far better: it has one more way to fit.</summary>
    static bool IsPaidInAdvance(List<Settlement> settlements, PriceTiers prices, List<Settlement> inAdvance, PriceTiers advancePrices) =>
        settlements.Count >= 3 && inAdvance.Count >= settlements.Count && advancePrices.Tiers.Count > 0 && prices.Tiers.Count > 0
        && advancePrices.Cost + settlements.Count < prices.Cost;

    void AddLines(string source, Settlement settlement, int number, PriceTiers prices)
    {
        decimal owed = 0;
        for (var d = 0; d < settlement.Deliveries.Count; d++)
        {
            owed += settlement.Deliveries[d].Rows * prices.PriceOf(number, d);
        }

        var tier = prices.PriceAt(number);
        for (var p = 0; p < settlement.Payments.Count; p++)
        {
            var payment = _payments[settlement.Payments[p].Payment];
            var rows = p == 0 ? settlement.Rows : 0;
            var isPriced = tier > 0;
            _lines.Add(new LedgerLine(
                Time(payment.PaidAt), payment.Payer, payment.Payee, payment.Amount, rows, rows == 0 ? double.NaN : (double)payment.Amount / rows, tier,
                isPriced ? (double)(payment.Amount / tier) : double.NaN, payment.Amount - (p == 0 ? owed : 0))
            {
                Source = source,
                File = payment.File,
                Row = payment.Row,
                Settlement = number + 1,
                ClaimedRows = payment.ClaimedRows,
            });
            if (payment.ClaimedRows > 0 && payment.ClaimedRows != rows)
            {
                _disagreements.Add(new DisagreementLine(
                    payment.Payer, payment.Payee, "rows", source, payment.Row, Time(payment.PaidAt), payment.ClaimedRows, "seized", 0, "", rows));
            }
        }
    }

    void AddSettled(string seller, string source, long paid, long unpaid)
    {
        var known = _settled.GetValueOrDefault((seller, source));
        _settled[(seller, source)] = (known.Paid + paid, known.Unpaid + unpaid);
    }

    static long Sum(List<(long SentAt, long Rows)> deliveries)
    {
        long rows = 0;
        foreach (var delivery in deliveries)
        {
            rows += delivery.Rows;
        }

        return rows;
    }

    static List<string> SourcesOf(IReadOnlyList<Payment> payments)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var payment in payments)
        {
            counts[payment.Source] = counts.GetValueOrDefault(payment.Source) + 1;
        }

        var sources = new List<string>(counts.Keys);
        static int Rank(string source) => source == "payments.csv" ? 0 : source == ChatMoney.Source ? 2 : 1;
        sources.Sort((a, b) => Rank(a) != Rank(b) ? Rank(a).CompareTo(Rank(b))
            : counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : string.CompareOrdinal(a, b));
        return sources;
    }

    static int Compare(LedgerLine a, LedgerLine b) =>
        string.CompareOrdinal(a.PaidAt, b.PaidAt) is not 0 and var time ? time
        : string.CompareOrdinal(a.Payer, b.Payer) is not 0 and var payer ? payer
        : string.CompareOrdinal(a.Payee, b.Payee) is not 0 and var payee ? payee
        : string.CompareOrdinal(a.Source, b.Source) is not 0 and var source ? source
        : string.CompareOrdinal(a.File, b.File) is not 0 and var file ? file : a.Row.CompareTo(b.Row);

    internal static string Time(ulong packed)
    {
        if (packed == 0)
        {
            return "";
        }

        var day = DateOnly.FromDayNumber(PackedDate.DayOf(packed)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return PackedDate.SecondOf(packed) is var second && second >= 0
            ? day + " " + TimeSpan.FromSeconds(second).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture) : day;
    }
}
