namespace LeakTrace.Ingest.Chats;

/// <summary>A message of an export with its words, as long as they are needed.</summary>
/// <param name="Row">1-based line in which it begins.</param>
/// <param name="Sender">Who wrote it.</param>
/// <param name="Receiver">To whom, where the export says so.</param>
/// <param name="SentAt">When, as a packed date; zero where unknown.</param>
/// <param name="Lines">Its words with the line that each stands in.</param>
sealed record ChatEntry(int Row, string Sender, string Receiver, ulong SentAt, List<(int Row, string Text)> Lines);
