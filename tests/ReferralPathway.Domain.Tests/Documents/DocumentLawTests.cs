using System.Text;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Documents;

/// <summary>Documents of a case: what is taken, under which group, and what becomes of one that should not be there.</summary>
public sealed class DocumentLawTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n");

    private readonly Case _case = OpenCase();

    [Theory]
    [InlineData(AttachmentKind.MigrationDecision, DataGroup.Migration)]
    [InlineData(AttachmentKind.AuthorityDecision, DataGroup.Plan)]
    [InlineData(AttachmentKind.MedicalCertificate, DataGroup.Health)]
    [InlineData(AttachmentKind.IdentityDocument, DataGroup.Identity)]
    [InlineData(AttachmentKind.CourtDocument, DataGroup.Narrative)]
    [InlineData(AttachmentKind.Photograph, DataGroup.Narrative)]
    [InlineData(AttachmentKind.OtherDocument, DataGroup.Narrative)]
    public void A_document_and_its_entry_stand_under_the_group_of_its_kind(AttachmentKind kind, DataGroup group)
    {
        var document = _case.AddDocument(kind, Pdf, Jonas.Day, " From the clinic. ", Jonas);

        Assert.Equal((DataGroups.Of(group), "From the clinic.", Jonas.Day), (document.Groups, document.Note!.Value, document.On));
        var added = Assert.IsType<DocumentAdded>(Assert.Single(_case.TakeEvents()));
        Assert.Equal((group, document.Id.Value, Jonas.Day), (added.Group, added.Record, added.OccurredOn));
        Assert.Equal([("document", kind.ToString())], added.Details);
        Assert.Null(_case.AddDocument(kind, Pdf, null, " ", Jonas).Note);
    }

    /// <summary>Where somebody stays is in no file, and what an investigation contains is not stored at all.</summary>
    [Fact]
    public void No_kind_belongs_to_whereabouts_or_to_what_an_investigation_contains() =>
        Assert.DoesNotContain(Enum.GetValues<AttachmentKind>(), k => AttachmentKinds.GroupOf(k) is DataGroup.Whereabouts or DataGroup.InvestigationContent);

    [Fact]
    public void What_is_no_document_is_refused()
    {
        Assert.Equal(Rule.CodesAreListed, Breaks(() => _case.AddDocument(AttachmentKind.SignedConsent, Pdf, null, null, Jonas)));
        Assert.Equal(Rule.AFileIsAPdfOrAPicture, Breaks(() => _case.AddDocument(AttachmentKind.OtherDocument, [1, 2, 3], null, null, Jonas)));
        Assert.Equal(Rule.AnAttachmentIsAtMostTenMegabytes, Breaks(() => _case.AddDocument(AttachmentKind.OtherDocument, new byte[Attachment.MostBytes + 1], null, null, Jonas)));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => _case.AddDocument(AttachmentKind.OtherDocument, Pdf, Jonas.Day.AddDays(1), null, Jonas)));
        _case.Close("DUPLICATE", 0, Jonas);
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => _case.AddDocument(AttachmentKind.OtherDocument, Pdf, null, null, Jonas)));
    }

    [Fact]
    public void An_organisation_adds_so_many_to_a_case_on_one_day_and_more_on_the_next()
    {
        for (var n = 0; n < Case.MostDocumentsADay; n++) _case.AddDocument(AttachmentKind.OtherDocument, Pdf, null, null, Jonas);

        Assert.Equal(Rule.ADayTakesSoManyDocuments, Breaks(() => _case.AddDocument(AttachmentKind.OtherDocument, Pdf, null, null, Jonas)));
        _case.AddDocument(AttachmentKind.CourtDocument, Pdf, null, null, Police);
        _case.AddDocument(AttachmentKind.OtherDocument, Pdf, null, null, Jonas with { At = Jonas.At.AddDays(1) });
    }

    [Fact]
    public void Whoever_added_a_document_or_leads_the_case_marks_it_once_and_also_when_the_case_is_closed()
    {
        var (leads, theirs) = (_case.AddDocument(AttachmentKind.OtherDocument, Pdf, null, null, Jonas), _case.AddDocument(AttachmentKind.CourtDocument, Pdf, null, null, Police));
        _case.TakeEvents();
        Assert.Equal(Rule.WhoeverAddedADocumentOrLeadsMarksIt, Breaks(() => _case.MarkDocument(leads.Id, DocumentMistake.OfNoUse, Police)));

        _case.MarkDocument(theirs.Id, DocumentMistake.WrongPerson, Police);

        Assert.Equal((DocumentMistake.WrongPerson, Police.At, Police.By), (theirs.Mistake, theirs.MistakenAt, theirs.MistakenBy));
        var marked = Assert.IsType<DocumentMarked>(Assert.Single(_case.TakeEvents()));
        Assert.Equal((DataGroup.Narrative, theirs.Id.Value), (marked.Group, marked.Record));
        Assert.Equal([("document", "CourtDocument"), ("mistake", "WrongPerson")], marked.Details);
        Assert.Equal(Rule.ADocumentIsMarkedOnce, Breaks(() => _case.MarkDocument(theirs.Id, DocumentMistake.OfNoUse, Jonas)));
        _case.Close("DUPLICATE", 0, Jonas);
        _case.MarkDocument(leads.Id, DocumentMistake.TellsWhereabouts, Jonas);
    }

    [Fact]
    public void A_file_is_cut_into_pieces_that_say_their_number_and_which_is_the_last()
    {
        foreach (var (size, pieces) in new[] { (15, 1), (AttachmentPiece.MostBytes, 1), (AttachmentPiece.MostBytes + 1, 2), (3 * AttachmentPiece.MostBytes, 3) })
        {
            byte[] content = [.. "%PDF-1.7\n"u8, .. new byte[size - 15], .. "%%EOF\n"u8];
            var document = _case.AddDocument(AttachmentKind.OtherDocument, content, null, null, Jonas);

            Assert.Equal(Enumerable.Range(0, pieces).Select(n => (n, n == pieces - 1)), document.Pieces.Select(p => (p.Number, p.IsLast)));
            Assert.Equal(content, document.Pieces.SelectMany(p => p.Content.Value));
            Assert.Equal((size, null as Sealed<byte[]>), (document.Size, document.Content));
        }
    }
}
