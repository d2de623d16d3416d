using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns;

/// <summary>What comes next with a return, for whom, and where it is done.</summary>
public static class ReturnWay
{
    /// <summary>Every country but Sweden, by its name in the language of the page.</summary>
    public static IReadOnlyList<Choice> Lands(Wording t) =>
        [.. Countries.InOrder(t.Language.Code).Where(c => c.IsPlace && c.Code != "SE").Select(c => new Choice(c.Code, c.NameIn(t.Language.Code)))];

    public static bool AuthorWrites(ReturnStatus status) => status is ReturnStatus.Draft or ReturnStatus.CoordinatorContacted or ReturnStatus.ReturnedForChanges;

    public static bool IsBeforeTheJourney(ReturnStatus status) => status is ReturnStatus.Draft or ReturnStatus.CoordinatorContacted or ReturnStatus.PartAComplete or ReturnStatus.PartBComplete
        or ReturnStatus.ApprovedByCoordinator or ReturnStatus.ReturnedForChanges or ReturnStatus.SentToIom or ReturnStatus.IomProcessing or ReturnStatus.IomAccepted or ReturnStatus.PreDeparture;

    /// <summary>Support to reintegration is planned once IOM has accepted, and until all of it is given.</summary>
    public static bool SupportGoesOn(ReturnRow one) =>
        one.Status is ReturnStatus.IomAccepted or ReturnStatus.PreDeparture or ReturnStatus.Travelled or ReturnStatus.Monitoring || one is { Status: ReturnStatus.MonitoringEnded, SupportIsOpen: true };

    /// <summary>The steps that this viewer may take now, by page.</summary>
    public static IEnumerable<string> Steps(CaseView view, ReturnRow one) => All(view, one).Where(s => s.When).Select(s => s.Page);

    /// <summary>The one of them that the return waits for; null when it waits for nobody, or for somebody else.</summary>
    public static string? Next(CaseView view, ReturnRow one) => Steps(view, one).FirstOrDefault(s => s == Awaited(one));

    private static string? Awaited(ReturnRow one) => one.Status switch
    {
        ReturnStatus.PartAComplete => "coordinate/part-b",
        ReturnStatus.PartBComplete => "coordinate/decide",
        ReturnStatus.ApprovedByCoordinator => "coordinate/send",
        ReturnStatus.SentToIom => "carry-out/begin",
        ReturnStatus.IomProcessing => Assessments.All(kind => one.Papers.Any(p => p.Kind == kind && p.Code is not null)) ? "carry-out/decide" : "carry-out/assess",
        ReturnStatus.IomAccepted => "carry-out/journey",
        ReturnStatus.Monitoring => "carry-out/contact",
        _ => null,
    };

    private static readonly PaperKind[] Assessments = [PaperKind.Risk, PaperKind.Needs, PaperKind.Health];

    private static IEnumerable<(bool When, string Page)> All(CaseView view, ReturnRow one)
    {
        var (status, mine) = (one.Status, view.Mine);
        var plans = (one.Author == mine || one.Coordinator == mine) && view.May(CaseOperation.WriteReturn);
        var coordinates = one.Coordinator == mine && view.May(CaseOperation.CoordinateReturn);
        var carriesOut = one.Iom == mine && view.May(CaseOperation.CarryOutReturn);
        yield return (plans && status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete, "write/plan");
        yield return (coordinates && status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete, "coordinate/part-b");
        yield return (coordinates && status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete, "coordinate/decide");
        yield return (coordinates && status == ReturnStatus.ApprovedByCoordinator, "coordinate/send");
        yield return (carriesOut && status == ReturnStatus.SentToIom, "carry-out/begin");
        yield return (carriesOut && status == ReturnStatus.IomProcessing, "carry-out/assess");
        yield return (carriesOut && status == ReturnStatus.IomProcessing, "carry-out/decide");
        yield return (carriesOut && status is ReturnStatus.IomAccepted or ReturnStatus.PreDeparture, "carry-out/journey");
        yield return (carriesOut && SupportGoesOn(one), "carry-out/support");
        yield return (carriesOut && status == ReturnStatus.PreDeparture, "carry-out/travel");
        yield return (carriesOut && status == ReturnStatus.Monitoring, "carry-out/contact");
        yield return (carriesOut && status == ReturnStatus.Monitoring, "carry-out/end");
        yield return ((one.Author == mine || view.Standing.Leads) && status == ReturnStatus.PreDeparture && view.May(CaseOperation.ReleasePickUp), "pick-up");
        yield return (view.HasTravelHealth(one.Id) && view.May(CaseOperation.ReadTravelHealth), "health");
        yield return (view.May(CaseOperation.WithdrawReturn) && IsBeforeTheJourney(status), "call-off");
    }

    /// <summary>The pages of part A and what belongs to it, in their order, and whether each is done.</summary>
    public static IEnumerable<(string Page, bool Done)> Tasks(CaseView view, ReturnRow one)
    {
        var missing = one.Latest(PaperKind.PartA)?.PartA?.Missing ?? Enum.GetValues<PartASection>();
        yield return ("coordinator", one.FirstContactOn is not null);
        foreach (var section in Enum.GetValues<PartASection>()) yield return (Page(section), !missing.Contains(section));
        yield return ("health", view.HasTravelHealth(one.Id));
        yield return ("plan", one.Latest(PaperKind.SupportPlan) is not null);
    }

    private static string Page(PartASection section) => section switch
    {
        PartASection.Person => "person",
        PartASection.Destination => "destination",
        PartASection.Risks => "risks",
        PartASection.Support => "support",
        _ => "declaration",
    };

    /// <summary>What the person has said to each recipient and purpose, as the viewer may know it; null where nobody has asked.</summary>
    public static IEnumerable<(OrganisationId? Recipient, string Purpose, ConsentState? Said)> Consents(CaseView view, ReturnRow one, OrganisationId? iom, DateOnly today)
    {
        var said = view.ConsentsNow(today).ToDictionary(c => (c.Row.Recipient, c.Row.Purpose), c => c.State);
        if (one.Coordinator is { } coordinator && coordinator != one.Author) yield return (coordinator, Purposes.Return, Said(coordinator, Purposes.Return));
        foreach (var purpose in new[] { Purposes.Return, Purposes.ReturnAbroad, Purposes.Monitoring, Purposes.JusticeFollowUp }) yield return (iom, purpose, iom is { } known ? Said(known, purpose) : null);

        ConsentState? Said(OrganisationId to, string purpose) => said.TryGetValue((to, purpose), out var state) ? state : null;
    }
}
