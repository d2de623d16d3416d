using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<LetterDelivery> _deliveries = [];

    /// <summary>A letter was given to somebody. It is written down also when the case is closed: an answer may go out later.</summary>
    public LetterDelivery DeliverLetter(DeliveryTerms terms, Act act)
    {
        if (Status is CaseStatus.Draft or CaseStatus.Anonymised) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        NotInTheFuture(terms.On, act);
        if (terms.On < Facts.DetectedOn) throw new RuleBrokenException(Rule.ALetterFollowsTheCase, ("detected", Facts.DetectedOn.Value));
        // A letter in a shared letter box has told a trafficker more than once.
        if (terms is { To: null, Way: not DeliveryWay.HandedOver, LettersAreSafe: false }) throw new RuleBrokenException(Rule.NoLetterIsSentToThePersonUnasked);
        var delivery = new LetterDelivery(Id, terms, act);
        _deliveries.Add(delivery);
        Record(new LetterDelivered(Id, delivery.Id, terms.Kind, terms.Way, terms.On, act));
        return delivery;
    }
}
