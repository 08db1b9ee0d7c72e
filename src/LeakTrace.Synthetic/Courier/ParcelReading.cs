using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Courier;

/// <summary>
/// Who scanned and looked up which waybill, and the logs that say so, as far as their entries were kept.
/// </summary>
sealed class ParcelReading : IDisposable
{
    static readonly TimeSpan _workingLag = TimeSpan.FromDays(4);

    readonly CourierOptions _options;
    readonly BranchStaff _staff;
    readonly ParcelSale _sale;
    readonly AccessLog _lookUps;
    readonly AccessLog _scans;

    public ParcelReading(CourierOptions options, BranchStaff staff, ParcelSale sale, string folder)
    {
        _options = options;
        _staff = staff;
        _sale = sale;
        _lookUps = new AccessLog(
            Path.Combine(folder, "查询日志.csv"), FileFormat.CsvUtf8Bom,
            options.Terminals > 1 ? ["查询账号", "运单号", "查询时间", "操作", "终端"] : ["查询账号", "运单号", "查询时间", "操作"],
            "yyyy-MM-dd HH:mm:ss");
        _scans = new AccessLog(
            Path.Combine(folder, "scans.txt"), FileFormat.TabGb18030, ["device", "waybill_no", "scan_time", "action"],
            "yyyy/MM/dd HH:mm:ss");
    }

    /// <summary>Logs all that happened to a waybill, now and later.</summary>
    public void Add(Waybill waybill)
    {
        var chance = new Chance(_options.Seed, Topic.Reading, waybill.Key);
        Log(_scans, waybill.Scanner, waybill.ScannedAt, AccessAction.Scan);
        Log(_scans, _staff.Scanner(chance.Below(_options.Branches), chance), AtWork(), AccessAction.Scan);
        if (_staff.Leaking.Contains(waybill.Branch))
        {
            ReadWhereItLeaks();
        }
        else if (chance.Happens(_options.OrdinaryReads))
        {
            Log(_lookUps, chance.Happens(0.6) ? _staff.LookUp(waybill.Branch) : _staff.OtherLookUp(waybill.Branch),
                AtWork());
        }

        if (chance.Happens(_options.ForeignReadShare))
        {
            Log(_lookUps, _staff.OtherLookUp(chance.Below(_options.Branches)), AtWork());
        }

        if (_options.Backup)
        {
            var night = waybill.ScannedAt.Date.AddDays(1).AddHours(2);
            Log(_lookUps, BranchStaff.Backup, night + chance.Within(TimeSpan.FromHours(2)), AccessAction.Backup);
        }

        if (_sale.IsSold(waybill) && chance.Happens(_options.SupervisorShare))
        {
            Log(_lookUps, BranchStaff.Supervisor,
                WaybillRegister.EndOf(waybill.Batch).AddDays(5) + chance.Within(TimeSpan.FromDays(20)));
        }

        void ReadWhereItLeaks()
        {
            var isRead = _sale.IsRead(waybill);
            if (isRead)
            {
                var seller = _sale.SellerOf(waybill.Branch);
                var limit = _sale.SellerSends(waybill.Batch, seller) - waybill.ScannedAt - TimeSpan.FromHours(1);
                Log(_lookUps, _staff.LookUp(waybill.Branch),
                    waybill.ScannedAt + chance.Within(limit < _workingLag ? limit : _workingLag));
            }

            if (chance.Happens(isRead ? _options.ColleagueShare : 0.05))
            {
                Log(_lookUps, _staff.OtherLookUp(waybill.Branch), AtWork());
            }
        }

        DateTime AtWork() => waybill.ScannedAt + chance.Within(_workingLag);

        void Log(AccessLog log, string account, DateTime at, AccessAction action = AccessAction.View)
        {
            if (!chance.Happens(_options.LostLogShare))
            {
                var device = _options.Terminals > 1 ? _staff.Device(account, chance) : "";
                log.Add(new AccessRead(at, account, waybill.Number, action, device));
            }
        }
    }

    /// <summary>Nothing that is added from now on happened before this time.</summary>
    public void FlushBefore(DateTime time)
    {
        _lookUps.FlushBefore(time);
        _scans.FlushBefore(time);
    }

    public void Dispose()
    {
        _lookUps.Dispose();
        _scans.Dispose();
    }
}
