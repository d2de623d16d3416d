using System.Globalization;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Data.Audit;

/// <summary>
/// One line of the tamper-evident record: an act, a reading, or a refusal. Codes, ids and hashes, never free text. The database chains it to the one before
/// when the transaction commits.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The case, or the acting organisation for what has no case.</summary>
    public Guid Chain { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid? UserId { get; private set; }

    public Guid? OrganisationId { get; private set; }

    public string Role { get; private set; } = "";

    public Guid? CaseId { get; private set; }

    public Guid? RecordId { get; private set; }

    /// <summary>The data groups a reader of this line needs, or, of a reading, the groups that were shown.</summary>
    public int Groups { get; private set; }

    public DateOnly? OccurredOn { get; private set; }

    /// <summary>Why something was opened: a code.</summary>
    public string? Purpose { get; private set; }

    /// <summary>name=value, one a line.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>A reading of personal data.</summary>
    public const string ReadPrefix = "Read.";

    /// <summary>The chain of what belongs to no case and no organisation: the system itself.</summary>
    public static readonly Guid SystemChain = Act.System.Value;

    public static AuditEntry Of(CaseEvent happened) => new()
    {
        Id = EntryOrder.Next(happened.Act.At),
        At = happened.Act.At,
        Chain = happened.CaseId.Value,
        Kind = happened.Kind,
        UserId = happened.Act.By.Value,
        OrganisationId = happened.Act.For.Value,
        Role = happened.Act.As.ToString(),
        CaseId = happened.CaseId.Value,
        RecordId = happened.Record,
        Groups = DataGroups.Of(happened.Group).Mask,
        OccurredOn = happened.OccurredOn,
        Payload = Lines(happened.Details),
    };

    /// <summary>In the chain of the acting organisation: a consultation belongs to no case.</summary>
    public static AuditEntry Of(ConsultationEvent happened) => OfNoCase(happened.Kind, happened.Act, happened.Id.Value, DataGroups.Of(DataGroup.Consultations), happened.Details);

    /// <summary>In the chain of the acting organisation: who asks must not be found beside a case.</summary>
    public static AuditEntry Of(DisclosureEvent happened) => OfNoCase(happened.Kind, happened.Act, happened.Id.Value, DataGroups.None, happened.Details);

    /// <summary>In the chain of one of the two organisations: neither is found beside the other's case.</summary>
    public static AuditEntry Of(MatchEvent happened) => OfNoCase(happened.Kind, happened.Act, happened.Id.Value, DataGroups.None, happened.Details);

    private static AuditEntry OfNoCase(string kind, Act act, Guid record, DataGroups groups, IEnumerable<(string Name, string Value)> details) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        At = act.At,
        Chain = act.For.Value,
        Kind = kind,
        UserId = act.By.Value,
        OrganisationId = act.For.Value,
        Role = act.As.ToString(),
        RecordId = record,
        Groups = groups.Mask,
        Payload = Lines(details),
    };

    /// <summary>Somebody read a request for disclosure, or a list of them.</summary>
    public static AuditEntry ReadDisclosures(ActingAs acting, Reading what, params IEnumerable<DisclosureId> shown) =>
        New(acting, $"{ReadPrefix}{what}", null).About(null, null, DataGroups.Of(DataGroup.Identity, DataGroup.Narrative).Mask, null, Lines(shown.Select(d => ("disclosure", d.ToString()))));

    /// <summary>Somebody read a consultation, or a list of them.</summary>
    public static AuditEntry ReadConsultations(ActingAs acting, Reading what, params IEnumerable<ConsultationId> shown) =>
        New(acting, $"{ReadPrefix}{what}", null).About(null, null, DataGroups.Of(DataGroup.Consultations).Mask, null, Lines(shown.Select(c => ("consultation", c.ToString()))));

    /// <summary>Somebody ran a report: which, of where and when, and whether they took a file along (8.2).</summary>
    public static AuditEntry ReadStatistics(ActingAs acting, params IEnumerable<(string Name, string Value)> parameters) =>
        New(acting, $"{ReadPrefix}{Reading.Statistics}", null).About(null, null, DataGroups.Of(DataGroup.Statistics).Mask, null, Lines(parameters));

    /// <summary>Somebody was shown personal data of a case.</summary>
    /// <param name="record">What was opened, when it is one record of the case.</param>
    public static AuditEntry Read(ActingAs acting, Reading what, CaseId caseId, DataGroups shown, string? purpose = null, Guid? record = null) =>
        New(acting, $"{ReadPrefix}{what}", caseId.Value).About(caseId.Value, record, shown.Mask, purpose, "");

    /// <summary>Somebody was shown a list or a search: one line in the chain of their organisation, with the cases it showed.</summary>
    public static AuditEntry ReadMany(ActingAs acting, Reading what, DataGroups shown, IEnumerable<CaseId> cases, string? purpose = null) =>
        New(acting, $"{ReadPrefix}{what}", null).About(null, null, shown.Mask, purpose, Lines(cases.Select(c => ("case", c.ToString()))));

    /// <summary>Something was refused, by the access table or by a law.</summary>
    public static AuditEntry Refusal(ActingAs acting, string what, Guid? record, params IEnumerable<(string Name, string Value)> details) =>
        New(acting, $"Refused.{what}", null).About(null, record, 0, null, Lines(details));

    /// <summary>Something happened that concerns no case: an account, an organisation, an entry of the directory.</summary>
    public static AuditEntry Happened(ActingAs acting, string kind, Guid? record, params IEnumerable<(string Name, string Value)> details) =>
        New(acting, kind, null).About(null, record, 0, null, Lines(details));

    private static AuditEntry New(ActingAs acting, string kind, Guid? chain) => new()
    {
        Id = EntryOrder.Next(acting.At),
        At = acting.At,
        Chain = chain ?? acting.Organisation?.Value ?? SystemChain,
        Kind = kind,
        UserId = acting.User?.Value,
        OrganisationId = acting.Organisation?.Value,
        Role = acting.Role,
    };

    private AuditEntry About(Guid? caseId, Guid? record, int groups, string? purpose, string payload)
    {
        CaseId = caseId;
        RecordId = record;
        Groups = groups;
        Purpose = purpose;
        Payload = payload;
        return this;
    }

    private static string Lines(IEnumerable<(string Name, string Value)> details) =>
        string.Join('\n', details.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Name}={d.Value}")));
}
