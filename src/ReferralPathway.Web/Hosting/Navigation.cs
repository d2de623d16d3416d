using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Hosting;

/// <summary>The words at the top of each page: those of the role.</summary>
public sealed class Navigation(IHttpContextAccessor http, CurrentPerson current, PathwayDb db, Wording t) : INavigation
{
    public SignedIn? Who => current.Actor is null ? null : new(
        Claim(PersonClaims.Name), Claim(t.Language == PageLanguage.English ? PersonClaims.OrganisationEn : PersonClaims.OrganisationSv), "/account");

    public IReadOnlyList<NavigationItem> Items => [.. Words().Select(w => new NavigationItem($"Navigation.{w.Key}", w.Href, IsUnder(w.Href), w.Key == "Messages" ? db.Unread?.Count ?? 0 : 0))];

    private IEnumerable<(string Key, string Href)> Words()
    {
        if (current.Actor is not { } actor)
        {
            yield return ("Guidance", "/guidance");
            yield return ("Directory", "/directory");
            yield return ("SignIn", "/sign-in");
            yield break;
        }
        yield return ("Overview", "/");
        if (CaseAccess.MayRegister(actor.Role) || actor.Role == Role.IomCaseworker) yield return ("Cases", "/cases");
        if (CaseAccess.MayAnswerReferral(actor.Role)) yield return ("Referrals", "/referrals");
        if (ClaimAccess.Roles.Contains(actor.Role)) yield return ("Claims", "/claims");
        if (ConsultationDesk.MayAsk(actor.Role)) yield return ("Consultations", "/consultations");
        else if (ConsultationDesk.MayAnswer(actor.Role)) yield return ("Consultations", "/consultations/desk");
        if (DisclosureDesk.Askers.Contains(actor.Role)) yield return ("Disclosures", "/disclosures");
        else if (DisclosureDesk.MayDecide(actor.Role, actor.IsManager)) yield return ("Disclosures", "/disclosures/received");
        if (Reports.AreMainWorkOf(actor.Role)) yield return ("Statistics", "/statistics");
        yield return ("Messages", "/messages");
        if (actor.Role == Role.Administrator) yield return ("Administration", "/administration");
        if (actor.Role == Role.Auditor) yield return ("Audit", "/audit");
        if (actor.IsManager) yield return ("Organisation", "/organisation");
        yield return ("Directory", "/directory");
    }

    private bool IsUnder(string href) => href == "/" ? http.HttpContext!.Request.Path == "/" : http.HttpContext!.Request.Path.StartsWithSegments(href) || href == "/disclosures/received" && http.HttpContext!.Request.Path.StartsWithSegments("/disclosures");

    private string Claim(string name) => http.HttpContext!.User.FindFirst(name)?.Value ?? "";
}
