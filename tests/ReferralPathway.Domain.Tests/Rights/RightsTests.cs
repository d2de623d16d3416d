using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Rights;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Rights;

/// <summary>What the person may ask of what is written about them.</summary>
public sealed class RightsTests
{
    private static readonly PersonId Preparer = PersonId.New(Jonas.At);
    private static readonly PersonId Manager = PersonId.New(Jonas.At);
    private static readonly DataGroups Held = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.Narrative, DataGroup.Whereabouts);

    private readonly Case _case = OpenCase();

    private SubjectExtract Prepared => _case.PrepareExtract(Held, Preparer, Jonas);

    [Fact]
    public void A_note_stands_beside_an_entry_and_changes_nothing()
    {
        var entry = Guid.CreateVersion7(Jonas.At);
        var note = _case.NoteBeside(EntryNoteKind.Disagreement, entry, DataGroups.Of(DataGroup.Narrative), " It was not like that. ", Jonas.Day, Jonas);

        Assert.Equal((entry, "It was not like that.", DataGroups.Of(DataGroup.Narrative)), (note.About, note.Text.Value, note.Groups));
        Assert.Equal([("note", "Disagreement")], Assert.IsType<EntryNoted>(Assert.Single(_case.TakeEvents())).Details);
        Assert.Equal(Rule.AStepIsExplained, Breaks(() => _case.NoteBeside(EntryNoteKind.Correction, entry, note.Groups, " ", Jonas.Day, Jonas)));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => _case.NoteBeside(EntryNoteKind.Correction, entry, note.Groups, "x", Jonas.Day.AddDays(1), Jonas)));
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => Case.Start("2026-000002", Jonas).NoteBeside(EntryNoteKind.Correction, entry, note.Groups, "x", Jonas.Day, Jonas)));
    }

    [Fact]
    public void An_extract_is_prepared_by_the_lead_one_at_a_time_and_never_says_where_somebody_stays()
    {
        Assert.False(Prepared.Holds.Has(DataGroup.Whereabouts));
        Assert.Equal(Rule.OneExtractWaitsAtATime, Breaks(() => _ = Prepared));
        Assert.Equal(Rule.AnExtractIsOfTheLead, Breaks(() => OpenCase().PrepareExtract(Held, Preparer, Police)));
    }

    [Fact]
    public void A_manager_who_is_somebody_else_reviews_it_once()
    {
        var id = Prepared.Id;
        Assert.Equal(Rule.AnExtractIsReviewedByAManager, Breaks(() => _case.ReviewExtract(id, DataGroups.None, null, null, Manager, byManager: false, Birgitta)));
        Assert.Equal(Rule.SomebodyElseReviewsAnExtract, Breaks(() => _case.ReviewExtract(id, DataGroups.None, null, null, Preparer, byManager: true, Birgitta)));
        _case.ReviewExtract(id, DataGroups.None, null, null, Manager, byManager: true, Birgitta);
        Assert.Equal(Rule.AnExtractIsReviewedOnce, Breaks(() => _case.ReviewExtract(id, DataGroups.None, null, null, Manager, byManager: true, Birgitta)));
        Assert.NotEqual(id, Prepared.Id);
    }

    [Fact]
    public void What_is_withheld_has_a_ground_of_law_and_a_reason()
    {
        var (extract, story) = (Prepared, DataGroups.Of(DataGroup.Narrative));
        foreach (var (ground, why) in new (SecrecyGround?, string?)[] { (null, "It names a witness."), (SecrecyGround.OtherPerson, " ") })
            Assert.Equal(Rule.WhatIsWithheldHasAGround, Breaks(() => _case.ReviewExtract(extract.Id, story, ground, why, Manager, byManager: true, Birgitta)));
        Assert.Equal(Rule.CodesAreListed, Breaks(() => _case.ReviewExtract(extract.Id, DataGroups.Of(DataGroup.Health), SecrecyGround.OtherLaw, "x", Manager, byManager: true, Birgitta)));

        _case.ReviewExtract(extract.Id, story, SecrecyGround.OtherPerson, "It names a witness.", Manager, byManager: true, Birgitta);
        Assert.Equal((story, SecrecyGround.OtherPerson, "It names a witness."), (extract.Withheld, extract.Ground, extract.Why!.Value));
    }
}
