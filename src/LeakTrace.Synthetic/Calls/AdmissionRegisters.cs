using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.Maternity;
using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Calls;

/// <summary>The admissions of all hospitals, and the registers that they export.</summary>
sealed class AdmissionRegisters
{
    public static readonly DateTime Start = new(2017, 5, 1);

    // Admissions an hour of the day, in proportion: most in the morning, few at night.
    static readonly WeightedChoice<int> _hours = new(
        Enumerable.Range(0, 24).Select(hour => (hour, hour is >= 8 and < 12 ? 6.0 : hour is >= 12 and < 18 ? 3.0 : hour is >= 18 and < 23 ? 1.5 : 0.7)));

    static readonly string[] _wards = ["产科一病区", "产科二病区", "妇产科", "儿科", "骨科", "内科三病区"];

    static readonly string[][] _headers =
    [
        ["住院号", "姓名", "联系电话", "入院时间", "病区"],
        ["登记号", "患者姓名", "手机", "病区", "入院日期", "医院"],
        ["admission_no", "patient", "ward", "admitted_at", "phone"],
    ];

    static readonly string[] _timeFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm", "yyyy-MM-ddTHH:mm:ss"];

    readonly AdmissionsCallsOptions _options;
    readonly double[] _shares;

    public AdmissionRegisters(AdmissionsCallsOptions options)
    {
        _options = options;
        Hospitals = [.. Hospital.All.Take(options.Hospitals)];
        var weights = Hospitals.Select((_, rank) => 1.0 / (rank + 1)).ToArray();
        _shares = [.. weights.Select(weight => weight / weights.Sum())];

        // The largest hospital never leaks: whoever counts calls must fall for it.
        var ranks = Enumerable.Range(1, options.Hospitals - 1).ToList();
        new Chance(options.Seed, Topic.Leak).Shuffle(ranks);
        Leaking = ranks.Take(options.LeakingHospitals).ToHashSet();
        Admissions = Make();
    }

    public IReadOnlyList<Hospital> Hospitals { get; }

    /// <summary>Hospitals whose admissions reach the agents.</summary>
    public IReadOnlySet<int> Leaking { get; }

    /// <summary>All admissions, in order of time.</summary>
    public IReadOnlyList<Admission> Admissions { get; }

    public string NameOf(int hospital) => Hospitals[hospital].Name;

    /// <summary>Writes a register for each hospital, each with its own headers.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var hospital = 0; hospital < Hospitals.Count; hospital++)
        {
            var layout = hospital % _headers.Length;
            var format = hospital % 2 == 0 && _options.RegistryRecords < 100_000 ? FileFormat.Xlsx : FileFormat.CsvGb18030;
            using var stream = File.Create(Path.Combine(folder, NameOf(hospital) + FileFormats.Extension(format)));
            using var writer = FileFormats.Open(format, stream);
            writer.BeginSheet("入院登记");
            writer.Write([.. _headers[layout].Select(header => Cell.Of(header))]);
            foreach (var admission in Admissions)
            {
                if (admission.Hospital == hospital)
                {
                    writer.Write([.. _headers[layout].Select(header => Cell.Of(Value(header, admission, layout)))]);
                }
            }
        }
    }

    List<Admission> Make()
    {
        var hospitals = new WeightedChoice<int>(_shares.Select((share, i) => (i, share)));
        var phones = new PhoneNumbers(_options.Seed);
        var times = new Chance(_options.Seed, Topic.Event);
        var days = Enumerable.Range(0, _options.RegistryRecords).Select(_ =>
            Start.AddDays(times.Below(_options.Days)).AddHours(_hours.Draw(times)) + times.Within(TimeSpan.FromHours(1))).Order().ToList();
        var admissions = new List<Admission>();
        for (var i = 0; i < _options.RegistryRecords; i++)
        {
            var chance = new Chance(_options.Seed, Topic.Registration, i);
            var isAgain = i > 0 && chance.Happens(_options.ReadmittedShare);
            var patient = isAgain ? chance.Below(i) : i;
            var person = new Chance(_options.Seed, Topic.Person, patient);
            var name = Surnames.Draw(person) + (person.Happens(0.7) ? GivenNames.Woman(person) : GivenNames.Man(person));
            var hospital = hospitals.Draw(chance);
            var called = phones.Of(patient);
            var phone = chance.Happens(_options.MissingPhoneShare) ? ""
                : chance.Happens(_options.PhoneSubstitutionShare) ? Misspelling.SubstituteDigit(chance, called) : called;
            var record = string.Create(CultureInfo.InvariantCulture, $"{Hospitals[hospital].Code.ToUpperInvariant()}{days[i]:yy}{i:000000}");
            admissions.Add(new Admission(record, hospital, name, called, phone, chance.Pick(_wards), days[i]));
        }

        return admissions;
    }

    string Value(string header, Admission admission, int layout) => header switch
    {
        "住院号" or "登记号" or "admission_no" => admission.Record,
        "姓名" or "患者姓名" or "patient" => admission.Name,
        "联系电话" or "手机" or "phone" => admission.Phone,
        "病区" or "ward" => admission.Ward,
        "医院" => NameOf(admission.Hospital),
        _ => admission.At.ToString(_timeFormats[layout], CultureInfo.InvariantCulture),
    };
}
