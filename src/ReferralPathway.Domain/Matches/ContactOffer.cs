using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Matches;

/// <summary>Another organisation meets the person too, and the person wants the two to be in touch. It names the organisation, and nothing else that it knows.</summary>
public sealed class ContactOffer
{
    private ContactOffer() { }

    internal ContactOffer(CaseId asking, OrganisationId holder, DateOnly saidOn, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        CaseId = asking;
        Holder = holder;
        SaidOn = saidOn;
        At = at;
    }

    public Guid Id { get; private set; }

    /// <summary>The case of whoever asked.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>The organisation that the person wants whoever asked to be in touch with.</summary>
    public OrganisationId Holder { get; private set; }

    /// <summary>The day on which the person said yes.</summary>
    public DateOnly SaidOn { get; private set; }

    public DateTimeOffset At { get; private set; }
}
