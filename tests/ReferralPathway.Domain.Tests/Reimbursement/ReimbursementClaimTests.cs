using System.Globalization;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Reimbursement;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Reimbursement;

/// <summary>A municipality's costs, from the first line to the money (B1–B4). The person has a reflection period from 1 to 30 March 2026.</summary>
public sealed class ReimbursementClaimTests
{
    private static readonly OrganisationId Norrkoping = OrganisationId.New(At("2026-01-01"));
    private static readonly OrganisationId Agency = OrganisationId.New(At("2026-01-01"));
    private static readonly UserId Worker = UserId.New(At("2026-01-01"));
    private static readonly UserId Officer = UserId.New(At("2026-01-01"));
    private static readonly Quarter First = new(2026, 1);
    private static readonly ClaimWindow March = new(Day("2026-03-01"), Day("2026-03-30"));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string iso) => SwedishCalendar.InstantOf(Day(iso), new(10, 0));

    private static Act Municipality(string on = "2026-04-20") => new(Worker, Role.SocialWorker, Norrkoping, At(on));

    private static Act Migration(string on) => new(Officer, Role.MigrationOfficer, Agency, At(on));

    private static ReimbursementClaim Begun(string on = "2026-03-16", Quarter? quarter = null, ClaimWindow? window = null, params Quarter[] claimed) =>
        ReimbursementClaim.Begin(CaseId.New(At(on)), "2026-000007", quarter ?? First, window ?? March, claimed, Agency, OrganisationKind.MigrationAgency, Municipality(on));

    private static CostTerms Cost(string from, string to, decimal amount) => new(CostKind.Intervention, Day(from), Day(to), amount, "Boende");

    private static ReimbursementClaim Submitted()
    {
        var claim = Begun();
        claim.AddCost(Cost("2026-03-01", "2026-03-30", 12_400.00m), Municipality());
        claim.Submit(Municipality());
        return claim;
    }

    private static ReimbursementClaim Decided(decimal granted)
    {
        var claim = Submitted();
        claim.Decide(Day("2026-05-29"), granted, "MIG-1", granted < 12_400 ? "Ett dygn är inte visat." : null, Migration("2026-05-29"));
        return claim;
    }

    [Theory]
    [InlineData("2026-01-15", "2026-1", "2026-09-30")]
    [InlineData("2026-06-30", "2026-2", "2026-12-30")]
    [InlineData("2026-07-01", "2026-3", "2027-03-30")]
    [InlineData("2026-12-31", "2026-4", "2027-06-30")]
    [InlineData("2025-08-01", "2025-3", "2026-03-30")]
    // 31 December 2027 and six months is 30 June 2028, a Friday; 30 September 2028 and six is 30 March 2029, Good Friday: the next working day is the Tuesday after Easter.
    [InlineData("2027-12-31", "2027-4", "2028-06-30")]
    [InlineData("2028-09-30", "2028-3", "2029-04-03")]
    public void The_last_day_is_six_months_after_the_quarter_or_the_next_working_day(string day, string quarter, string last)
    {
        var of = Quarter.Of(Day(day));

        Assert.Equal(quarter, of.ToString());
        Assert.Equal(Day(last), of.ClaimBy);
        Assert.True(Quarter.TryParse(quarter, out var read));
        Assert.Equal(of, read);
    }

    [Theory]
    [InlineData("2026-0")]
    [InlineData("2026-5")]
    [InlineData("26-1")]
    [InlineData("2026-1-1")]
    [InlineData("2026")]
    [InlineData(null)]
    public void What_is_no_quarter_is_not_read_as_one(string? text) => Assert.False(Quarter.TryParse(text, out _));

    [Fact]
    public void Costs_count_from_the_granted_period_or_from_the_application_as_the_rules_are_read()
    {
        Stay[] stays = [new(true, Day("2026-02-25"), Day("2026-03-01"), Day("2026-03-30")), new(false, Day("2026-03-20"), null, null)];

        Assert.Equal(March, ClaimWindow.Of(stays, ReimbursementFrom.GrantedReflectionPeriod));
        Assert.Equal(new(Day("2026-02-25"), null), ClaimWindow.Of(stays, ReimbursementFrom.Application));
        Assert.Equal(new(Day("2026-02-25"), Day("2026-03-30")), ClaimWindow.Of(stays[..1], ReimbursementFrom.Application));
        Assert.Null(ClaimWindow.Of(stays[1..], ReimbursementFrom.GrantedReflectionPeriod));
        // The permit that follows a granted period carries on what the period began; without one it begins nothing.
        Stay permit = new(false, Day("2026-03-20"), Day("2026-04-01"), Day("2026-10-01"));
        Assert.Equal(new(Day("2026-03-01"), Day("2026-10-01")), ClaimWindow.Of([stays[0], permit], ReimbursementFrom.GrantedReflectionPeriod));
        Assert.Null(ClaimWindow.Of([permit], ReimbursementFrom.GrantedReflectionPeriod));
        Assert.Null(ClaimWindow.Of([], ReimbursementFrom.Application));
    }

    [Fact]
    public void The_quarters_to_claim_for_are_those_that_have_begun_and_in_which_the_person_stays()
    {
        var window = new ClaimWindow(Day("2026-03-20"), Day("2026-08-01"));

        Assert.Equal(["2026-1", "2026-2"], window.Quarters(Day("2026-06-30")).Select(q => q.ToString()));
        Assert.Equal(["2026-1", "2026-2", "2026-3"], window.Quarters(Day("2027-01-01")).Select(q => q.ToString()));
        Assert.Equal(["2026-1", "2026-2"], new ClaimWindow(Day("2026-03-20"), null).Quarters(Day("2026-05-01")).Select(q => q.ToString()));
    }

    [Fact]
    public void A_claim_is_begun_by_the_municipality_for_a_quarter_in_which_the_person_stays()
    {
        var claim = Begun();

        Assert.Equal(ClaimStatus.Draft, claim.Status);
        Assert.Equal(Day("2026-09-30"), claim.ClaimBy);
        Assert.Equal(Rule.CostsAreClaimedForAStay, Breaks(() => Begun(quarter: new(2026, 2), on: "2026-04-20")));
        Assert.Equal(Rule.CostsAreClaimedForAStay, Breaks(() => ReimbursementClaim.Begin(claim.CaseId, "x", First, null, [], Agency, OrganisationKind.MigrationAgency, Municipality())));
        Assert.Equal(Rule.CostsAreClaimedForAStay, Breaks(() => Begun(on: "2025-12-31")));
        Assert.Equal(Rule.OneClaimForAQuarter, Breaks(() => Begun(claimed: First)));
        Assert.Equal(Rule.AClaimIsMadeInTime, Breaks(() => Begun(on: "2026-10-01")));
        Assert.Equal(Rule.CostsAreClaimedFromTheMigrationAgency, Breaks(() => ReimbursementClaim.Begin(claim.CaseId, "x", First, March, [], Agency, OrganisationKind.Police, Municipality())));
        Assert.Equal(Rule.OnlyAMunicipalityClaimsCosts, Breaks(() => ReimbursementClaim.Begin(claim.CaseId, "x", First, March, [], Agency, OrganisationKind.MigrationAgency, Police)));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-30", null)]
    [InlineData("2026-03-31", "2026-03-31", nameof(Rule.ACostLiesInTheStay))]
    [InlineData("2026-02-28", "2026-03-02", nameof(Rule.ACostLiesInTheStay))]
    [InlineData("2026-03-20", "2026-04-02", nameof(Rule.ACostLiesInTheQuarter))]
    [InlineData("2026-04-02", "2026-04-02", nameof(Rule.ACostLiesInTheQuarter))]
    [InlineData("2026-03-20", "2026-03-19", nameof(Rule.ACostLiesInTheQuarter))]
    public void A_cost_lies_in_the_quarter_and_in_the_stay(string from, string to, string? broken)
    {
        var claim = Begun();

        if (broken is null) Assert.Equal(100m, claim.AddCost(Cost(from, to, 100), Municipality()).Amount);
        else Assert.Equal(broken, Breaks(() => claim.AddCost(Cost(from, to, 100), Municipality())).Name);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("99999999.99", true)]
    [InlineData("100000000", false)]
    [InlineData("-0.01", false)]
    [InlineData("1.005", false)]
    public void An_amount_is_in_kronor_and_ore(string amount, bool taken)
    {
        var claim = Begun();
        void Add() => claim.AddCost(Cost("2026-03-01", "2026-03-02", decimal.Parse(amount, CultureInfo.InvariantCulture)), Municipality());

        if (taken) Add();
        else Assert.Equal(Rule.AnAmountIsInKronor, Breaks(Add));
    }

    [Theory]
    [InlineData("12 400,00", "12400")]
    [InlineData("12,400.00", "12400")]
    [InlineData("12.400,00", "12400")]
    [InlineData("12\u00a0400,5 kr", "12400.5")]
    [InlineData("SEK 12 400", "12400")]
    [InlineData("12400.00", "12400")]
    [InlineData("1,240,000", "1240000")]
    [InlineData("0", "0")]
    [InlineData("99 999 999,99", "99999999.99")]
    // Twelve kronor and four hundred thousandths, or twelve thousand four hundred: nobody guesses.
    [InlineData("12,400", null)]
    [InlineData("12.400", null)]
    [InlineData("12 40,00", null)]
    [InlineData("-1", null)]
    [InlineData("1e5", null)]
    [InlineData("12,400,00", null)]
    [InlineData("", null)]
    [InlineData("tolv", null)]
    [InlineData("١٢", null)]
    public void An_amount_is_read_in_Swedish_and_in_English_and_never_guessed(string text, string? amount)
    {
        Assert.Equal(amount is not null, Kronor.TryRead(text, out var read));
        if (amount is not null) Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), read);
    }

    [Fact]
    public void An_amount_of_a_thousand_digits_is_refused_and_breaks_nothing()
    {
        Assert.True(Kronor.TryRead(new string('9', 1000), out var read));
        Assert.False(Kronor.IsAmount(read));
    }

    [Fact]
    public void The_total_is_the_sum_of_the_lines()
    {
        var claim = Begun();
        var one = claim.AddCost(Cost("2026-03-01", "2026-03-10", 12_400.10m), Municipality());
        claim.AddCost(Cost("2026-03-11", "2026-03-11", 0.95m), Municipality());

        Assert.Equal(12_401.05m, claim.Claimed);
        claim.RemoveCost(one.Id, Municipality());
        Assert.Equal(0.95m, claim.Claimed);
        claim.RemoveCost(one.Id, Municipality());
        Assert.Equal(0.95m, claim.Claimed);
        claim.AddCost(Cost("2026-03-01", "2026-03-10", 99_999_999m), Municipality());
        Assert.Equal(Rule.AnAmountIsInKronor, Breaks(() => claim.AddCost(Cost("2026-03-01", "2026-03-10", 1m), Municipality())));
    }

    [Fact]
    public void A_stay_that_grew_longer_lets_in_later_costs_and_one_cut_short_keeps_the_claim_back()
    {
        var claim = Begun(window: new(Day("2026-03-01"), Day("2026-03-20")));
        Assert.Equal(Rule.ACostLiesInTheStay, Breaks(() => claim.AddCost(Cost("2026-03-21", "2026-03-25", 1), Municipality())));

        claim.FollowStay(March);
        claim.AddCost(Cost("2026-03-21", "2026-03-25", 1), Municipality());
        claim.FollowStay(null);
        Assert.Equal(March, claim.Window);

        claim.FollowStay(new(Day("2026-03-01"), Day("2026-03-20")));
        Assert.Equal(Rule.ACostLiesInTheStay, Breaks(() => claim.Submit(Municipality())));
    }

    [Fact]
    public void A_claim_is_handed_in_after_the_quarter_and_not_after_the_last_day()
    {
        var claim = Begun();
        Assert.Equal(Rule.AClaimHasCosts, Breaks(() => claim.Submit(Municipality())));
        claim.AddCost(Cost("2026-03-01", "2026-03-10", 5), Municipality());

        Assert.Equal(Rule.AClaimIsMadeInArrears, Breaks(() => claim.Submit(Municipality("2026-03-31"))));
        Assert.Equal(Rule.AClaimIsMadeInTime, Breaks(() => claim.Submit(Municipality("2026-10-01"))));
        claim.Submit(Municipality("2026-09-30"));

        Assert.Equal(ClaimStatus.Submitted, claim.Status);
        Assert.Equal(Rule.AClaimFollowsItsStates, Breaks(() => claim.AddCost(Cost("2026-03-01", "2026-03-10", 5), Municipality())));
        Assert.Equal(Rule.AClaimFollowsItsStates, Breaks(() => claim.RemoveCost(claim.Costs[0].Id, Municipality())));
    }

    [Fact]
    public void A_claim_is_the_municipalitys_and_the_decision_the_agencys()
    {
        var claim = Begun();
        var other = new Act(Worker, Role.SocialWorker, OrganisationId.New(At("2026-01-01")), At("2026-04-20"));
        Assert.Equal(Rule.AClaimIsTheMunicipalitys, Breaks(() => claim.AddCost(Cost("2026-03-01", "2026-03-10", 5), other)));
        claim.AddCost(Cost("2026-03-01", "2026-03-10", 5), Municipality());
        Assert.Equal(Rule.AClaimIsTheMunicipalitys, Breaks(() => claim.Submit(other)));
        claim.Submit(Municipality());

        Assert.Equal(Rule.OnlyTheAgencyDecidesClaims, Breaks(() => claim.Decide(Day("2026-04-20"), 5, null, null, Municipality())));
        var elsewhere = new Act(Officer, Role.MigrationOfficer, OrganisationId.New(At("2026-01-01")), At("2026-04-21"));
        Assert.Equal(Rule.OnlyTheAgencyDecidesClaims, Breaks(() => claim.Decide(Day("2026-04-21"), 5, null, null, elsewhere)));
    }

    [Fact]
    public void The_agency_grants_all_a_part_or_nothing_and_never_more_than_was_claimed()
    {
        Assert.Equal(ClaimStatus.Granted, Decided(12_400).Status);
        Assert.Null(Decided(12_400).AppealBy);
        var partly = Decided(9_300);
        Assert.Equal((ClaimStatus.PartlyGranted, 9_300m), (partly.Status, partly.Granted));
        // Three weeks from Friday 29 May is Midsummer Eve: the Monday after.
        Assert.Equal(Day("2026-06-22"), partly.AppealBy);
        Assert.Equal(ClaimStatus.Refused, Decided(0).Status);

        var claim = Submitted();
        Assert.Equal(Rule.NoMoreIsGrantedThanClaimed, Breaks(() => claim.Decide(Day("2026-05-29"), 12_400.01m, null, null, Migration("2026-05-29"))));
        Assert.Equal(Rule.AStepIsExplained, Breaks(() => claim.Decide(Day("2026-05-29"), 9_300, null, " ", Migration("2026-05-29"))));
        Assert.Equal(Rule.ADecisionFollowsTheApplication, Breaks(() => claim.Decide(Day("2026-04-19"), 12_400, null, null, Migration("2026-05-29"))));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => claim.Decide(Day("2026-05-30"), 12_400, null, null, Migration("2026-05-29"))));
    }

    [Fact]
    public void What_was_not_granted_whole_is_appealed_and_the_court_has_the_last_word()
    {
        var claim = Decided(9_300);
        claim.Appeal(Day("2026-06-22"), Municipality("2026-06-22"));

        Assert.Equal(ClaimStatus.Appealed, claim.Status);
        Assert.Equal("no", claim.TakeEvents().OfType<ClaimAppealed>().Single().Details.Single(d => d.Name == "late").Value);
        claim.Decide(Day("2026-08-03"), 12_000, null, "Dom.", Migration("2026-08-04"));
        Assert.Equal((ClaimStatus.PartlyGranted, 12_000m, null), (claim.Status, claim.Granted, claim.AppealBy));
        Assert.Equal(Rule.AClaimFollowsItsStates, Breaks(() => Decided(12_400).Appeal(Day("2026-06-22"), Municipality("2026-06-22"))));
    }

    [Fact]
    public void A_late_appeal_is_said_to_be_late_and_not_barred()
    {
        var claim = Decided(0);
        claim.Appeal(Day("2026-06-23"), Municipality("2026-06-23"));

        Assert.Equal("yes", claim.TakeEvents().OfType<ClaimAppealed>().Single().Details.Single(d => d.Name == "late").Value);
    }

    [Fact]
    public void Only_what_was_granted_is_asked_back_and_the_demand_can_be_appealed()
    {
        var claim = Decided(9_300);
        Assert.Equal(Rule.OnlyWhatWasGrantedIsPaidBack, Breaks(() => claim.DemandRepayment(Day("2026-06-01"), 9_300.01m, "Fel dygn.", Migration("2026-06-01"))));
        Assert.Equal(Rule.OnlyWhatWasGrantedIsPaidBack, Breaks(() => claim.DemandRepayment(Day("2026-06-01"), 0, "Fel dygn.", Migration("2026-06-01"))));
        Assert.Equal(Rule.AStepIsExplained, Breaks(() => claim.DemandRepayment(Day("2026-06-01"), 100, "", Migration("2026-06-01"))));

        claim.DemandRepayment(Day("2026-06-01"), 100, "Fel dygn.", Migration("2026-06-01"));
        Assert.Equal((ClaimStatus.RepaymentDemanded, 100m), (claim.Status, claim.ToRepay));
        claim.Appeal(Day("2026-06-02"), Municipality("2026-06-02"));
        claim.Decide(Day("2026-08-03"), 9_300, null, "Dom.", Migration("2026-08-04"));
        Assert.Null(claim.ToRepay);
    }

    [Fact]
    public void The_day_after_the_last_day_a_draft_is_missed_and_nothing_else_is()
    {
        var claim = Begun(quarter: new(2026, 2), window: new(Day("2026-06-01"), Day("2026-06-30")), on: "2026-06-15");
        claim.Miss(Act.BySystem(Norrkoping, At("2026-12-30")));
        Assert.Equal(ClaimStatus.Draft, claim.Status);

        claim.Miss(Act.BySystem(Norrkoping, At("2026-12-31")));
        Assert.Equal(ClaimStatus.Missed, claim.Status);
        Assert.Equal(Rule.AClaimFollowsItsStates, Breaks(() => claim.Submit(Municipality("2026-12-31"))));

        var handedIn = Submitted();
        handedIn.Miss(Act.BySystem(Norrkoping, At("2026-12-31")));
        Assert.Equal(ClaimStatus.Submitted, handedIn.Status);
    }

    [Fact]
    public void Whoever_began_the_claim_is_reminded_a_month_two_weeks_a_week_and_three_days_before()
    {
        var claim = Begun();
        var item = WorkList.After(claim.TakeEvents().Single()).OfType<WorkChange.Open>().Single().Item;

        Assert.Equal((WorkKind.ClaimCosts, Norrkoping, Worker), (item.Kind, item.OrganisationId, item.UserId));
        Assert.Equal(SwedishCalendar.StartOf(Day("2026-10-01")), item.DueAt);
        Assert.Equal(["2026-08-31", "2026-09-16", "2026-09-23", "2026-09-27"], item.LaterReminders.Prepend(item.RemindAt!.Value).Select(r => SwedishCalendar.DayOf(r).ToString("O", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_claim_that_is_handed_in_is_the_agencys_to_decide_and_a_decision_the_municipalitys_to_appeal()
    {
        var happened = Decided(9_300).TakeEvents();
        var changes = happened.SelectMany(WorkList.After).ToList();

        Assert.Contains(changes.OfType<WorkChange.Open>(), o => o.Item.Kind == WorkKind.DecideClaim && o.Item.OrganisationId == Agency && o.Item.WatcherId == Norrkoping);
        Assert.Contains(changes.OfType<WorkChange.Open>(), o => o.Item.Kind == WorkKind.AppealClaim && o.Item.OrganisationId == Norrkoping && o.Item.DueAt == SwedishCalendar.StartOf(Day("2026-06-23")));
        Assert.Contains(changes.OfType<WorkChange.Close>(), c => c.Kind == WorkKind.ClaimCosts);
        Assert.Contains(changes.OfType<WorkChange.Close>(), c => c.Kind == WorkKind.DecideClaim);
        Assert.Equal([NoticeKind.ClaimArrived, NoticeKind.ClaimDecided], happened.SelectMany(Notices.After).Select(n => n.Kind));
    }

    [Fact]
    public void No_event_of_a_claim_carries_an_amount_or_a_word_that_somebody_wrote()
    {
        var happened = Decided(9_300).TakeEvents();

        Assert.Equal(4, happened.Count);
        Assert.All(happened, e => Assert.Equal(DataGroup.Costs, e.Group));
        Assert.DoesNotContain(happened.SelectMany(e => e.Details), d => d.Value.Contains("300", StringComparison.Ordinal) || d.Value.Contains("400", StringComparison.Ordinal) || d.Value.Contains("dygn", StringComparison.Ordinal));
    }
}
