using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Matches;

/// <summary>
/// Another case may concern the same person. Whoever holds the case that was found asks the person whether they want contact; only a yes tells anybody anything, and then it tells whoever
/// asked the holder's name and nothing of the person. This is the holder's half: who asked stands in <see cref="MatchAsker"/>, which the holder cannot read.
/// </summary>
public sealed class PersonMatch
{
    private readonly List<MatchEvent> _events = [];

    private PersonMatch() { }

    public MatchId Id { get; private set; }

    /// <summary>The case of whoever is to ask the person.</summary>
    public CaseId CaseId { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    public MatchStatus Status { get; private set; }

    /// <summary>The day on which the person said what they want.</summary>
    public DateOnly? SaidOn { get; private set; }

    /// <summary>For whom it was answered: the organisation that whoever asked is told of.</summary>
    public OrganisationId? AnsweredFor { get; private set; }

    public UserId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When whoever asked was told.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    public int Revision { get; private set; }

    /// <summary>M1, by the system.</summary>
    /// <param name="act">For the lead of the case that was found.</param>
    public static PersonMatch Find(CaseId held, Act act)
    {
        var found = new PersonMatch { Id = MatchId.New(act.At), CaseId = held, FoundAt = act.At, Status = MatchStatus.Found };
        found.Record(new MatchFound(found.Id, held, act));
        return found;
    }

    /// <summary>M2–M5: the person wants contact or does not, was not asked, or is somebody else.</summary>
    /// <param name="isProtected">The identity or the whereabouts of the person are protected by now.</param>
    /// <exception cref="RuleBrokenException"/>
    public void Answer(MatchStatus answer, DateOnly? saidOn, bool isProtected, Act act)
    {
        if (Status != MatchStatus.Found || answer == MatchStatus.Found) throw new RuleBrokenException(Rule.AMatchIsAnsweredOnce);
        if (answer == MatchStatus.WantsContact)
        {
            if (isProtected) throw new RuleBrokenException(Rule.AProtectedPersonIsNotLookedFor);
            if (saidOn is null) throw new RuleBrokenException(Rule.ContactIsThePersonsChoice);
        }
        if (saidOn > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        (Status, SaidOn, AnsweredFor, AnsweredBy, AnsweredAt) = (answer, saidOn, act.For, act.By, act.At);
        Record(new MatchAnswered(Id, answer, act));
    }

    /// <summary>M6: whoever asked is told, by the system.</summary>
    /// <param name="act">For the lead of the case that was asked about.</param>
    public ContactOffer Offer(CaseId asking, Act act)
    {
        if (Status != MatchStatus.WantsContact || OfferedAt is not null) throw new RuleBrokenException(Rule.ContactIsThePersonsChoice);
        OfferedAt = act.At;
        Record(new ContactOffered(Id, asking, act.For, act));
        return new(asking, AnsweredFor!.Value, SaidOn!.Value, act.At);
    }

    /// <summary>What happened since the last time, in order; the memory is empty afterwards.</summary>
    public IReadOnlyList<MatchEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private void Record(MatchEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>What became of a possible match. Only the holder sees it, and whoever asked learns of no other than the first answer.</summary>
public enum MatchStatus
{
    /// <summary>The person is to be asked.</summary>
    Found,
    /// <summary>The person wants the two organisations to be in touch.</summary>
    WantsContact,
    /// <summary>The person does not want it.</summary>
    WantsNone,
    /// <summary>The holder sees that it is somebody else, as far as that can be seen.</summary>
    SomebodyElse,
    /// <summary>The person could not be asked without danger, or not reached.</summary>
    NotAsked,
}
