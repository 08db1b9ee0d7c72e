namespace LeakTrace.Engine.Records;

/// <summary>What a column says about the person or event of its row; every role has one <see cref="FieldType"/>.</summary>
public enum FieldRole : byte
{
    /// <summary>Not recognised, or not used.</summary>
    None = 0,

    /// <summary>The person whom the row is about: mother (产妇), recipient (收件人), patient, customer.</summary>
    PersonName,

    /// <summary>A related person: newborn (宝宝), husband, contact.</summary>
    RelatedName,

    /// <summary>The sender of a parcel (寄件人).</summary>
    SenderName,

    /// <summary>Phone of the person; several columns of a sheet may have this role.</summary>
    Phone,

    /// <summary>Phone of the sender.</summary>
    SenderPhone,

    /// <summary>Identity number of the person.</summary>
    NationalId,

    /// <summary>Date of the event that the row records: birth of the child, admission, dispatch, order.</summary>
    EventDate,

    /// <summary>The person's own date of birth.</summary>
    BirthDate,

    /// <summary>Hospital, branch (网点, 营业点) or other institution; in a register, the source of the record.</summary>
    Institution,

    /// <summary>Address of the person.</summary>
    Address,

    /// <summary>Address of the sender.</summary>
    SenderAddress,

    /// <summary>Province, city or district alone.</summary>
    District,

    /// <summary>Waybill (运单号) or order number (订单号).</summary>
    Waybill,

    /// <summary>The export's own record number (登记号, 住院号, 病案号).</summary>
    RecordNumber,

    /// <summary>Account that wrote the record: recorder (登记人, 录入员, 操作员, 经办人).</summary>
    Account,

    /// <summary>When the record was written (登记时间, 录入时间).</summary>
    RecordedAt,

    /// <summary>Running number of the sheet (序号).</summary>
    Sequence,

    /// <summary>Sex of person or child.</summary>
    Sex,

    /// <summary>Whether a call was made or received (呼叫类型: 主叫, 被叫).</summary>
    Direction,

    /// <summary>Goods, ward, bed, weight, price and the like: described, not linked on.</summary>
    Attribute,

    /// <summary>Free text; identifiers found inside become fields.</summary>
    Note,

    /// <summary>Device or address (终端, 设备, IP) on which an account was used, in an access log.</summary>
    Device,

    /// <summary>Whether a record was planted (诱饵, canary) in its source's copy alone, or the source or account in whose copy it was; in a register.</summary>
    Canary,
}
