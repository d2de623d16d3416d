namespace ReferralPathway.Domain.Statistics;

/// <summary>
/// Numbers of which a reader knows bounds and sums, and how far each could be from the truth while everything that is known holds: a linear programme in bounded variables,
/// begun at the truth itself and walked by the simplex method with Bland's rule. All values are distances from the truth, so that the sums are homogeneous.
/// </summary>
internal sealed class Freedom
{
    private const double Nothing = 1e-7;

    private readonly List<(double Low, double High)> _bounds = [];
    private readonly List<(double Low, double High)> _sumBounds = [];
    private readonly List<IReadOnlyList<(int Number, int Sign)>> _sums = [];

    /// <summary>A number between bounds. Its handle is not negative.</summary>
    public int Number(double truth, double low, double high)
    {
        _bounds.Add((low - truth, high - truth));
        return _bounds.Count - 1;
    }

    /// <summary>What numbers add up to, between bounds. Its handle is negative.</summary>
    public int Sum(IReadOnlyList<(int Number, int Sign)> parts, double truth, double low, double high)
    {
        _sums.Add(parts);
        _sumBounds.Add((low - truth, high - truth));
        return ~(_sums.Count - 1);
    }

    /// <summary>Those of the numbers and sums that can be one whole number only.</summary>
    public IReadOnlySet<int> Settled(IEnumerable<int> asked)
    {
        var walk = new Walk([.. _bounds, .. _sumBounds], _sums, _bounds.Count);
        return asked.Where(q => !walk.CanMove(q >= 0 ? q : _bounds.Count + ~q)).ToHashSet();
    }

    private sealed class Walk
    {
        private readonly (double Low, double High)[] _bounds;
        private readonly double[] _at;
        private readonly bool[] _moved;
        private readonly double[][] _rows;
        private readonly int[] _basic;
        private readonly int[] _free;
        private readonly int[] _rowOf;

        public Walk((double Low, double High)[] bounds, IReadOnlyList<IReadOnlyList<(int Number, int Sign)>> sums, int numbers)
        {
            _bounds = bounds;
            _at = new double[bounds.Length];
            _moved = new bool[bounds.Length];
            _free = [.. Enumerable.Range(0, numbers)];
            _basic = [.. Enumerable.Range(numbers, sums.Count)];
            _rowOf = [.. Enumerable.Repeat(-1, numbers), .. Enumerable.Range(0, sums.Count)];
            _rows = [.. sums.Select(parts =>
            {
                var row = new double[numbers];
                foreach (var (number, sign) in parts) row[number] += sign;
                return row;
            })];
        }

        public bool CanMove(int quantity) => _moved[quantity] || Push(quantity, 1) || Push(quantity, -1);

        /// <summary>Moves a quantity as far as it goes in one direction, or until it is a whole number away from the truth.</summary>
        private bool Push(int quantity, int sign)
        {
            // A walk that does not end is held to have found nothing: that hides more, never less.
            for (var steps = 0; steps < 50 * (_bounds.Length + 10); steps++)
            {
                if (_moved[quantity]) return true;
                var (column, direction) = Entering(quantity, sign);
                if (direction == 0) return false;
                Step(column, direction);
            }
            return false;
        }

        private (int Column, int Direction) Entering(int quantity, int sign)
        {
            var (row, best, towards) = (_rowOf[quantity], -1, 0);
            for (var j = 0; j < _free.Length; j++)
            {
                var v = _free[j];
                var gain = row >= 0 ? _rows[row][j] * sign : v == quantity ? sign : 0;
                var direction = gain > Nothing && _at[v] < _bounds[v].High - Nothing ? 1 : gain < -Nothing && _at[v] > _bounds[v].Low + Nothing ? -1 : 0;
                if (direction != 0 && (best < 0 || v < _free[best])) (best, towards) = (j, direction);
            }
            return (best, towards);
        }

        private void Step(int column, int direction)
        {
            var entering = _free[column];
            var length = direction > 0 ? _bounds[entering].High - _at[entering] : _at[entering] - _bounds[entering].Low;
            var leaving = -1;
            for (var i = 0; i < _rows.Length; i++)
            {
                var rate = _rows[i][column] * direction;
                if (Math.Abs(rate) <= Nothing) continue;
                var b = _basic[i];
                var room = Math.Max(0, rate > 0 ? (_bounds[b].High - _at[b]) / rate : (_bounds[b].Low - _at[b]) / rate);
                if (room < length - Nothing || leaving >= 0 && room < length + Nothing && b < _basic[leaving]) (length, leaving) = (room, i);
            }
            // Nothing stops it: far enough is enough.
            if (double.IsPositiveInfinity(length)) length = 1_000_000;
            Add(entering, direction * length);
            for (var i = 0; i < _rows.Length; i++) if (_rows[i][column] != 0) Add(_basic[i], _rows[i][column] * direction * length);
            if (leaving >= 0) Swap(leaving, column);
        }

        private void Add(int quantity, double distance)
        {
            _at[quantity] += distance;
            if (Math.Abs(_at[quantity]) >= 1 - 1e-5) _moved[quantity] = true;
        }

        private void Swap(int leaving, int column)
        {
            var (row, pivot) = (_rows[leaving], _rows[leaving][column]);
            for (var k = 0; k < row.Length; k++) row[k] = k == column ? 1 / pivot : -row[k] / pivot;
            for (var i = 0; i < _rows.Length; i++)
            {
                var factor = i == leaving ? 0 : _rows[i][column];
                if (factor == 0) continue;
                var other = _rows[i];
                for (var k = 0; k < row.Length; k++)
                {
                    var made = k == column ? factor * row[k] : other[k] + factor * row[k];
                    other[k] = Math.Abs(made) < 1e-10 ? 0 : made;
                }
            }
            (_basic[leaving], _free[column]) = (_free[column], _basic[leaving]);
            (_rowOf[_basic[leaving]], _rowOf[_free[column]]) = (leaving, -1);
        }
    }
}
