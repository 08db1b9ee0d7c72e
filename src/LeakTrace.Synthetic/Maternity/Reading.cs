using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>Who opened which registration, and the logs that say so, as far as their entries were kept.</summary>
sealed class Reading : IDisposable
{
    static readonly TimeSpan _workingLag = TimeSpan.FromDays(9);

    readonly MaternityOptions _options;
    readonly Staff _staff;
    readonly Sale _sale;
    readonly AccessLog _headOffice;
    readonly AccessLog _hospitals;
    readonly AccessLog? _backup;

    public Reading(MaternityOptions options, Staff staff, Sale sale, string folder)
    {
        _options = options;
        _staff = staff;
        _sale = sale;
        _headOffice = new AccessLog(
            Path.Combine(folder, "head-office.csv"), FileFormat.CsvUtf8,
            Header(options, "terminal", "account", "record_no", "access_time", "action"), "yyyy-MM-dd HH:mm:ss");
        _hospitals = new AccessLog(
            Path.Combine(folder, "医院登记系统日志.csv"), FileFormat.CsvGb18030,
            Header(options, "终端", "操作账号", "登记号", "操作时间", "操作类型"), "yyyy/M/d H:mm:ss");
        _backup = options.Backup
            ? new AccessLog(
                Path.Combine(folder, "backup.tsv"), FileFormat.TabUtf8,
                Header(options, "workstation", "user", "record", "timestamp", "event"), "yyyy-MM-ddTHH:mm:ss")
            : null;
    }

    /// <summary>Logs all that happened to a registration, now and later.</summary>
    public void Add(Registration registration)
    {
        var chance = new Chance(_options.Seed, Topic.Reading, registration.Key);
        var byFirst = _sale.FirstReads(registration);
        if (byFirst)
        {
            Log(_headOffice, _staff.First, Before(_sale.FirstSends(registration.Month)));
        }

        foreach (var colleague in _staff.HeadOfficeColleagues)
        {
            if (chance.Happens(byFirst ? _options.ColleagueShare : 0.02))
            {
                Log(_headOffice, colleague, AtWork());
            }
        }

        if (registration.Hospital == _staff.Post)
        {
            ReadAtPost();
        }

        ReadByClerks();
        if (_options.Backup)
        {
            var night = registration.RecordedAt.Date.AddDays(1).AddHours(2);
            Log(_backup!, Staff.Backup, night + chance.Within(TimeSpan.FromHours(2)), AccessAction.Backup);
        }

        Supervise();

        void ReadAtPost()
        {
            var bySecond = _sale.SecondReads(registration);
            if (bySecond)
            {
                Log(_hospitals, _staff.Second, Before(_sale.SecondSends(registration.Month)));
            }

            if (chance.Happens(bySecond ? _options.ColleagueShare : 0.05))
            {
                Log(_hospitals, _staff.PostColleague, AtWork());
            }
        }

        void ReadByClerks()
        {
            for (var i = 0; i < 2; i++)
            {
                var clerk = chance.Pick(_staff.Clerks(registration.Hospital));
                if (chance.Happens(_options.OrdinaryReads / 2) && clerk != _staff.Second)
                {
                    Log(_hospitals, clerk, AtWork());
                }
            }
        }

        void Supervise()
        {
            var isSold = _sale.FirstSells(registration) || _sale.SecondSells(registration);
            if (isSold && chance.Happens(_options.SupervisorShare))
            {
                Log(_headOffice, _staff.Supervisor,
                    _sale.SecondSends(registration.Month).AddDays(1) + chance.Within(TimeSpan.FromDays(30)));
            }
            else if (chance.Happens(0.01))
            {
                Log(_headOffice, _staff.Supervisor, AtWork());
            }
        }

        DateTime Before(DateTime sent)
        {
            var limit = sent - registration.RecordedAt - TimeSpan.FromHours(1);
            return registration.RecordedAt + chance.Within(limit < _workingLag ? limit : _workingLag);
        }

        DateTime AtWork() => registration.RecordedAt + chance.Within(_workingLag);

        void Log(AccessLog log, string account, DateTime at, AccessAction? action = null)
        {
            var work = chance.Happens(0.9) ? AccessAction.View
                : chance.Happens(0.7) ? AccessAction.Print
                : AccessAction.Export;
            if (!chance.Happens(_options.LostLogShare))
            {
                var device = _options.SharedAccounts > 0 ? _staff.Device(account, chance) : "";
                log.Add(new AccessRead(at, account, registration.Record, action ?? work, device));
            }
        }
    }

    /// <summary>Nothing that is added from now on happened before this time.</summary>
    public void FlushBefore(DateTime time)
    {
        _headOffice.FlushBefore(time);
        _hospitals.FlushBefore(time);
        _backup?.FlushBefore(time);
    }

    static string[] Header(MaternityOptions options, string device, params string[] others) =>
        options.SharedAccounts > 0 ? [.. others, device] : others;

    public void Dispose()
    {
        _headOffice.Dispose();
        _hospitals.Dispose();
        _backup?.Dispose();
    }
}
