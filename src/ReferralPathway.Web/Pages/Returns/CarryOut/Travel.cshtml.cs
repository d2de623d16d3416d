using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>R10: departure and arrival, in the times of their places.</summary>
public sealed class TravelModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && One.Status == ReturnStatus.PreDeparture;

    public static IReadOnlyList<Choice> Zones { get; } = [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && z.Id.Contains('/', StringComparison.Ordinal)).Select(z => z.Id).Order(StringComparer.Ordinal).Select(id => new Choice(id, id.Replace('_', ' ')))];

    private TimeOnly? Departed => Time(Input.DepartedAt);

    private TimeOnly? Arrived => Time(Input.ArrivedAt);

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { DepartedOn = One.TravelOn, ArrivedOn = One.TravelOn, DepartureZone = SwedishCalendar.Stockholm.Id };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.CarryOut.Travel.Done", theCase => theCase.RecordTravel(One.Id, new(Input.DepartedOn!.Value, Departed!.Value, Input.DepartureZone!), new(Input.ArrivedOn!.Value, Arrived!.Value, Input.ArrivalZone!), Act), stopping);
    }

    private static TimeOnly? Time(string? typed) => TimeOnly.TryParseExact(typed?.Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.DepartedOn", Input.DepartedOn, "Returns.CarryOut.Travel.DepartedOn");
        checks.Needed("Input.DepartedAt", Input.DepartedAt, "Returns.CarryOut.Travel.DepartedAt", 5);
        checks.Listed("Input.DepartureZone", Zones.Any(c => c.Value == Input.DepartureZone));
        if (Input.ArrivedOn is null) checks.Needed("Input.ArrivedOn", (string?)null, "Returns.CarryOut.Travel.ArrivedOn");
        checks.Needed("Input.ArrivedAt", Input.ArrivedAt, "Returns.CarryOut.Travel.ArrivedAt", 5);
        checks.Listed("Input.ArrivalZone", Zones.Any(c => c.Value == Input.ArrivalZone));
        if (Departed is null) ModelState.AddModelError("Input.DepartedAt", Words["Returns.TimeInvalid"]);
        if (Arrived is null) ModelState.AddModelError("Input.ArrivedAt", Words["Returns.TimeInvalid"]);
    }

    public sealed record Form
    {
        public DateOnly? DepartedOn { get; init; }

        public string? DepartedAt { get; init; }

        public string? DepartureZone { get; init; }

        public DateOnly? ArrivedOn { get; init; }

        public string? ArrivedAt { get; init; }

        public string? ArrivalZone { get; init; }
    }
}
