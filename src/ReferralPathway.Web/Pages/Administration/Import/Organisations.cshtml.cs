using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Import;

/// <summary>Organisations from a file.</summary>
public sealed class OrganisationsModel(OrganisationImport import, Wording t) : ImportModel(import, t)
{
    public override string What => "organisations";
}
