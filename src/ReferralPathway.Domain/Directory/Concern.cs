using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

public enum ConcernKind
{
    /// <summary>Somebody found a contact to be wrong.</summary>
    Report,
    /// <summary>Somebody knows what it should be instead.</summary>
    Proposal,
    /// <summary>Noticed when the contacts of the national guide were taken over.</summary>
    Import,
}

public enum ConcernState
{
    Open,
    Accepted,
    Rejected,
    /// <summary>The entry was checked as a whole.</summary>
    Settled,
}

/// <summary>A doubt about an entry, which an administrator answers.</summary>
public sealed class Concern
{
    private Concern() { }

    internal Concern(EntryId entry, ConcernKind kind, string? about, string? proposed, string textSv, string textEn, DateTimeOffset at, Act? act)
    {
        Id = Guid.CreateVersion7(at);
        EntryId = entry;
        Kind = kind;
        About = about;
        Proposed = proposed;
        TextSv = textSv;
        TextEn = textEn;
        RaisedAt = at;
        RaisedBy = act?.By;
        RaisedFor = act?.For;
        State = ConcernState.Open;
    }

    public Guid Id { get; private set; }

    public EntryId EntryId { get; private set; }

    public ConcernKind Kind { get; private set; }

    /// <summary>The normalised value of the channel in doubt; null when it is about something else.</summary>
    public string? About { get; private set; }

    /// <summary>What that channel should be.</summary>
    public string? Proposed { get; private set; }

    /// <summary>In the language in which it was written, where somebody wrote it in one only.</summary>
    public string TextSv { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private set; }

    public UserId? RaisedBy { get; private set; }

    public OrganisationId? RaisedFor { get; private set; }

    public ConcernState State { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public UserId? AnsweredBy { get; private set; }

    public string Text(string language) => language == "en" ? TextEn : TextSv;

    internal void Answer(ConcernState state, Act act)
    {
        if (State != ConcernState.Open) throw new RuleBrokenException(Rule.AProposalIsAnsweredOnce);
        State = state;
        AnsweredAt = act.At;
        AnsweredBy = act.By;
    }
}
