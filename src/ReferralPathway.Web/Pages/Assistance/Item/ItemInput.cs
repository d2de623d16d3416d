using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Pages.Assistance.Item;

/// <summary>The form of a service as it is typed.</summary>
public sealed record ItemInput
{
    public string? Service { get; init; }

    public string? Need { get; init; }

    public string? Provider { get; init; }

    /// <summary>Who gives it together with the first (S1-29).</summary>
    public string? Second { get; init; }

    public string? Other { get; init; }

    public string? Reference { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? CostCentre { get; init; }

    public NrmStep? Step { get; init; }

    public string? Notes { get; init; }

    public static ItemInput Of(PlanItemRow item) => new()
    {
        Service = item.Service,
        Need = item.Details.Value.Need,
        Provider = item.Providers.Count > 0 ? item.Providers[0].Id.ToString() : null,
        Second = item.Providers.Count > 1 ? item.Providers[1].Id.ToString() : null,
        Other = item.Details.Value.OtherProvider,
        Reference = item.Details.Value.DecisionReference,
        From = item.From,
        To = item.To,
        CostCentre = item.Costs?.CostCentre is { IsOpen: true } centre ? centre.Value : null,
        Step = item.Details.Value.Step,
        Notes = item.Details.Value.Notes,
    };

    public PlanItemTerms Terms(bool withCosts) => new()
    {
        Service = Service!,
        Providers = [.. new[] { Provider, Second }.Where(p => !string.IsNullOrEmpty(p)).Select(p => OrganisationId.Parse(p!, null)).Distinct()],
        Details = new() { Need = Need!, OtherProvider = Other, DecisionReference = Reference, Step = Step, Notes = Notes },
        From = From,
        To = To,
        CostCentre = withCosts ? CostCentre?.Trim() ?? "" : null,
    };
}
