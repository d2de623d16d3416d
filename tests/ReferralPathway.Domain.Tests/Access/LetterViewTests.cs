using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Rights;

namespace ReferralPathway.Domain.Tests.Access;

/// <summary>A letter says what its reader may read, whatever its writer may.</summary>
public sealed class LetterViewTests
{
    private static readonly DateTimeOffset Now = ViewerTests.Now;
    private static readonly OrganisationId Agency = OrganisationId.New(Now);
    private static readonly DataGroups Named = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Plan);
    private static readonly Viewer Writer = ViewerTests.Of(Relation.LeadTeam) with { IdentityShown = true };

    private static readonly CaseRecord Record = CaseViewTests.Record with
    {
        Consents = [new(ConsentId.New(Now), 7, Agency, "Migrationsverket", "Migration Agency", OrganisationKind.MigrationAgency, Purposes.Referral, ConsentState.Given, Named.Mask, new(2026, 3, 10), null, null, null, null, Now)],
        Referrals =
        [
            new(ReferralId.New(Now), Writer.Actor.Organisation, "", "", Agency, "Migrationsverket", "Migration Agency", ReferralKind.Service, "PERMIT", Urgency.Normal, Named.Mask, ReferralStatus.Sent, Now, Now, Now, null, null, null, null, null),
        ],
    };

    private static (LetterView Letter, LetterOrder Order, CaseView View) Write(CaseRecord? of = null)
    {
        var view = CaseView.Of(of ?? Record, Writer);
        var order = LetterOrder.All(view, Now).Single(o => o.Kind == LetterKind.ReferralSheet);
        return (LetterView.Of(view, order, order.Reads(view, Role.MigrationOfficer, DataGroups.None)), order, view);
    }

    [Fact]
    public void The_agency_gets_no_safe_contact_though_the_consent_names_it_and_the_writer_reads_it()
    {
        var (letter, _, view) = Write();

        Assert.NotNull(view.SafeContact.Value);
        Assert.Null(letter.SafeContact);
        Assert.Equal("Maribel", letter.Identity!.GivenName);
        Assert.NotNull(letter.Narrative);
        Assert.Empty(letter.Plans);
        Assert.Null(letter.Health);
    }

    [Fact]
    public void Without_a_consent_that_holds_a_letter_carries_facts_without_identity()
    {
        var (letter, order, view) = Write(Record with { Consents = [Record.Consents[0] with { ValidUntil = new(2026, 3, 11) }] });

        Assert.Null(letter.Identity);
        Assert.Null(letter.Narrative);
        Assert.Equal("25-34", letter.Facts.AgeGroup);
        Assert.Equal(LetterBasisKind.None, order.BasisOf(view, Now).Kind);
    }

    [Fact]
    public void It_says_on_which_line_of_the_ledger_it_rests()
    {
        var (_, order, view) = Write();
        Assert.Equal(new(LetterBasisKind.Consent, "7", new(2026, 3, 10)), order.BasisOf(view, Now));
    }

    [Fact]
    public void An_extract_for_the_person_holds_what_was_reviewed_and_nothing_that_came_later()
    {
        var reviewed = new ExtractRow(Guid.CreateVersion7(Now), DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.Narrative, DataGroup.InvestigationSummary).Mask, DataGroups.Of(DataGroup.Narrative).Mask, SecrecyGround.OtherPerson, Now, Now);
        var held = Record with { Extracts = [reviewed], Timeline = [], InvestigationLines = [new(InvestigationId.New(Now), InvestigationStatus.Initiated, new(2026, 3, 12))] };
        var view = CaseView.Of(held, Writer);
        var order = LetterOrder.All(view, Now).Single(o => o.Kind == LetterKind.SubjectExtract);
        var letter = LetterView.Of(view, order, order.Reads(view, null, DataGroups.None));

        Assert.NotNull(letter.Identity);
        // Withheld; not held when it was prepared; known in summary, which is then what there is.
        Assert.Null(letter.Narrative);
        Assert.Null(letter.SafeContact);
        Assert.NotEmpty(letter.InvestigationLines);
        EventRow Later(string kind) => new(Guid.CreateVersion7(Now), Now.AddMinutes(1), kind, null, null, Writer.Actor.Organisation, null, null, DataGroups.Of(DataGroup.Facts).Mask, null, "", null);
        Assert.Contains(LetterOrder.All(CaseView.Of(held with { Timeline = [Later(nameof(LetterDelivered))] }, Writer), Now), o => o.Kind == LetterKind.SubjectExtract);
        foreach (var not in new[] { held with { Timeline = [Later(nameof(FactsRecorded))] }, held with { Extracts = [reviewed with { ReviewedAt = null }] } })
            Assert.DoesNotContain(LetterOrder.All(CaseView.Of(not, Writer), Now), o => o.Kind == LetterKind.SubjectExtract);
    }

    [Fact]
    public void Nobody_writes_a_letter_of_what_another_organisation_sent()
    {
        var others = CaseView.Of(Record with { Referrals = [Record.Referrals[0] with { Sender = Agency }] }, Writer);
        Assert.DoesNotContain(LetterOrder.All(others, Now), o => o.Kind == LetterKind.ReferralSheet);
        Assert.Equal((LetterKind.Plan, Record.Referrals[0].Id.Value), LetterOrder.Read(LetterOrder.PathOf(LetterKind.Plan, Record.Referrals[0].Id.Value)));
        Assert.Null(LetterOrder.Read("plan-of-nothing"));
        // A space in an address is read as nothing.
        Assert.Null(LetterOrder.Read(null));
    }
}
