using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Resale;

/// <summary>
/// The trade, round after round: first sellers send new lists; whoever received lists sends them on, whole or in part, as they
/// are or edited, sorted anew, two mixed into one, with rows of their own.
/// </summary>
sealed class Trade
{
    public static readonly DateTime Start = new(2022, 3, 1);

    static readonly Field[][] _layouts =
    [
        [Field.Name, Field.NationalId, Field.Phone],
        [Field.Sequence, Field.Name, Field.Phone, Field.Address],
        [Field.Name, Field.Sex, Field.Phone, Field.NationalId],
        [Field.Phone, Field.Name, Field.Address, Field.NationalId],
        [Field.Sequence, Field.Name, Field.NationalId, Field.Phone, Field.Address],
    ];

    static readonly Dictionary<Field, string[]> _headers = new()
    {
        [Field.Sequence] = ["序号", "编号", "序"],
        [Field.Name] = ["姓名", "客户姓名", "名字", "客户"],
        [Field.Phone] = ["电话", "手机", "手机号", "联系电话", "电话号码"],
        [Field.NationalId] = ["身份证号", "身份证", "证件号码"],
        [Field.Sex] = ["性别"],
        [Field.Address] = ["地址", "住址", "家庭住址"],
    };

    readonly ResaleOptions _options;
    readonly SignUps _people;
    readonly StyleBook _styles;
    readonly SheetComposer _composer;
    readonly Retyping _retyping;
    readonly List<TradedList> _lists = [];
    readonly List<List<List<TradedList>>> _received;
    readonly int _firstSize;
    int _next;
    int _registered;

    public Trade(ResaleOptions options, SignUps people)
    {
        _options = options;
        _people = people;
        _styles = new StyleBook(
            new StyleShares(options.HeaderlessShare, options.TitleShare, 0, options.TraditionalShare, options.FullWidthShare, 0),
            _layouts, _headers);
        _composer = new SheetComposer(
            new SheetDirt(options.BlankRowShare, options.RepeatedHeaderShare, options.TotalShare, options.RemarkShare), name => name);
        _retyping = new Retyping(new RetypingShares(
            options.PhoneSubstitutionShare, options.PhoneTranspositionShare, options.PhoneTruncationShare, options.NameErrorShare, 0, 0));
        _received = [.. Enumerable.Range(0, options.Hops + 1).Select(_ => Enumerable.Range(0, options.Parties).Select(_ => new List<TradedList>()).ToList())];
        _next = options.RegistryRecords;
        _firstSize = Math.Max(8, (int)(options.SeizedRows / RowsForFirstRow(options)));
    }

    /// <summary>All lists that were sent, in order of time.</summary>
    public List<TradedList> Run()
    {
        for (var round = 0; round < _options.Rounds; round++)
        {
            for (var hop = 0; hop < _options.Hops; hop++)
            {
                for (var party = 0; party < _options.Parties; party++)
                {
                    Send(round, hop, party);
                }
            }
        }

        return _lists;
    }

    /// <summary>Rows in all files for each row of a first list.</summary>
    static double RowsForFirstRow(ResaleOptions o)
    {
        var part = 1 - (o.PartialShare * (1 - ((o.LeastPartShare + 0.9) / 2)));

        // About a seventh of what is received waits, and is never sold on.
        var step = 0.86 * part * (1 + o.OwnShare) * (1 + o.SecondBuyerShare);
        var rows = 0.0;
        for (var hop = 0; hop < o.Hops; hop++)
        {
            rows += Math.Pow(step, hop) * (1 + o.SecondBuyerShare);
        }

        return rows * o.Parties * o.Rounds * (1 + o.BlankRowShare + o.RepeatedHeaderShare);
    }

