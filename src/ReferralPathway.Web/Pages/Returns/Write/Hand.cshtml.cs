using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>R3: what is missing in part A and among the consents, and the handing over to the coordinator.</summary>
public sealed class HandModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites;

    /// <summary>To whom it goes when the coordinator has approved.</summary>
    public Organisation? Iom { get; private set; }

    /// <summary>The return itself needs a yes; for what comes after it a no is an answer too.</summary>
    public static bool IsMet(string purpose, ConsentState? said) => said == ConsentState.Given || said is not null && IsFree(purpose);

    public static string? Remark(string purpose, ConsentState? said) => (IsFree(purpose), said) switch
    {
        (_, ConsentState.Given) => null,
        (true, null) => "Returns.Hand.ConsentAsked",
        (true, _) => "Returns.Hand.ConsentFree",
        _ => "Returns.Hand.ConsentNeeded",
    };

    private static bool IsFree(string purpose) => purpose is Purposes.Monitoring or Purposes.JusticeFollowUp;

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping) => await FindAsync(returnId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        if (Iom is not { } iom) throw new RuleBrokenException(Rule.OnlyIomCarriesOutAReturn);
        return await DoAsync(revision, "Returns.Hand.Done", theCase => theCase.CompletePartA(One.Id, iom.Id, Act), stopping);
    }

    protected override async Task PrepareAsync(CancellationToken stopping) =>
        Iom = await Db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Iom && o.IsActive).OrderBy(o => o.Id).FirstOrDefaultAsync(stopping);
}
