using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Import;

/// <summary>Accounts from a file.</summary>
public sealed class AccountsModel(AccountImport import, Wording t) : ImportModel(import, t)
{
    public override string What => "accounts";
}
