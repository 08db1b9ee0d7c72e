namespace LeakTrace.Synthetic;

/// <summary>What a stream of chance decides; a topic added later leaves what the others decide unchanged.</summary>
enum Topic : byte
{
    Person,
    Event,
    Registration,
    Sale,
    Reading,
    Plan,
    Retyping,
    Sheet,
    Nowhere,
    Payment,
    Account,
    Phone,
    Leak,
    Canary,
    Device,
    Loss,
    Ledger,
}
