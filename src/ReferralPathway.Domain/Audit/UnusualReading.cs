using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Audit;

/// <summary>Somebody's reading of one week stood out from what colleagues read. It names no case: which ones, the record of readings says to whoever may read it.</summary>
public sealed class UnusualReading
{
    private UnusualReading() { }

    internal UnusualReading(ReadingWeek of, UnusualSign sign, int count, int? usual, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Week = of.Week;
        OrganisationId = of.Organisation;
        Reader = of.Reader;
        Sign = sign;
        Count = count;
        Usual = usual;
        FoundAt = at;
    }

    public Guid Id { get; private set; }

    /// <summary>The Monday with which the week begins, a Swedish day.</summary>
    public DateOnly Week { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public UserId Reader { get; private set; }

    public UnusualSign Sign { get; private set; }

    /// <summary>How many different cases.</summary>
    public int Count { get; private set; }

    /// <summary>How many colleagues usually read in a week; null where there is nobody to compare with.</summary>
    public int? Usual { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>Null: nobody has looked at it yet.</summary>
    public UnusualOutcome? Outcome { get; private set; }

    public DateTimeOffset? LookedAt { get; private set; }

    public UserId? LookedBy { get; private set; }

    /// <summary>Somebody looked at it. It may be looked at again: what was asked about further is explained one day.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.SomebodyElseLooksAtUnusualReading"/>.</exception>
    public void Look(UnusualOutcome outcome, Act act)
    {
        if (act.By == Reader) throw new RuleBrokenException(Rule.SomebodyElseLooksAtUnusualReading);
        (Outcome, LookedAt, LookedBy) = (outcome, act.At, act.By);
    }
}
