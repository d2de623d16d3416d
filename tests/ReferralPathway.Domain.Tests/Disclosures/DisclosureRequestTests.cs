using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Domain.Tests.Disclosures;

/// <summary>An investigation leader asks the social services of Malmö, which decide (3.14, U1–U5).</summary>
public sealed class DisclosureRequestTests
{
    /// <summary>Monday 16 March 2026, ten in the morning in Stockholm.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);

    private static readonly OrganisationId Police = OrganisationId.New(Monday);
    private static readonly OrganisationId Malmo = OrganisationId.New(Monday);
    private static readonly UserId Leader = UserId.New(Monday);
    private static readonly UserId Chief = UserId.New(Monday);
    private static readonly DateOnly Friday = new(2026, 3, 20);

    private static Act ByLeader(Role role = Role.InvestigationLeader) => new(Leader, role, Police, Monday);

    private static Act ByHolder(Role role = Role.SocialWorker, OrganisationId? of = null) => new(Chief, role, of ?? Malmo, Monday.AddHours(2));

    private static readonly DisclosureQuestion Question = new() { Authority = "Åklagarkammaren", Officer = "P. Ledare", About = "Kvinna, född 1999", Asked = "Telefonnummer" };

    private static DisclosureTerms Terms(string ground = DisclosureDesk.ContactRequest, DisclosureQuestion? question = null, DateOnly? by = null) => new(ground, by ?? Friday, question ?? Question);

    private static DisclosureRequest Asked(DisclosureTerms? terms = null, OrganisationKind kind = OrganisationKind.Municipality, Act? act = null) =>
        DisclosureRequest.Ask("U-2026-000001", terms ?? Terms(), Malmo, kind, act ?? ByLeader());

    private static DisclosureRequest Registered(DisclosureTerms? terms = null, DateOnly? on = null, OrganisationKind own = OrganisationKind.Municipality) =>
        DisclosureRequest.Register("U-2026-000002", terms ?? Terms(), on ?? new(2026, 3, 13), own, ByHolder());

    private static DisclosureRequest Assessed()
    {
        var request = Asked();
        request.Assess(ByHolder());
        return request;
    }

    private static DisclosureDecision Decision(DisclosureStatus outcome, string? handed = "Numret, per telefon") => new(outcome, "Synnerliga skäl saknas.", handed, "Numret lämnas i dag.");

    private static void Breaks(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);

    [Fact]
    public void A_request_is_put_to_an_organisation_and_waits()
    {
        var request = Asked();

        Assert.Equal((DisclosureStatus.Received, Police, Leader, Malmo), (request.Status, request.AskedFor, request.WrittenBy, request.AddressedTo));
        Assert.Equal((new DateOnly(2026, 3, 16), Friday, false), (request.ReceivedOn, request.AnswerBy, request.IsOnPaper));
        Assert.IsType<DisclosureRequested>(Assert.Single(request.TakeEvents()));
        Assert.Empty(request.TakeEvents());
    }

    [Fact]
    public void Investigation_leaders_ask_and_nobody_else()
    {
        foreach (var role in Enum.GetValues<Role>().Except([Role.InvestigationLeader]))
            Breaks(Rule.InvestigationLeadersAskForDisclosure, () => Asked(act: ByLeader(role)));
    }

    [Theory]
    [InlineData(OrganisationKind.Municipality, true, true)]
    [InlineData(OrganisationKind.MunicipalOutreach, true, true)]
    [InlineData(OrganisationKind.Ngo, true, true)]
    [InlineData(OrganisationKind.NgoPlatform, true, true)]
    [InlineData(OrganisationKind.RegionalCoordinator, true, false)]
    [InlineData(OrganisationKind.MigrationAgency, true, false)]
    [InlineData(OrganisationKind.Police, false, true)]
    [InlineData(OrganisationKind.Prosecutor, false, true)]
    [InlineData(OrganisationKind.Lawyer, false, true)]
    [InlineData(OrganisationKind.Iom, false, true)]
    [InlineData(OrganisationKind.NationalCoordinator, false, true)]
    [InlineData(OrganisationKind.Operator, false, true)]
    public void Those_are_asked_who_decide_and_of_some_their_managers_alone(OrganisationKind kind, bool asked, bool managers)
    {
        Assert.Equal(asked, DisclosureDesk.Answers(kind));
        Assert.Equal(managers, DisclosureDesk.ManagersDecide(kind));
        if (!asked) Breaks(Rule.ADisclosureIsAskedOfAHolder, () => Asked(kind: kind));
        else Assert.Equal(managers, Assert.IsType<DisclosureRequested>(Assert.Single(Asked(kind: kind).TakeEvents())).ManagersDecide);
    }

