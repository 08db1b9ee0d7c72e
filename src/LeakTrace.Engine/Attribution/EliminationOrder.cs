namespace LeakTrace.Engine.Attribution;

/// <summary>
/// An order of units in which the Hessian factors cheaply. Accounts of one hospital share people with each other and
/// hardly with other hospitals':
/// without the few that reach everywhere – elsewhere, a backup account, head office – units fall into components.
/// Components come first,
/// each in one piece, and the few last: a block-diagonal matrix with a border.
/// </summary>
sealed class EliminationOrder
{
    internal EliminationOrder(HazardProblem problem)
    {
        var count = problem.UnitCount;
        var byDegree = new int[count];
        var degree = new int[count];
        for (var unit = 0; unit < count; unit++)
        {
            byDegree[unit] = unit;
            degree[unit] = problem.Sets(unit).Length;
        }
        Array.Sort(byDegree, (a, b) => degree[a] != degree[b] ? degree[a].CompareTo(degree[b]) : b.CompareTo(a));

        var inside = CheapestInterior(problem, byDegree);
        var components = new Components(problem);
        for (var k = 0; k < inside; k++)
        {
            components.Add(byDegree[k]);
        }
        Component = new int[count];
        Order = new int[count];
        for (var k = 0; k < count; k++)
        {
            var unit = byDegree[k];
            Component[unit] = k < inside ? components.Root(unit) : Border;
            Order[k] = unit;
        }
        Array.Sort(Order, 0, inside, Comparer<int>.Create((a, b) =>
            Component[a] != Component[b] ? Component[a].CompareTo(Component[b]) : a.CompareTo(b)));
    }

    /// <summary>Component of the units at the border, which may share people with all.</summary>
    internal const int Border = -1;

    /// <summary>Units in elimination order.</summary>
    internal int[] Order { get; }

    /// <summary>Component of each unit, or <see cref="Border"/>.</summary>
    internal int[] Component { get; }

    static int CheapestInterior(HazardProblem problem, int[] byDegree)
    {
        double count = byDegree.Length;
        var components = new Components(problem);
        var best = 0;
        var bestCost = count * count * count;
        for (var k = 0; k < byDegree.Length; k++)
        {
            components.Add(byDegree[k]);
            var border = count - k - 1;
            var cost = components.Cubes / 6 + border * components.Squares / 2 + border * border * (k / 2.0 + border / 6);
            if (cost <= bestCost)
            {
                best = k + 1;
                bestCost = cost;
            }
        }
        return best;
    }

    /// <summary>Union–find over units, joined through the sets that they share.</summary>
    sealed class Components
    {
        readonly HazardProblem _problem;
        readonly int[] _parent;
        readonly int[] _size;
        readonly int[] _unitOfSet;

        internal Components(HazardProblem problem)
        {
            _problem = problem;
            _parent = new int[problem.UnitCount];
            _size = new int[problem.UnitCount];
            _unitOfSet = new int[problem.SetCount];
            Array.Fill(_unitOfSet, -1);
        }

        internal double Squares { get; private set; }

        internal double Cubes { get; private set; }

        internal void Add(int unit)
        {
            _parent[unit] = unit;
            _size[unit] = 1;
            Squares++;
            Cubes++;
            foreach (var set in _problem.Sets(unit))
            {
                if (_unitOfSet[set] >= 0)
                {
                    Join(Root(unit), Root(_unitOfSet[set]));
                }
                _unitOfSet[set] = unit;
            }
        }

        internal int Root(int unit)
        {
            while (_parent[unit] != unit)
            {
                _parent[unit] = _parent[_parent[unit]];
                unit = _parent[unit];
            }
            return unit;
        }

        void Join(int a, int b)
        {
            if (a == b)
            {
                return;
            }
            double left = _size[a];
            double right = _size[b];
            Squares += 2 * left * right;
            Cubes += 3 * left * right * (left + right);
            _parent[a] = b;
            _size[b] += _size[a];
        }
    }
}
