using System.Globalization;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Disclosures;

/// <summary>
/// Something happened to a request for disclosure. It is no event of a case; it becomes an entry of the audit in the chain of the acting organisation, and carries codes and
/// ids, never a word of what was written. The auditor reads these, and nothing else of a request.
/// </summary>
public abstract record DisclosureEvent(DisclosureId Id, Act Act)
{
    /// <summary>Codes and ids, by name.</summary>
    public virtual IEnumerable<(string Name, string Value)> Details => [];

    /// <summary>The name by which audit, texts and documentation know it.</summary>
    public string Kind => GetType().Name;

    private protected static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>U1: asked by an investigation leader.</summary>
/// <param name="ManagersDecide">Only managers of the organisation asked decide.</param>
public sealed record DisclosureRequested(DisclosureId Id, string Ground, OrganisationId To, bool ManagersDecide, DateOnly AnswerBy, Act Act) : DisclosureEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("ground", Ground), ("to", To.ToString()), ("answerBy", Written(AnswerBy))];
}

/// <summary>U1: came on paper, and was written down by the holder.</summary>
/// <param name="ManagersDecide">Only managers of the organisation asked decide.</param>
public sealed record DisclosureRegistered(DisclosureId Id, string Ground, bool ManagersDecide, DateOnly AnswerBy, Act Act) : DisclosureEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("ground", Ground), ("answerBy", Written(AnswerBy))];
}

/// <summary>U2: somebody of the holder assesses it.</summary>
public sealed record DisclosureAssessed(DisclosureId Id, Act Act) : DisclosureEvent(Id, Act);

/// <summary>The holder has noted which of its cases it concerns, or that it concerns none.</summary>
public sealed record DisclosureLinked(DisclosureId Id, CaseId? CaseId, Act Act) : DisclosureEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("case", CaseId?.ToString() ?? "none")];
}

/// <summary>U3–U5.</summary>
/// <param name="AskedFor">The authority that asked; null where it came on paper.</param>
/// <param name="Asker">Who asked, or wrote it down.</param>
public sealed record DisclosureDecided(DisclosureId Id, DisclosureStatus Outcome, OrganisationId? AskedFor, UserId Asker, Act Act) : DisclosureEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("outcome", Outcome.ToString())];
}
