using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Arranges the parties of a trade in columns, from the first sellers to the last buyers.</summary>
static class FlowColumns
{
    /// <summary>Parties by their distance from the first sellers, neighbours of neighbours beside each other.</summary>
    public static List<List<string>> Of(IReadOnlyList<FlowLine> flows)
    {
        var parties = flows.SelectMany(flow => (string[])[flow.Seller, flow.Buyer]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var level = parties.ToDictionary(party => party, _ => 0, StringComparer.Ordinal);

        // The longest way from a first seller; whoever sells in a circle is not pushed on without end.
        for (var round = 0; round < parties.Count; round++)
        {
            foreach (var flow in flows.OrderBy(flow => flow.FirstSentAt, StringComparer.Ordinal))
            {
                var next = level[flow.Seller] + 1;
                if (level[flow.Buyer] < next && next < parties.Count && !Reaches(flow.Buyer, flow.Seller, flows))
                {
                    level[flow.Buyer] = next;
                }
            }
        }

        var columns = parties.GroupBy(party => level[party]).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
        for (var sweep = 0; sweep < 4; sweep++)
        {
            for (var column = 1; column < columns.Count; column++)
            {
                columns[column] = Sorted(columns[column], columns[column - 1], flows, party => flow => flow.Buyer == party ? flow.Seller : "");
            }

            for (var column = columns.Count - 2; column >= 0; column--)
            {
                columns[column] = Sorted(columns[column], columns[column + 1], flows, party => flow => flow.Seller == party ? flow.Buyer : "");
            }
        }

        return columns;
    }

    static List<string> Sorted(List<string> column, List<string> beside, IReadOnlyList<FlowLine> flows, Func<string, Func<FlowLine, string>> neighbour) =>
        [.. column.OrderBy(party =>
        {
            var places = flows.Select(neighbour(party)).Select(name => beside.IndexOf(name)).Where(at => at >= 0).ToList();
            return places.Count == 0 ? column.IndexOf(party) : places.Average();
        }).ThenBy(party => party, StringComparer.Ordinal)];

    static bool Reaches(string from, string to, IReadOnlyList<FlowLine> flows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var flow in flows.Where(flow => flow.Seller == at && seen.Add(flow.Buyer)))
            {
                open.Push(flow.Buyer);
            }
        }

        return false;
    }
}
