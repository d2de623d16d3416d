namespace ReferralPathway.Web.Pages.Guidance;

public sealed partial class IndexModel
{
    /// <summary>The answers, as codes; none of them says who the person is.</summary>
    public sealed record Form
    {
        public string? AsOf { get; init; }

        public string? AgeClass { get; init; } = "ADULT";

        public string? Unaccompanied { get; init; } = "unknown";

        public string? LegalStatus { get; init; }

        public string? LegalStatusValidTo { get; init; }

        public string? Citizenship { get; init; } = "UNKNOWN";

        public string? InSweden { get; init; } = "yes";

        public string? Identification { get; init; } = "PRESUMED";

        public string? Investigation { get; init; } = "NONE";

        public string? Rp { get; init; } = "NONE";

        public string? RpValidFrom { get; init; }

        public string? RpValidTo { get; init; }

        public string? Trp { get; init; } = "NONE";

        public string? TrpValidFrom { get; init; }

        public string? TrpValidTo { get; init; }

        public string? Cooperation { get; init; } = "NOT_ASKED";

        public string? TiesBroken { get; init; } = "unknown";

        public string? AcuteNeed { get; init; } = "no";

        public string? WishesReturn { get; init; } = "unknown";

        public string? Exposure { get; init; }

        public string? ReturnState { get; init; } = "NONE";

        public string? ReturnedOn { get; init; }

        public string? ConsentMunicipality { get; init; } = "NONE";

        public string? ConsentNgo { get; init; } = "NONE";

        public string? ConsentMigrationAgency { get; init; } = "NONE";

        public string? ConsentCoordinator { get; init; } = "NONE";

        public string? ConsentMonitoring { get; init; } = "NONE";

        public string? ConsentJustice { get; init; } = "NONE";
    }
}
