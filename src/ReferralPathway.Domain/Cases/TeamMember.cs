using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>Somebody who works with the person: only the team reads more than a line of the list.</summary>
public sealed class TeamMember
{
    private TeamMember() { }

    internal TeamMember(CaseId caseId, UserId user, bool responsible, Act act, Guid? absence = null)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        UserId = user;
        OrganisationId = act.For;
        IsResponsible = responsible;
        AddedAt = act.At;
        Absence = absence;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public UserId UserId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public bool IsResponsible { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>The absence of somebody on the team for whom this colleague stands in, as long as it lasts.</summary>
    public Guid? Absence { get; private set; }

    public bool IsOnTeam => RemovedAt is null;

    internal void Remove(Act act) => RemovedAt = act.At;

    /// <summary>No longer only while somebody is away.</summary>
    internal void Stay() => Absence = null;

    internal void Answer(bool responsible) => IsResponsible = responsible;
}

/// <summary>Somebody opened a case of their own organisation without being on its team. Their manager sees it and reviews it; so does the auditor.</summary>
public sealed class BreakGlass
{
    private BreakGlass() { }

    internal BreakGlass(CaseId caseId, string reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        UserId = act.By;
        OrganisationId = act.For;
        Reason = new(reason);
        OpenedAt = act.At;
        Until = act.At + Lasts;
    }

    /// <summary>How long the glass stays broken.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(4);

    /// <summary>What it opens: never whereabouts, and health only by its own second step.</summary>
    public static readonly DataGroups Opens = DataGroups.Of(DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public UserId UserId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public Sealed<string> Reason { get; private set; } = null!;

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset Until { get; private set; }

    public UserId? ReviewedBy { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Whether the manager found it justified.</summary>
    public bool? WasJustified { get; private set; }

    internal void Review(bool justified, Act act)
    {
        ReviewedBy = act.By;
        ReviewedAt = act.At;
        WasJustified = justified;
    }
}
