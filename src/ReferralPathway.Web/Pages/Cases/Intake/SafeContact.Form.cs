namespace ReferralPathway.Web.Pages.Cases.Intake;

public sealed partial class SafeContactModel
{
    public sealed record Form
    {
        public string? Direct { get; init; }

        /// <summary>The id of one of ours, or "other".</summary>
        public string? Organisation { get; init; }

        public string? Through { get; init; }

        public string? Phone { get; init; }

        public string? Sms { get; init; }

        public string? Email { get; init; }

        public string? MessagingApp { get; init; }

        public string? InPerson { get; init; }

        public string? TrustedPerson { get; init; }

        public string? SafeTimes { get; init; }

        public string? WordsToUse { get; init; }

        public string? WordsNeverToUse { get; init; }

        public string? WhoMayAnswer { get; init; }

        public string? Message { get; init; }

        public string? Letter { get; init; } = "No";

        public string? Language { get; init; }

        public string? CodeWord { get; init; }

        public string? DeviceWatched { get; init; }

        public DateOnly? LastCheckedOn { get; init; }
    }
}