    [Fact]
    public void Whether_somebody_stays_in_protected_housing_is_asked_of_the_social_board()
    {
        Breaks(Rule.ShelterIsAskedOfTheSocialBoard, () => Asked(Terms(DisclosureDesk.ShelterRequest), OrganisationKind.Ngo));

        Assert.Equal(DisclosureDesk.ShelterRequest, Asked(Terms(DisclosureDesk.ShelterRequest)).Ground);
    }

    [Fact]
    public void A_ground_is_one_of_the_list_and_another_duty_is_named()
    {
        Assert.All(DisclosureDesk.Grounds, g => Assert.True(CodeLists.DisclosureGround.Has(g)));
        Breaks(Rule.CodesAreListed, () => Asked(Terms("CONSENT")));
        Breaks(Rule.ADisclosureSaysWhatIsAsked, () => Asked(Terms(DisclosureDesk.OtherDuty)));
        Assert.Equal(DisclosureDesk.OtherDuty, Asked(Terms(DisclosureDesk.OtherDuty, Question with { Law = "OSL 10:28" })).Ground);
    }

    [Fact]
    public void It_says_who_asks_about_whom_and_for_what()
    {
        Breaks(Rule.ADisclosureSaysWhatIsAsked, () => Asked(Terms(question: Question with { Officer = " " })));
        Breaks(Rule.ADisclosureSaysWhatIsAsked, () => Asked(Terms(question: Question with { Asked = "" })));
        Breaks(Rule.ADisclosureSaysWhatIsAsked, () => Asked(Terms(question: Question with { About = "" })));
        Assert.NotNull(Asked(Terms(question: Question with { About = "", CaseReference = "2026-000123" })));
    }

    [Fact]
    public void An_answer_is_asked_for_on_a_day_to_come()
    {
        Breaks(Rule.AnAnswerIsAskedForInTime, () => Asked(Terms(by: new(2026, 3, 15))));
        Assert.NotNull(Asked(Terms(by: new(2026, 3, 16))));
        Breaks(Rule.AnAnswerIsAskedForInTime, () => Registered(Terms(by: new(2026, 3, 12))));
        // It lay in the post: the day that was asked for may have passed when it is written down.
        Assert.NotNull(Registered(Terms(by: new(2026, 3, 14))));
    }

    [Fact]
    public void What_came_on_paper_is_written_down_by_the_holder_with_the_authority()
    {
        var request = Registered();

        Assert.Equal((true, null, Malmo, new DateOnly(2026, 3, 13)), (request.IsOnPaper, request.AskedFor, request.AddressedTo, request.ReceivedOn));
        Assert.IsType<DisclosureRegistered>(Assert.Single(request.TakeEvents()));
        Breaks(Rule.ADisclosureSaysWhatIsAsked, () => Registered(Terms(question: Question with { Authority = null })));
        Breaks(Rule.DatesAreNotInTheFuture, () => Registered(on: new(2026, 3, 17)));
        Breaks(Rule.OnlyTheHolderDecidesDisclosure, () => Registered(own: OrganisationKind.Police));
    }

    [Fact]
    public void Only_the_organisation_that_was_asked_assesses_and_decides()
    {
        var request = Assessed();

        Breaks(Rule.OnlyTheHolderDecidesDisclosure, () => Asked().Assess(ByHolder(of: Police)));
        Breaks(Rule.OnlyTheHolderDecidesDisclosure, () => Asked().Assess(ByHolder(Role.InvestigationLeader)));
        Breaks(Rule.OnlyTheHolderDecidesDisclosure, () => request.Link(null, ByLeader()));
        Breaks(Rule.OnlyTheHolderDecidesDisclosure, () => request.Decide(Decision(DisclosureStatus.Granted), ByLeader()));
    }

