using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Coordinate;

/// <summary>Part B (R4), by the coordinator who was contacted.</summary>
public sealed class PartBModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => Coordinates && One.Status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete;

    public static IReadOnlyList<Choice> Currencies { get; } = [new("EUR", "EUR"), new("SEK", "SEK")];

    /// <summary>Null when nothing, or something unreadable, was typed.</summary>
    private decimal? Amount => decimal.TryParse(Input.Budget?.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = Form.Of(One.Latest(PaperKind.PartB)?.PartB);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Coordinate.PartB.Done", theCase => theCase.WritePartB(One.Id, Input.Part(Amount), Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.TargetGroup", Input.TargetGroup, "Returns.Coordinate.PartB.TargetGroup", 2000);
        checks.Needed("Input.InformationGiven", Input.InformationGiven, "Returns.Coordinate.PartB.InformationGiven", 2000);
        checks.Needed("Input.SafetyCheck", Input.SafetyCheck, "Returns.Coordinate.PartB.SafetyCheck", 2000);
        if (Input.Components.Count == 0) checks.Needed("Input.Components", (string?)null, "Returns.Coordinate.PartB.Components");
        checks.Listed("Input.Components", Input.Components.All(CodeLists.Get("return_component").Has));
        checks.Short("Input.Budget", Input.Budget, "Returns.Coordinate.PartB.Budget", 12);
        checks.Listed("Input.Currency", Input.Currency is null || Currencies.Any(c => c.Value == Input.Currency));
        checks.Short("Input.InKind", Input.InKind, "Returns.Coordinate.PartB.InKind", 1000);
        checks.Listed("Input.Urgency", Input.Urgency is { } urgency && Enum.IsDefined(urgency));
        checks.Short("Input.BestInterestsInSweden", Input.BestInterestsInSweden, "Returns.Coordinate.PartB.BestInterestsInSweden", 2000);
        checks.Short("Input.BestInterestsAbroad", Input.BestInterestsAbroad, "Returns.Coordinate.PartB.BestInterestsAbroad", 2000);
        if (!string.IsNullOrWhiteSpace(Input.Budget) && Amount is null) ModelState.AddModelError("Input.Budget", Words["Returns.AmountInvalid"]);
    }

    public sealed record Form
    {
        internal static Form Of(PartB? part) => part is null ? new() : new()
        {
            TargetGroup = part.TargetGroup,
            InformationGiven = part.InformationGiven,
            SafetyCheck = part.SafetyCheck,
            Components = [.. part.Components],
            Budget = part.Budget?.ToString(CultureInfo.InvariantCulture),
            Currency = part.Currency,
            InKind = part.InKind,
            Urgency = part.Urgency,
            BestInterestsInSweden = part.BestInterestsInSweden,
            BestInterestsAbroad = part.BestInterestsAbroad,
        };

        internal PartB Part(decimal? amount) => new()
        {
            TargetGroup = TargetGroup!,
            InformationGiven = InformationGiven!,
            SafetyCheck = SafetyCheck!,
            Components = Components,
            Budget = amount,
            Currency = amount is null ? null : Currency ?? "EUR",
            InKind = InKind,
            Urgency = Urgency!.Value,
            BestInterestsInSweden = BestInterestsInSweden,
            BestInterestsAbroad = BestInterestsAbroad,
        };

        public string? TargetGroup { get; init; }

        public string? InformationGiven { get; init; }

        public string? SafetyCheck { get; init; }

        public List<string> Components { get; init; } = [];

        public string? Budget { get; init; }

        public string? Currency { get; init; }

        public string? InKind { get; init; }

        public ReturnUrgency? Urgency { get; init; }

        public string? BestInterestsInSweden { get; init; }

        public string? BestInterestsAbroad { get; init; }
    }
}
