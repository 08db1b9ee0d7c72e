namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// Chooses pairs of fields that form no circle, so that the product of their conditional probabilities is a probability again: the tree that tells most
/// (Chow and Liu 1968).
/// </summary>
static class DependenceTree
{
    /// <summary>The pairs of a tree, or of several.</summary>
    public static IReadOnlyList<FieldDependence> Of(List<FieldDependence> candidates, int fields)
    {
        var order = new List<FieldDependence>(candidates);
        order.Sort((a, b) => a.Information != b.Information ? b.Information.CompareTo(a.Information)
            : a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
        var tree = new int[fields];
        for (var f = 0; f < fields; f++)
        {
            tree[f] = f;
        }

        var chosen = new List<FieldDependence>();
        foreach (var pair in order)
        {
            int kept = tree[pair.First], joined = tree[pair.Second];
            if (kept == joined)
            {
                continue;
            }

            chosen.Add(pair);
            for (var f = 0; f < fields; f++)
            {
                tree[f] = tree[f] == joined ? kept : tree[f];
            }
        }

        return chosen;
    }
}
