using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Web.Pages.Permits.Write;

/// <summary>The form of an application as it is typed.</summary>
public sealed record PermitInput
{
    public string? Agency { get; init; }

    public string? Investigation { get; init; }

    public string? Ground { get; init; }

    public string? Wanted { get; init; }

    public DateOnly? WantedOn { get; init; }

    public string? WantedIn { get; init; }

    public ConditionInput Needed { get; init; } = new();

    public ConditionInput Cooperates { get; init; } = new();

    public ConditionInput TiesBroken { get; init; } = new();

    public ConditionInput NothingAgainst { get; init; } = new();

    public string? InSweden { get; init; }

    public string? AddressForService { get; init; }

    public string? IdentityDocuments { get; init; }

    public int? Children { get; init; }

    public string? DeemedNecessary { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    public string? Channel { get; init; }

    public static PermitInput Of(PermitForm form, OrganisationId agency) => new()
    {
        Agency = agency.ToString(),
        Investigation = form.Investigation?.ToString(),
        Ground = form.Ground,
        Wanted = Said(form.Wanted),
        WantedOn = form.WantedOn,
        WantedIn = form.WantedIn,
        Needed = Of(form.Needed),
        Cooperates = Of(form.Cooperates),
        TiesBroken = Of(form.TiesBroken),
        NothingAgainst = Of(form.NothingAgainst),
        InSweden = Said(form.InSweden),
        AddressForService = form.AddressForService,
        IdentityDocuments = form.IdentityDocuments,
        Children = form.Children,
        DeemedNecessary = form.DeemedNecessary,
    };

    public PermitForm Form => new()
    {
        Investigation = InvestigationId.TryParse(Investigation, null, out var id) ? id : null,
        Ground = Ground,
        Wanted = Yes(Wanted),
        WantedOn = WantedOn,
        WantedIn = WantedIn,
        Needed = Needed.Condition,
        Cooperates = Cooperates.Condition,
        TiesBroken = TiesBroken.Condition,
        NothingAgainst = NothingAgainst.Condition,
        InSweden = Yes(InSweden),
        AddressForService = AddressForService,
        IdentityDocuments = IdentityDocuments,
        Children = Children ?? 0,
        DeemedNecessary = DeemedNecessary,
    };

    private static bool? Yes(string? said) => said switch { "yes" => true, "no" => false, _ => null };

    private static string? Said(bool? yes) => yes switch { true => "yes", false => "no", null => null };

    private static ConditionInput Of(Condition condition) => new() { Met = Said(condition.Met), On = condition.On, Because = condition.Because };

    /// <summary>One condition of the law: met or not, since when, and why.</summary>
    public sealed record ConditionInput
    {
        public string? Met { get; init; }

        public DateOnly? On { get; init; }

        public string? Because { get; init; }

        public Condition Condition => new(Yes(Met), On, Because);
    }
}
