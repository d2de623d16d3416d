using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Tests.Cases;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Consents;

public sealed class ConsentLawTests
{
    private static readonly OrganisationId Haven = OrganisationId.New(Jonas.At);

    private static readonly ConsentTerms Asked = new()
    {
        Recipient = Haven,
        RecipientKind = OrganisationKind.Ngo,
        Purpose = Purposes.Referral,
        Groups = DataGroups.Of(DataGroup.Facts, DataGroup.Identity),
        DecidedOn = Jonas.Day,
        Method = "WRITTEN",
        Language = "en",
        Interpreter = "No",
        FullyInformed = true,
    };

    [Fact]
    public void The_agency_that_is_asked_without_identity_never_receives_it()
    {
        Assert.Equal(Rule.JamyNeverReceivesIdentity, Breaks(() => OpenCase().GiveConsent(Asked with { RecipientKind = OrganisationKind.NationalCoordinator }, Jonas)));
        Assert.Equal(Rule.JamyNeverReceivesIdentity, Breaks(() => OpenCase().RefuseConsent(Asked with { RecipientKind = OrganisationKind.NationalCoordinator }, Jonas)));
    }

    [Fact]
    public void Consent_is_for_another_organisation_except_the_contact_that_iom_asks_for_itself()
    {
        Assert.Equal(Rule.ConsentIsForAnotherOrganisation, Breaks(() => OpenCase().GiveConsent(Asked with { Recipient = Jonas.For }, Jonas)));
        Assert.Equal(Rule.ConsentIsForAnotherOrganisation, Breaks(() => OpenCase().GiveConsent(Asked with { RecipientKind = OrganisationKind.Operator }, Jonas)));
        Assert.Equal(Rule.ConsentIsForAnotherOrganisation, Breaks(() => OpenCase().GiveConsent(Asked with { Recipient = Jonas.For, RecipientKind = OrganisationKind.Iom }, Jonas)));
        OpenCase().GiveConsent(Asked with { Recipient = Jonas.For, RecipientKind = OrganisationKind.Iom, Purpose = Purposes.Monitoring }, Jonas);
    }

    [Fact]
    public void A_yes_is_informed_and_a_no_needs_nothing()
    {
        Assert.Equal(Rule.ConsentIsInformed, Breaks(() => OpenCase().GiveConsent(Asked with { FullyInformed = false }, Jonas)));
        var refused = OpenCase().RefuseConsent(Asked with { FullyInformed = false, Method = null, Language = null }, Jonas);
        Assert.Equal(ConsentState.Refused, refused.State);
        Assert.True(refused.Groups.IsEmpty);
    }

    [Fact]
    public void A_yes_names_what_is_shared_and_never_where_the_person_stays()
    {
        Assert.Equal(Rule.ConsentNamesWhatIsShared, Breaks(() => OpenCase().GiveConsent(Asked with { Groups = DataGroups.None }, Jonas)));
        foreach (var never in new[] { DataGroup.Whereabouts, DataGroup.Consents, DataGroup.Consultations, DataGroup.AnswersForCase })
            Assert.Equal(Rule.SomeGroupsAreInNoConsent, Breaks(() => OpenCase().GiveConsent(Asked with { Groups = DataGroups.Of(DataGroup.Facts, never) }, Jonas)));
    }

    [Fact]
    public void A_child_decides_through_a_guardian_and_is_heard()
    {
        var child = OpenCase();
        child.RecordPerson(new() { Gender = "F", AgeGroup = "15-17" }, Jonas);
        Assert.Equal(Rule.AChildsConsentHasGuardianAndOwnOpinion, Breaks(() => child.GiveConsent(Asked, Jonas)));
        Assert.Equal(Rule.AChildsConsentHasGuardianAndOwnOpinion, Breaks(() => child.GiveConsent(Asked with { Notes = new() { Guardian = "Yes" } }, Jonas)));
        Assert.Equal(Rule.AChildsConsentHasGuardianAndOwnOpinion, Breaks(() => child.GiveConsent(Asked with { Notes = new() { ChildsOpinion = "Yes" } }, Jonas)));
        child.GiveConsent(Asked with { Notes = new() { Guardian = "Yes", ChildsOpinion = "Yes" } }, Jonas);
    }

