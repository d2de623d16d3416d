namespace ReferralPathway.Web.Pages.Cases.Intake;

public sealed partial class IdentityModel
{
    public sealed record Form
    {
        public string? GivenName { get; init; }

        public string? FamilyName { get; init; }

        public string? Alias { get; init; }

        public DateOnly? BirthDate { get; init; }

        public string? PersonalNumber { get; init; }

        public bool NumberConfirmed { get; init; }

        public List<string?> Nationalities { get; init; } = [];

        public List<Document> Documents { get; init; } = [];

        public string? Dossier { get; init; }

        public string? AgencyContact { get; init; }

        public string? Protection { get; init; } = "NONE";
    }

    public sealed record Document
    {
        public string? Kind { get; init; }

        public string? Number { get; init; }

        public string? Country { get; init; }

        public string? HeldBy { get; init; }

        public bool IsGiven => !string.IsNullOrWhiteSpace(Kind + Number + Country + HeldBy);
    }
}
