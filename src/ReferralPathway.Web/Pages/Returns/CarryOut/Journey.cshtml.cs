using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>R9: the journey is arranged.</summary>
public sealed class JourneyModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && One.Status is ReturnStatus.IomAccepted or ReturnStatus.PreDeparture;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = Form.Of(One.Latest(PaperKind.Journey)?.Journey);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.CarryOut.Journey.Done", theCase => theCase.ArrangeJourney(One.Id, Input.Journey, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        if (Input.On is null) checks.Needed("Input.On", (string?)null, "Returns.CarryOut.Journey.On");
        checks.Listed("Input.HasTravelDocument", Input.HasTravelDocument is "yes" or "no");
        checks.Needed("Input.Route", Input.Route, "Returns.CarryOut.Journey.Route", 1000);
        checks.Needed("Input.Tickets", Input.Tickets, "Returns.CarryOut.Journey.Tickets", 1000);
        checks.Short("Input.Transit", Input.Transit, "Returns.CarryOut.Journey.Transit", 1000);
        checks.Needed("Input.Arrival", Input.Arrival, "Returns.CarryOut.Journey.Arrival", 1000);
        checks.Listed("Input.Escort", Input.Escort is { } escort && Enum.IsDefined(escort));
        checks.Listed("Input.Reintegration", Input.Reintegration is { } reintegration && Enum.IsDefined(reintegration));
        checks.Short("Input.ReintegrationPlan", Input.ReintegrationPlan, "Returns.CarryOut.Journey.ReintegrationPlan", 2000);
    }

    public sealed record Form
    {
        internal static Form Of(Journey? journey) => journey is null ? new() : new()
        {
            On = journey.On,
            HasTravelDocument = journey.HasTravelDocument ? "yes" : "no",
            Route = journey.Route,
            Tickets = journey.Tickets,
            Transit = journey.Transit,
            Arrival = journey.Arrival,
            Escort = journey.Escort,
            Reintegration = journey.Reintegration,
            ReintegrationPlan = journey.ReintegrationPlan,
        };

        internal Journey Journey => new()
        {
            On = On!.Value,
            HasTravelDocument = HasTravelDocument == "yes",
            Route = Route!,
            Tickets = Tickets!,
            Transit = Transit,
            Arrival = Arrival!,
            Escort = Escort!.Value,
            Reintegration = Reintegration!.Value,
            ReintegrationPlan = ReintegrationPlan,
        };

        public DateOnly? On { get; init; }

        public string? HasTravelDocument { get; init; }

        public string? Route { get; init; }

        public string? Tickets { get; init; }

        public string? Transit { get; init; }

        public string? Arrival { get; init; }

        public EscortKind? Escort { get; init; }

        public ReintegrationKind? Reintegration { get; init; }

        public string? ReintegrationPlan { get; init; }
    }
}
