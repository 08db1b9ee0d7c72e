using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Calls;

/// <summary>The calls that the agents made and received, and the records of them that their phones gave up.</summary>
sealed class AgentPhones
{
    const int Morning = 9;
    const int Evening = 20;

    static readonly string[][] _headers =
    [
        ["本机号码", "对方号码", "呼叫类型", "起始时间", "通话时长"],
        ["caller", "callee", "start_time", "duration"],
        ["主叫号码", "被叫号码", "通话开始时间", "通话时长（秒）"],
    ];

    readonly AdmissionsCallsOptions _options;
    readonly AdmissionRegisters _registers;
    readonly string[] _numbers;

    /// <exception cref="ArgumentException">The registers are too small for the calls.</exception>
    public AgentPhones(AdmissionsCallsOptions options, AdmissionRegisters registers)
    {
        _options = options;
        _registers = registers;
        var phones = new PhoneNumbers(options.Seed);
        _numbers = [.. Enumerable.Range(0, options.Agents).Select(agent => phones.Of(60_000_000L + agent))];
        Calls = Make();
    }

    /// <summary>All calls, in order of time.</summary>
    public IReadOnlyList<Call> Calls { get; }

    /// <summary>Writes the records of each agent's phone; returns file, row and call of each.</summary>
    public IEnumerable<(string File, int Row, Call Call)> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var written = new List<(string, int, Call)>();
        for (var agent = 0; agent < _options.Agents; agent++)
        {
            var headers = _headers[agent % _headers.Length];
            var format = agent % 2 == 0 ? FileFormat.CsvUtf8Bom : FileFormat.Xlsx;
            var name = string.Create(CultureInfo.InvariantCulture, $"agent-{agent + 1}{FileFormats.Extension(format)}");
            using var stream = File.Create(Path.Combine(folder, name));
            using var writer = FileFormats.Open(format, stream);
            writer.BeginSheet("通话记录");
            writer.Write([.. headers.Select(header => Cell.Of(header))]);
            var row = 1;
            foreach (var call in Calls)
            {
                if (call.Agent == agent)
                {
                    writer.Write([.. headers.Select(header => Cell.Of(Value(header, call)))]);
                    written.Add(($"calls/{name}", ++row, call));
                }
            }
        }

        return written;
    }

    List<Call> Make()
    {
        var chance = new Chance(_options.Seed, Topic.Sale);
        var perFollowed = 1 + _options.RepeatedCallShare + _options.CallBackShare;
        var followed = _options.Calls * (1 - _options.NoiseShare) / perFollowed;
        var sellable = _registers.Admissions.Where(admission => _registers.Leaking.Contains(admission.Hospital) && admission.Phone.Length > 0).ToList();
        var share = sellable.Count == 0 ? 1 : followed / sellable.Count;
        if (share > 0.95 && followed >= 1)
        {
            throw new ArgumentException(
                $"RegistryRecords is too small for the calls: {sellable.Count} admissions of leaking hospitals for {Math.Round(followed)} " +
                "calls that follow one. Ask for more records, fewer calls or more noise.");
        }

        var calls = new List<Call>();
        foreach (var admission in sellable)
        {
            if (chance.Happens(share))
            {
                Follow(admission, calls, chance);
            }
        }

        for (var i = 0; i < _options.Calls * _options.NoiseShare; i++)
        {
            calls.Add(Noise(i, chance));
        }

        return [.. calls.OrderBy(call => call.At).ThenBy(call => call.Other, StringComparer.Ordinal)];
    }

    void Follow(Admission admission, List<Call> calls, Chance chance)
    {
        var agent = chance.Below(_options.Agents);
        var known = _options.DailyLists ? admission.At.Date.AddDays(1).AddHours(Morning) : admission.At;
        var lag = _options.DailyLists ? chance.Unit() * (Evening - Morning)
            : _options.LagHours * Math.Exp(_options.LagSpread * Normal(chance));
        var at = AtWork(known.AddHours(lag), chance);
        calls.Add(new Call(agent, admission.Phone, at, chance.Between(8, 400), CallKind.Follows, admission.Record, admission.Hospital));
        if (chance.Happens(_options.RepeatedCallShare))
        {
            var again = AtWork(at.AddHours(chance.Between(3, 120)), chance);
            calls.Add(new Call(agent, admission.Phone, again, chance.Between(8, 400), CallKind.Again, admission.Record, admission.Hospital));
        }

        if (chance.Happens(_options.CallBackShare))
        {
            var back = at.AddMinutes(chance.Between(5, 600));
            calls.Add(new Call(agent, admission.Phone, back, chance.Between(8, 400), CallKind.CallBack, admission.Record, admission.Hospital));
        }
    }

    Call Noise(int number, Chance chance)
    {
        var at = AdmissionRegisters.Start.AddDays(chance.Below(_options.Days)).AddHours(Morning + (chance.Unit() * (Evening - Morning)));
        var anybody = chance.Pick(_registers.Admissions);
        var other = chance.Happens(_options.RegisteredNoiseShare) && anybody.Phone.Length > 0 ? anybody.Phone
            : new PhoneNumbers(_options.Seed).Of(50_000_000L + number);
        return new Call(chance.Below(_options.Agents), other, at, chance.Between(5, 900), CallKind.Noise);
    }

    /// <summary>A call that would fall into the night is made the next morning.</summary>
    static DateTime AtWork(DateTime at, Chance chance)
    {
        var isNight = at.Hour is < Morning or >= Evening;
        var morning = at.Hour < Morning ? at.Date : at.Date.AddDays(1);
        return isNight ? morning.AddHours(Morning + (2 * chance.Unit())) : at;
    }

    // Box & Muller (1958).
    static double Normal(Chance chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.Unit())) * Math.Cos(2 * Math.PI * chance.Unit());

    string Value(string header, Call call)
    {
        var isIncoming = call.Kind == CallKind.CallBack;
        return header switch
        {
            "本机号码" => _numbers[call.Agent],
            "对方号码" => call.Other,
            "呼叫类型" => isIncoming ? "被叫" : "主叫",
            "caller" or "主叫号码" => isIncoming ? call.Other : _numbers[call.Agent],
            "callee" or "被叫号码" => isIncoming ? _numbers[call.Agent] : call.Other,
            "起始时间" => call.At.ToString("yyyy/M/d H:mm:ss", CultureInfo.InvariantCulture),
            "start_time" or "通话开始时间" => call.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => call.Seconds.ToString(CultureInfo.InvariantCulture),
        };
    }
}
