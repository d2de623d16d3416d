using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Referrals;

/// <summary>
/// All that a recipient sees before answering: no identity, no story. Written when the referral is sent; readable by the recipient while it waits, and by the sender always.
/// </summary>
public sealed class ReferralPreview
{
    private ReferralPreview() { }

    internal ReferralPreview(Referral referral, string reference, string? ageGroup, string? gender, IEnumerable<string> languages, bool interpreter)
    {
        ReferralId = referral.Id;
        CaseId = referral.CaseId;
        Sender = referral.Sender;
        Recipient = referral.Recipient;
        Reference = reference;
        AgeGroup = ageGroup;
        Gender = gender;
        Languages = [.. languages];
        InterpreterNeeded = interpreter;
        Service = referral.Service;
        Urgency = referral.Urgency;
        Kind = referral.Kind;
        SentAt = referral.SentAt!.Value;
        AnswerBy = referral.AnswerBy!.Value;
    }

    public ReferralId ReferralId { get; private set; }

    public CaseId CaseId { get; private set; }

    public OrganisationId Sender { get; private set; }

    public OrganisationId Recipient { get; private set; }

    public string Reference { get; private set; } = "";

    public string? AgeGroup { get; private set; }

    public string? Gender { get; private set; }

    public List<string> Languages { get; private set; } = [];

    public bool InterpreterNeeded { get; private set; }

    public string Service { get; private set; } = "";

    public Urgency Urgency { get; private set; }

    public ReferralKind Kind { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset AnswerBy { get; private set; }
}
