using System.Globalization;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.App.Terminal;

/// <summary>The evidence about a source or account in words, with the rows that tell it apart and what would change its rank.</summary>
static class HolderExplanation
{
    /// <summary>Writes it in Chinese or English; rows go by their location, never by their content.</summary>
    public static void Write(HolderEvidence holder, bool isChinese, TextWriter output)
    {
        foreach (var line in isChinese ? Chinese(holder) : English(holder))
        {
            output.WriteLine(line);
        }

        foreach (var location in holder.Discriminating)
        {
            output.WriteLine("      " + location);
        }

        foreach (var line in isChinese ? ChineseChanges(holder) : EnglishChanges(holder))
        {
            output.WriteLine("  " + line);
        }
    }

    static IEnumerable<string> English(HolderEvidence h)
    {
        yield return $"{(h.IsAccount ? "Account" : "Source")} {h.Name}: rank {h.Rank} of {h.Ranked}, "
            + (h.Needed ? "needed to explain the seizure." : "not needed to explain the seizure.");
        yield return h.IsAccount
            ? $"  It read or wrote {Whole(h.Records)} records{(h.Source.Length > 0 ? $", most of them of {h.Source}" : "")}; {People(h.MatchedPeople)} seized people are among them, {People(h.InTime)} of these held before they were delivered."
            : $"  It holds {Whole(h.Records)} records; {People(h.MatchedPeople)} seized people are among them.";
        if (double.IsFinite(h.ExpectedByChance))
        {
            yield return $"  If its reading had nothing to do with the sale, {People(h.ExpectedByChance)} would be expected"
                + (h.ExpectedByChance > 0 ? $": {Ratio(h.MatchedPeople / h.ExpectedByChance)} times as many were found (p {P(h.ReadingPValue)}). Colleagues of whoever sold show this, too." : ".");
        }

        if (double.IsFinite(h.MedianLagHours))
        {
            yield return $"  Half of these were held within {h.MedianLagHours.ToString("0.#", CultureInfo.InvariantCulture)} hours before the delivery.";
        }

        yield return $"  That it leaked at some rate explains the seizure {Bits(h.Bits)} bits better than that it leaked nothing (needed: from {Bits(h.NeededBits)}). It explains {People(h.ExplainedPeople)} people, "
            + $"{Percent(h.ExplainedPeople, h.FoundPeople)} of those found (needed: from {Percent(h.NeededShare, 1)}, of all or of one edge).";
        yield return $"  Leak rate {Rate(h.LeakRate)} of what it held, 95 % interval {Rate(h.LeakRateLow)} to {Rate(h.LeakRateHigh)}.";
        if (h.Canaries > 0)
        {
            yield return $"  {People(h.Canaries)} seized people were planted in its copy alone.";
        }

        if (h.Bursts > 0)
        {
            yield return $"  Within a day before {h.Bursts} of the deliveries it read several times what it reads on a day.";
        }

        if (h.SharedLogin)
        {
            yield return "  It was used on several devices in the same hours, or round the clock: several people share it.";
        }

        foreach (var line in HolderScopes.English(h.Scopes))
        {
            yield return "  " + line;
        }

        if (h.NotToldFrom.Length > 0)
        {
            yield return h.LeftOpen > 0
                ? $"  A further {People(h.LeftOpen)} people whom it held are left to {h.NotToldFrom} as a whole: it held most of that, and cannot be told from it."
                : $"  It cannot be told apart from {h.NotToldFrom}, which held the same.";
        }

        if (h.Calls is { } calls)
        {
            yield return $"  {Whole(calls.ToRegistered)} of {Whole(calls.Calls)} calls went to its numbers, {Whole(calls.SoonAfter)} within three days after an admission where chance would bring "
                + $"{People(calls.SoonAfterExpected)}; p {P(calls.PValue)}; made good for the number of sources, {P(calls.AdjustedPValue)}.";
        }

        yield return h.Distinct == 0
            ? "  All of its seized people were held by others with evidence of their own, too: no row tells it apart."
            : $"  {Whole(h.Exclusive)} seized people were held by it alone, {Whole(h.Distinct)} by no other with evidence of its own. Rows of these, with the record that each matches:";
    }

