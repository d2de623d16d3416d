using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Domain.Access;

/// <summary>The rooms a person passes, in their order; assistance runs beside them.</summary>
public enum PathwayStage { Detected, Child, Consent, Referral, Investigation, Permits, Onward, Assistance }

public enum StageStanding { Done, Now, Later, Along }

/// <summary>One room: whether it is passed, since when, and what there is to say of it.</summary>
/// <param name="Note">The sentence under it, by name; empty when there is nothing to say.</param>
/// <param name="Code">A code that belongs to the sentence.</param>
public sealed record PathwayStep(PathwayStage Stage, StageStanding Standing, DateOnly? On = null, string Note = "", int Count = 0, int Of = 0, string? Code = null, Named? Who = null);

/// <summary>The answer of now, by name, with the day, instant and organisation it speaks of.</summary>
public sealed record PathwayNow(string Name, DateOnly? On = null, DateTimeOffset? By = null, Named? Who = null, string? Code = null);

/// <summary>
/// Where a person stands on the pathway: a pure function of what the viewer may see, so that the figure can never tell more than the rest of the page.
/// </summary>
public sealed record PathwayFigure(PathwayNow Now, IReadOnlyList<PathwayStep> Steps)
{
    public static PathwayFigure Of(CaseView view, DateTimeOffset at)
    {
        var day = SwedishCalendar.DayOf(at);
        var consents = view.ConsentsNow(day);
        var steps = new[] { Detected(view), Consent(consents), Referral(view.Referrals), Investigation(view), Permits(view, day), Onward(view), Assistance(view) };
        var now = NowOf(view, consents, steps, day);
        var shown = view.ChildTask is { } child ? [steps[0], Child(child), .. steps[1..]] : steps;
        return new(now, [.. shown.Select(s => s.Stage == StageOf(now) ? s with { Standing = StageStanding.Now } : s)]);
    }

    private static PathwayStep Detected(CaseView view) =>
        new(PathwayStage.Detected, view.Facts.DetectedOn is null ? StageStanding.Later : StageStanding.Done, view.Facts.DetectedOn, view.Facts.DetectedBy is null ? "" : "DetectedBy", Code: view.Facts.DetectedBy);

    private static PathwayStep Child(ChildTaskRow task) => task switch
    {
        { State: ChildTaskState.Ended, EndedBecause: ChildTaskEnd.NotAChild } => new(PathwayStage.Child, StageStanding.Done, Note: "NotAChild"),
        { ReportedAt: { } at } => new(PathwayStage.Child, StageStanding.Done, SwedishCalendar.DayOf(at), task.State == ChildTaskState.Ended ? "ChildDone" : "Reporting", Who: new(task.BoardSv!, task.BoardEn!)),
        _ => new(PathwayStage.Child, StageStanding.Later, Note: "NotReported"),
    };

    private static PathwayStep Consent(IReadOnlyList<ConsentNow> consents)
    {
        var asked = consents.GroupBy(c => c.Row.Recipient).ToList();
        var given = asked.Where(r => r.Any(c => c.State == ConsentState.Given)).ToList();
        return given.Count > 0
            ? new(PathwayStage.Consent, StageStanding.Done, given.SelectMany(r => r).Where(c => c.State == ConsentState.Given).Min(c => c.Row.DecidedOn), "ConsentGiven", given.Count, asked.Count)
            : asked.Count > 0 ? new(PathwayStage.Consent, StageStanding.Later, Note: "ConsentNotGiven", Count: asked.Count) : new(PathwayStage.Consent, StageStanding.Later, Note: "ConsentNotAsked");
    }

    private static PathwayStep Referral(IReadOnlyList<ReferralRow> referrals)
    {
        var taken = referrals.Where(r => r.Status is ReferralStatus.Accepted or ReferralStatus.Completed).OrderBy(r => r.AnsweredAt).ToList();
        if (taken.Count > 0) return new(PathwayStage.Referral, StageStanding.Done, DayOf(taken[0].AnsweredAt), "ReferralAccepted", taken.Count, Who: NameOfRecipient(taken[^1]));
        return referrals.FirstOrDefault(r => r.Status == ReferralStatus.Sent) is { } sent
            ? new(PathwayStage.Referral, StageStanding.Later, DayOf(sent.SentAt), "ReferralSent", Who: NameOfRecipient(sent))
            : new(PathwayStage.Referral, StageStanding.Later);
    }

