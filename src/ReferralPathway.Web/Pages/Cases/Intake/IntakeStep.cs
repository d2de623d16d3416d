using ReferralPathway.Domain.Cases;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>One of the seven required parts of the intake, in the order that suits somebody who may be in danger.</summary>
/// <param name="Page">Last part of its address.</param>
public sealed record IntakeStep(IntakeParts Part, string Page)
{
    public static readonly IReadOnlyList<IntakeStep> All =
    [
        new(IntakeParts.Danger, "danger"), new(IntakeParts.SafeContact, "safe-contact"), new(IntakeParts.Detection, "detected"), new(IntakeParts.Exploitation, "exploitation"),
        new(IntakeParts.Person, "person"), new(IntakeParts.LegalStatus, "legal-status"), new(IntakeParts.Rights, "rights"),
    ];

    /// <summary>The next part without an answer, looking forward from one and then from the beginning; null when all have one.</summary>
    public static IntakeStep? After(IntakeParts part, IntakeParts answered)
    {
        var here = All.TakeWhile(s => s.Part != part).Count();
        return All.Skip(here + 1).Concat(All).FirstOrDefault(s => !answered.HasFlag(s.Part));
    }
}
