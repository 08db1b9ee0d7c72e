using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>What headers mean in call records: who called whom, and when.</summary>
static class CallColumns
{
    static readonly string[] _directions = ["呼叫类型", "通话类型", "主被叫", "呼入呼出", "呼叫方向", "通话方向", "direction", "calltype", "inout", "callkind"];

    /// <summary>Role of a column, and which of several columns of the role is meant: the larger.</summary>
    public static (FieldRole Role, int Preference) Decide(HeaderWords words)
    {
        bool Has(Concept concept) => (words.Concepts & concept) != 0;
        foreach (var direction in _directions)
        {
            if (words.Text.Contains(direction, StringComparison.Ordinal))
            {
                return (FieldRole.Direction, 1);
            }
        }

        if (Has(Concept.Other | Concept.Note | Concept.Sequence | Concept.Name | Concept.Account))
        {
            return (FieldRole.Attribute, 0);
        }

        if (Has(Concept.Sender))
        {
            return (FieldRole.SenderPhone, 1);
        }

        if (Has(Concept.Recipient | Concept.Phone))
        {
            return (FieldRole.Phone, Has(Concept.Recipient) ? 2 : 1);
        }

        // A call begins and ends: when it began is when it was made.
        var isEnd = words.Text.Contains("结束", StringComparison.Ordinal) || words.Text.Contains("end", StringComparison.Ordinal);
        return Has(Concept.Date | Concept.Event | Concept.Recording) ? (FieldRole.EventDate, isEnd ? 1 : 4) : (FieldRole.None, 0);
    }
}
