using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Organisations;

/// <summary>A new organisation. Its kind is what it stays: on it hangs what its accounts may become.</summary>
public sealed class CreateModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form : OrganisationForm
    {
        public OrganisationKind? Kind { get; init; }
        public string? Municipality { get; init; }
        public string? Region { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<OrganisationKind>().Select(k => new Choice(k.ToString(), $"OrganisationKind.{k}"))];

    public IReadOnlyList<Choice> Municipalities { get; } = [.. Geography.Municipalities.Select(m => new Choice(m.Code, m.Name))];

    public IReadOnlyList<Choice> Regions { get; } = [.. CoordinationRegions.All.Select(r => new Choice(r.ToString(), CoordinationRegions.Name(r)))];

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        Input.Check(ModelState, t);
        var local = Input.Kind is OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach;
        var regional = Input.Kind is OrganisationKind.RegionalCoordinator;
        if (Input.Kind is not { } kind || !Enum.IsDefined(kind)) ModelState.AddModelError("Input.Kind", t.Error("CodeUnknown"));
        if (local && Geography.FindMunicipality(Input.Municipality) is null) ModelState.AddModelError("Input.Municipality", t.Error("CodeUnknown"));
        if (regional && !Regions.Any(r => r.Value == Input.Region)) ModelState.AddModelError("Input.Region", t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();

        var made = new Organisation(OrganisationId.New(current.At), Input.Kind!.Value, Input.NameSv!, Input.NameEn!, local ? Input.Municipality : null, regional ? Input.Region : null, Input.Mail);
        db.Organisations.Add(made);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Organisation.Created", made.Id.Value, ("kind", made.Kind.ToString())));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Organisations.Created";
        return Redirect("/administration/organisations");
    }
}
