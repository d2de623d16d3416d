using System.Diagnostics.Metrics;

namespace ReferralPathway.Web.Measures;

/// <summary>What the program counts of itself, for whoever runs it. The names are also those of <c>/metrics</c>.</summary>
public sealed class Counts
{
    public const string Acts = "pathway.acts";
    public const string ActsRepeated = "pathway.acts.repeated";
    public const string Refusals = "pathway.refusals";
    public const string SignInsFailed = "pathway.signins.failed";
    public const string SweepsFailed = "pathway.sweeps.failed";
    public const string PolicyReported = "pathway.policy.broken";
    public const string MailWaiting = "pathway.mail.waiting";
    public const string MailStuck = "pathway.mail.stuck";
    public const string AnswersLate = "pathway.answers.late";
    public const string CheckpointAge = "pathway.checkpoint.age";

    private readonly Counter<long> _acts;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _sweeps;
    private readonly Counter<long> _policy;

    public Counts(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create("ReferralPathway");
        _acts = meter.CreateCounter<long>(Acts);
        _repeated = meter.CreateCounter<long>(ActsRepeated);
        _refusals = meter.CreateCounter<long>(Refusals);
        _signIns = meter.CreateCounter<long>(SignInsFailed);
        _sweeps = meter.CreateCounter<long>(SweepsFailed);
        _policy = meter.CreateCounter<long>(PolicyReported);
        meter.CreateObservableGauge(MailWaiting, () => Of(w => w.MailWaiting));
        meter.CreateObservableGauge(MailStuck, () => Of(w => w.MailStuck));
        meter.CreateObservableGauge(AnswersLate, () => Of(w => w.AnswersLate));
        meter.CreateObservableGauge(CheckpointAge, () => Of(w => w.CheckpointAt is { } at ? (long)(clock.GetUtcNow() - at).TotalSeconds : null), unit: "s");
    }

    /// <summary>What the database last said; null while nobody has asked it.</summary>
    public Waiting? Waiting { get; set; }

    /// <param name="page">Where the page lies, such as /Consents/Record.</param>
    public void Act(string page) => _acts.Add(1, new KeyValuePair<string, object?>("page", page));

    public void Repeated() => _repeated.Add(1);

    public void Refusal(string what) => _refusals.Add(1, new KeyValuePair<string, object?>("what", what));

    public void SignInFailed(string step) => _signIns.Add(1, new KeyValuePair<string, object?>("step", step));

    public void SweepFailed(string sweep) => _sweeps.Add(1, new KeyValuePair<string, object?>("sweep", sweep));

    public void PolicyBroken(string directive) => _policy.Add(1, new KeyValuePair<string, object?>("directive", directive));

    private IEnumerable<Measurement<long>> Of(Func<Waiting, long?> level) => Waiting is { } waiting && level(waiting) is { } value ? [new(value)] : [];
}

public static class MeasureServices
{
    public static IServiceCollection AddMeasures(this IServiceCollection services)
    {
        services.AddSingleton<Counts>();
        services.AddSingleton<MeasureBook>();
        services.AddSingleton<Watch>().AddHostedService(p => p.GetRequiredService<Watch>());
        services.AddHostedService<MetricsPort>();
        return services;
    }
}

/// <summary>What waits in the database, the same for every instance.</summary>
/// <param name="MailStuck">Tried more than three times.</param>
/// <param name="AnswersLate">Of work, due more than a day ago.</param>
/// <param name="CheckpointAt">When the record was last sealed.</param>
public sealed record Waiting(DateTimeOffset At, long MailWaiting, long MailStuck, long AnswersLate, DateTimeOffset? CheckpointAt);