    static IEnumerable<string> EnglishChanges(HolderEvidence h)
    {
        yield return "What would change this:";
        if (h.NextName.Length > 0)
        {
            yield return $"  {h.NextName} held {Whole(h.NextHeld)} of its seized people, too: the next candidate if it is ruled out. That one has {Bits(h.NextBits)} bits.";
        }

        if (h.Needed)
        {
            yield return $"  It would no longer be needed if about {Whole(ToFall(h))} of the records that it explains were found elsewhere, too.";
        }

        if (h.NextBits > 0 && h.Bits > h.NextBits && PerRecord(h) > 0)
        {
            yield return $"  It would fall behind {h.NextName} if about {Whole(ToBeOvertaken(h))} of its records were found elsewhere, too.";
        }

        if (!h.Needed)
        {
            yield return PerRecord(h) > 0 && h.Bits < h.NeededBits
                ? $"  It would come near the threshold if about {Whole(Math.Ceiling((h.NeededBits - h.Bits) / PerRecord(h)))} more people were found that only it held."
                : h.Bits < h.NeededBits
                ? $"  Others explain what it shares with the seizure. It would take people whom only it held, of {Percent(h.NeededShare, 1)} of those found, in all or on one edge, and {Bits(h.NeededBits)} bits."
                : $"  It would have to explain {Percent(h.NeededShare, 1)} of the people found, of all or of one edge.";
        }

        yield return "  These are estimates along the fitted model: trace again with what is found. An account is not a person.";
    }

    static IEnumerable<string> Chinese(HolderEvidence h)
    {
        yield return $"{(h.IsAccount ? "账号" : "来源")} {h.Name}：在 {h.Ranked} 个中排第 {h.Rank}，"
            + (h.Needed ? "是解释扣押数据所必需的。" : "不是解释扣押数据所必需的。");
        yield return h.IsAccount
            ? $"  它读取或登记过 {Whole(h.Records)} 条记录{(h.Source.Length > 0 ? $"，多数属于 {h.Source}" : "")}；其中有 {People(h.MatchedPeople)} 名被扣押者，{People(h.InTime)} 人是在交付之前持有的。"
            : $"  它有 {Whole(h.Records)} 条记录；其中有 {People(h.MatchedPeople)} 名被扣押者。";
        if (double.IsFinite(h.ExpectedByChance))
        {
            yield return $"  若其读取与出售无关，预期为 {People(h.ExpectedByChance)} 人"
                + (h.ExpectedByChance > 0 ? $"；实际是预期的 {Ratio(h.MatchedPeople / h.ExpectedByChance)} 倍（p {P(h.ReadingPValue)}）。出售者的同事也会如此。" : "。");
        }

        if (double.IsFinite(h.MedianLagHours))
        {
            yield return $"  其中一半是在交付前 {h.MedianLagHours.ToString("0.#", CultureInfo.InvariantCulture)} 小时之内持有的。";
        }

        yield return $"  它以某一比率泄露，比它毫无泄露，对扣押数据的解释好 {Bits(h.Bits)} 比特（必需：{Bits(h.NeededBits)} 起）。它解释 {People(h.ExplainedPeople)} 人，"
            + $"占找到者的 {Percent(h.ExplainedPeople, h.FoundPeople)}（必需：占全部或某一交付的 {Percent(h.NeededShare, 1)} 起）。";
        yield return $"  泄露率为其所持有的 {Rate(h.LeakRate)}，95% 区间 {Rate(h.LeakRateLow)} 至 {Rate(h.LeakRateHigh)}。";
        if (h.Canaries > 0)
        {
            yield return $"  有 {People(h.Canaries)} 名被扣押者是只植入其副本的诱饵记录。";
        }

        if (h.Bursts > 0)
        {
            yield return $"  有 {h.Bursts} 次交付，其前一日之内的读取数倍于平日。";
        }

        if (h.SharedLogin)
        {
            yield return "  它在同一小时内用于多台设备，或昼夜不停地使用：由数人共用。";
        }

        foreach (var line in HolderScopes.Chinese(h.Scopes))
        {
            yield return "  " + line;
        }

        if (h.NotToldFrom.Length > 0)
        {
            yield return h.LeftOpen > 0
                ? $"  其持有的另外 {People(h.LeftOpen)} 人归于{h.NotToldFrom}整体：它持有其大部分记录，与之无法区分。"
                : $"  它与{h.NotToldFrom}所持相同，无法区分。";
        }

        if (h.Calls is { } calls)
        {
            yield return $"  {Whole(calls.Calls)} 次通话中有 {Whole(calls.ToRegistered)} 次拨打其号码，入院后三天之内 {Whole(calls.SoonAfter)} 次，按机会预期 "
                + $"{People(calls.SoonAfterExpected)} 次；p {P(calls.PValue)}，按来源数校正后 {P(calls.AdjustedPValue)}。";
        }

        yield return h.Distinct == 0
            ? "  其被扣押者全部也由有证据的其他者持有：没有哪一行能把它区分开。"
            : $"  有 {Whole(h.Exclusive)} 名被扣押者只由它持有，{Whole(h.Distinct)} 名不由有证据的其他者持有。后者的行，以及各行所符合的记录：";
    }

