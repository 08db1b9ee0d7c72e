namespace LeakTrace.Engine.Records;

/// <summary>What kind of value a field holds; decides its normal form and how it is compared.</summary>
public enum FieldType : byte
{
    /// <summary>A person's name, Chinese or Latin.</summary>
    Name = 1,

    /// <summary>Mobile and landline numbers; up to two a record.</summary>
    Phone,

    /// <summary>A resident identity number (居民身份证号), 15 or 18 digits.</summary>
    NationalId,

    /// <summary>A calendar date, with the time of day where it is given.</summary>
    Date,

    /// <summary>One of few repeated labels: a hospital, a branch, a district, an account.</summary>
    Place,

    /// <summary>A postal address.</summary>
    Address,

    /// <summary>A waybill, order, bed or record number.</summary>
    Code,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Anything else.</summary>
    Text,
}
