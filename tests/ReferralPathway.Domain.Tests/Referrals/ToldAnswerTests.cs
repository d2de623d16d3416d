using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Referrals;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Referrals;

/// <summary>An organisation without accounts answers by telephone, and the sender writes it down (K1).</summary>
public sealed class ToldAnswerTests
{
    private static readonly OrganisationId Parish = OrganisationId.New(Jonas.At);

    private static readonly ToldTerms Yes = new() { Accepted = true, Way = AnswerWay.Telephone, On = Jonas.Day, Answer = new() { Function = "Duty officer", Responsible = "Maria" } };

    [Fact]
    public void A_told_yes_is_an_acceptance_that_says_who_wrote_it_down_and_names_nobody_of_ours()
    {
        var referral = Sent();

        referral.RecordAnswer(Yes, recipientHasAccounts: false, Jonas);

        Assert.Equal((ReferralStatus.Accepted, true, AnswerWay.Telephone, Jonas.Day), (referral.Status, referral.IsRecordedBySender, referral.ToldBy!.Value, referral.ToldOn!.Value));
        Assert.Null(referral.Responsible);
        Assert.Equal("Maria", referral.Told!.Value.Responsible);
        var happened = Assert.Single(referral.TakeEvents().OfType<ReferralAnswerRecorded>());
        Assert.Equal(WorkKind.AnswerReferral, Assert.IsType<WorkChange.Close>(Assert.Single(WorkList.After(happened))).Kind);
        Assert.Empty(Notices.After(happened));
        referral.Complete("Done", Jonas.Day, Jonas);
        Assert.Equal(ReferralStatus.Completed, referral.Status);
        Assert.Empty(Notices.After(referral.TakeEvents().Single()));
    }

    [Fact]
    public void A_told_no_has_a_reason_and_becomes_the_task_of_finding_somebody_else()
    {
        var no = Yes with { Accepted = false, DeclinedBecause = "NO_CAPACITY", DeclineText = "In May" };
        Assert.Equal(Rule.CodesAreListed, Breaks(() => Sent().RecordAnswer(no with { DeclinedBecause = null }, false, Jonas)));
        Assert.Equal(Rule.DecliningForAnotherReasonIsExplained, Breaks(() => Sent().RecordAnswer(no with { DeclinedBecause = "OTHER", DeclineText = "No" }, false, Jonas)));
        var referral = Sent();

        referral.RecordAnswer(no, false, Jonas);

        Assert.Equal((ReferralStatus.Declined, "NO_CAPACITY", "In May"), (referral.Status, referral.DeclinedBecause, referral.DeclineText!.Value));
        Assert.NotNull(referral.EndedAt);
        var opened = Assert.Single(WorkList.After(referral.TakeEvents().OfType<ReferralAnswerRecorded>().Single()).OfType<WorkChange.Open>());
        Assert.Equal((WorkKind.FindAnotherProvider, Jonas.For, Jonas.By), (opened.Item.Kind, opened.Item.OrganisationId, opened.Item.UserId!.Value));
    }

    [Fact]
    public void Nobody_answers_for_those_who_answer_here_and_nobody_but_the_sender_for_the_others()
    {
        Assert.Equal(Rule.OnlyAnOrganisationWithoutAccountsIsAnsweredFor, Breaks(() => Sent().RecordAnswer(Yes, recipientHasAccounts: true, Jonas)));
        Assert.Equal(Rule.OnlyAnOrganisationWithoutAccountsIsAnsweredFor, Breaks(() => Sent().RecordAnswer(Yes, false, Police)));
    }

    [Fact]
    public void A_case_is_never_handed_over_by_telephone()
    {
        var transfer = Sent(ReferralKind.Transfer);

        Assert.Equal(Rule.ATransferIsAcceptedByTheNewLead, Breaks(() => transfer.RecordAnswer(Yes, false, Jonas)));
        transfer.RecordAnswer(Yes with { Accepted = false, DeclinedBecause = "NO_CAPACITY" }, false, Jonas);
        Assert.Equal(ReferralStatus.Declined, transfer.Status);
    }

    [Fact]
    public void An_answer_follows_the_referral_and_is_given_once()
    {
        Assert.Equal(Rule.AnAnswerFollowsTheReferral, Breaks(() => Sent().RecordAnswer(Yes with { On = Jonas.Day.AddDays(-1) }, false, Jonas)));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => Sent().RecordAnswer(Yes with { On = Jonas.Day.AddDays(1) }, false, Jonas)));
        var referral = Sent();
        referral.RecordAnswer(Yes, false, Jonas);
        Assert.Equal(Rule.ReferralIsAnsweredOnce, Breaks(() => referral.RecordAnswer(Yes, false, Jonas)));
    }

    private static Referral Sent(ReferralKind kind = ReferralKind.Service)
    {
        var theCase = OpenCase();
        var agreed = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);
        theCase.GiveConsent(new() { Recipient = Parish, RecipientKind = OrganisationKind.Ngo, Purpose = Purposes.Referral, Groups = agreed, DecidedOn = Jonas.Day, Method = "WRITTEN", FullyInformed = true }, Jonas);
        var draft = theCase.DraftReferral(new() { Recipient = Parish, RecipientKind = OrganisationKind.Ngo, Kind = kind, Service = "SOCIAL", Urgency = Urgency.Normal, Groups = agreed }, Jonas);
        theCase.SendReferral(draft.Id, false, Jonas);
        draft.TakeEvents();
        return draft;
    }
}