    void Send(int round, int hop, int party)
    {
        var chance = new Chance(_options.Seed, Topic.Sale, (((round * 8L) + hop) * 16) + party);
        var parents = hop == 0 ? [] : Choose(_received[hop][party], chance);
        if (hop > 0 && parents.Count == 0)
        {
            return;
        }

        var isVerbatim = parents.Count == 1 && chance.Happens(_options.VerbatimShare);
        var entries = hop == 0 ? FirstList(chance) : isVerbatim ? [.. parents[0].Entries] : Forwarded(parents, chance);
        var buyers = new List<int> { chance.Below(_options.Parties) };
        if (chance.Happens(_options.SecondBuyerShare))
        {
            buyers.Add((buyers[0] + 1) % _options.Parties);
        }

        var format = StyleBook.Format(chance);
        for (var i = 0; i < buyers.Count; i++)
        {
            // Each step of a round comes after all lists of the step before.
            var sentAt = Start.AddDays((round * 10) + (hop * 10.0 / (_options.Hops + 1))).AddHours(chance.Between(1, 30)) + chance.Within(TimeSpan.FromHours(1));
            var style = _styles.Draw(format, party + hop, "名单", chance);
            var seller = NameOf(hop, party);
            var buyer = NameOf(hop + 1, buyers[i]);
            var path = string.Create(
                CultureInfo.InvariantCulture, $"{buyer}-电脑/来自{seller}/{sentAt:yyyyMMdd}-{round + 1}{(i == 0 ? "" : "b")}");
            var file = isVerbatim
                ? parents[0].File with { Path = path + FileFormats.Extension(parents[0].File.Format), Seller = seller, Buyer = buyer, SentAt = sentAt }
                : new SeizedFile(path + FileFormats.Extension(format), format, [_composer.Compose("Sheet1", style, entries, chance)], seller, buyer, sentAt);
            var list = new TradedList(file, entries, parents);
            _lists.Add(list);
            _received[hop + 1][buyers[i]].Add(list);
        }
    }

    /// <summary>Whom a party is called: the step of the trade, and a number.</summary>
    static string NameOf(int hop, int party) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + hop)}{party + 1}");

    /// <summary>The lists that a party sends on: the last one that it received and has not sold, and perhaps another.</summary>
    List<TradedList> Choose(List<TradedList> received, Chance chance)
    {
        var isMixed = chance.Happens(_options.MixedShare);
        var chosen = new List<TradedList>();
        for (var i = received.Count - 1; i >= 0 && chosen.Count < (isMixed ? 2 : 1); i--)
        {
            chosen.Add(received[i]);
        }

        // What was not chosen now waits for the next round; what was chosen is sold.
        received.RemoveAll(chosen.Contains);
        return chosen;
    }

    List<Entry> FirstList(Chance chance)
    {
        var list = new List<Entry>();
        for (var i = 0; i < _firstSize; i++)
        {
            var isRegistered = _registered < _options.RegistryRecords && chance.Happens(_options.RegisteredShare);
            var isCommon = _lists.Count > 0 && chance.Happens(_options.CommonShare);
            list.Add(isCommon ? Retyped(chance.Pick(chance.Pick(_lists).Entries), chance)
                : _retyping.Retype(_people.PersonOf(isRegistered ? NextRegistered() : _next++), chance));
        }

        return list;
    }

    // Every third record or so was taken from the register, in its order.
    int NextRegistered()
    {
        var number = _registered;
        _registered = Math.Min(_options.RegistryRecords, _registered + 1 + (number % 3));
        return number;
    }

    List<Entry> Forwarded(List<TradedList> parents, Chance chance)
    {
        var list = new List<Entry>();
        foreach (var parent in parents)
        {
            var part = chance.Happens(_options.PartialShare)
                ? _options.LeastPartShare + (chance.Unit() * Math.Max(0, 0.9 - _options.LeastPartShare)) : 1;
            list.AddRange(parent.Entries.Where(_ => part >= 1 || chance.Happens(part)).Select(entry => Retyped(entry, chance)));
        }

        var own = list.Count * _options.OwnShare;
        for (var i = 0; i < own; i++)
        {
            list.Insert(chance.Below(list.Count + 1), _retyping.Retype(_people.PersonOf(_next++), chance));
        }

        if (chance.Happens(_options.SortedShare))
        {
            var by = chance.Pick([Field.Name, Field.Phone]);
            list = [.. list.OrderBy(entry => entry[by] ?? "", StringComparer.Ordinal)];
        }
        else if (parents.Count > 1 && chance.Happens(0.3))
        {
            chance.Shuffle(list);
        }

        return list;
    }

    Entry Retyped(Entry entry, Chance chance) =>
        chance.Happens(_options.EditedShare) ? Retyping.Edit(entry, chance) : _retyping.Retype(entry, chance);
}
