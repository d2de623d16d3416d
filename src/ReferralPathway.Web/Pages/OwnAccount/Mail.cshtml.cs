using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount;

/// <summary>How one wants to hear of messages: at once, in the mail of the morning, or in the inbox alone.</summary>
public sealed class MailModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(MailChoice? Own, MailChoice? Team, MailChoice? Everybody, MailChoice? Managers);

    [BindProperty]
    public Form Input { get; set; } = new(null, null, null, null);

    public bool IsManager => current.Who.IsManager;

    public IReadOnlyList<Choice> Choices { get; } = [.. Enum.GetNames<MailChoice>().Select(name => new Choice(name, $"Mail.Choice.{name}"))];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var id = current.Who.User.Value;
        Input = await db.Users.Where(a => a.Id == id).Select(a => new Form(a.MailOwn, a.MailTeam, a.MailEverybody, a.MailManagers)).SingleAsync(stopping);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        Check(Input.Own, nameof(Form.Own));
        Check(Input.Team, nameof(Form.Team));
        Check(Input.Everybody, nameof(Form.Everybody));
        if (IsManager) Check(Input.Managers, nameof(Form.Managers));
        if (!ModelState.IsValid) return Page();

        var id = current.Who.User.Value;
        var me = await db.Users.SingleAsync(a => a.Id == id, stopping);
        (me.MailOwn, me.MailTeam, me.MailEverybody, me.MailManagers) = (Input.Own!.Value, Input.Team!.Value, Input.Everybody!.Value, IsManager ? Input.Managers!.Value : me.MailManagers);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.MailChosen", me.Id,
            ("own", $"{me.MailOwn}"), ("team", $"{me.MailTeam}"), ("everybody", $"{me.MailEverybody}"), ("managers", $"{me.MailManagers}")));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Mail.Done";
        return Redirect("/account");
    }

    private void Check(MailChoice? chosen, string field)
    {
        if (chosen is not { } known || !Enum.IsDefined(known)) ModelState.AddModelError($"Input.{field}", t.Error("Required", $"Mail.{field}"));
    }
}
