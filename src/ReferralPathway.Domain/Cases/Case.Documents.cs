using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<Attachment> _attachments = [];

    /// <summary>As many documents as an organisation adds to one case on a Swedish day: more than anybody reads, and too few to fill a disk.</summary>
    public const int MostDocumentsADay = 40;

    /// <summary>Keeps a document of the case, which was loaded with those that it has.</summary>
    /// <param name="kind">Any but a signed form, which comes with its consent. It says who reads the document.</param>
    /// <param name="content">A PDF, or a picture as it was drawn anew.</param>
    /// <param name="on">The Swedish day that stands on it; not in the future.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.CaseIsOpenForThis"/>, <see cref="Rule.ADayTakesSoManyDocuments"/>, or what is wrong with the file.</exception>
    public Attachment AddDocument(AttachmentKind kind, byte[] content, DateOnly? on, string? note, Act act)
    {
        Opened();
        if (!AttachmentKinds.Documents.Contains(kind)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (on is { } day) NotInTheFuture(day, act);
        if (_attachments.Count(a => a.RecordedBy == act.For && SwedishCalendar.DayOf(a.RecordedAt) == act.Day) >= MostDocumentsADay) throw new RuleBrokenException(Rule.ADayTakesSoManyDocuments, ("most", MostDocumentsADay));
        var document = Attachment.Document(Id, kind, content, on, note, act);
        _attachments.Add(document);
        Record(new DocumentAdded(Id, document.Id, kind, on, act));
        return document;
    }

    /// <summary>A document should not have been added, which may come to light after the case was closed.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.WhoeverAddedADocumentOrLeadsMarksIt"/>, <see cref="Rule.ADocumentIsMarkedOnce"/></exception>
    public void MarkDocument(AttachmentId id, DocumentMistake mistake, Act act)
    {
        if (Status is CaseStatus.Draft or CaseStatus.Anonymised) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        var document = _attachments.Single(a => a.Id == id && AttachmentKinds.Documents.Contains(a.Kind));
        if (act.For != document.RecordedBy && act.For != Lead) throw new RuleBrokenException(Rule.WhoeverAddedADocumentOrLeadsMarksIt);
        if (document.Mistake is not null) throw new RuleBrokenException(Rule.ADocumentIsMarkedOnce);
        document.Mark(mistake, act);
        Record(new DocumentMarked(Id, id, document.Kind, mistake, act));
    }
}
