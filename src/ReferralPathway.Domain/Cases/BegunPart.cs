using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>
/// A part of the intake that its author left before it was complete. What is typed in it is no answer: only the author reads it, while the case is a draft, and it is gone
/// when the part is answered.
/// </summary>
public sealed class BegunPart
{
    private BegunPart() { }

    internal BegunPart(CaseId caseId, IntakeParts part, string typed, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Part = part;
        Typed = new(typed);
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public IntakeParts Part { get; private set; }

    /// <summary>The fields of the form, as far as they are filled in.</summary>
    public Sealed<string> Typed { get; private set; } = null!;
}
