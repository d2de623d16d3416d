using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Sample;

/// <summary>Every component of the look on one page, in both languages; answered in development only. Everyone on it is invented.</summary>
public sealed class LookModel(Wording t, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Answers Input { get; set; } = new() { Direct = "yes", Phone = "070-123 45", Needs = ["home"], Times = t["Sample.Times"], Words = t["Sample.Words"], Watched = "unknown", Municipality = "0581" };

    public DateOnly Today => t.Today;
    public DateTimeOffset Tonight => clock.GetUtcNow().AddHours(6.5);

    public IReadOnlyList<Choice> Municipalities =>
    [
        new("0180", "Stockholm", Group: "Stockholms län"), new("0126", "Huddinge", Group: "Stockholms län"),
        new("0580", "Linköping", Group: "Östergötlands län"), new("0581", "Norrköping", Group: "Östergötlands län"),
    ];

    public IReadOnlyList<Choice> Direct => [new("yes", "Look.Yes"), new("only", "Sample.OnlyThrough"), new("no", "Sample.NoSafeWay", "Sample.NoSafeWayHint")];

    public IReadOnlyList<Choice> Needs =>
        [new("home", "Sample.Need.Home"), new("care", "Sample.Need.Care", "Sample.Need.CareHint"), new("words", "Sample.Need.Interpreter"), new("none", "Sample.Need.None", Exclusive: true)];

    public void OnPost()
    {
        if (string.IsNullOrEmpty(Input.Message)) ModelState.AddModelError("Input.Message", t["Sample.MessageMissing"]);
        ModelState.AddModelError("Input.Phone", t["Errors.PhoneFormat"]);
        if (Input.Checked is not { } day || day > Today) ModelState.AddModelError("Input.Checked", t.Error("DateFuture", "Sample.Checked", ("today", Today)));
    }

    /// <summary>Every kind of question.</summary>
    public sealed record Answers
    {
        public string? Direct { get; init; }
        public string? Phone { get; init; }
        public string? Times { get; init; }
        public string? Message { get; init; }
        public string? Words { get; init; }
        public string? Watched { get; init; }
        public DateOnly? Checked { get; init; }
        public string? Municipality { get; init; }
        public IReadOnlyList<string> Needs { get; init; } = [];
        public decimal? Cost { get; init; }
        public bool Informed { get; init; }
        public string? Password { get; init; }
        public string? Through { get; init; }
    }
}
