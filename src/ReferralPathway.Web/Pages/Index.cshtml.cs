using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages;

/// <summary>What the person at the keyboard has to do, in ten seconds: the heading is the answer.</summary>
public sealed class IndexModel(PathwayDb db, DeskReader desks, CurrentPerson current, IHotline hotline) : PageModel
{
    /// <summary>Lines shown of each list; the whole list is a page of its own.</summary>
    public const int Shown = 12;

    public Desk Desk { get; private set; } = new();

    public IReadOnlyList<WorkLine> Today { get; private set; } = [];

    public IReadOnlyList<WorkLine> Week { get; private set; } = [];

    public IReadOnlyList<WatchLine> Watched { get; private set; } = [];

    /// <summary>Accounts whose manager has not confirmed them yet.</summary>
    public int AccountsWaiting { get; private set; }

    public HotlineNow Hotline => hotline.Now;

    public DateOnly Day => current.Today;

    public int WeekNumber => System.Globalization.ISOWeek.GetWeekOfYear(current.Today);

    public Role Role => current.Who.Role;

    public bool WorksOnCases => CaseAccess.MayRegister(Role) || Role == Role.IomCaseworker;

    public bool MayStart => CaseAccess.MayRegister(Role);

    public async Task OnGetAsync(CancellationToken stopping)
    {
        Desk = await desks.ReadAsync(current.Who, current.At, stopping);
        Today = Desk.Today(current.Today);
        Week = Desk.Week(current.Today);
        if (Role == Role.Auditor) Watched = await desks.WatchAsync(current.At, Desk.Most, stopping);
        if (Role == Role.Administrator) AccountsWaiting = await db.Users.CountAsync(a => a.Status == AccountStatus.AwaitingConfirmation, stopping);
    }

    public string Title(Wording t) => Today.Count == 0 ? t[Role == Role.Auditor && Watched.Count > 0 ? "Overview.TitleWatch" : "Overview.TitleNone"] : t.Count("Overview.Title", Today.Count);

    public int Late => Desk.Late(current.Today).Count;

    /// <summary>The sentence below the heading says how many are late, and leads to them.</summary>
    public bool SaysLate => Role != Role.Auditor && Urgent is null && Late > 0;

    private WorkLine? Urgent => Today.FirstOrDefault(l => l is { Kind: WorkKind.AnswerReferral, Waits: false });

    /// <summary>The one thing that cannot wait; else what is late; else when the next thing comes.</summary>
    public string Lede(Wording t)
    {
        if (Role == Role.Auditor) return Watched.Count == 0 ? t["Overview.LedeWatchNone"] : t.Count("Overview.LedeWatch", Watched.Count);
        if (Urgent is { } referral) return t["Overview.LedeReferral", ("sender", Name(t, referral.OrganisationSv, referral.OrganisationEn))];
        if (Late > 0) return t.Count(Late == Today.Count ? "Overview.LedeAllLate" : "Overview.LedeLate", Late);
        if (Today.Count > 0) return t["Overview.LedeToday"];
        return Week.Count > 0 ? t["Overview.LedeNext", ("day", t.LongDay(Week[0].DueOn))] : t[WorksOnCases ? "Overview.LedeCalm" : "Overview.LedeQuiet"];
    }

    /// <summary>A count of what was fetched; there may be more.</summary>
    public string Number(int count) => Desk.IsCut && count > 0 ? $"{count}+" : $"{count}";

    public string ChangedSince(Wording t) => Wording.DayOf(Desk.Since) == t.Today
        ? t["Overview.ChangedToday", ("time", t.Time(Desk.Since))]
        : t["Overview.ChangedSince", ("day", t.Day(Wording.DayOf(Desk.Since)))];

    public static string Name(Wording t, string? sv, string? en) => (t.Language == PageLanguage.English ? en : sv) ?? "";
}