    [Theory]
    [InlineData(DisclosureStatus.Granted)]
    [InlineData(DisclosureStatus.PartlyGranted)]
    [InlineData(DisclosureStatus.Refused)]
    public void It_is_assessed_and_then_decided_once(DisclosureStatus outcome)
    {
        var decision = Decision(outcome, outcome == DisclosureStatus.Refused ? null : "Numret");
        var request = Asked();
        Breaks(Rule.ADisclosureGoesForward, () => request.Decide(decision, ByHolder()));
        Breaks(Rule.ADisclosureGoesForward, () => request.Link(CaseId.New(Monday), ByHolder()));

        request.Assess(ByHolder());
        Breaks(Rule.ADisclosureGoesForward, () => request.Assess(ByHolder()));
        Breaks(Rule.ADisclosureGoesForward, () => request.Decide(decision with { Outcome = DisclosureStatus.UnderAssessment }, ByHolder()));
        request.Link(CaseId.New(Monday), ByHolder());
        request.Decide(decision, ByHolder());

        Assert.Equal((outcome, Monday.AddHours(2), Chief), (request.Status, request.AnsweredAt, request.Assessment!.DecidedBy));
        Breaks(Rule.ADisclosureGoesForward, () => request.Decide(decision, ByHolder()));
        Breaks(Rule.ADisclosureGoesForward, () => request.Link(null, ByHolder()));
        Assert.Equal(["DisclosureRequested", "DisclosureAssessed", "DisclosureLinked", "DisclosureDecided"], request.TakeEvents().Select(e => e.Kind));
    }

    [Fact]
    public void A_decision_has_reasons_and_words_for_the_asker_and_says_what_left_the_house()
    {
        Breaks(Rule.ADisclosureDecisionIsWritten, () => Assessed().Decide(Decision(DisclosureStatus.Granted) with { Reasons = " " }, ByHolder()));
        Breaks(Rule.ADisclosureDecisionIsWritten, () => Assessed().Decide(Decision(DisclosureStatus.Granted) with { Answer = "" }, ByHolder()));
        Breaks(Rule.WhatIsHandedOverIsWrittenDown, () => Assessed().Decide(Decision(DisclosureStatus.PartlyGranted, null), ByHolder()));
        Breaks(Rule.WhatIsHandedOverIsWrittenDown, () => Assessed().Decide(Decision(DisclosureStatus.Refused), ByHolder()));
    }

    [Fact]
    public void It_is_the_deciders_work_until_the_end_of_the_day_that_was_asked_for_and_they_are_reminded()
    {
        var request = Asked();
        var item = Assert.IsType<WorkChange.Open>(Assert.Single(request.TakeEvents().SelectMany(DisclosureWork.After))).Item;

        Assert.Equal((WorkKind.DecideDisclosure, Malmo, true), (item.Kind, item.OrganisationId, item.ManagersOnly));
        Assert.Equal(((CaseId?)null, (OrganisationId?)null), (item.CaseId, item.WatcherId));
        Assert.Equal(new DateTimeOffset(2026, 3, 20, 23, 0, 0, TimeSpan.Zero), item.DueAt);
        Assert.Equal([new(2026, 3, 17, 7, 0, 0, TimeSpan.Zero), new(2026, 3, 19, 7, 0, 0, TimeSpan.Zero)], item.LaterReminders.Prepend(item.RemindAt!.Value));
        Assert.Null(Assert.IsType<WorkChange.Open>(Assert.Single(Asked(Terms(by: new(2026, 3, 16))).TakeEvents().SelectMany(DisclosureWork.After))).Item.RemindAt);

        request.Assess(ByHolder());
        Assert.Empty(request.TakeEvents().SelectMany(DisclosureWork.After));
        request.Decide(Decision(DisclosureStatus.Granted), ByHolder());
        Assert.Equal(new WorkChange.Close(WorkKind.DecideDisclosure, request.Id.Value), Assert.Single(request.TakeEvents().SelectMany(DisclosureWork.After)));
    }

    [Fact]
    public void The_deciders_are_told_that_it_came_and_the_asker_that_it_is_answered()
    {
        var request = Asked();
        var arrived = Assert.Single(request.TakeEvents().SelectMany(DisclosureNotices.After));
        request.Assess(ByHolder());
        request.Link(CaseId.New(Monday), ByHolder());
        Assert.Empty(request.TakeEvents().SelectMany(DisclosureNotices.After));
        request.Decide(Decision(DisclosureStatus.Granted), ByHolder());
        var answered = Assert.Single(request.TakeEvents().SelectMany(DisclosureNotices.After));

        Assert.Equal((NoticeKind.DisclosureArrived, Malmo, null, true), (arrived.Kind, arrived.OrganisationId, arrived.UserId, arrived.ManagersOnly));
        Assert.Equal((NoticeKind.DisclosureAnswered, Police, Leader, null), (answered.Kind, answered.OrganisationId, answered.UserId, answered.CaseId));
        var paper = Registered();
        paper.Assess(ByHolder());
        paper.Decide(Decision(DisclosureStatus.Granted), ByHolder());
        Assert.Empty(paper.TakeEvents().SelectMany(DisclosureNotices.After));
    }

