namespace LeakTrace.Cases;

/// <summary>What decides whether a file of the case must be read again: any difference means that it must.</summary>
/// <param name="Name">Name of the file as in <see cref="CaseInput.File"/>.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of its bytes.</param>
/// <param name="ImporterVersion">Version of the readers and normal forms.</param>
/// <param name="SettingsHash">Hash of the settings of reading (<see cref="CaseSettings.ImportHash"/>).</param>
public sealed record InputKey(string Name, string Sha256, string ImporterVersion, string SettingsHash);
