namespace ReferralPathway.Domain.Access;

/// <summary>The three answers of the access table.</summary>
public enum Verdict
{
    Allowed,
    /// <summary>403: you may know of the case, but this is not yours to do.</summary>
    Refused,
    /// <summary>404: nobody learns of a case by guessing.</summary>
    Unknown,
}
