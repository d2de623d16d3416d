namespace ReferralPathway.Web.Pages.Cases.Intake;

public sealed partial class PersonModel
{
    public sealed record Form
    {
        public string? Gender { get; init; }

        public DateOnly? BirthDate { get; init; }

        public string? AgeGroup { get; init; }

        public bool AgeUncertain { get; init; }

        public string? Unaccompanied { get; init; }

        public List<string?> Languages { get; init; } = [];

        public string? Dialect { get; init; }

        public string? Interpreter { get; init; }

        public string? InterpreterGender { get; init; }

        public int? Children { get; init; }

        public List<string> ChildrenAges { get; init; } = [];
    }
}
