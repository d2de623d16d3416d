using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Guidance;

/// <summary>
/// Where the next step of a line is done: the page of the act, when there is such a page and the viewer may do it. Which operation a page needs is asked of the guard
/// that hangs on it, so that a room that is built later has its links from its first day.
/// </summary>
public sealed class GuidanceRooms(IEnumerable<EndpointDataSource> sources)
{
    private const string UnderACase = "cases/{caseId}/";

    private readonly Lazy<FrozenDictionary<string, CaseOperation>> _rooms = new(() => sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith(UnderACase, StringComparison.Ordinal) == true)
        .Select(e => (Route: e.RoutePattern.RawText!.TrimStart('/')[UnderACase.Length..], Guard: e.Metadata.GetMetadata<PageActionDescriptor>()?.FilterDescriptors.Select(f => f.Filter).OfType<CaseOnRoute>().FirstOrDefault()))
        .Where(room => room.Guard is not null).DistinctBy(room => room.Route).ToFrozenDictionary(room => room.Route, room => room.Guard!.Operation));

    /// <summary>The address; null when nobody can do it here, or not this person.</summary>
    public string? Way(CaseView view, GuidanceLine line)
    {
        if (RoomOf(view, line) is not var (route, path)) return null;
        return _rooms.Value.TryGetValue(route, out var operation) && view.May(operation) ? $"/cases/{view.Id}/{path}" : null;
    }

    /// <summary>The address of a room of a case; null when there is none, or when it is not for this person.</summary>
    public string? Room(CaseView view, string path) => _rooms.Value.TryGetValue(path, out var operation) && view.May(operation) ? $"/cases/{view.Id}/{path}" : null;

    /// <summary>The route of the room, and its address for this line.</summary>
    private static (string Route, string Path)? RoomOf(CaseView view, GuidanceLine line) => line.NextStep switch
    {
        NextStep.AskForConsent or NextStep.AskThenContactCoordinator => At("consents/record"),
        NextStep.Refer => At("referrals/write"),
        NextStep.ReportToPolice => At("investigations/report"),
        NextStep.RequestCounsel when view.Investigations.FirstOrDefault(i => i.InitiatedOn is not null) is { } live => ("investigations/{investigationId}/follow", $"investigations/{live.Id}/follow"),
        NextStep.SocialBoardApplies => Permit(line),
        NextStep.AskTheLeaderToApply when view.MyKind is OrganisationKind.Police or OrganisationKind.Prosecutor => Permit(line),
        NextStep.AskForExtension when view.PermitLines.FirstOrDefault(l => l.Kind == PermitKind.ReflectionPeriod && l.Status == PermitStatus.Granted) is { } running =>
            ("permits/{permitId:guid}/extend", $"permits/{running.PermitId}/extend"),
        NextStep.EstablishReason => At("intake/exploitation"),
        NextStep.DoItYourselves when line.Support is Support.IntegrationPublic or Support.NgoLongTerm => At("integration"),
        NextStep.DoItYourselves => At("plan"),
        NextStep.ReportConcern => At("children/report"),
        NextStep.ApplyForGuardian or NextStep.TraceFamily => At("children"),
        NextStep.ClaimCosts => At("reimbursement"),
        NextStep.ContinueReturn when view.Returns.FirstOrDefault(r => r.IsOpen) is { } open => ("returns/{returnId:guid}", $"returns/{open.Id}"),
        NextStep.AskAboutCooperation => At("intake/wishes"),
        NextStep.ContactCoordinator or NextStep.InformAboutReturn => At("returns/write"),
        _ => null,
    };

    private static (string, string) At(string path) => (path, path);

    private static (string, string) Permit(GuidanceLine line) =>
        ("permits/write/{what}", $"permits/write/{(line.Support == Support.TempPermit ? "temporary-permit" : "reflection-period")}");
}
