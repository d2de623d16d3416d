namespace ReferralPathway.Domain.Foundations;

/// <summary>What a person should know about a telephone number that is accepted all the same.</summary>
public enum PhoneNumberWarning
{
    None,

    /// <summary>A Swedish number without the usual seven to nine digits after +46: check it.</summary>
    UnusualLength,

    /// <summary>A Swedish freephone (020) or shared-cost (0771) number: it may not work from abroad.</summary>
    MayNotWorkFromAbroad,

    /// <summary>A short code: it works in Sweden only.</summary>
    OnlyInSweden,
}
