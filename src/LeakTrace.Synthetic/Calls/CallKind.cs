namespace LeakTrace.Synthetic.Calls;

/// <summary>Why a call was made.</summary>
enum CallKind : byte
{
    /// <summary>It follows an admission that reached the agent.</summary>
    Follows,

    /// <summary>A follow-up of such a call.</summary>
    Again,

    /// <summary>The patient calls back.</summary>
    CallBack,

    /// <summary>It has nothing to do with admissions.</summary>
    Noise,
}
