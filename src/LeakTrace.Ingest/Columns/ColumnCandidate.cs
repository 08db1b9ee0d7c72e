using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>A column on its way to a role.</summary>
sealed class ColumnCandidate
{
    /// <summary>Creates the candidate of a column.</summary>
    public ColumnCandidate(int index, string header, ColumnProfile profile)
    {
        Index = index;
        Header = header;
        Profile = profile;
    }

    /// <summary>0-based position.</summary>
    public int Index { get; }

    /// <summary>Header text.</summary>
    public string Header { get; }

    /// <summary>What its cells have in common.</summary>
    public ColumnProfile Profile { get; }

    /// <summary>Role so far.</summary>
    public FieldRole Role { get; set; }

    /// <summary>Confidence in the role, 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>Which of several columns of the role is meant: the larger.</summary>
    public int Preference { get; set; }

    /// <summary>Whether its cells speak against the role, so that any other claim to it goes first.</summary>
    public bool Unlikely { get; set; }

    /// <summary>Whether the header said so, rather than the cells alone.</summary>
    public bool FromHeader { get; set; }

    /// <summary>Why the role was given, in a few words.</summary>
    public string Why { get; set; } = "";
}
