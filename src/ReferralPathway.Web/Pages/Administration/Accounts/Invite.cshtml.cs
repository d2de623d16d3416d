using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Accounts;

/// <summary>Invites somebody (5.15). The link goes to them by mail and is shown to nobody; the account does nothing before somebody else has confirmed it.</summary>
public sealed class InviteModel(PathwayDb db, Staff staff, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Email { get; init; }
        public Guid? Organisation { get; init; }
        public Role? Role { get; init; }
        public bool IsManager { get; init; }
        public DateOnly? ActiveFrom { get; init; }
        public DateOnly? ActiveTo { get; init; }
        public string? SamePerson { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; } = [.. Enum.GetValues<Role>().Where(r => r != Role.System).Select(r => new Choice(r.ToString(), $"Role.{r}"))];

    public Task OnGetAsync(CancellationToken stopping) => LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        var organisations = await LoadAsync(stopping);
        var organisation = organisations.SingleOrDefault(o => o.Id.Value == Input.Organisation);
        var email = Input.Email ?? "";
        var normal = email.ToUpperInvariant();
        Guid? person = null;
        if (string.IsNullOrWhiteSpace(Input.Name)) Wrong("Name", t.Error("Required", "OwnAccount.Name"));
        else if (Input.Name.Length > 200) Wrong("Name", t.Error("TooLong", "OwnAccount.Name", ("n", 200), ("m", Input.Name.Length)));
        if (!EmailAddress.LooksLikeOne(email)) Wrong("Email", t.Error("EmailFormat"));
        else if (await db.Users.AnyAsync(a => a.NormalizedEmail == normal, stopping)) Wrong("Email", t["Accounts.EmailTaken"]);
        if (organisation is null) Wrong("Organisation", t.Error("CodeUnknown"));
        if (Input.Role is not { } role || !Enum.IsDefined(role)) Wrong("Role", t.Error("CodeUnknown"));
        else if (organisation is not null && !OrganisationKinds.RolesOf(organisation.Kind).Contains(role))
            Wrong("Role", t["Accounts.RoleDoesNotFit", ("role", t[$"Role.{role}"]), ("kind", t[$"OrganisationKind.{organisation.Kind}"])]);
        if (Input is { ActiveFrom: { } from, ActiveTo: { } to } && to < from)
            Wrong("ActiveTo", t.Error("DateOrder", null, ("later", t["Accounts.ActiveTo"]), ("earlier", t["Accounts.ActiveFrom"]), ("date", from)));
        if (!string.IsNullOrWhiteSpace(Input.SamePerson) && (person = await PersonOfAsync(Input.SamePerson, stopping)) is null) Wrong("SamePerson", t["Accounts.NoSuchAccount"]);
        if (!ModelState.IsValid) return Page();

        await staff.InviteAsync(organisation!, email, Input.Name!, Input.Role!.Value, Input.IsManager, (Input.ActiveFrom, Input.ActiveTo), person is { } same ? PersonId.From(same) : null, stopping);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Accounts.Invite.Done";
        return Redirect("/administration/accounts");
    }

    private async Task<IReadOnlyList<Organisation>> LoadAsync(CancellationToken stopping)
    {
        var all = await db.Organisations.AsNoTracking().Where(o => o.IsActive).OrderBy(o => o.NameSv).ToListAsync(stopping);
        Organisations = [.. all.Select(o => new Choice(o.Id.ToString(), o.Name(t.Language.Code)))];
        return all;
    }

    private async Task<Guid?> PersonOfAsync(string email, CancellationToken stopping)
    {
        var normal = email.ToUpperInvariant();
        return (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normal, stopping))?.PersonId.Value;
    }

    private void Wrong(string field, string text) => ModelState.AddModelError($"Input.{field}", text);
}
