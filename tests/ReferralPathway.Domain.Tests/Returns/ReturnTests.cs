using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Returns;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Returns;

/// <summary>A voluntary return, from the first talk to the end of the contact afterwards. The day is Monday 16 March 2026 unless the test says another.</summary>
public sealed class ReturnTests
{
    private static readonly OrganisationId Syd = OrganisationId.New(Monday);
    private static readonly OrganisationId Helsinki = OrganisationId.New(Monday);
    private static readonly UserId Elin = UserId.New(Monday);
    private static readonly UserId Saara = UserId.New(Monday);
    private static readonly PersonId Sandberg = PersonId.New(Monday);
    private static readonly PersonId ElinHerself = PersonId.New(Monday);

    private readonly Case _case = OpenCase();

    private static Act Coordinator(DateTimeOffset? at = null) => new(Elin, Role.RegionalCoordinator, Syd, at ?? Monday);

    private static Act Iom(DateTimeOffset? at = null) => new(Saara, Role.IomCaseworker, Helsinki, at ?? Monday);

    private static DateTimeOffset On(int month, int day, int hour = 12) => SwedishCalendar.InstantOf(new(2026, month, day), new(hour, 0));

    private static readonly PartA Whole = new()
    {
        ContactPerson = "Maria", Nationality = "RO", Document = TravelDocument.Has, Country = "RO", Place = "Cluj", Right = DestinationRight.Citizen, Languages = ["ro"],
        Risks = new Dictionary<ReturnRisk, RiskLevel> { [ReturnRisk.Debt] = RiskLevel.Low }, Wishes = ["COUNSELLING"], SafeContact = "By her sister.",
        FreeDecision = true, Informed = true, MayCancel = true,
    };

    private static readonly PartB Found = new() { TargetGroup = "Exploited.", InformationGiven = "All of it.", SafetyCheck = "Nobody waits for her.", Components = ["COUNSELLING"] };

    private static readonly SupportPlan Support = new("A room and work.", ["COUNSELLING"], "IOM Bucharest", "Social services", new(2026, 3, 16));

    private static readonly Journey Flight = new() { On = new(2026, 4, 20), HasTravelDocument = true, Route = "Malmö to Cluj", Tickets = "Booked", Arrival = "Met by IOM" };

