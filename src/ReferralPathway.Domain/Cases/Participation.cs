using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>
/// An organisation takes part in a case: with which data groups, from when until when, and why. The database's policies read this table, and nothing else,
/// to decide who sees what; it is also the index of every list. Only the lead's own row is written by the domain; all others are settled by the database
/// itself from the accepted referral, the investigation or the report that gives the reason.
/// </summary>
public sealed class Participation
{
    /// <summary>The end of a part that has none.</summary>
    public static readonly DateTimeOffset NoEnd = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private Participation() { }

    internal Participation(CaseId caseId, string reference, OrganisationId organisation, DataGroups groups, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        CaseReference = reference;
        OrganisationId = organisation;
        Groups = groups;
        ValidFrom = act.At;
        ValidUntil = NoEnd;
        Reason = ParticipationReason.Lead;
        SourceId = caseId.Value;
        CaseChangedAt = act.At;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>A copy that never changes: what a former participant still calls the case.</summary>
    public string CaseReference { get; private set; } = "";

    public OrganisationId OrganisationId { get; private set; }

    public DataGroups Groups { get; private set; }

    public DateTimeOffset ValidFrom { get; private set; }

    public DateTimeOffset ValidUntil { get; private set; }

    public ParticipationReason Reason { get; private set; }

    /// <summary>The referral, investigation or report from which it follows.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>A copy of the case's last change, so that a list reads this table alone.</summary>
    public DateTimeOffset CaseChangedAt { get; private set; }

    /// <summary>A copy by which lists are narrowed down, kept by the database; null where this part holds no facts.</summary>
    public CaseStatus? CaseStatus { get; private set; }

    /// <summary>As <see cref="CaseStatus"/>.</summary>
    public IdentificationStatus? CaseIdentification { get; private set; }

    /// <summary>As <see cref="CaseStatus"/>; null also where the person's whereabouts are protected.</summary>
    public string? CaseMunicipality { get; private set; }

    /// <summary>As <see cref="CaseStatus"/>.</summary>
    public bool? CaseNeedsInterpreter { get; private set; }

    /// <summary>When the next thing falls due that the organisation has to do about the case; kept by the database.</summary>
    public DateTimeOffset? CaseDueAt { get; private set; }
}

public enum ParticipationReason { Lead, Referral, PoliceReport, Investigation, Application, Return, Justice, ChildReport }