    [Fact]
    public void Consent_comes_after_detection_and_not_in_the_future_and_ends_after_it_begins()
    {
        Assert.Equal(Rule.ConsentComesAfterDetection, Breaks(() => OpenCase().GiveConsent(Asked with { DecidedOn = Jonas.Day.AddDays(-1) }, Jonas)));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => OpenCase().GiveConsent(Asked with { DecidedOn = Jonas.Day.AddDays(1) }, Jonas)));
        Assert.Equal(Rule.AConsentEndsAfterItBegins, Breaks(() => OpenCase().GiveConsent(Asked with { ValidUntil = Jonas.Day.AddDays(-1) }, Jonas)));
        OpenCase().GiveConsent(Asked with { ValidUntil = Jonas.Day }, Jonas);
    }

    [Fact]
    public void Only_listed_purposes_and_methods_are_recorded()
    {
        Assert.Equal(Rule.CodesAreListed, Breaks(() => OpenCase().GiveConsent(Asked with { Purpose = "ANYTHING" }, Jonas)));
        Assert.Equal(Rule.CodesAreListed, Breaks(() => OpenCase().GiveConsent(Asked with { Method = "TELEPATHY" }, Jonas)));
    }

    [Fact]
    public void Only_a_consent_that_is_given_is_withdrawn_or_runs_out()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.OnlyAGivenConsentIsWithdrawn, Breaks(() => theCase.WithdrawConsent(Haven, Purposes.Referral, Jonas.Day, null, [], Jonas)));
        var given = theCase.GiveConsent(Asked with { ValidUntil = Jonas.Day }, Jonas);
        Assert.Equal(Rule.OnlyAGivenConsentIsWithdrawn, Breaks(() => theCase.ExpireConsent(given.Id, [], Jonas)));
        Assert.Equal(Rule.OnlyAGivenConsentIsWithdrawn, Breaks(() => theCase.WithdrawConsent(Haven, Purposes.ShareHealth, Jonas.Day, null, [], Jonas)));
        var tomorrow = Jonas with { At = Jonas.At.AddDays(1) };
        Assert.Equal(Rule.OnlyAGivenConsentIsWithdrawn, Breaks(() => theCase.WithdrawConsent(Haven, Purposes.Referral, Jonas.Day, null, [], tomorrow)));
        Assert.Equal(ConsentState.Expired, theCase.ExpireConsent(given.Id, [], tomorrow).State);
    }

    [Fact]
    public void A_consent_that_was_given_anew_does_not_expire_with_the_old_one()
    {
        var theCase = OpenCase();
        var first = theCase.GiveConsent(Asked with { ValidUntil = Jonas.Day }, Jonas);
        var tomorrow = Jonas with { At = Jonas.At.AddDays(1) };
        theCase.GiveConsent(Asked with { DecidedOn = tomorrow.Day }, tomorrow);

        Assert.Equal(Rule.OnlyAGivenConsentIsWithdrawn, Breaks(() => theCase.ExpireConsent(first.Id, [], tomorrow)));
        Assert.NotNull(ConsentLedger.InForce(theCase.Consents, Haven, Purposes.Referral, tomorrow.At));
    }

    [Fact]
    public void A_withdrawal_calls_waiting_referrals_back_and_leaves_accepted_ones()
    {
        var theCase = OpenCase();
        theCase.GiveConsent(Asked, Jonas);
        var referrals = Enumerable.Range(0, 3).Select(_ => theCase.DraftReferral(Terms, Jonas)).ToList();
        theCase.SendReferral(referrals[1].Id, false, Jonas);
        theCase.SendReferral(referrals[2].Id, false, Jonas);
        referrals[2].Accept(Birgitta.By, Jonas.Day, Birgitta with { For = Haven });
        theCase.WithdrawConsent(Haven, Purposes.Referral, Jonas.Day, null, theCase.Referrals, Jonas);

        Assert.Equal([ReferralStatus.Withdrawn, ReferralStatus.Withdrawn, ReferralStatus.Accepted], referrals.Select(r => r.Status));
    }

    [Fact]
    public void An_emergency_goes_to_the_police_alone_and_any_other_ground_is_a_managers()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.AnEmergencyGoesToThePolice, Breaks(() => Ground(theCase, OrganisationKind.Municipality, "EMERGENCY", byManager: true)));
        Assert.Equal(Rule.ALegalGroundIsDecidedByAManager, Breaks(() => Ground(theCase, OrganisationKind.Police, "CRIME_SERIOUS", byManager: false)));
        Assert.Equal(Rule.CodesAreListed, Breaks(() => Ground(theCase, OrganisationKind.Police, "CONSENT", byManager: true)));
        Ground(theCase, OrganisationKind.Police, "EMERGENCY", byManager: false);
        Ground(theCase, OrganisationKind.Prosecutor, "CRIME_SERIOUS", byManager: true);
    }

    [Fact]
    public void An_emergency_holds_until_the_second_day_after_and_a_managers_ground_for_a_year()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.AnEmergencyIsShort, Breaks(() => Ground(theCase, OrganisationKind.Police, "EMERGENCY", byManager: true, days: 3)));
        Assert.Equal(Rule.ALegalGroundLastsAYearAtMost, Breaks(() => Ground(theCase, OrganisationKind.Police, "CRIME_SERIOUS", byManager: true, days: 366)));

        var emergency = Ground(theCase, OrganisationKind.Police, "EMERGENCY", byManager: false, days: 2);
        Assert.True(emergency.HoldsAt(Jonas.At.AddHours(48)));
        Assert.False(emergency.HoldsAt(Jonas.At.AddHours(72)));
        Ground(theCase, OrganisationKind.Police, "CRIME_SERIOUS", byManager: true, days: 365);
    }

    [Fact]
    public void What_nobody_reviewed_is_said_once_and_what_is_over_calls_back_what_waits()
    {
        var theCase = OpenCase();
        var ground = Ground(theCase, OrganisationKind.Police, "EMERGENCY", byManager: false);
        var waiting = theCase.DraftReferral(Terms with { RecipientKind = OrganisationKind.Police, Groups = DataGroups.Of(DataGroup.Identity) }, Jonas);
        theCase.SendReferral(waiting.Id, false, Jonas);
        theCase.TakeEvents();
        var system = Act.BySystem(Jonas.For, Jonas.At.AddHours(24));

        Assert.Equal(Rule.AConsentEndsAfterItBegins, Breaks(() => theCase.EndLegalGround(ground.Id, theCase.Referrals, Jonas)));
        theCase.LegalGroundWasNotReviewed(ground.Id, system);
        theCase.EndLegalGround(ground.Id, theCase.Referrals, system);

        Assert.Equal([nameof(LegalGroundUnreviewed), nameof(LegalGroundEnded)], theCase.TakeEvents().Select(e => e.Kind));
        Assert.Equal(ReferralStatus.Withdrawn, waiting.Status);
        theCase.ReviewLegalGround(ground.Id, upheld: true, byManager: true, byRecorder: false, [], Birgitta);
        Assert.Equal(Rule.AGroundIsReviewedOnce, Breaks(() => theCase.LegalGroundWasNotReviewed(ground.Id, system)));
    }

    [Fact]
    public void A_concern_for_a_child_goes_to_the_social_board()
    {
        Assert.Equal(Rule.AChildReportGoesToTheSocialBoard, Breaks(() => Ground(OpenCase(), OrganisationKind.Ngo, "CHILD_REPORT", byManager: true)));
        Ground(OpenCase(), OrganisationKind.Municipality, "CHILD_REPORT", byManager: true);
    }

    [Fact]
    public void An_adult_is_not_sent_to_the_police_as_a_child_would_be() =>
        Assert.Equal(Rule.AReferralToThePoliceIsNeverRequired, Breaks(() => Ground(OpenCase(), OrganisationKind.Police, "CRIME_CHILD", byManager: true)));

    [Fact]
    public void A_ground_is_reviewed_once_by_a_manager_and_one_that_does_not_stand_covers_nothing_more()
    {
        var theCase = OpenCase();
        var ground = Ground(theCase, OrganisationKind.Police, "EMERGENCY", byManager: false);
        var waiting = theCase.DraftReferral(Terms with { RecipientKind = OrganisationKind.Police, Groups = DataGroups.Of(DataGroup.Identity) }, Jonas);
        theCase.SendReferral(waiting.Id, false, Jonas);
        Assert.Equal(Rule.ALegalGroundIsDecidedByAManager, Breaks(() => theCase.ReviewLegalGround(ground.Id, true, byManager: false, byRecorder: false, [], Birgitta)));

        theCase.ReviewLegalGround(ground.Id, upheld: false, byManager: true, byRecorder: false, theCase.Referrals, Birgitta);
        Assert.Equal(ReferralStatus.Withdrawn, waiting.Status);
        Assert.True(theCase.CoveredFor(Haven, Jonas.At).IsEmpty);
        Assert.Equal(Rule.AGroundIsReviewedOnce, Breaks(() => theCase.ReviewLegalGround(ground.Id, true, byManager: true, byRecorder: false, [], Birgitta)));
    }

    [Fact]
    public void Nobody_reviews_the_ground_that_they_recorded_under_this_account_or_another()
    {
        var theCase = OpenCase();
        var ground = Ground(theCase, OrganisationKind.Police, "EMERGENCY", byManager: true);

        Assert.Equal(Rule.SomebodyElseReviewsAGround, Breaks(() => theCase.ReviewLegalGround(ground.Id, true, byManager: true, byRecorder: false, [], Jonas)));
        Assert.Equal(Rule.SomebodyElseReviewsAGround, Breaks(() => theCase.ReviewLegalGround(ground.Id, true, byManager: true, byRecorder: true, [], Birgitta)));
        Assert.Null(ground.Upheld);

        theCase.ReviewLegalGround(ground.Id, true, byManager: true, byRecorder: false, [], Birgitta);
        Assert.True(ground.Upheld);
    }

    [Fact]
    public void A_signed_form_is_a_whole_pdf_of_at_most_ten_megabytes()
    {
        var theCase = OpenCase();
        foreach (var wrong in new[] { "", "<html>", "PK\u0003\u0004", " %PDF-1.7\n%%EOF", "%PDF-9.9\n%%EOF", "%PDF-1.7\ncut off" })
            Assert.Equal(Rule.AFileIsAPdfOrAPicture, Breaks(() => theCase.AttachForm(System.Text.Encoding.Latin1.GetBytes(wrong), Jonas)));
        Assert.Equal(Rule.AnAttachmentIsAtMostTenMegabytes, Breaks(() => theCase.AttachForm(Pdf(Attachment.MostBytes + 1), Jonas)));

        Assert.Equal((FileFormat.Pdf, Attachment.MostBytes), theCase.AttachForm(Pdf(Attachment.MostBytes), Jonas) is var largest ? (largest.Format, largest.Size) : default);
        Assert.Equal([nameof(FormAttached)], theCase.TakeEvents().Select(e => e.Kind));
        theCase.Close("DUPLICATE", 0, Jonas);
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => theCase.AttachForm(Pdf(100), Jonas)));

        static byte[] Pdf(int size) => [.. "%PDF-1.7\n"u8, .. new byte[size - 15], .. "%%EOF\n"u8];
    }

    [Fact]
    public void Health_is_covered_only_when_its_own_consent_names_it()
    {
        var theCase = OpenCase();
        var withHealth = Asked with { Groups = DataGroups.Of(DataGroup.Identity, DataGroup.Health) };
        theCase.GiveConsent(withHealth, Jonas);
        Assert.False(theCase.CoveredFor(Haven, Jonas.At).Has(DataGroup.Health));
        theCase.GiveConsent(Asked with { Purpose = Purposes.ShareHealth }, Jonas);
        Assert.False(theCase.CoveredFor(Haven, Jonas.At).Has(DataGroup.Health));
        theCase.GiveConsent(withHealth with { Purpose = Purposes.ShareHealth }, Jonas);
        Assert.True(theCase.CoveredFor(Haven, Jonas.At).Has(DataGroup.Health));
    }

    private static readonly ReferralTerms Terms = new()
    {
        Recipient = Haven, RecipientKind = OrganisationKind.Ngo, Kind = ReferralKind.Service, Service = "SOCIAL", Urgency = Urgency.Normal, Groups = DataGroups.Of(DataGroup.Facts, DataGroup.Identity),
    };

    private static LegalGround Ground(Case theCase, OrganisationKind kind, string ground, bool byManager, int days = 0) =>
        theCase.RecordLegalGround(Haven, kind, ground, DataGroups.Of(DataGroup.Facts, DataGroup.Identity), Jonas.Day.AddDays(days), "A reason", byManager, Jonas);
}
