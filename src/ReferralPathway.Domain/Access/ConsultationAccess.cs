using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>How somebody stands to a consultation.</summary>
public enum ConsultationStanding
{
    /// <summary>It does not exist for them.</summary>
    None,
    /// <summary>They wrote it.</summary>
    Author,
    /// <summary>Their organisation asked.</summary>
    Colleague,
    /// <summary>It is theirs to answer.</summary>
    Desk,
}

/// <summary>What can be done on a consultation. Every page under one hangs under the guard of one of these.</summary>
public enum ConsultationOperation
{
    Read,
    /// <summary>Change and send the question (N2).</summary>
    Write,
    /// <summary>N7.</summary>
    Withdraw,
    /// <summary>N6.</summary>
    Close,
    /// <summary>N3.</summary>
    TakeOn,
    /// <summary>N4.</summary>
    Return,
    /// <summary>N5.</summary>
    Answer,
}

/// <summary>Who may do what on a consultation: standing × operation. Row-level security decides beforehand whether it exists for them at all.</summary>
public static class ConsultationAccess
{
    public static readonly IReadOnlyDictionary<ConsultationOperation, IReadOnlyList<ConsultationStanding>> Table = new Dictionary<ConsultationOperation, IReadOnlyList<ConsultationStanding>>
    {
        [ConsultationOperation.Read] = [ConsultationStanding.Author, ConsultationStanding.Colleague, ConsultationStanding.Desk],
        [ConsultationOperation.Write] = [ConsultationStanding.Author],
        [ConsultationOperation.Withdraw] = [ConsultationStanding.Author],
        [ConsultationOperation.Close] = [ConsultationStanding.Author],
        [ConsultationOperation.TakeOn] = [ConsultationStanding.Desk],
        [ConsultationOperation.Return] = [ConsultationStanding.Desk],
        [ConsultationOperation.Answer] = [ConsultationStanding.Desk],
    };

    /// <param name="region">The region of the actor's organisation, when it coordinates one.</param>
    public static ConsultationStanding StandingOf(Actor actor, CoordinationRegion? region, Consultation consultation)
    {
        if (!ConsultationDesk.MayAsk(actor.Role) && !ConsultationDesk.MayAnswer(actor.Role)) return ConsultationStanding.None;
        if (consultation.Author == actor.User) return ConsultationStanding.Author;
        var asked = consultation.Status is not (ConsultationStatus.Draft or ConsultationStatus.Withdrawn);
        if (asked && ConsultationDesk.Answers(actor.Role, region, consultation.Type, consultation.AskedOf, consultation.Region)) return ConsultationStanding.Desk;
        return consultation.OrganisationId == actor.Organisation && consultation.Status is not (ConsultationStatus.Draft or ConsultationStatus.ReturnedForRedaction) ? ConsultationStanding.Colleague : ConsultationStanding.None;
    }

    public static Verdict Decide(ConsultationStanding standing, ConsultationOperation operation) => standing switch
    {
        ConsultationStanding.None => Verdict.Unknown,
        _ => Table[operation].Contains(standing) ? Verdict.Allowed : Verdict.Refused,
    };
}
