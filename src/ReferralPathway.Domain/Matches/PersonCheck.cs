using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Matches;

/// <summary>
/// Somebody asks whether another organisation knows the person of a case. The asking compares nothing: the system does, later, so that the answer to whoever asks is the same in words,
/// size and time whether anybody is known or not.
/// </summary>
public sealed class PersonCheck
{
    private PersonCheck() { }

    public PersonCheck(CaseId caseId, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        OrganisationId = act.For;
        UserId = act.By;
        AskedAt = act.At;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public UserId UserId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When the system compared: set whether it found anybody or not.</summary>
    public DateTimeOffset? ComparedAt { get; private set; }

    public void Compared(DateTimeOffset at) => ComparedAt ??= at;
}

/// <summary>How often one may ask within a day. The database counts the same.</summary>
public static class CheckLimits
{
    public const int ByPerson = 10;

    public const int ByOrganisation = 40;

    public const int OfACase = 1;

    public static bool Allow(int byPerson, int byOrganisation, int ofTheCase) => byPerson < ByPerson && byOrganisation < ByOrganisation && ofTheCase < OfACase;
}