    static IEnumerable<string> ChineseChanges(HolderEvidence h)
    {
        yield return "什么会改变这一结果：";
        if (h.NextName.Length > 0)
        {
            yield return $"  {h.NextName} 也持有其中 {Whole(h.NextHeld)} 人：若排除它，下一个可能的是 {h.NextName}（{Bits(h.NextBits)} 比特）。";
        }

        if (h.Needed)
        {
            yield return $"  若它所解释的记录中约有 {Whole(ToFall(h))} 条也在别处找到，它就不再是必需的。";
        }

        if (h.NextBits > 0 && h.Bits > h.NextBits && PerRecord(h) > 0)
        {
            yield return $"  若其记录中约有 {Whole(ToBeOvertaken(h))} 条也在别处找到，它就会落在 {h.NextName} 之后。";
        }

        if (!h.Needed)
        {
            yield return PerRecord(h) > 0 && h.Bits < h.NeededBits
                ? $"  若再找到约 {Whole(Math.Ceiling((h.NeededBits - h.Bits) / PerRecord(h)))} 名只由它持有的人，它就接近阈值。"
                : h.Bits < h.NeededBits
                ? $"  它与扣押数据重叠的部分由其他者即可解释。须有只由它持有的人，达到全部或某一交付中找到者的 {Percent(h.NeededShare, 1)}，并达到 {Bits(h.NeededBits)} 比特。"
                : $"  它须解释全部或某一交付中找到者的 {Percent(h.NeededShare, 1)}。";
        }

        yield return "  以上是依所拟合模型的估计：有新发现时请重新运行 trace。账号不等于人。";
    }

    /// <summary>Bits that an explained record is worth on average.</summary>
    static double PerRecord(HolderEvidence h) => h.ExplainedPeople >= 0.5 && h.Bits > 0 ? h.Bits / h.ExplainedPeople : 0;

    /// <summary>Records that must fall away before either condition of being needed fails.</summary>
    static double ToFall(HolderEvidence h)
    {
        var byBits = PerRecord(h) > 0 ? (h.Bits - h.NeededBits) / PerRecord(h) : 0;
        var byShare = h.ExplainedPeople - (h.NeededShare * h.FoundPeople);
        return Math.Max(1, Math.Ceiling(byShare > 0 ? Math.Min(byBits, byShare) : byBits));
    }

    static double ToBeOvertaken(HolderEvidence h) => Math.Max(1, Math.Ceiling((h.Bits - Math.Max(0, h.NextBits)) / PerRecord(h)));

    static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string People(double number) => number.ToString(number is > 0 and < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    static string Bits(double bits) => double.IsFinite(bits) ? bits.ToString("0.#", CultureInfo.InvariantCulture) : "–";

    static string P(double p) => p < 1e-300 ? "< 1E-300" : "= " + (double.IsFinite(p) ? p.ToString(p < 0.001 ? "0.0E+0" : "0.###", CultureInfo.InvariantCulture) : "–");

    static string Ratio(double ratio) => ratio.ToString("0.0", CultureInfo.InvariantCulture);

    static string Percent(double part, double all) => (100 * part / Math.Max(1e-9, all)).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    static string Rate(double rate) => double.IsFinite(rate) ? (100 * rate).ToString("0.###", CultureInfo.InvariantCulture) + " %" : "–";
}
