namespace LeakTrace.Ingest.Columns;

/// <summary>What a word in a header speaks of; a header is read as the set of its words' concepts.</summary>
[Flags]
enum Concept
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>The person whom a row is about: 产妇, 患者, customer.</summary>
    Person = 1,

    /// <summary>Newborn or child.</summary>
    Baby = 1 << 1,

    /// <summary>Husband, family, emergency contact.</summary>
    Family = 1 << 2,

    /// <summary>Sender of a parcel.</summary>
    Sender = 1 << 3,

    /// <summary>Recipient of a parcel.</summary>
    Recipient = 1 << 4,

    /// <summary>Whoever wrote the record: 登记人, operator.</summary>
    Recorder = 1 << 5,

    /// <summary>Hospital, branch or other institution.</summary>
    Institution = 1 << 6,

    /// <summary>A name.</summary>
    Name = 1 << 7,

    /// <summary>A phone number.</summary>
    Phone = 1 << 8,

    /// <summary>An identity number.</summary>
    NationalId = 1 << 9,

    /// <summary>Birth.</summary>
    Birth = 1 << 10,

    /// <summary>Delivery of a child, admission, dispatch, order.</summary>
    Event = 1 << 11,

    /// <summary>Date or time.</summary>
    Date = 1 << 12,

    /// <summary>The act of writing or opening a record: 登记, created, accessed.</summary>
    Recording = 1 << 13,

    /// <summary>A postal address.</summary>
    Address = 1 << 14,

    /// <summary>Province, city, district.</summary>
    District = 1 << 15,

    /// <summary>Waybill or order number.</summary>
    Waybill = 1 << 16,

    /// <summary>A record's own number: 住院号, record id.</summary>
    RecordNumber = 1 << 17,

    /// <summary>A number of unnamed kind: 编号, no, id.</summary>
    Number = 1 << 18,

    /// <summary>Running number of the sheet.</summary>
    Sequence = 1 << 19,

    /// <summary>Account of a system: 账号, 工号, user.</summary>
    Account = 1 << 20,

    /// <summary>Sex.</summary>
    Sex = 1 << 21,

    /// <summary>Remarks.</summary>
    Note = 1 << 22,

    /// <summary>Weight, ward, goods, price, age and the like.</summary>
    Other = 1 << 23,

    /// <summary>A date that is expected rather than past: 预产期.</summary>
    Expected = 1 << 24,

    /// <summary>Words without weight: 信息, of, the.</summary>
    Filler = 1 << 25,

    /// <summary>An event after the one that a list is about: 出院, 签收, discharge.</summary>
    Later = 1 << 26,

    /// <summary>An order rather than the parcel itself: 订单.</summary>
    Order = 1 << 27,

    /// <summary>A thing whose number is the number of a record: 病历, 保单, 合同.</summary>
    Numbered = 1 << 28,

    /// <summary>A party to a call: 主叫, 被叫, callee.</summary>
    Calling = 1 << 29,
}
