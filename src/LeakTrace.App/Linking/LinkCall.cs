namespace LeakTrace.App.Linking;

/// <summary>What a call of link or dedupe asks for.</summary>
/// <param name="Profile">Path of the profile; null infers the columns.</param>
/// <param name="Out">File to write; null writes to standard output.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Plan">Whether only the plan is shown.</param>
/// <param name="Weights">Whether the weights of all levels are shown.</param>
/// <param name="Report">HTML file to write; null writes none.</param>
/// <param name="Explain">Ids of two records whose weight is explained; empty explains none.</param>
/// <param name="IsChinese">Whether report and explanation are in Chinese.</param>
sealed record LinkCall(string? Profile, string? Out, int Threads, bool Plan, bool Weights, string? Report, IReadOnlyList<string> Explain, bool IsChinese);