    [Fact]
    public void The_record_holds_codes_and_no_word_of_what_was_written()
    {
        var request = Assessed();
        request.Decide(Decision(DisclosureStatus.Granted), ByHolder());
        var said = string.Join('\n', request.TakeEvents().SelectMany(e => e.Details).Select(d => d.Value));

        Assert.Contains("CONTACT_REQUEST", said, StringComparison.Ordinal);
        Assert.Contains("Granted", said, StringComparison.Ordinal);
        foreach (var word in new[] { "Kvinna", "Telefon", "Ledare", "Synnerliga", "Numret" }) Assert.DoesNotContain(word, said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_asker_sees_the_same_whether_anybody_works_on_it_or_not_and_then_the_words_of_the_answer_alone()
    {
        var (waiting, worked) = (Asked(), Assessed());
        worked.Link(CaseId.New(Monday), ByHolder());

        var (before, after) = (DisclosureView.Of(waiting, DisclosureStanding.Asker), DisclosureView.Of(worked, DisclosureStanding.Asker));
        // Two requests are two: but for the id they are the same.
        foreach (var property in typeof(DisclosureView).GetProperties().Where(p => p.Name != "Id")) Assert.Equal(property.GetValue(before), property.GetValue(after));
        worked.Decide(Decision(DisclosureStatus.PartlyGranted), ByHolder());
        var seen = DisclosureView.Of(worked, DisclosureStanding.Asker);
        Assert.Equal("Numret lämnas i dag.", seen.Answer);
        Assert.Equal((null, null, null, null), (seen.Status, seen.Reasons, seen.HandedOver, seen.CaseId));
        var holder = DisclosureView.Of(worked, DisclosureStanding.Decider);
        Assert.Equal((DisclosureStatus.PartlyGranted, "Synnerliga skäl saknas.", "Numret, per telefon"), (holder.Status, holder.Reasons, holder.HandedOver));
        Assert.NotNull(holder.CaseId);
    }

    [Theory]
    [InlineData(DisclosureStanding.None, "???")]
    [InlineData(DisclosureStanding.Asker, "A--")]
    [InlineData(DisclosureStanding.Colleague, "---")]
    [InlineData(DisclosureStanding.Decider, "AAA")]
    public void The_table_is_small_and_whole(DisclosureStanding standing, string said) =>
        Assert.Equal(said, string.Concat(Enum.GetValues<DisclosureOperation>().Select(o => DisclosureAccess.Decide(standing, o) switch { Verdict.Allowed => 'A', Verdict.Refused => '-', _ => '?' })));

    [Fact]
    public void The_leader_who_asked_and_the_holders_deciders_know_of_it_and_nobody_else()
    {
        var request = Asked();
        Actor Who(Role role, OrganisationId of, bool manager, UserId? user = null) => new(user ?? UserId.New(Monday), PersonId.New(Monday), of, OrganisationKind.Municipality, role, manager);

        Assert.Equal(DisclosureStanding.Asker, DisclosureAccess.StandingOf(Who(Role.InvestigationLeader, Police, false, Leader), request));
        Assert.Equal(DisclosureStanding.Colleague, DisclosureAccess.StandingOf(Who(Role.InvestigationLeader, Police, true), request));
        Assert.Equal(DisclosureStanding.Decider, DisclosureAccess.StandingOf(Who(Role.SocialWorker, Malmo, true), request));
        Assert.Equal(DisclosureStanding.None, DisclosureAccess.StandingOf(Who(Role.SocialWorker, Malmo, false), request));
        Assert.Equal(DisclosureStanding.None, DisclosureAccess.StandingOf(Who(Role.SocialWorker, Police, true), request));
        Assert.Equal(DisclosureStanding.Decider, DisclosureAccess.StandingOf(Who(Role.MigrationOfficer, Malmo, false), request));
        foreach (var role in Enum.GetValues<Role>().Except(DisclosureAccess.Roles))
            Assert.Equal(DisclosureStanding.None, DisclosureAccess.StandingOf(Who(role, Malmo, true, Leader), request));
        // What came on paper was asked for by nobody who has an account: whoever wrote it down decides like the others.
        Assert.Equal(DisclosureStanding.None, DisclosureAccess.StandingOf(Who(Role.SocialWorker, Malmo, false, Chief), Registered()));
    }
}
