using LeakTrace.Cases;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Chats;

namespace LeakTrace.App;

/// <summary>Who sent which file to whom: deliveries.csv, and what chats add to it.</summary>
static class CaseDeliveries
{
    /// <summary>Reads the deliveries of a case, and says which chats were read; what cannot be used is a problem.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="seized">Names of the seized files.</param>
    /// <param name="reading">How files are read.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static (List<Delivery> Deliveries, List<ChatMessage> Messages, List<InputLine> Chats, List<Problem> Problems) Read(
        CaseFolder folder, IEnumerable<string> seized, ImportSettings reading, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        List<Delivery> deliveries = [];
        List<ChatMessage> messages = [];
        List<InputLine> inputs = [];
        if (folder.DeliveriesPath is { } path)
        {
            (deliveries, var found) = DeliveryList.Read(path, reading);
            problems.AddRange(found);
        }

        if (folder.ChatsPath is { } chats)
        {
            (messages, inputs, var found) = ChatFolder.Read(chats, reading, cancellation);
            problems.AddRange(found);
            deliveries = [.. deliveries, .. ChatFolder.Deliveries(messages, seized, deliveries)];
        }

        return (deliveries, messages, inputs, problems);
    }
}
