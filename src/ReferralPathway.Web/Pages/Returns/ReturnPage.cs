using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns;

/// <summary>A page of one return: it is found in the view of the case, and acted upon through the case.</summary>
public abstract class ReturnPage(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public ReturnRow One { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public string Here => $"{Case}/returns/{One.Id}";

    /// <summary>Every country, by its name in the language of the page.</summary>
    public IReadOnlyList<Choice> Lands => ReturnWay.Lands(t);

    public DateOnly Today => current.Today;

    protected PathwayDb Db => db;

    protected Wording Words => t;

    protected Act Act => current.Act;

    protected PersonId Person => current.Who.Person;

    /// <summary>Whether this page is for the return as it stands, and for whoever looks.</summary>
    protected abstract bool Fits { get; }

    /// <summary>The author writes while nothing has been handed over, or after it came back.</summary>
    protected bool AuthorWrites => One.Author == View.Mine && ReturnWay.AuthorWrites(One.Status);

    protected bool Coordinates => One.Coordinator == View.Mine;

    protected bool CarriesOut => One.Iom == View.Mine;

    /// <summary>The answers of a list of the domain, in its order.</summary>
    public static IReadOnlyList<Choice> Of<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), $"Returns.{typeof(T).Name}.{v}"))];

    protected async Task<bool> FindAsync(string returnId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Returns.FirstOrDefault(r => r.Id.ToString() == returnId) is not { } found) return false;
        One = found;
        await PrepareAsync(stopping);
        return Fits;
    }

    /// <summary>What the page's questions offer beside what the case knows.</summary>
    protected virtual Task PrepareAsync(CancellationToken stopping) => Task.CompletedTask;

    protected async Task<IActionResult> DoAsync(int revision, string done, Action<Case> act, CancellationToken stopping)
    {
        act(await hand.ForActAsync(CaseParts.Returns | CaseParts.Consents, revision, stopping));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = done;
        // With the last step the acting organisation's part may have ended: then the case says so.
        return Redirect(Here);
    }
}
