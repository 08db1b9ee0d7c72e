using System.Globalization;
using System.Text;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Tracing;

/// <summary>Reads comparison patterns back in words: field by field, level and bits.</summary>
sealed class EvidenceText(MatchModel model)
{
    /// <summary>Stands between two terms.</summary>
    public const string Separator = "; ";

    readonly Dictionary<(ulong Pattern, double Sibling, double Copy, double Source), string> _texts = [];

    /// <summary>Evidence of a pattern, such as <c>name=exact-rare +15.2; phone=exact +29.0; prior -20.0</c>, 
    /// with the bits of other records of the person, of the copy and of the source.</summary>
    public string Of(ulong pattern, double siblingBits, double copyBits, double sourceBits)
    {
        var key = (pattern, siblingBits, copyBits, sourceBits);
        if (_texts.TryGetValue(key, out var known))
        {
            return known;
        }

        var text = Write(pattern);
        text += siblingBits == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Separator}other records {siblingBits:+0.0;-0.0;0.0}");
        text += Math.Abs(copyBits) < 0.05 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Separator}copy {copyBits:+0.0;-0.0;0.0}");
        text += Math.Abs(sourceBits) < 0.05 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Separator}source {sourceBits:+0.0;-0.0;0.0}");
        return _texts[key] = text;
    }

    string Write(ulong pattern)
    {
        var text = new StringBuilder();
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            var field = (PersonField)f;
            var level = PersonPattern.LevelOf(pattern, field);
            if (level != 0)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{FieldLevels.NameOf(field)}={FieldLevels.NameOf(field, level)} {model.WeightBits(field, level):+0.0;-0.0;0.0}{Separator}");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"prior {model.PriorBits:+0.0;-0.0;0.0}").ToString();
    }
}