    private static PathwayStep Investigation(CaseView view)
    {
        var lines = view.InvestigationLines.Where(l => l.Status is not (InvestigationStatus.RecordedInError or InvestigationStatus.NotInitiated)).ToList();
        if (view.Core?.FormallyIdentifiedOn is { } on) return new(PathwayStage.Investigation, StageStanding.Done, on, "Initiated");
        if (lines.Any(l => l.Status != InvestigationStatus.Reported)) return new(PathwayStage.Investigation, StageStanding.Done, Note: "Initiated");
        return lines.FirstOrDefault(l => l.Status == InvestigationStatus.Reported) is { } reported
            ? new(PathwayStage.Investigation, StageStanding.Later, reported.On, "Reported")
            : new(PathwayStage.Investigation, StageStanding.Later, Note: "NotNeeded");
    }

    /// <summary>The permit that runs, else the one that will, else the one that waits, else the one that was.</summary>
    private static PathwayStep Permits(CaseView view, DateOnly day)
    {
        if (Running(view, day) is { } running) return new(PathwayStage.Permits, StageStanding.Done, running.ValidTo, $"{running.Kind}Runs");
        if (Coming(view, day) is { } coming) return new(PathwayStage.Permits, StageStanding.Done, coming.ValidFrom, "PermitBegins");
        if (Waiting(view) is { } waiting) return new(PathwayStage.Permits, StageStanding.Later, waiting.On, "PermitWaits");
        if (view.PermitLines.Where(p => p.ValidTo < day).MaxBy(p => p.ValidTo) is { } over) return new(PathwayStage.Permits, StageStanding.Done, over.ValidTo, "PermitOver");
        return new(PathwayStage.Permits, StageStanding.Later, Note: view.Core?.FormallyIdentifiedOn is null ? "Permits" : "PermitsOpen");
    }

    private static PermitLine? Running(CaseView view, DateOnly day) =>
        view.PermitLines.Where(p => p.Status == PermitStatus.Granted && p.ValidFrom <= day && day <= p.ValidTo).MaxBy(p => p.ValidTo);

    private static PermitLine? Coming(CaseView view, DateOnly day) => view.PermitLines.Where(p => p.Status == PermitStatus.Granted && p.ValidFrom > day).MinBy(p => p.ValidFrom);

    private static PermitLine? Waiting(CaseView view) =>
        view.PermitLines.Where(p => p.Status is PermitStatus.Submitted or PermitStatus.Appealed).MaxBy(p => p.On);

    /// <summary>Help runs beside the rooms, and waits for none of them.</summary>
    private static PathwayStep Assistance(CaseView view)
    {
        if (view.PlanLines.Where(l => l.IsOngoing).MinBy(l => l.On) is { } ongoing) return new(PathwayStage.Assistance, StageStanding.Along, ongoing.On, "AssistanceOngoing");
        return view.Plans.Any(p => p.Status is PlanStatus.Draft or PlanStatus.Proposed or PlanStatus.Agreed)
            ? new(PathwayStage.Assistance, StageStanding.Along, Note: "AssistancePlanned")
            : new(PathwayStage.Assistance, StageStanding.Later, Note: view.PlanLines.Count > 0 ? "AssistanceOver" : "AssistanceNone");
    }

    private static PathwayStep Onward(CaseView view) => view.Returns.FirstOrDefault(r => r.Status is not (ReturnStatus.RejectedByCoordinator or ReturnStatus.IomNotPossible or ReturnStatus.Withdrawn)) switch
    {
        { ArrivedAt: not null, MonitoringStart: { } home } => new(PathwayStage.Onward, StageStanding.Done, home, "Returned"),
        not null => new(PathwayStage.Onward, StageStanding.Later, Note: "ReturnUnderWay"),
        null => Integration(view) ?? new(PathwayStage.Onward, StageStanding.Later, Note: "Onward"),
    };

