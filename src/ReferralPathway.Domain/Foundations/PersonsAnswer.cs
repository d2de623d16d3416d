namespace ReferralPathway.Domain.Foundations;

/// <summary>What the person says to a plan that was made with them.</summary>
public sealed record PersonsAnswer
{
    public required bool Agrees { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>ISO 639: the language in which the plan was gone through.</summary>
    public string? Language { get; init; }

    /// <summary>Code list consent_method.</summary>
    public string? Method { get; init; }

    public AnswerNotes Notes { get; init; } = new();

    /// <param name="child">The person is a child, or may be one: then somebody decides for the child, and the child's own view stands beside it.</param>
    /// <exception cref="RuleBrokenException">The answer lies in the future or is not complete.</exception>
    public void MustBeComplete(bool child, Act act)
    {
        if (On > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        var complete = Agrees ? Languages.Find(Language ?? "") is not null && CodeLists.ConsentMethod.Has(Method ?? "") : !string.IsNullOrWhiteSpace(Notes.Reason);
        if (!complete) throw new RuleBrokenException(Rule.ThePersonAnswersThePlan);
        if (child && (string.IsNullOrWhiteSpace(Notes.Guardian) || string.IsNullOrWhiteSpace(Notes.ChildsView))) throw new RuleBrokenException(Rule.AChildsPlanHasGuardianAndOwnView);
    }
}

/// <summary>What is kept sealed beside the answer.</summary>
public sealed record AnswerNotes
{
    /// <summary>Why the person says no.</summary>
    public string? Reason { get; init; }

    /// <summary>Guardian or appointed representative, for a child.</summary>
    public string? Guardian { get; init; }

    /// <summary>The child's own view.</summary>
    public string? ChildsView { get; init; }
}
