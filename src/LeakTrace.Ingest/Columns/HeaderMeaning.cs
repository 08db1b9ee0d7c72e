using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>What a header's words say about its column.</summary>
/// <param name="Role">Role; <see cref="FieldRole.None"/> where the words say nothing.</param>
/// <param name="Strength">How clearly they say it, 0 to 1.</param>
/// <param name="Preference">Which of several columns of the role is meant: the larger.</param>
readonly record struct HeaderMeaning(FieldRole Role, double Strength, int Preference)
{
    /// <summary>A birth date of nobody in particular: the child's where it stands alone, else the mother's.</summary>
    public const int UnnamedBirth = 1;

    /// <summary>Preference of a name of the family, rather than the child's.</summary>
    public const int Family = 1;

    /// <summary>Reads the concepts of a header, as columns of that folder are meant.</summary>
    public static HeaderMeaning Of(HeaderWords words, InputFolder folder)
    {
        if (folder == InputFolder.AccessLog && _devices.Contains(words.Text))
        {
            return new HeaderMeaning(FieldRole.Device, 0.95, 1);
        }

        if (folder == InputFolder.Registry && _canaries.Contains(words.Text))
        {
            return new HeaderMeaning(FieldRole.Canary, 0.95, 1);
        }

        var (role, preference) = folder == InputFolder.Calls ? CallColumns.Decide(words) : Decide(words.Concepts, folder);
        var strength = role == FieldRole.None ? 0 : words.Coverage >= 0.99 ? 0.95 : words.Coverage >= 0.5 ? 0.8 : 0.55;
        return new HeaderMeaning(role, strength, preference);
    }

    /// <summary>Heads of columns of a log that name the device on which an account was used, folded.</summary>
    static readonly HashSet<string> _devices = new(StringComparer.Ordinal)
    {
        "ip", "ip地址", "登录ip", "访问ip", "客户端ip", "源ip", "ipaddress", "ipaddr", "clientip", "sourceip", "终端", "终端号", "终端编号", "终端ip", "设备",
        "设备号", "设备编号", "设备id", "登录设备", "客户端", "工作站", "主机", "主机名", "计算机名", "机器名", "mac", "mac地址", "device", "deviceid", "terminal",
        "terminalid", "workstation", "client", "host", "hostname", "computer", "machine",
    };

    /// <summary>Heads of columns of a register that mark planted records, folded.</summary>
    static readonly HashSet<string> _canaries = new(StringComparer.Ordinal)
    {
        "诱饵", "是否诱饵", "诱饵记录", "诱饵标记", "诱饵数据", "埋点", "是否埋点", "种子记录", "种子数据", "蜜罐", "蜜罐记录", "canary", "canaries", "iscanary",
        "planted", "isplanted", "decoy", "isdecoy", "honeypot", "honeytoken", "seedrecord",
    };

    static (FieldRole Role, int Preference) Decide(Concept c, InputFolder folder)
    {
        bool Has(Concept concept) => (c & concept) != 0;
        var isLog = folder == InputFolder.AccessLog;
        var number = Has(Concept.Number);
        if (Has(Concept.Other))
        {
            return (FieldRole.Attribute, 0);
        }

        if (Has(Concept.Note))
        {
            return (FieldRole.Note, 0);
        }

        if (Has(Concept.Sex))
        {
            return (FieldRole.Sex, Has(Concept.Baby) ? 1 : 2);
        }

        if (Has(Concept.NationalId))
        {
            return (Has(Concept.Baby | Concept.Family | Concept.Sender) ? FieldRole.Attribute : FieldRole.NationalId, Has(Concept.Person) ? 2 : 1);
        }

        if (Has(Concept.Phone) || (Has(Concept.Calling) && !Has(Concept.Name | Concept.Date | Concept.District)))
        {
            return (Has(Concept.Sender) ? FieldRole.SenderPhone
                : Has(Concept.Recorder | Concept.Institution) ? FieldRole.Attribute : FieldRole.Phone, 0);
        }

        if (Has(Concept.Date))
        {
            return OfDate(c, isLog);
        }

        if (Has(Concept.RecordNumber) || (number && Has(Concept.Numbered)))
        {
            // A log numbers its own lines: 流水号.
            return (FieldRole.RecordNumber, isLog && Has(Concept.Sequence) && !Has(Concept.Recording) ? 0 : 3);
        }

        if (Has(Concept.Waybill) || (number && Has(Concept.Event)))
        {
            return isLog ? (FieldRole.RecordNumber, 2) : (FieldRole.Waybill, Has(Concept.Order) ? 1 : 2);
        }

        // 客服记录 is what was noted, not who did.
        if (folder == InputFolder.Seized && Has(Concept.Account | Concept.Recorder) && Has(Concept.Recording) && !number)
        {
            return (FieldRole.Note, 0);
        }

        // Outside of logs 用户姓名 is a customer's.
        if (Has(Concept.Account | Concept.Recorder) && (isLog || Has(Concept.Recorder) || !Has(Concept.Name)))
        {
            return (FieldRole.Account, Has(Concept.Account) ? 2 : 1);
        }

        if (Has(Concept.Address))
        {
            return (Has(Concept.Sender) ? FieldRole.SenderAddress
                : Has(Concept.Institution) ? FieldRole.Attribute : FieldRole.Address, 0);
        }

        if (Has(Concept.Institution))
        {
            return (FieldRole.Institution, 1);
        }

        if (Has(Concept.Birth | Concept.Event | Concept.Later | Concept.Expected) && !Has(Concept.Name))
        {
            return OfDate(c, isLog);
        }

        if (Has(Concept.District))
        {
            return (FieldRole.District, 1);
        }

        return OfName(c, isLog);
    }

    static (FieldRole Role, int Preference) OfDate(Concept c, bool isLog)
    {
        bool Has(Concept concept) => (c & concept) != 0;
        if (Has(Concept.Birth))
        {
            return Has(Concept.Baby) ? (FieldRole.EventDate, 5)
                : Has(Concept.Family) ? (FieldRole.Attribute, 0)
                : Has(Concept.Person) ? (FieldRole.BirthDate, 5)
                : (FieldRole.BirthDate, UnnamedBirth);
        }

        if (isLog || Has(Concept.Recorder) || (Has(Concept.Recording) && !Has(Concept.Event | Concept.Later)))
        {
            return (FieldRole.RecordedAt, 2);
        }

        return (FieldRole.EventDate, Has(Concept.Expected) ? 1 : Has(Concept.Later) ? 2 : Has(Concept.Event) ? 4 : 3);
    }

    static (FieldRole Role, int Preference) OfName(Concept c, bool isLog)
    {
        bool Has(Concept concept) => (c & concept) != 0;
        if (Has(Concept.Number) && Has(Concept.Recording | Concept.Person | Concept.Recipient))
        {
            return (FieldRole.RecordNumber, 2);
        }

        if (Has(Concept.Sender))
        {
            return (FieldRole.SenderName, 1);
        }

        if (Has(Concept.Baby | Concept.Family))
        {
            return (FieldRole.RelatedName, Has(Concept.Baby) ? 2 : Family);
        }

        if (Has(Concept.Person | Concept.Recipient | Concept.Name))
        {
            return (FieldRole.PersonName, Has(Concept.Recipient | Concept.Person) ? 2 : 1);
        }

        return Has(Concept.Sequence) ? (FieldRole.Sequence, 0)
            : Has(Concept.Number) ? (FieldRole.RecordNumber, 1)
            : Has(Concept.Recording) ? (FieldRole.RecordNumber, 0)
            : (FieldRole.None, 0);
    }
}
