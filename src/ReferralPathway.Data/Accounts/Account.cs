using Microsoft.AspNetCore.Identity;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Accounts;

/// <summary>One role in one organisation, used by one staff person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    public PersonId PersonId { get; set; }

    public OrganisationId OrganisationId { get; set; }

    public Role Role { get; set; }

    public bool IsManager { get; set; }

    public AccountStatus Status { get; set; }

    /// <summary>First Swedish day on which the account works; null: from its confirmation.</summary>
    public DateOnly? ActiveFrom { get; set; }

    /// <summary>Last Swedish day on which it works.</summary>
    public DateOnly? ActiveTo { get; set; }

    /// <summary>"sv" or "en"; null: as the browser asks.</summary>
    public string? Language { get; set; }

    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>How they want to hear of messages to them by name.</summary>
    public MailChoice MailOwn { get; set; }

    /// <summary>… of messages to those who work with a case they work with.</summary>
    public MailChoice MailTeam { get; set; } = MailChoice.Daily;

    /// <summary>… of messages to everybody of the organisation. Its function mailbox gets those in any case.</summary>
    public MailChoice MailEverybody { get; set; } = MailChoice.Daily;

    /// <summary>… of messages to the managers.</summary>
    public MailChoice MailManagers { get; set; }

    /// <summary>The last Swedish day of which it was seen whether there was something for the mail of the morning.</summary>
    public DateOnly? DigestOn { get; set; }

    /// <summary>Counts what was done to it; whoever saves says which one they saw.</summary>
    public int Revision { get; private set; }

    /// <summary>The account that changed it last; null while nobody has.</summary>
    public UserId? ChangedBy { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>What was done last, in the word of the audit.</summary>
    public string? ChangedHow { get; private set; }

    /// <summary>Somebody changed it: whoever was slower learns who did what.</summary>
    /// <param name="how">The word of the audit.</param>
    public void Changed(string how, Act act)
    {
        Revision++;
        (ChangedBy, ChangedAt, ChangedHow) = (act.By, act.At, how);
    }

    public UserId UserId => UserId.From(Id);
}

/// <summary>Invited has a link but no password; AwaitingConfirmation has both and waits for a manager; Active works; Disabled does not.</summary>
public enum AccountStatus { Invited, AwaitingConfirmation, Active, Disabled }
