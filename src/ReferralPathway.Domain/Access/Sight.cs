namespace ReferralPathway.Domain.Access;

/// <summary>How a viewer sees a field.</summary>
public enum Sight
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>There is something, and an act opens it: showing the name, giving a reason, breaking the glass.</summary>
    Locked,
    /// <summary>One line that says no more than it must.</summary>
    Summary,
    Full,
}

/// <summary>A field as one viewer sees it. Nothing renders a case but through this.</summary>
public readonly record struct Shown<T>(Sight Sight, T? Value) where T : class
{
    public bool IsFull => Sight == Sight.Full;
}
