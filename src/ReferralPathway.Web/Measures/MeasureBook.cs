using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ReferralPathway.Web.Measures;

/// <summary>
/// What this instance has counted since it started: its own counts (<see cref="Counts"/>) and those that the platform and the driver of the database make. Only what is on the list is
/// kept, and of it only the labels that are named there: templates of addresses, kinds and codes, which are few and say nothing of anybody.
/// </summary>
public sealed class MeasureBook : IDisposable
{
    private static readonly Dictionary<string, string[]> Kept = new()
    {
        ["http.server.request.duration"] = ["http.request.method", "http.route", "http.response.status_code"],
        ["http.server.active_requests"] = [],
        ["kestrel.active_connections"] = [],
        ["db.client.connection.count"] = ["db.client.connection.state"],
        ["db.client.connection.max"] = [],
        ["db.client.connection.npgsql.timeouts"] = [],
        ["db.client.operation.duration"] = [],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.process.cpu.time"] = [],
        ["dotnet.gc.pause.time"] = [],
        ["dotnet.thread_pool.queue.length"] = [],
        [Counts.Acts] = ["page"],
        [Counts.ActsRepeated] = [],
        [Counts.Refusals] = ["what"],
        [Counts.SignInsFailed] = ["step"],
        [Counts.SweepsFailed] = ["sweep"],
        [Counts.PolicyReported] = ["directive"],
        [Counts.MailWaiting] = [],
        [Counts.MailStuck] = [],
        [Counts.AnswersLate] = [],
        [Counts.CheckpointAge] = [],
    };

    /// <summary>Upper ends of the steps in which durations are counted, in seconds.</summary>
    internal static readonly double[] Steps = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<(Instrument, string), Series> _series = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _reading = new();

    /// <param name="own">Of this host: others of the same process count for themselves.</param>
    public MeasureBook(IMeterFactory own)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Kept.ContainsKey(instrument.Name) && (instrument.Meter.Scope is null || instrument.Meter.Scope == own)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>All of it as it is now, in the order of names and labels.</summary>
    public IReadOnlyList<Measured> Read()
    {
        lock (_reading)
        {
            // What is asked for its value is asked anew; several of one name and labels, such as two pools of connections, are one sum.
            foreach (var series in _series.Values.Where(s => s.Instrument.IsObservable)) series.Forget();
            _listener.RecordObservableInstruments();
            return [.. _series.Values.Select(s => s.Now()).OfType<Measured>().OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => string.Join(' ', m.Labels), StringComparer.Ordinal)];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var names = Kept[instrument.Name];
        var values = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            values[i] = "";
            foreach (var label in labels)
                if (label.Key == names[i]) values[i] = label.Value?.ToString() ?? "";
        }
        _series.GetOrAdd((instrument, string.Join('\n', values)), key => new(key.Item1, [.. names.Zip(values)])).Add(value);
    }

    private sealed class Series(Instrument instrument, IReadOnlyList<(string Name, string Value)> labels)
    {
        private readonly Lock _adding = new();
        private readonly long[] _steps = new long[Steps.Length];
        private double _sum;
        private long _count;

        public Instrument Instrument => instrument;

        public void Add(double value)
        {
            lock (_adding)
            {
                _sum += value;
                _count++;
                for (var i = 0; i < Steps.Length; i++)
                    if (value <= Steps[i]) _steps[i]++;
            }
        }

        public void Forget()
        {
            lock (_adding) (_sum, _count) = (0, 0);
        }

        public Measured? Now()
        {
            lock (_adding) return _count == 0 ? null : new(instrument.Name, instrument.Unit ?? "", Kind, labels, _sum, _count, Kind == MeasureKind.Duration ? [.. _steps] : []);
        }

        private MeasureKind Kind => instrument.GetType().Name.Split('`')[0] switch
        {
            "Histogram" => MeasureKind.Duration,
            "Counter" or "ObservableCounter" => MeasureKind.Count,
            _ => MeasureKind.Level,
        };
    }
}

public enum MeasureKind
{
    /// <summary>Only ever grows, until the instance starts anew.</summary>
    Count,

    /// <summary>What it is just now.</summary>
    Level,

    /// <summary>How long each took, in steps.</summary>
    Duration,
}

/// <param name="Count">How often something was added.</param>
/// <param name="Steps">How many took at most as long as each of <see cref="MeasureBook.Steps"/>.</param>
public sealed record Measured(string Name, string Unit, MeasureKind Kind, IReadOnlyList<(string Name, string Value)> Labels, double Sum, long Count, IReadOnlyList<long> Steps)
{
    public string Label(string name) => Labels.First(l => l.Name == name).Value;
}
