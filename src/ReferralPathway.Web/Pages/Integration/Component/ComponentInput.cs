using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;

namespace ReferralPathway.Web.Pages.Integration.Component;

/// <summary>The form of a component as it is typed.</summary>
public sealed record ComponentInput
{
    public string? Component { get; init; }

    public ComponentProvider? By { get; init; }

    public string? Provider { get; init; }

    public string? Other { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The day on which the person said yes to what is added to a plan under way.</summary>
    public DateOnly? AgreedOn { get; init; }

    public string? Notes { get; init; }

    public static ComponentInput Of(ComponentRow row) => new()
    {
        Component = row.Component,
        By = row.By,
        Provider = row.Provider?.ToString(),
        Other = row.Details.Value.OtherProvider,
        From = row.From,
        To = row.To,
        Notes = row.Details.Value.Notes,
    };

    /// <summary>A method: whoever binds a form reads every property of it, and these are not there before they are checked.</summary>
    public ComponentTerms Terms() => new()
    {
        Component = Component!,
        By = By!.Value,
        Provider = string.IsNullOrEmpty(Provider) ? null : OrganisationId.Parse(Provider, null),
        Details = new() { OtherProvider = Other, Notes = Notes },
        From = From,
        To = To,
        AgreedOn = AgreedOn,
    };
}