    private void Consent(OrganisationId to, OrganisationKind kind, string purpose, Act? act = null) => _case.GiveConsent(
        new()
        {
            Recipient = to, RecipientKind = kind, Purpose = purpose, Groups = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.Return), DecidedOn = (act ?? SocialWorker()).Day,
            Method = CodeLists.ConsentMethod.Items[0].Code, FullyInformed = true,
        }, act ?? SocialWorker());

    private ReturnApplication Begun() => _case.StartReturn("RO", Sandberg, SocialWorker());

    private ReturnApplication Contacted(PartA? part = null)
    {
        var begun = Begun();
        _case.ContactCoordinator(begun.Id, Syd, OrganisationKind.RegionalCoordinator, new(2026, 3, 16), SocialWorker());
        _case.WritePartA(begun.Id, part ?? Whole, Sandberg, SocialWorker());
        return begun;
    }

    private void ConsentToAll()
    {
        Consent(Syd, OrganisationKind.RegionalCoordinator, Purposes.Return);
        Consent(Helsinki, OrganisationKind.Iom, Purposes.Return);
        Consent(Helsinki, OrganisationKind.Iom, Purposes.ReturnAbroad);
        foreach (var purpose in Afterwards) Refuse(_case, purpose, SocialWorker());
    }

    private static readonly string[] Afterwards = [Purposes.Monitoring, Purposes.JusticeFollowUp];

    private static void Refuse(Case theCase, string purpose, Act act) =>
        theCase.RefuseConsent(new() { Recipient = Helsinki, RecipientKind = OrganisationKind.Iom, Purpose = purpose, Groups = DataGroups.None, DecidedOn = act.Day, Method = "WRITTEN" }, act);

    private ReturnApplication Handed()
    {
        var begun = Contacted();
        ConsentToAll();
        _case.CompletePartA(begun.Id, Helsinki, SocialWorker());
        return begun;
    }

    private ReturnApplication Decidable(PartB? part = null)
    {
        var handed = Handed();
        _case.PlanReturn(handed.Id, Support, SocialWorker());
        _case.WritePartB(handed.Id, part ?? Found, Coordinator());
        return handed;
    }

    private ReturnApplication AtIom()
    {
        var ready = Decidable();
        _case.ApproveReturn(ready.Id, ElinHerself, Coordinator());
        _case.SendReturn(ready.Id, Coordinator());
        return ready;
    }

    private ReturnApplication Arranged()
    {
        var sent = AtIom();
        _case.BeginReturn(sent.Id, new(2026, 3, 16), Iom());
        foreach (var kind in new[] { PaperKind.Risk, PaperKind.Needs, PaperKind.Health }) _case.AssessReturn(sent.Id, kind, AssessmentResult.NoConcern, new(2026, 3, 16), "Fine.", Iom());
        _case.AcceptReturn(sent.Id, Iom());
        _case.ArrangeJourney(sent.Id, Flight, Iom());
        return sent;
    }

    private ReturnApplication Home(bool stayInTouch = true)
    {
        var planned = Arranged();
        if (stayInTouch) Consent(Helsinki, OrganisationKind.Iom, Purposes.Monitoring);
        Travel(planned);
        return planned;
    }

    private void Travel(ReturnApplication planned) => _case.RecordTravel(
        planned.Id, new(new(2026, 4, 20), new(9, 40), "Europe/Stockholm"), new(new(2026, 4, 20), new(14, 5), "Europe/Bucharest"), Iom(On(4, 20, 18)));

    private IReadOnlyList<WorkItem> WorkOpened() =>
        [.. _case.Returns.SelectMany(r => r.TakeEvents()).Concat(_case.TakeEvents()).SelectMany(WorkList.After).OfType<WorkChange.Open>().Select(o => o.Item)];

    [Fact]
    public void A_return_goes_its_whole_way_without_any_question_about_police_or_stay()
    {
        var home = Home();

        Assert.Equal(ReturnStatus.Monitoring, home.Status);
        Assert.Equal(
            [
                ReturnStatus.Draft, ReturnStatus.CoordinatorContacted, ReturnStatus.PartAComplete, ReturnStatus.PartBComplete, ReturnStatus.ApprovedByCoordinator, ReturnStatus.SentToIom,
                ReturnStatus.IomProcessing, ReturnStatus.IomAccepted, ReturnStatus.PreDeparture, ReturnStatus.Travelled, ReturnStatus.Monitoring,
            ],
            home.Steps.Select(s => s.Status));
        Assert.Empty(_case.Investigations);
        Assert.DoesNotContain(typeof(PartA).GetProperties().Concat(typeof(PartB).GetProperties()), p => p.Name.Contains("Cooperat", StringComparison.Ordinal) || p.Name.Contains("Police", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RO")]
    [InlineData("NG")]
    public void Citizens_of_the_union_and_of_other_countries_are_welcome_and_Swedish_citizens_are_not_meant(string nationality)
    {
        _case.StartReturn(nationality, Sandberg, SocialWorker());

        Assert.Equal(Rule.TheReturnProgrammeIsForForeignCitizens, Broken(() => OpenCase().StartReturn("SE", Sandberg, SocialWorker())));
        Assert.Equal(Rule.OneReturnAtATime, Broken(() => Begun()));
    }

    [Theory]
    [InlineData("THB", true)]
    [InlineData("EXPL", true)]
    [InlineData("THB_LIKE", true)]
    [InlineData("PROST", true)]
    [InlineData("UNKNOWN", false)]
    public void The_programme_is_for_people_exposed_to_trafficking_or_in_prostitution(string exposure, bool isFor)
    {
        _case.RecordExploitation(exposure, ["UNKNOWN"], [], new(), SocialWorker());

        if (isFor) Begun();
        else Assert.Equal(Rule.TheReturnProgrammeHasATargetGroup, Broken(() => Begun()));
    }

    [Fact]
    public void Part_A_waits_for_the_first_talk_with_a_regional_coordinator()
    {
        var begun = Begun();
        _case.WritePartA(begun.Id, Whole, Sandberg, SocialWorker());

        Assert.Equal(Rule.TheCoordinatorIsContactedFirst, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
        Assert.Equal(Rule.ReturnsGoToARegionalCoordinator, Broken(() => _case.ContactCoordinator(begun.Id, Syd, OrganisationKind.Ngo, new(2026, 3, 16), SocialWorker())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.ContactCoordinator(begun.Id, Syd, OrganisationKind.RegionalCoordinator, new(2026, 3, 17), SocialWorker())));
    }

    [Fact]
    public void Part_A_is_handed_over_when_it_is_whole_and_voluntary()
    {
        var begun = Contacted(Whole with { Informed = false });
        ConsentToAll();

        Assert.Equal(Rule.AReturnIsVoluntary, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
        _case.WritePartA(begun.Id, Whole with { Right = null }, Sandberg, SocialWorker());
        Assert.Equal(Rule.PartAIsComplete, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
        Assert.Equal(Rule.TheTravelWindowLiesAhead, Broken(() => _case.WritePartA(begun.Id, Whole with { TravelFrom = new(2026, 3, 15) }, Sandberg, SocialWorker())));
        Assert.Equal(Rule.AReturnIsItsAuthors, Broken(() => _case.WritePartA(begun.Id, Whole, Sandberg, Police())));
    }

    [Fact]
    public void Each_of_the_three_consents_is_asked_for()
    {
        var begun = Contacted();
        Assert.Equal(Rule.AReturnNeedsConsent, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
        Consent(Syd, OrganisationKind.RegionalCoordinator, Purposes.Return);
        Assert.Equal(Rule.AReturnNeedsConsent, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
        Consent(Helsinki, OrganisationKind.Iom, Purposes.Return);
        Assert.Equal(Rule.AReturnNeedsConsent, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
        Consent(Helsinki, OrganisationKind.Iom, Purposes.ReturnAbroad);
        foreach (var purpose in Afterwards)
        {
            Assert.Equal(Rule.ThePersonIsAskedWhatIsWantedAfterwards, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
            Refuse(_case, purpose, SocialWorker());
        }
        _case.CompletePartA(begun.Id, Helsinki, SocialWorker());

        Assert.Equal(ReturnStatus.PartAComplete, begun.Status);
    }

    [Fact]
    public void Whoever_wants_no_contact_any_longer_has_taken_the_consent_back()
    {
        var home = Home();
        _case.EndMonitoring(home.Id, MonitoringEnd.ReturneeUnwilling, null, Iom(On(5, 20)));

        Assert.Equal(ConsentState.Withdrawn, _case.Consents.Last(c => c.Purpose == Purposes.Monitoring).State);
        Assert.Equal(ReturnStatus.MonitoringEnded, home.Status);
    }

    [Fact]
    public void Support_to_reintegration_is_given_when_it_is_due_also_when_nobody_keeps_in_touch()
    {
        var planned = Arranged();
        var cash = new ReintegrationItem { Id = Guid.CreateVersion7(), Form = SupportForm.Cash, Amount = 500, Currency = "EUR", What = "The first rent.", PlannedOn = new(2026, 4, 21) };
        Assert.Equal(Rule.SupportSaysWhatIsGiven, Broken(() => _case.PlanReintegration(planned.Id, cash with { Amount = 0 }, Iom())));
        Assert.Equal(Rule.SupportSaysWhatIsGiven, Broken(() => _case.PlanReintegration(planned.Id, cash with { Currency = "XYZ" }, Iom())));
        Assert.Equal(Rule.SupportSaysWhatIsGiven, Broken(() => _case.PlanReintegration(planned.Id, cash with { Form = SupportForm.InKind, What = " " }, Iom())));
        Assert.Equal(Rule.OnlyIomCarriesOutAReturn, Broken(() => _case.PlanReintegration(planned.Id, cash, SocialWorker())));
        _case.PlanReintegration(planned.Id, cash, Iom());
        _case.PlanReintegration(planned.Id, new() { Id = Guid.CreateVersion7(), Form = SupportForm.InKind, What = "A sewing machine.", PlannedOn = new(2026, 5, 4) }, Iom());
        Assert.Equal([new(2026, 4, 21), new DateOnly(2026, 5, 4)], WorkOpened().Where(w => w.Kind == WorkKind.DeliverSupport).Select(w => SwedishCalendar.DayOf(w.DueAt.AddHours(-1))).Order());
        Travel(planned);

        Assert.Equal((ReturnStatus.MonitoringEnded, true, true), (planned.Status, planned.SupportIsOpen, planned.KeepsCaseOpen));
        Assert.Equal(Rule.AReturnDecisionIsExplained, Broken(() => _case.SettleReintegration(planned.Id, cash.Id, SupportOutcome.NotDelivered, new(2026, 4, 20), "No.", Iom(On(4, 20)))));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.SettleReintegration(planned.Id, cash.Id, SupportOutcome.Delivered, new(2026, 4, 21), null, Iom(On(4, 20)))));
        _case.SettleReintegration(planned.Id, cash.Id, SupportOutcome.Delivered, new(2026, 4, 21), null, Iom(On(4, 21)));
        Assert.Equal(Rule.SupportIsSettledOnce, Broken(() => _case.SettleReintegration(planned.Id, cash.Id, SupportOutcome.Delivered, new(2026, 4, 21), null, Iom(On(4, 21)))));
        Assert.Equal(Rule.SupportIsSettledOnce, Broken(() => _case.PlanReintegration(planned.Id, cash with { Amount = 900 }, Iom(On(4, 21)))));
        Assert.True(planned.SupportIsOpen);
        _case.SettleReintegration(planned.Id, planned.Support.Single(s => s.Outcome is null).Id, SupportOutcome.NotDelivered, new(2026, 5, 4), "She has found one herself.", Iom(On(5, 4)));

        Assert.False(planned.SupportIsOpen);
        Assert.False(planned.KeepsCaseOpen);
        Assert.Equal(Rule.AReturnFollowsItsStates, Broken(() => _case.PlanReintegration(planned.Id, cash with { Id = Guid.CreateVersion7() }, Iom(On(5, 5)))));
    }

    [Fact]
    public void A_consent_to_the_return_that_is_taken_back_after_the_journey_ends_the_support()
    {
        var planned = Arranged();
        _case.PlanReintegration(planned.Id, new() { Id = Guid.CreateVersion7(), Form = SupportForm.Cash, Amount = 500, Currency = "EUR", PlannedOn = new(2026, 4, 21) }, Iom());
        Travel(planned);
        _case.WithdrawConsent(Helsinki, Purposes.Return, new(2026, 4, 20), null, _case.Referrals, Iom(On(4, 20, 19)));

        Assert.False(planned.SupportIsOpen);
        Assert.Contains(_case.Returns.SelectMany(r => r.TakeEvents()), e => e is SupportEnded);
    }

    [Fact]
    public void Whoever_wrote_part_A_does_not_decide_under_whatever_account()
    {
        var own = OpenCase(Coordinator());
        var begun = own.StartReturn("RO", ElinHerself, Coordinator());
        own.ContactCoordinator(begun.Id, Syd, OrganisationKind.RegionalCoordinator, new(2026, 3, 16), Coordinator());
        own.WritePartA(begun.Id, Whole, ElinHerself, Coordinator());
        foreach (var purpose in new[] { Purposes.Return, Purposes.ReturnAbroad })
            own.GiveConsent(new() { Recipient = Helsinki, RecipientKind = OrganisationKind.Iom, Purpose = purpose, Groups = DataGroups.Of(DataGroup.Return), DecidedOn = new(2026, 3, 16), Method = "WRITTEN", FullyInformed = true }, Coordinator());
        foreach (var purpose in Afterwards) Refuse(own, purpose, Coordinator());
        own.CompletePartA(begun.Id, Helsinki, Coordinator());
        own.PlanReturn(begun.Id, Support, Coordinator());
        own.WritePartB(begun.Id, Found, Coordinator());

        Assert.Equal(Rule.WhoeverWrotePartADoesNotDecide, Broken(() => own.ApproveReturn(begun.Id, ElinHerself, Coordinator())));
        own.ApproveReturn(begun.Id, PersonId.New(Monday), new(UserId.New(Monday), Role.RegionalCoordinator, Syd, Monday));

        Assert.Equal(ReturnStatus.ApprovedByCoordinator, begun.Status);
    }

    [Fact]
    public void Only_the_coordinator_who_was_contacted_decides_and_only_with_a_support_plan()
    {
        var handed = Handed();
        Assert.Equal(Rule.OnlyTheCoordinatorDecides, Broken(() => _case.WritePartB(handed.Id, Found, SocialWorker())));
        Assert.Equal(Rule.PartBIsComplete, Broken(() => _case.WritePartB(handed.Id, Found with { SafetyCheck = " " }, Coordinator())));
        _case.WritePartB(handed.Id, Found, Coordinator());
        Assert.Equal(Rule.ASupportPlanComesFirst, Broken(() => _case.ApproveReturn(handed.Id, ElinHerself, Coordinator())));
        var elsewhere = Coordinator() with { For = OrganisationId.New(Monday) };
        Assert.Equal(Rule.OnlyTheCoordinatorDecides, Broken(() => _case.ApproveReturn(handed.Id, ElinHerself, elsewhere)));
        Assert.Equal(Rule.AReturnIsItsAuthors, Broken(() => _case.PlanReturn(handed.Id, Support, Police())));
    }

    [Fact]
    public void A_child_returns_when_both_countries_find_it_best()
    {
        _case.RecordPerson(new() { Gender = "F", AgeGroup = "12-14", Languages = ["ro"] }, SocialWorker());
        foreach (var (to, kind, purpose) in new[] { (Syd, OrganisationKind.RegionalCoordinator, Purposes.Return), (Helsinki, OrganisationKind.Iom, Purposes.Return), (Helsinki, OrganisationKind.Iom, Purposes.ReturnAbroad) })
            _case.GiveConsent(
                new()
                {
                    Recipient = to, RecipientKind = kind, Purpose = purpose, Groups = DataGroups.Of(DataGroup.Return), DecidedOn = new(2026, 3, 16), Method = "WRITTEN", FullyInformed = true,
                    Notes = new() { Guardian = "The guardian agrees.", ChildsOpinion = "Wants to go home." },
                }, SocialWorker());
        var begun = Contacted();
        foreach (var purpose in Afterwards) Refuse(_case, purpose, SocialWorker());
        _case.CompletePartA(begun.Id, Helsinki, SocialWorker());
        _case.PlanReturn(begun.Id, Support, SocialWorker());
        _case.WritePartB(begun.Id, Found with { BestInterestsInSweden = "Yes." }, Coordinator());

        Assert.Equal(Rule.TwoCountriesFindTheReturnBestForTheChild, Broken(() => _case.ApproveReturn(begun.Id, ElinHerself, Coordinator())));
        _case.WritePartB(begun.Id, Found with { BestInterestsInSweden = "Yes.", BestInterestsAbroad = "Yes." }, Coordinator());
        _case.ApproveReturn(begun.Id, ElinHerself, Coordinator());

        Assert.Equal(ReturnStatus.ApprovedByCoordinator, begun.Status);
    }

    [Fact]
    public void What_the_coordinator_sends_back_is_changed_and_handed_over_again()
    {
        var ready = Decidable();
        Assert.Equal(Rule.AReturnDecisionIsExplained, Broken(() => _case.DeclineReturn(ready.Id, true, "INCOMPLETE", "no", ElinHerself, Coordinator())));
        _case.DeclineReturn(ready.Id, mayChange: true, "INCOMPLETE", "Say where she will live.", ElinHerself, Coordinator());
        _case.WritePartA(ready.Id, Whole with { Place = "Dej" }, Sandberg, SocialWorker());
        _case.CompletePartA(ready.Id, Helsinki, SocialWorker());
        Assert.Equal(ReturnStatus.PartAComplete, ready.Status);

        _case.DeclineReturn(ready.Id, mayChange: false, "NOT_SAFE", "The trafficker is her landlord.", ElinHerself, Coordinator());
        Assert.Equal(Rule.AReturnFollowsItsStates, Broken(() => _case.ApproveReturn(ready.Id, ElinHerself, Coordinator())));
        Begun();
    }

    [Fact]
    public void Iom_assesses_three_things_before_it_accepts()
    {
        var sent = AtIom();
        Assert.Equal(Rule.OnlyIomCarriesOutAReturn, Broken(() => _case.BeginReturn(sent.Id, new(2026, 3, 16), Coordinator())));
        _case.BeginReturn(sent.Id, new(2026, 3, 16), Iom());
        _case.AssessReturn(sent.Id, PaperKind.Risk, AssessmentResult.ManageableWithSupport, new(2026, 3, 16), "A debt.", Iom());
        Assert.Equal(Rule.ThreeAssessmentsComeFirst, Broken(() => _case.AcceptReturn(sent.Id, Iom())));
        _case.ReturnIsNotPossible(sent.Id, "Nobody meets her there.", Iom());

        Assert.Equal(ReturnStatus.IomNotPossible, sent.Status);
        Assert.False(sent.IsUnderWay);
    }

    [Fact]
    public void Where_the_person_is_fetched_is_released_for_the_day_of_travel_alone()
    {
        var sent = Arranged();
        Assert.Equal(Rule.AJourneyIsPlannedAhead, Broken(() => _case.ArrangeJourney(sent.Id, Flight with { On = new(2026, 3, 15) }, Iom())));
        Assert.Equal(Rule.APickUpIsForTheDayOfTravel, Broken(() => _case.ReleasePickUp(sent.Id, new(2026, 4, 19), "The back door.", SocialWorker())));
        Assert.Equal(Rule.AReturnIsItsAuthors, Broken(() => _case.ReleasePickUp(sent.Id, new(2026, 4, 20), "The back door.", Police())));
        _case.ReleasePickUp(sent.Id, new(2026, 4, 20), "The back door.", SocialWorker());

        Assert.Equal(new DateOnly(2026, 4, 20), Assert.Single(sent.PickUps).On);
    }

    [Fact]
    public void Times_of_a_journey_are_those_of_its_places()
    {
        var sent = Arranged();
        Assert.Equal(Rule.ArrivalFollowsDeparture, Broken(() =>
            _case.RecordTravel(sent.Id, new(new(2026, 4, 20), new(14, 0), "Europe/Stockholm"), new(new(2026, 4, 20), new(14, 5), "Europe/Bucharest"), Iom(On(4, 20, 18)))));
        Assert.Equal(Rule.CodesAreListed, Broken(() =>
            _case.RecordTravel(sent.Id, new(new(2026, 4, 20), new(9, 0), "Europe/Nowhere"), new(new(2026, 4, 20), new(14, 5), "Europe/Bucharest"), Iom(On(4, 20, 18)))));
        Travel(sent);

        Assert.Equal(new DateTimeOffset(2026, 4, 20, 11, 5, 0, TimeSpan.Zero), sent.ArrivedAt);
    }

    [Fact]
    public void Without_consent_nobody_gets_in_touch_after_the_return_and_nothing_is_planned()
    {
        var home = Home(stayInTouch: false);

        Assert.Equal(ReturnStatus.MonitoringEnded, home.Status);
        Assert.Empty(home.Points);
        Assert.DoesNotContain(WorkOpened(), w => w.Kind is WorkKind.ContactReturnee or WorkKind.EndMonitoring);
    }

    [Fact]
    public void With_consent_three_contacts_are_due_after_one_three_and_six_months()
    {
        var home = Home();

        Assert.Equal([new DateOnly(2026, 5, 20), new(2026, 7, 20), new(2026, 10, 20)], home.Points.Select(p => p.DueOn));
        Assert.Equal(3, WorkOpened().Count(w => w.Kind == WorkKind.ContactReturnee && w.OrganisationId == Helsinki));
        _case.RecordReturneeContact(home.Id, new(2026, 5, 20), reached: true, new() { Channel = ContactChannel.Telephone }, Iom(On(5, 20)));
        Assert.Equal([1], home.Points.Where(p => p.AnsweredOn is not null).Select(p => p.Month));
    }

    [Theory]
    [InlineData(2026, 4, 20, "2026-10-20")]
    [InlineData(2026, 8, 31, "2027-02-28")]
    public void Six_months_end_on_the_same_number_of_the_month(int year, int month, int day, string end) =>
        Assert.Equal(end, ReturnTimes.EarliestEnd(new(year, month, day)).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_period_is_completed_on_its_last_day_and_not_before()
    {
        var home = Home();

        Assert.Equal(Rule.ContactLastsSixMonths, Broken(() => _case.EndMonitoring(home.Id, MonitoringEnd.PeriodCompleted, null, Iom(On(10, 19)))));
        _case.EndMonitoring(home.Id, MonitoringEnd.PeriodCompleted, null, Iom(On(10, 20)));

        Assert.Equal(ReturnStatus.MonitoringEnded, home.Status);
    }

    [Fact]
    public void Contact_is_lost_after_three_attempts_in_a_row()
    {
        var home = Home();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(Rule.LostContactFollowsThreeAttempts, Broken(() => _case.EndMonitoring(home.Id, MonitoringEnd.LostContact, null, Iom(On(6, 1)))));
            _case.RecordReturneeContact(home.Id, new(2026, 5, 20 + attempt), reached: false, new() { Channel = ContactChannel.Telephone }, Iom(On(6, 1)));
        }
        _case.EndMonitoring(home.Id, MonitoringEnd.LostContact, null, Iom(On(6, 1)));

        Assert.Equal(ReturnStatus.MonitoringEnded, home.Status);
    }

    [Fact]
    public void A_consent_to_contact_that_is_taken_back_ends_it_in_the_same_act()
    {
        var home = Home();
        _case.WithdrawConsent(Helsinki, Purposes.Monitoring, new(2026, 5, 2), null, [], Iom(On(5, 2)));

        Assert.Equal((ReturnStatus.MonitoringEnded, nameof(MonitoringEnd.ReturneeUnwilling)), (home.Status, home.Steps[^1].Because));
        Assert.Equal(Rule.ContactAfterReturnIsWanted, Broken(() => _case.RecordReturneeContact(home.Id, new(2026, 5, 2), true, new() { Channel = ContactChannel.Visit }, Iom(On(5, 2)))));
    }

    [Theory]
    [InlineData(Purposes.Return, true, true)]
    [InlineData(Purposes.ReturnAbroad, true, true)]
    [InlineData(Purposes.Return, false, true)]
    [InlineData(Purposes.Referral, true, false)]
    public void A_consent_that_is_taken_back_before_the_journey_stops_it_in_the_same_act(string purpose, bool fromIom, bool stops)
    {
        var planned = Arranged();
        var (recipient, kind) = fromIom ? (Helsinki, OrganisationKind.Iom) : (Syd, OrganisationKind.RegionalCoordinator);
        if (purpose == Purposes.Referral) Consent(recipient, kind, purpose);
        _case.WithdrawConsent(recipient, purpose, new(2026, 3, 16), null, [], SocialWorker());

        Assert.Equal(stops ? ReturnStatus.Withdrawn : ReturnStatus.PreDeparture, planned.Status);
    }

    [Fact]
    public void A_consent_that_is_taken_back_before_anything_left_stops_nothing_but_the_handing_over()
    {
        var begun = Contacted();
        ConsentToAll();
        _case.WithdrawConsent(Helsinki, Purposes.Return, new(2026, 3, 16), null, [], SocialWorker());

        Assert.Equal(ReturnStatus.CoordinatorContacted, begun.Status);
        Assert.Equal(Rule.AReturnNeedsConsent, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker())));
    }

    [Fact]
    public void A_no_after_a_consent_that_has_run_out_stops_the_return_whether_or_not_the_sweep_has_said_so()
    {
        var begun = Contacted();
        Consent(Syd, OrganisationKind.RegionalCoordinator, Purposes.Return);
        Consent(Helsinki, OrganisationKind.Iom, Purposes.ReturnAbroad);
        var terms = new ConsentTerms
        {
            Recipient = Helsinki, RecipientKind = OrganisationKind.Iom, Purpose = Purposes.Return, Groups = DataGroups.Of(DataGroup.Return), DecidedOn = new(2026, 3, 16), ValidUntil = new(2026, 3, 20),
            Method = CodeLists.ConsentMethod.Items[0].Code, FullyInformed = true,
        };
        _case.GiveConsent(terms, SocialWorker());
        foreach (var purpose in Afterwards) Refuse(_case, purpose, SocialWorker());
        _case.CompletePartA(begun.Id, Helsinki, SocialWorker());

        _case.RefuseConsent(terms with { DecidedOn = new(2026, 3, 21) }, SocialWorker() with { At = On(3, 21) });

        Assert.Equal(ReturnStatus.Withdrawn, begun.Status);
    }

    [Fact]
    public void A_travel_window_that_lay_ahead_when_it_was_written_lies_ahead_when_part_A_is_handed_over()
    {
        var begun = Contacted(Whole with { TravelFrom = new(2026, 3, 20) });
        ConsentToAll();

        Assert.Equal(Rule.TheTravelWindowLiesAhead, Broken(() => _case.CompletePartA(begun.Id, Helsinki, SocialWorker() with { At = On(3, 21) })));

        _case.CompletePartA(begun.Id, Helsinki, SocialWorker() with { At = On(3, 20) });
        Assert.Equal(ReturnStatus.PartAComplete, begun.Status);
    }

    [Fact]
    public void The_person_may_turn_round_at_the_airport_and_nobody_asks_why()
    {
        var planned = Arranged();
        _case.WithdrawReturn(planned.Id, Police(On(4, 20)));
        Assert.Equal(ReturnStatus.Withdrawn, planned.Status);

        var gone = new ReturnTests().Home();
        Assert.Equal(ReturnStatus.Monitoring, gone.Status);
        Assert.Equal(Rule.AReturnIsCalledOffBeforeTheJourney, Broken(() => gone.Withdraw(null, SocialWorker())));
    }

    [Fact]
    public void Word_of_a_trial_is_released_by_leader_or_counsel_and_passed_on_once_with_consent()
    {
        var home = Home(stayInTouch: false);
        var way = new JusticeWay(home.Id, Helsinki);
        Assert.Equal(Rule.TheLeaderOrCounselReleases, Broken(() => _case.ReleaseJustice(way, JusticeKind.Judgment, new(2026, 3, 16), "Convicted.", SocialWorker())));
        Assert.Equal(Rule.JusticeIsFollowedWithConsent, Broken(() => _case.ReleaseJustice(null, JusticeKind.Judgment, new(2026, 3, 16), "Convicted.", Police())));
        var hearing = _case.ReleaseJustice(way, JusticeKind.HearingDate, new(2026, 9, 1), "She may be heard.", Police(On(6, 1)));
        Assert.Equal(Rule.JusticeIsFollowedWithConsent, Broken(() => _case.RelayJustice(hearing.Id, new(2026, 6, 2), true, JusticeWish.Yes, [], Iom(On(6, 2)))));
        Consent(Helsinki, OrganisationKind.Iom, Purposes.JusticeFollowUp);
        _case.RelayJustice(hearing.Id, new(2026, 6, 2), false, null, [], Iom(On(6, 2)));
        _case.RelayJustice(hearing.Id, new(2026, 6, 3), true, JusticeWish.Yes, [JusticeNeed.RemoteLink], Iom(On(6, 3)));

        Assert.Equal(Rule.JusticeIsRelayedOnce, Broken(() => _case.RelayJustice(hearing.Id, new(2026, 6, 4), true, JusticeWish.No, [], Iom(On(6, 4)))));
        Assert.Equal(["RemoteLink"], hearing.Needs);
    }

    [Fact]
    public void A_return_under_way_keeps_the_case_open() =>
        Assert.Equal(Rule.ReturnsKeepTheCaseOpen, Broken(() => _case.Close("INTEGRATED", 0, SocialWorker(), returnsUnderWay: 1)));
}
