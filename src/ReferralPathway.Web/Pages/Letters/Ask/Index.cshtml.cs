using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Letters.Ask;

/// <summary>What the form of consent is to ask, and in which language: then it is there to print. Nothing is written down by it.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AskInput Ask { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public IEnumerable<Choice> FormLanguages => LetterKinds.ConsentLanguages.Select(l => new Choice(l, t.Capital(t.Spoken(l)), LetterKinds.IsTranslated(l) ? "Letters.Ask.Translated" : null));

    /// <param name="go">Whether the form was sent, and not only opened.</param>
    public async Task<IActionResult> OnGetAsync(string? go, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Organisations = await db.RecipientsAsync(k => OrganisationKinds.ReceivesReferrals(k) || k == OrganisationKind.Iom, current.Who.Organisation, t, stopping);
        if (go is null)
        {
            ModelState.Clear();
            if (Ask.Language is null) Ask = Ask with { Language = View.Facts.Languages.FirstOrDefault(LetterKinds.ConsentLanguages.Contains) ?? t.Language.Code };
            return Page();
        }
        if (Organisations.All(o => o.Value != To)) ModelState.AddModelError(nameof(To), t["Letters.Ask.ChooseTo"]);
        if (Ask.Purposes.Count == 0) ModelState.AddModelError("Ask.Purposes", t["Letters.Ask.ChoosePurpose"]);
        if (Recipients.GroupsOf(Ask.Groups).IsEmpty) ModelState.AddModelError("Ask.Groups", t["Letters.Ask.ChooseGroups"]);
        if (Ask.Until < current.Today) ModelState.AddModelError("Ask.Until", t["Letters.Ask.UntilPast"]);
        if (!LetterKinds.ConsentLanguages.Contains(Ask.Language)) ModelState.AddModelError("Ask.Language", t["Letters.Ask.ChooseLanguage"]);
        return ModelState.IsValid && Ask.Asked is not null ? Redirect($"/cases/{hand.Id}/letters/{LetterKinds.Word(LetterKind.ConsentForm)}-{To}{Ask.Query}") : Page();
    }
}
