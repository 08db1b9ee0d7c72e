namespace LeakTrace.Synthetic.Seized;

/// <summary>What a column of a seized sheet shows.</summary>
enum Field : byte
{
    Sequence,
    Name,
    Phone,
    SecondPhone,
    NationalId,
    Date,
    Institution,
    Baby,
    Sex,
    Address,
    Waybill,
    SenderName,
    SenderPhone,
    SenderAddress,
    Goods,
    Remark,
}
