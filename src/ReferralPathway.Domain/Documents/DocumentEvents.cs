using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Documents;

/// <summary>A document was added: of which kind, and not what stands in it.</summary>
public sealed record DocumentAdded(CaseId CaseId, AttachmentId Id, AttachmentKind Document, DateOnly? On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => AttachmentKinds.GroupOf(Document);

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("document", Document.ToString())];
}

/// <summary>A document should not have been added. It stays in the record and is no longer handed out.</summary>
public sealed record DocumentMarked(CaseId CaseId, AttachmentId Id, AttachmentKind Document, DocumentMistake Mistake, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => AttachmentKinds.GroupOf(Document);

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("document", Document.ToString()), ("mistake", Mistake.ToString())];
}
