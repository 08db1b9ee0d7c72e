namespace LeakTrace.Synthetic.Files;

/// <summary>What an account did with a record.</summary>
enum AccessAction : byte
{
    View,
    Print,
    Export,
    Backup,
    Scan,
}
