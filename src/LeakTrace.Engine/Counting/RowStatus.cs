namespace LeakTrace.Engine.Counting;

/// <summary>What a physical row of a seized sheet is; exactly one holds, the first in this order.</summary>
public enum RowStatus : byte
{
    /// <summary>Has no value.</summary>
    Blank,

    /// <summary>Title, header, total or note.</summary>
    Layout,

    /// <summary>Test or dummy values.</summary>
    Placeholder,

    /// <summary>Carries an identifying number, all of them malformed, and no name with a second identifying field.</summary>
    Invalid,

    /// <summary>Identifies nobody in another way (法释〔2017〕10号 第一条).</summary>
    Unidentifiable,

    /// <summary>Repeats, after normalisation, a person's information already counted in its scope.</summary>
    Duplicate,

    /// <summary>Linked to an already counted row above the decision threshold, with a difference.</summary>
    ProbableDuplicate,

    /// <summary>Counts.</summary>
    Valid,
}
