using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Referrals;

public sealed class ReferralLawTests
{
    private static readonly OrganisationId Haven = OrganisationId.New(Jonas.At);

    private static readonly Act Asa = new(UserId.New(Jonas.At), Role.NgoWorker, Haven, Jonas.At);

    private static readonly DataGroups Agreed = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

    private static readonly ReferralTerms Terms = new()
    {
        Recipient = Haven, RecipientKind = OrganisationKind.Ngo, Kind = ReferralKind.Service, Service = "ACCOMMODATION", Urgency = Urgency.Normal, Groups = Agreed,
    };

    [Fact]
    public void A_referral_needs_consent_from_its_first_line_until_it_is_sent()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.ReferralNeedsConsent, Breaks(() => theCase.DraftReferral(Terms, Jonas)));
        var agreed = Agreeing();
        var draft = agreed.DraftReferral(Terms, Jonas);
        agreed.RefuseConsent(Consent(Haven), Jonas);
        Assert.Equal(ReferralStatus.Withdrawn, draft.Status);
        Assert.Equal(Rule.ReferralNeedsConsent, Breaks(() => agreed.SendReferral(draft.Id, false, Jonas)));
    }

    [Fact]
    public void A_referral_carries_only_what_is_covered()
    {
        var theCase = Agreeing();
        var draft = theCase.DraftReferral(Terms with { Groups = Agreed | DataGroups.Of(DataGroup.Plan) }, Jonas);
        Assert.Equal(Rule.ReferralSendsOnlyWhatIsCovered, Breaks(() => theCase.SendReferral(draft.Id, false, Jonas)));
        Assert.Equal(Rule.SomeGroupsAreInNoConsent, Breaks(() => theCase.DraftReferral(Terms with { Groups = DataGroups.Of(DataGroup.Whereabouts) }, Jonas)));
    }

    [Fact]
    public void Iom_the_equality_agency_ones_own_and_those_who_left_receive_none()
    {
        var theCase = Agreeing();
        foreach (var kind in new[] { OrganisationKind.Iom, OrganisationKind.NationalCoordinator, OrganisationKind.Operator })
            Assert.Equal(Rule.RecipientReceivesReferrals, Breaks(() => theCase.DraftReferral(Terms with { RecipientKind = kind }, Jonas)));
        Assert.Equal(Rule.RecipientReceivesReferrals, Breaks(() => theCase.DraftReferral(Terms with { Recipient = Jonas.For }, Jonas)));
        Assert.Equal(Rule.RecipientReceivesReferrals, Breaks(() => theCase.DraftReferral(Terms with { RecipientIsActive = false }, Jonas)));
        var draft = theCase.DraftReferral(Terms, Jonas);
        Assert.Equal(Rule.RecipientReceivesReferrals, Breaks(() => theCase.SendReferral(draft.Id, false, Jonas, recipientIsActive: false)));
        Assert.Equal(Rule.CodesAreListed, Breaks(() => theCase.DraftReferral(Terms with { Service = "MAGIC" }, Jonas)));
    }

    [Fact]
    public void A_changed_draft_is_written_down_and_a_refused_change_leaves_it_as_it_was()
    {
        var theCase = Agreeing();
        var draft = theCase.DraftReferral(Terms, Jonas);
        draft.TakeEvents();
        Assert.Equal(Rule.ReferralNeedsConsent, Breaks(() => theCase.RedraftReferral(draft.Id, Terms with { Recipient = Police.For, Urgency = Urgency.Urgent }, Jonas)));
        Assert.Equal((Haven, Urgency.Normal), (draft.Recipient, draft.Urgency));
        Assert.Empty(draft.TakeEvents());

        theCase.RedraftReferral(draft.Id, Terms with { Urgency = Urgency.Urgent }, Jonas);
        Assert.Equal(Urgency.Urgent, draft.Urgency);
        Assert.Equal(Jonas, Assert.IsType<ReferralDrafted>(Assert.Single(draft.TakeEvents())).Act);
    }

    [Fact]
    public void Immediate_danger_means_112_first()
    {
        var theCase = Agreeing();
        var draft = theCase.DraftReferral(Terms with { Urgency = Urgency.ImmediateDanger }, Jonas);
        Assert.Equal(Rule.ImmediateDangerMeans112First, Breaks(() => theCase.SendReferral(draft.Id, false, Jonas)));
        theCase.SendReferral(draft.Id, true, Jonas);
        Assert.Equal(Jonas.At.AddHours(1), draft.AnswerBy);
    }

    [Fact]
    public void A_referral_is_sent_once_and_answered_once()
    {
        var (theCase, sent) = Sent();
        Assert.Equal(Rule.ReferralIsSentOnce, Breaks(() => theCase.SendReferral(sent.Id, false, Jonas)));
        Assert.Equal(Rule.ReferralIsSentOnce, Breaks(() => theCase.RedraftReferral(sent.Id, Terms, Jonas)));
        sent.Accept(Asa.By, Asa.Day, Asa);
        Assert.Equal(Rule.ReferralIsAnsweredOnce, Breaks(() => sent.Accept(Asa.By, Asa.Day, Asa)));
        Assert.Equal(Rule.ReferralIsAnsweredOnce, Breaks(() => sent.Decline("NO_CAPACITY", null, Asa)));
    }

    [Fact]
    public void A_declined_referral_says_why_and_cannot_be_accepted()
    {
        var (_, sent) = Sent();
        Assert.Equal(Rule.CodesAreListed, Breaks(() => sent.Decline("BECAUSE", null, Asa)));
        Assert.Equal(Rule.DecliningForAnotherReasonIsExplained, Breaks(() => sent.Decline("OTHER", " too short ", Asa)));
        sent.Decline("OTHER", "We are moving house", Asa);
        Assert.Equal(Rule.ReferralIsAnsweredOnce, Breaks(() => sent.Accept(Asa.By, Asa.Day, Asa)));
        Assert.Equal(Rule.ReferralIsWithdrawnBeforeItEnds, Breaks(() => sent.Withdraw(served: false, Jonas)));
        Assert.Equal(Rule.OnlyAnAcceptedReferralIsCompleted, Breaks(() => sent.Complete("Done", Asa.Day, Asa)));
    }

    [Fact]
    public void Only_an_accepted_referral_is_completed_and_not_tomorrow()
    {
        var (_, sent) = Sent();
        Assert.Equal(Rule.OnlyAnAcceptedReferralIsCompleted, Breaks(() => sent.Complete("Done", Asa.Day, Asa)));
        sent.Accept(Asa.By, Asa.Day, Asa);
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => sent.Complete("Done", Asa.Day.AddDays(1), Asa)));
        Assert.Equal(Rule.AStepIsExplained, Breaks(() => sent.Complete("  ", Asa.Day, Asa)));
        sent.Complete("Done", Asa.Day, Asa);
        Assert.Equal(ReferralStatus.Completed, sent.Status);
        Assert.Equal(Rule.ReferralIsWithdrawnBeforeItEnds, Breaks(() => sent.Withdraw(served: false, Jonas)));
    }

    [Fact]
    public void An_accepted_referral_is_taken_back_only_before_help_has_begun()
    {
        var (_, waiting) = Sent();
        // What the recipient did for the person under an earlier referral keeps no other in the air.
        waiting.Withdraw(served: true, Jonas);
        Assert.Equal(ReferralStatus.Withdrawn, waiting.Status);

        var (_, accepted) = Sent();
        accepted.Accept(Asa.By, Asa.Day, Asa);
        Assert.Equal(Rule.AReferralWithAServiceIsCompleted, Breaks(() => accepted.Withdraw(served: true, Jonas)));
        Assert.Equal(ReferralStatus.Accepted, accepted.Status);
        accepted.Withdraw(served: false, Jonas);
        Assert.Equal(ReferralStatus.Withdrawn, accepted.Status);
    }

    [Fact]
    public void A_referral_is_changed_sent_and_withdrawn_by_its_sender_and_answered_and_completed_by_its_recipient()
    {
        var theCase = Agreeing();
        var draft = theCase.DraftReferral(Terms, Jonas);
        Assert.Equal(Rule.AReferralIsChangedByItsSender, Breaks(() => theCase.RedraftReferral(draft.Id, Terms with { Recipient = Haven }, Police)));
        Assert.Equal(Rule.AReferralIsChangedByItsSender, Breaks(() => theCase.SendReferral(draft.Id, false, Police)));
        theCase.SendReferral(draft.Id, false, Jonas);
        Assert.Equal(Rule.AReferralIsAnsweredByItsRecipient, Breaks(() => theCase.AcceptReferral(draft, Jonas.By, null, Guid.NewGuid(), Jonas)));
        Assert.Equal(Rule.AReferralIsAnsweredByItsRecipient, Breaks(() => draft.Decline("NO_CAPACITY", null, Police)));
        Assert.Equal(Rule.AReferralIsChangedByItsSender, Breaks(() => draft.Withdraw(served: false, Asa)));
        draft.Accept(Asa.By, null, Asa);
        Assert.Equal(Rule.AReferralIsAnsweredByItsRecipient, Breaks(() => draft.Complete("Done", Jonas.Day, Jonas)));
    }

    [Fact]
    public void Whoever_accepts_names_somebody_who_is_on_the_team_from_then_on()
    {
        var (theCase, sent) = Sent();
        theCase.AcceptReferral(sent, Asa.By, Asa.Day, Guid.NewGuid(), Asa);
        Assert.Contains(theCase.Team, m => m.UserId == Asa.By && m.OrganisationId == Haven && m is { IsResponsible: true, IsOnTeam: true });
        Assert.Equal(Jonas.For, theCase.Lead);
    }

    [Fact]
    public void Only_the_lead_transfers_the_case_and_a_transfer_carries_what_a_lead_needs()
    {
        var theCase = Agreeing();
        Assert.Equal(Rule.OnlyTheLeadTransfersTheCase, Breaks(() => theCase.DraftReferral(Terms with { Kind = ReferralKind.Transfer }, Police)));
        var thin = theCase.DraftReferral(Terms with { Kind = ReferralKind.Transfer, Groups = DataGroups.Of(DataGroup.Identity) }, Jonas);
        Assert.Equal(Rule.ATransferCarriesTheCase, Breaks(() => theCase.SendReferral(thin.Id, false, Jonas)));

        var transfer = theCase.DraftReferral(Terms with { Kind = ReferralKind.Transfer }, Jonas);
        theCase.SendReferral(transfer.Id, false, Jonas);
        var part = Guid.NewGuid();
        theCase.AcceptReferral(transfer, Asa.By, Asa.Day, part, Asa);
        Assert.Equal((Haven, part), (theCase.Lead, theCase.LeadParticipationId));
        Assert.Equal(Rule.ReferralIsWithdrawnBeforeItEnds, Breaks(() => transfer.Withdraw(served: false, Jonas)));
        Assert.Equal(Rule.OnlyTheLeadTransfersTheCase, Breaks(() => theCase.DraftReferral(Terms with { Kind = ReferralKind.Transfer, Recipient = Police.For }, Jonas)));
    }

    [Fact]
    public void A_sent_referral_shows_the_recipient_no_identity_and_its_answer_clock_runs()
    {
        var (_, sent) = Sent();
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 3, 20)), sent.AnswerBy);
        Assert.DoesNotContain(typeof(ReferralPreview).GetProperties(), p => p.PropertyType.IsAssignableTo(typeof(ISealed)));
    }

    [Fact]
    public void Of_two_transfers_that_were_sent_the_second_is_refused_and_stays_unanswered()
    {
        var theCase = Agreeing();
        theCase.GiveConsent(Consent(Police.For), Jonas);
        var transfer = theCase.DraftReferral(Terms with { Kind = ReferralKind.Transfer }, Jonas);
        var other = theCase.DraftReferral(Terms with { Kind = ReferralKind.Transfer, Recipient = Police.For }, Jonas);
        theCase.SendReferral(transfer.Id, false, Jonas);
        theCase.SendReferral(other.Id, false, Jonas);
        theCase.AcceptReferral(transfer, Asa.By, Asa.Day, Guid.NewGuid(), Asa);

        Assert.Equal(Rule.OnlyTheLeadTransfersTheCase, Breaks(() => theCase.AcceptReferral(other, Police.By, Police.Day, Guid.NewGuid(), Police)));
        Assert.Equal((ReferralStatus.Sent, Haven), (other.Status, theCase.Lead));
        Assert.DoesNotContain(theCase.Team, m => m.OrganisationId == Police.For);
    }

    private static Case Agreeing()
    {
        var theCase = OpenCase();
        theCase.GiveConsent(Consent(Haven), Jonas);
        theCase.TakeEvents();
        return theCase;
    }

    private static (Case Case, Referral Sent) Sent()
    {
        var theCase = Agreeing();
        var draft = theCase.DraftReferral(Terms, Jonas);
        theCase.SendReferral(draft.Id, false, Jonas);
        return (theCase, draft);
    }

    private static ConsentTerms Consent(OrganisationId to) => new()
    {
        Recipient = to, RecipientKind = OrganisationKind.Ngo, Purpose = Purposes.Referral, Groups = Agreed, DecidedOn = Jonas.Day, Method = "WRITTEN", FullyInformed = true,
    };
}