    /// <summary>The plan that is carried out, else the one that was, else the one that is prepared.</summary>
    private static PathwayStep? Integration(CaseView view)
    {
        if (view.Integrations.Where(p => p.Status == IntegrationStatus.Active).MinBy(p => p.BeganOn) is { } active) return new(PathwayStage.Onward, StageStanding.Done, active.BeganOn, "IntegrationOngoing");
        if (view.Integrations.Where(p => p.Status == IntegrationStatus.Completed).MaxBy(p => p.BeganOn) is { } done) return new(PathwayStage.Onward, StageStanding.Done, done.BeganOn, "IntegrationDone");
        return view.Integrations.Any(p => p.Status == IntegrationStatus.Draft) ? new(PathwayStage.Onward, StageStanding.Later, Note: "IntegrationPlanned") : null;
    }

    private static PathwayNow NowOf(CaseView view, IReadOnlyList<ConsentNow> consents, PathwayStep[] steps, DateOnly day)
    {
        if (view.Core is not { } core) return new("Received", view.ReceivedUntil is { } until ? SwedishCalendar.DayOf(until) : null);
        if (core.Status == CaseStatus.Closed) return new("Closed", core.ClosedOn, Code: core.ClosedBecause);
        if (core.Identification == IdentificationStatus.RuledOut) return new("RuledOut");
        if (!view.Standing.Leads) return new("TakesPart", Who: new(core.LeadSv, core.LeadEn));
        if (view.ChildTask is { State: ChildTaskState.Open, Board: null }) return new("ReportConcern");
        if (view.Referrals.Where(r => r.Status == ReferralStatus.Sent).MinBy(r => r.AnswerBy) is { } sent)
            return new("AwaitsAnswer", By: sent.AnswerBy, Who: NameOfRecipient(sent));
        var latest = view.Referrals.Where(r => r.AnsweredAt is not null).MaxBy(r => r.AnsweredAt);
        if (latest is { Status: ReferralStatus.Declined }) return new("FindAnother", Who: NameOfRecipient(latest), Code: latest.DeclinedBecause);
        if (Running(view, day) is { } running) return new($"{running.Kind}Runs", running.ValidTo);
        if (Coming(view, day) is { } coming) return new("PermitBegins", coming.ValidFrom);
        if (Waiting(view) is { } waiting) return new("PermitWaits", waiting.On);
        if (steps[4] is { Note: "PermitOver", On: { } over }) return new("PermitOver", over);
        if (core.FormallyIdentifiedOn is { } on) return new("Identified", on);
        if (steps[2].Standing != StageStanding.Done && consents.Count > 0 && consents.All(c => c.State != ConsentState.Given)) return new("SaysNo");
        if (steps[2].Standing != StageStanding.Done && consents.Count == 0)
            // A social board to which a child was reported, or the police in acute danger, knows of the person without consent.
            return view.Parts.FirstOrDefault(p => p.OrganisationId != view.Mine && p.ValidUntil >= SwedishCalendar.StartOf(day)) is { } other
                ? new("AskConsentFurther", Who: new(other.NameSv, other.NameEn))
                : new("AskConsent");
        if (steps[2].Standing != StageStanding.Done) return new("WriteReferral");
        return steps[3].Note == "Reported" ? new("Reported", steps[3].On) : new("Helped", Who: steps[2].Who);
    }

    /// <summary>The room in which the answer of now plays; null when no room is next.</summary>
    private static PathwayStage? StageOf(PathwayNow now) => now.Name switch
    {
        "ReportConcern" => PathwayStage.Child,
        "AskConsent" or "AskConsentFurther" or "SaysNo" => PathwayStage.Consent,
        "WriteReferral" or "AwaitsAnswer" or "FindAnother" => PathwayStage.Referral,
        "Reported" => PathwayStage.Investigation,
        "Identified" or "ReflectionPeriodRuns" or "TemporaryPermitRuns" or "PermitBegins" or "PermitWaits" => PathwayStage.Permits,
        "PermitOver" => PathwayStage.Onward,
        _ => null,
    };

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } instant ? SwedishCalendar.DayOf(instant) : null;

    private static Named NameOfRecipient(ReferralRow row) => new(row.RecipientSv, row.RecipientEn);
}
