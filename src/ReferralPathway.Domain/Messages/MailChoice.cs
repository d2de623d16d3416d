namespace ReferralPathway.Domain.Messages;

/// <summary>How somebody wants to hear of messages of one group. The inbox has all of them, whatever is chosen.</summary>
public enum MailChoice
{
    AtOnce,
    /// <summary>Counted in the mail of the next working morning.</summary>
    Daily,
    InboxOnly,
}
