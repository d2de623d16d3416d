using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Help;

/// <summary>The first day in the system, for each role another, and the six steps of the national manual.</summary>
public sealed class IndexModel(CurrentPerson current, IEnumerable<SampleNotice> sample) : PageModel
{
    /// <summary>Where each sentence of the first day leads.</summary>
    private static readonly Dictionary<Role, string[]> Ways = new Dictionary<Role, string[]>
    {
        [Domain.Foundations.Role.SocialWorker] = ["/", "/cases/start", "/consultations/ask", "/claims", "/account"],
        [Domain.Foundations.Role.RegionalCoordinator] = ["/", "/cases", "/consultations/desk", "/directory/propose", "/account"],
        [Domain.Foundations.Role.InvestigationLeader] = ["/", "/referrals", "/cases/start", "/disclosures", "/account"],
        [Domain.Foundations.Role.MigrationOfficer] = ["/", "/cases", "/claims", "/account"],
        [Domain.Foundations.Role.NgoWorker] = ["/", "/cases/start", "/referrals", "/consultations/ask", "/account"],
        [Domain.Foundations.Role.Lawyer] = ["/", "/cases", "/consultations/ask", "/account"],
        [Domain.Foundations.Role.IomCaseworker] = ["/", "/cases", "/account"],
        [Domain.Foundations.Role.NationalCoordinator] = ["/", "/consultations/desk", "/directory/propose", "/account"],
        [Domain.Foundations.Role.Administrator] = ["/administration", "/administration/organisations", "/administration/accounts", "/administration/directory", "/account"],
        [Domain.Foundations.Role.Auditor] = ["/audit", "/account"],
    };

    private static readonly string[] WithoutAccount = ["/guidance", "/directory", "/sign-in"];

    public Role? Role => current.Actor?.Role;

    public IEnumerable<(string Key, string Href)> FirstDay =>
        (Role is { } role ? Ways[role] : WithoutAccount).Select((href, i) => ($"Help.First.{Role?.ToString() ?? "Open"}.{i + 1}", href));

    public IEnumerable<int> Steps { get; } = Enumerable.Range(1, 6);

    public bool MayPractise => sample.Any();
}
