using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount;

/// <summary>One's own account: who one is here, how one signs in, and when one did.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int LatestSessions = 10;

    [BindProperty]
    public string? Language { get; set; }

    public Account Me { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public DateTimeOffset? FactorSince { get; private set; }

    public int CodesLeft { get; private set; }

    public int Passkeys { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<Choice> Languages { get; } = [.. PageLanguage.All.Select(l => new Choice(l.Code, l.OwnName))];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var id = current.Who.User.Value;
        var found = await (
            from a in db.Users join o in db.Organisations on a.OrganisationId equals o.Id
            where a.Id == id
            select new { Me = a, Organisation = o, Factor = db.SecondFactors.Where(f => f.UserId == id).Select(f => f.ConfirmedAt).FirstOrDefault(), Codes = db.RecoveryCodes.Count(c => c.UserId == id), Passkeys = db.UserPasskeys.Count(p => p.UserId == id) }).AsNoTracking().SingleAsync(stopping);
        (Me, Organisation, FactorSince, CodesLeft, Passkeys) = (found.Me, found.Organisation, found.Factor, found.Codes, found.Passkeys);
        Sessions = await db.Sessions.AsNoTracking().Where(s => s.UserId == id && s.Stage == SessionStage.Open).OrderByDescending(s => s.StartedAt).Take(LatestSessions).ToListAsync(stopping);
        Language = Me.Language ?? PageLanguage.Swedish.Code;
    }

    public async Task<IActionResult> OnPostLanguageAsync(CancellationToken stopping)
    {
        if (PageLanguage.Of(Language) is not { } chosen) return RedirectToPage();
        var id = current.Who.User.Value;
        var me = await db.Users.SingleAsync(a => a.Id == id, stopping);
        me.Language = chosen.Code;
        await db.SaveChangesAsync(stopping);
        return Redirect($"/language?to={chosen.Code}&back=/account");
    }
}
