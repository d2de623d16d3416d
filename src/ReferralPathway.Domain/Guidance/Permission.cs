namespace ReferralPathway.Domain.Guidance;

/// <summary>An application under UtlL 5:15 and what became of it, for a reflection period or for a temporary permit.</summary>
/// <param name="ValidFrom">First day of what was granted; null when it is not known.</param>
/// <param name="ValidTo">Last day of what was granted; null when it is not known.</param>
/// <param name="SubmittedOn">The day on which it was handed in; null when it is not known.</param>
public readonly record struct Permission(ApplicationState State, DateOnly? ValidFrom = null, DateOnly? ValidTo = null, DateOnly? SubmittedOn = null)
{
    /// <summary>How it stands on a day: what was granted ends with its last day, whether an extension is applied for or not.</summary>
    public ApplicationState On(DateOnly day) => IsGrant && ValidTo < day ? ApplicationState.Ended : State;

    /// <summary>Applied for and not decided for good.</summary>
    public bool IsPendingOn(DateOnly day) => On(day) is ApplicationState.Submitted or ApplicationState.Appealed;

    /// <summary>Granted, and its last day has not passed; it may begin later.</summary>
    public bool IsGrantedOn(DateOnly day) => On(day) is ApplicationState.Granted or ApplicationState.ExtensionSubmitted;

    /// <summary>Granted, begun, not ended.</summary>
    public bool IsActiveOn(DateOnly day) => IsGrantedOn(day) && !(ValidFrom > day);

    public bool IsOpenOn(DateOnly day) => IsPendingOn(day) || IsGrantedOn(day);

    /// <summary>It was granted at some time, whatever became of it.</summary>
    public bool WasGranted => IsGrant || State is ApplicationState.Revoked or ApplicationState.Ended;

    private bool IsGrant => State is ApplicationState.Granted or ApplicationState.ExtensionSubmitted;
}
