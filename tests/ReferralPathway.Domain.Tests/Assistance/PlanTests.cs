using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Assistance;

/// <summary>A plan of assistance, L1 to L6. The day is Monday 16 March 2026 unless the test says another.</summary>
public sealed class PlanTests
{
    private static readonly OrganisationId Haven = OrganisationId.New(Monday);
    private static readonly UserId Asa = UserId.New(Monday);

    private readonly Case _case = OpenCase();

    private static Act Ngo(DateTimeOffset? at = null) => new(Asa, Role.NgoWorker, Haven, at ?? Monday);

    private static DateTimeOffset On(int month, int day) => SwedishCalendar.InstantOf(new(2026, month, day), new(10, 0));

    private static PlanTerms Terms(UserId? responsible = null, DateOnly? review = null) => new(responsible ?? SocialWorker().By, new(2026, 3, 16), review ?? new(2026, 4, 15), "To sleep at night.");

    private static PlanItemTerms Service(string service = "COUNSELLING", params OrganisationId[] providers) => new()
    {
        Service = service, Providers = providers.Length == 0 ? [Umea] : providers, Details = new() { Need = "Somebody to talk to." }, From = new(2026, 3, 17),
    };

    private static PersonsAnswer Yes => new() { Agrees = true, On = new(2026, 3, 16), Language = "uz", Method = "ORAL_INTERPRETER" };

    private AssistancePlan Draft(Case? theCase = null, params string[] services)
    {
        var of = theCase ?? _case;
        var plan = of.DraftPlan(Terms(), SocialWorker());
        foreach (var service in services.Length == 0 ? ["COUNSELLING"] : services) of.AddPlanItem(plan.Id, Service(service), SocialWorker());
        return plan;
    }

    private AssistancePlan Proposed()
    {
        var plan = Draft();
        _case.ProposePlan(plan.Id, SocialWorker());
        return plan;
    }

    private AssistancePlan Agreed()
    {
        var plan = Proposed();
        _case.AnswerPlan(plan.Id, Yes, SocialWorker());
        return plan;
    }

    private AssistancePlan Active()
    {
        var plan = Agreed();
        _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.Approved, new(2026, 3, 16), null, SocialWorker());
        _case.ActivatePlan(plan.Id, SocialWorker());
        return plan;
    }

    private AssistancePlan UnderReview()
    {
        var plan = Active();
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 15)));
        return plan;
    }

    /// <summary>A plan brought to a state by the acts that lead there.</summary>
    private AssistancePlan In(PlanStatus status)
    {
        switch (status)
        {
            case PlanStatus.Draft: return Draft();
            case PlanStatus.Proposed: return Proposed();
            case PlanStatus.Agreed: return Agreed();
            case PlanStatus.Active: return Active();
            case PlanStatus.UnderReview: return UnderReview();
            case PlanStatus.Completed:
                var done = Active();
                _case.RecordService(done.Id, done.Items[0].Id, ItemStatus.Done, new(2026, 3, 16), null, SocialWorker());
                _case.EndPlan(done.Id, true, "All is done.", SocialWorker());
                return done;
            default:
                var given = Draft();
                _case.EndPlan(given.Id, false, "The person moved.", SocialWorker());
                return given;
        }
    }

    [Fact]
    public void A_plan_is_drafted_put_to_the_person_agreed_to_carried_out_reviewed_and_completed()
    {
        var plan = UnderReview();
        Assert.Equal(PlanStatus.UnderReview, plan.Status);

        _case.ReviewPlan(plan.Id, "She sleeps better.", new(2026, 5, 15), SocialWorker(On(4, 16)));
        _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.Done, new(2026, 5, 1), "Ten talks.", SocialWorker(On(5, 1)));
        _case.EndPlan(plan.Id, true, "The goals are reached.", SocialWorker(On(5, 2)));

        Assert.Equal([PlanStatus.Proposed, PlanStatus.Agreed, PlanStatus.Active, PlanStatus.UnderReview, PlanStatus.Active, PlanStatus.Completed], plan.Steps.Select(s => s.Status));
        // Whoever may know no more knows when assistance began and when it ended.
        Assert.Equal([(true, new DateOnly(2026, 3, 16)), (false, new DateOnly(2026, 5, 2))], plan.Summaries.Select(s => (s.IsOngoing, s.On)));
    }

    [Fact]
    public void Several_organisations_have_a_plan_each_in_one_case()
    {
        Draft();
        _case.AddToTeam(Asa, responsible: true, Ngo());
        _case.DraftPlan(Terms(Asa), Ngo());

        Assert.Equal([Umea, Haven], _case.Plans.Select(p => p.Owner));
    }

    [Theory]
    [InlineData(Role.InvestigationLeader)]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.IomCaseworker)]
    public void Who_gives_no_support_plans_none(Role role) =>
        Assert.Equal(Rule.OnlyProvidersPlan, Broken(() => _case.DraftPlan(Terms(), SocialWorker() with { As = role })));

    [Fact]
    public void Whoever_answers_for_a_plan_is_on_the_team() =>
        Assert.Equal(Rule.ThePlansWorkerIsOnTheTeam, Broken(() => _case.DraftPlan(Terms(UserId.New(Monday)), SocialWorker())));

    [Fact]
    public void A_closed_case_takes_no_plan_and_its_plans_rest()
    {
        var plan = Active();
        _case.Close("LOST_CONTACT", 0, SocialWorker());

        Assert.Equal(PlanStatus.Active, plan.Status);
        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => _case.DraftPlan(Terms(), SocialWorker())));
        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => _case.EndPlan(plan.Id, false, "Closed.", SocialWorker())));
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(6, 1)));
        Assert.Equal(PlanStatus.Active, plan.Status);

        _case.Reopen("She is back.", SocialWorker(On(6, 2)));
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(6, 3)));
        Assert.Equal(PlanStatus.UnderReview, plan.Status);
    }

    [Fact]
    public void A_plan_without_a_service_is_not_put_to_anybody()
    {
        var empty = _case.DraftPlan(Terms(), SocialWorker());
        Assert.Equal(Rule.APlanHasServices, Broken(() => _case.ProposePlan(empty.Id, SocialWorker())));

        var item = _case.AddPlanItem(empty.Id, Service(), SocialWorker());
        _case.RecordService(empty.Id, item.Id, ItemStatus.Cancelled, new(2026, 3, 16), null, SocialWorker());
        Assert.Equal(Rule.APlanHasServices, Broken(() => _case.ProposePlan(empty.Id, SocialWorker())));
    }

    public static TheoryData<string, PlanItemTerms> Incomplete => new()
    {
        { "no need", Service() with { Details = new() { Need = " " } } },
        { "no provider", Service() with { Providers = [] } },
        { "three providers", Service("SOCIAL", Umea, Haven, PoliceAuthority) },
        { "the same provider twice", Service("SOCIAL", Umea, Umea) },
        { "no planned start", Service() with { From = null } },
        { "an end before the start", Service() with { To = new(2026, 3, 16) } },
    };

    [Theory, MemberData(nameof(Incomplete))]
    public void A_service_says_what_for_by_whom_and_from_when(string what, PlanItemTerms terms)
    {
        var plan = Draft();
        Assert.True(Broken(() => _case.AddPlanItem(plan.Id, terms, SocialWorker())) == Rule.APlanItemIsComplete, what);
    }

    [Fact]
    public void A_municipality_and_an_ngo_give_a_service_together_and_a_health_centre_is_named_in_words()
    {
        var plan = Draft();
        Assert.Equal([Umea, Haven], _case.AddPlanItem(plan.Id, Service("ACCOMMODATION", Umea, Haven), SocialWorker()).Providers);
        Assert.Empty(_case.AddPlanItem(plan.Id, Service("HEALTH") with { Providers = [], Details = new() { Need = "Sleep.", OtherProvider = "Ersboda health centre" } }, SocialWorker()).Providers);
    }

    [Fact]
    public void Every_service_of_the_code_list_can_be_planned()
    {
        var child = Child();
        var plan = child.DraftPlan(Terms(), SocialWorker());
        foreach (var service in CodeLists.Service.Items) child.AddPlanItem(plan.Id, Service(service.Code), SocialWorker());

        Assert.Equal(CodeLists.Service.Items.Select(s => s.Code), plan.Items.Select(i => i.Service));
        Assert.Equal(Rule.CodesAreListed, Broken(() => child.AddPlanItem(plan.Id, Service("GOLD"), SocialWorker())));
    }

    [Theory]
    [InlineData("25-34", false, "Yes", false)]
    [InlineData("15-17", false, "No", false)]
    [InlineData("15-17", false, "Unknown", false)]
    [InlineData("15-17", false, "Yes", true)]
    [InlineData("25-34", true, "Yes", true)]
    public void A_parent_is_traced_for_an_unaccompanied_child_or_somebody_who_may_be_one(string age, bool uncertain, string alone, bool may)
    {
        var theCase = Child(age, uncertain, alone);
        var plan = theCase.DraftPlan(Terms(), SocialWorker());
        if (may) Assert.Equal("TRACING", theCase.AddPlanItem(plan.Id, Service("TRACING"), SocialWorker()).Service);
        else Assert.Equal(Rule.TracingIsForUnaccompaniedMinors, Broken(() => theCase.AddPlanItem(plan.Id, Service("TRACING"), SocialWorker())));
    }

    [Fact]
    public void A_coordinators_plan_is_for_a_return()
    {
        var lena = new Act(UserId.New(Monday), Role.RegionalCoordinator, OrganisationId.New(Monday), Monday);
        _case.AddToTeam(lena.By, true, lena);
        var plan = _case.DraftPlan(Terms(lena.By), lena);
        var talk = _case.AddPlanItem(plan.Id, Service("COUNSELLING", lena.For), lena);
        Assert.Equal(Rule.ACoordinatorPlansAReturn, Broken(() => _case.ProposePlan(plan.Id, lena)));
        var home = _case.AddPlanItem(plan.Id, Service("RETURN", lena.For), lena);
        _case.ProposePlan(plan.Id, lena);
        _case.AnswerPlan(plan.Id, Yes, lena);

        // A coordinator approves, and delivers nothing.
        Assert.Equal(Rule.OnlyProvidersRecordDelivery, Broken(() => _case.RecordService(plan.Id, talk.Id, ItemStatus.Ongoing, new(2026, 3, 16), null, lena)));
        _case.RecordService(plan.Id, home.Id, ItemStatus.Approved, new(2026, 3, 16), null, lena);
        _case.ActivatePlan(plan.Id, lena);
        Assert.Equal(PlanStatus.Active, plan.Status);
    }

    [Fact]
    public void The_agency_plans_for_those_who_seek_asylum()
    {
        var officer = new Act(UserId.New(Monday), Role.MigrationOfficer, OrganisationId.New(Monday), Monday);
        var theCase = OpenCase(officer);
        var plan = theCase.DraftPlan(Terms(officer.By), officer);
        theCase.AddPlanItem(plan.Id, Service("ALLOWANCE", officer.For), officer);
        Assert.Equal(Rule.TheAgencyPlansForAsylumSeekers, Broken(() => theCase.ProposePlan(plan.Id, officer)));

        theCase.RecordLegalStatus("ASYLUM", null, officer);
        theCase.ProposePlan(plan.Id, officer);
        Assert.Equal(PlanStatus.Proposed, plan.Status);
    }

    public static TheoryData<string, PersonsAnswer> Unanswered => new()
    {
        { "no language", Yes with { Language = null } },
        { "no such language", Yes with { Language = "xx" } },
        { "no method", Yes with { Method = null } },
        { "a no without a reason", new() { Agrees = false, On = new(2026, 3, 16) } },
    };

    [Theory, MemberData(nameof(Unanswered))]
    public void An_answer_says_when_in_which_language_and_how_or_why_not(string what, PersonsAnswer answer)
    {
        var plan = Proposed();
        Assert.True(Broken(() => _case.AnswerPlan(plan.Id, answer, SocialWorker())) == Rule.ThePersonAnswersThePlan, what);
    }

    [Fact]
    public void An_answer_lies_not_in_the_future()
    {
        var plan = Proposed();
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.AnswerPlan(plan.Id, Yes with { On = new(2026, 3, 17) }, SocialWorker())));
    }

    [Fact]
    public void A_plan_that_the_person_says_no_to_is_a_draft_again()
    {
        var plan = Proposed();
        _case.AnswerPlan(plan.Id, new() { Agrees = false, On = new(2026, 3, 16), Notes = new() { Reason = "She wants to live by herself." } }, SocialWorker());

        Assert.Equal(PlanStatus.Draft, plan.Status);
        Assert.Equal("She wants to live by herself.", Assert.Single(plan.Answers).Notes.Value.Reason);
    }

    [Theory]
    [InlineData(null, "Agrees")]
    [InlineData("An appointed guardian", null)]
    [InlineData(" ", " ")]
    public void A_childs_plan_has_a_guardian_and_the_childs_own_view(string? guardian, string? view)
    {
        var child = Child();
        var plan = Draft(child);
        child.ProposePlan(plan.Id, SocialWorker());

        Assert.Equal(Rule.AChildsPlanHasGuardianAndOwnView, Broken(() => child.AnswerPlan(plan.Id, Yes with { Notes = new() { Guardian = guardian, ChildsView = view } }, SocialWorker())));
        child.AnswerPlan(plan.Id, Yes with { Notes = new() { Guardian = "An appointed guardian", ChildsView = "Wants to go to school." } }, SocialWorker());
        Assert.Equal(PlanStatus.Agreed, plan.Status);
    }

    [Fact]
    public void Nothing_is_active_before_something_is_under_way()
    {
        var plan = Agreed();
        Assert.Equal(Rule.SomethingIsUnderWay, Broken(() => _case.ActivatePlan(plan.Id, SocialWorker())));
        _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.NotAvailable, new(2026, 3, 16), "No bed tonight.", SocialWorker());
        Assert.Equal(Rule.SomethingIsUnderWay, Broken(() => _case.ActivatePlan(plan.Id, SocialWorker())));
    }

    [Fact]
    public void A_review_has_its_day_by_hand_and_by_itself()
    {
        var plan = Active();
        Assert.Equal(Rule.AReviewHasItsDay, Broken(() => _case.StartPlanReview(plan.Id, SocialWorker(On(4, 14)))));
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 14)));
        Assert.Equal(PlanStatus.Active, plan.Status);

        _case.StartPlanReview(plan.Id, SocialWorker(On(4, 15)));
        Assert.Equal(PlanStatus.UnderReview, plan.Status);
    }

    [Fact]
    public void During_a_reflection_period_the_plan_is_reviewed_a_week_before_its_end()
    {
        var plan = Active();
        _case.RecordLegalStatus("RP", new(2026, 4, 14), SocialWorker());

        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 6)));
        Assert.Equal(PlanStatus.Active, plan.Status);
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 7)));
        Assert.Equal(PlanStatus.UnderReview, plan.Status);

        // Reviewed within that week, it is not asked for again before the day that was set.
        _case.ReviewPlan(plan.Id, "Gone through.", new(2026, 5, 8), SocialWorker(On(4, 8)));
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 9)));
        Assert.Equal(PlanStatus.Active, plan.Status);
    }

    [Fact]
    public void The_review_that_is_suggested_is_in_thirty_days_or_a_week_before_a_reflection_period_ends()
    {
        Assert.Equal(new DateOnly(2026, 4, 15), PlanTimes.SuggestedReview(new(2026, 3, 16), null));
        Assert.Equal(new DateOnly(2026, 3, 23), PlanTimes.SuggestedReview(new(2026, 3, 16), new(2026, 3, 30)));
        Assert.Equal(new DateOnly(2026, 4, 24), PlanTimes.SuggestedReview(new(2026, 3, 25), new(2026, 3, 30)));
        Assert.Equal(new DateOnly(2026, 4, 15), PlanTimes.SuggestedReview(new(2026, 3, 16), new(2026, 9, 30)));
    }

    [Fact]
    public void A_review_is_written_down_and_names_the_next_within_a_year()
    {
        var plan = UnderReview();
        var act = SocialWorker(On(4, 15));
        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.ReviewPlan(plan.Id, " ", new(2026, 5, 15), act)));
        Assert.Equal(Rule.AReviewLiesAhead, Broken(() => _case.ReviewPlan(plan.Id, "Gone through.", new(2026, 4, 15), act)));
        Assert.Equal(Rule.AReviewLiesAhead, Broken(() => _case.ReviewPlan(plan.Id, "Gone through.", new(2027, 4, 16), act)));
        Assert.Equal(Rule.AReviewLiesAhead, Broken(() => _case.DraftPlan(Terms(review: new(2026, 3, 16)), SocialWorker())));
    }

    [Fact]
    public void A_plan_ends_when_everything_in_it_is_settled_and_somebody_says_why()
    {
        var plan = Active();
        Assert.Equal(Rule.EverythingIsSettledAtTheEnd, Broken(() => _case.EndPlan(plan.Id, true, "Done.", SocialWorker())));
        Assert.Equal(Rule.EverythingIsSettledAtTheEnd, Broken(() => _case.EndPlan(plan.Id, false, "Given up.", SocialWorker())));
        _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.Cancelled, new(2026, 3, 16), "She moved.", SocialWorker());
        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.EndPlan(plan.Id, false, "", SocialWorker())));
        _case.EndPlan(plan.Id, false, "She moved.", SocialWorker());
        Assert.Equal(PlanStatus.Discontinued, plan.Status);
    }

    [Fact]
    public void What_never_began_is_given_up_with_all_that_it_planned()
    {
        var plan = Agreed();
        _case.EndPlan(plan.Id, false, "She has moved to another town.", SocialWorker());

        Assert.Equal((PlanStatus.Discontinued, ItemStatus.Cancelled), (plan.Status, plan.Items[0].Status));
        Assert.Empty(plan.Summaries);
    }

    public static TheoryData<PlanStatus, string> Illegal
    {
        get
        {
            var legal = new Dictionary<string, PlanStatus[]>
            {
                ["rewrite"] = [PlanStatus.Draft],
                ["add"] = [PlanStatus.Draft, PlanStatus.UnderReview],
                ["propose"] = [PlanStatus.Draft],
                ["answer"] = [PlanStatus.Proposed],
                ["activate"] = [PlanStatus.Agreed],
                ["start review"] = [PlanStatus.Active],
                ["review"] = [PlanStatus.UnderReview],
                ["complete"] = [PlanStatus.Active],
                ["give up"] = [PlanStatus.Draft, PlanStatus.Proposed, PlanStatus.Agreed, PlanStatus.Active],
            };
            var data = new TheoryData<PlanStatus, string>();
            foreach (var (act, from) in legal)
                foreach (var status in Enum.GetValues<PlanStatus>().Except(from)) data.Add(status, act);
            return data;
        }
    }

    [Theory, MemberData(nameof(Illegal))]
    public void From_where_it_stands_a_plan_goes_nowhere_else(PlanStatus from, string act)
    {
        var plan = In(from);
        var by = SocialWorker(On(4, 20));
        Assert.Equal(Rule.APlanFollowsItsStates, Broken(() =>
        {
            switch (act)
            {
                case "rewrite": _case.RewritePlan(plan.Id, Terms(review: new(2026, 5, 1)), by); break;
                case "add": _case.AddPlanItem(plan.Id, Service(), by); break;
                case "propose": _case.ProposePlan(plan.Id, by); break;
                case "answer": _case.AnswerPlan(plan.Id, Yes, by); break;
                case "activate": _case.ActivatePlan(plan.Id, by); break;
                case "start review": _case.StartPlanReview(plan.Id, by); break;
                case "review": _case.ReviewPlan(plan.Id, "Gone through.", new(2026, 5, 15), by); break;
                case "complete": _case.EndPlan(plan.Id, true, "Done.", by); break;
                default: _case.EndPlan(plan.Id, false, "Given up.", by); break;
            }
        }));
    }

    [Theory]
    [InlineData(ItemStatus.Planned, ItemStatus.Approved, ItemStatus.Ongoing, ItemStatus.NotAvailable, ItemStatus.Cancelled)]
    [InlineData(ItemStatus.Approved, ItemStatus.Ongoing, ItemStatus.Done, ItemStatus.NotAvailable, ItemStatus.Cancelled)]
    [InlineData(ItemStatus.Ongoing, ItemStatus.Done, ItemStatus.NotAvailable, ItemStatus.Cancelled)]
    [InlineData(ItemStatus.Done)]
    [InlineData(ItemStatus.Cancelled)]
    [InlineData(ItemStatus.NotAvailable)]
    public void A_service_goes_from_planned_to_settled_and_never_back(ItemStatus from, params ItemStatus[] to)
    {
        foreach (var next in Enum.GetValues<ItemStatus>())
        {
            var plan = Agreed();
            var item = plan.Items[0];
            if (from == ItemStatus.Done) Record(ItemStatus.Approved);
            if (from != ItemStatus.Planned) Record(from);
            if (to.Contains(next))
            {
                Record(next);
                Assert.Equal(next, item.Status);
            }
            else Assert.Equal(Rule.AServiceFollowsItsStates, Broken(() => Record(next)));

            void Record(ItemStatus status) => _case.RecordService(plan.Id, item.Id, status, new(2026, 3, 16), "Because.", SocialWorker());
        }
    }

    [Fact]
    public void What_is_refused_or_cancelled_says_why()
    {
        var plan = Active();
        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.NotAvailable, new(2026, 3, 16), null, SocialWorker())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.Done, new(2026, 3, 17), null, SocialWorker())));
    }

    [Fact]
    public void A_plan_is_its_owners_and_a_service_also_its_providers()
    {
        var plan = Draft();
        var shared = _case.AddPlanItem(plan.Id, Service("ACCOMMODATION", Umea, Haven), SocialWorker());
        Assert.Equal(Rule.APlanIsItsOwners, Broken(() => _case.ProposePlan(plan.Id, Ngo())));
        Assert.Equal(Rule.APlanIsItsOwners, Broken(() => _case.AddPlanItem(plan.Id, Service(), Ngo())));
        _case.ProposePlan(plan.Id, SocialWorker());
        _case.AnswerPlan(plan.Id, Yes, SocialWorker());

        Assert.Equal(Rule.AServiceIsItsOwnersAndProviders, Broken(() => _case.RecordService(plan.Id, plan.Items[0].Id, ItemStatus.Ongoing, new(2026, 3, 16), null, Ngo())));
        _case.RecordService(plan.Id, shared.Id, ItemStatus.Ongoing, new(2026, 3, 16), null, Ngo());
        Assert.Equal(ItemStatus.Ongoing, shared.Status);
    }

    [Fact]
    public void A_plan_whose_owner_has_left_is_the_leads_to_carry_on_and_nobody_elses()
    {
        _case.AddToTeam(Asa, true, Ngo());
        var plan = _case.DraftPlan(Terms(Asa), Ngo());
        _case.AddPlanItem(plan.Id, Service("NGO_SOCIAL_WORK", Haven), Ngo());

        Assert.Equal(Rule.APlanIsItsOwners, Broken(() => _case.EndPlan(plan.Id, false, "Haven has left.", SocialWorker())));
        Assert.Equal(Rule.APlanIsItsOwners, Broken(() => _case.EndPlan(plan.Id, false, "Haven has left.", Police(), ownerLeft: true)));
        _case.EndPlan(plan.Id, false, "Haven has left.", SocialWorker(), ownerLeft: true);
        Assert.Equal(PlanStatus.Discontinued, plan.Status);
    }

    [Fact]
    public void Money_is_social_assistance_from_a_municipality_and_daily_allowance_from_the_agency()
    {
        Assert.Equal(AllowanceKind.SocialAssistance, PlanItem.AllowanceOf("ALLOWANCE", [OrganisationKind.Municipality]));
        Assert.Equal(AllowanceKind.DailyAllowance, PlanItem.AllowanceOf("ALLOWANCE", [OrganisationKind.MigrationAgency]));
        Assert.Null(PlanItem.AllowanceOf("ALLOWANCE", [OrganisationKind.Ngo]));
        Assert.Null(PlanItem.AllowanceOf("SOCIAL", [OrganisationKind.Municipality]));
    }

    [Fact]
    public void Health_care_beside_the_social_services_asks_for_a_coordinated_individual_plan()
    {
        (string, IReadOnlyList<OrganisationKind>) health = ("HEALTH", []), social = ("SOCIAL", []), housing = ("ACCOMMODATION", [OrganisationKind.Municipality]), shelter = ("ACCOMMODATION", [OrganisationKind.Ngo]);
        Assert.True(PlanItem.AskForCoordinatedPlan([health, social]));
        Assert.True(PlanItem.AskForCoordinatedPlan([health, housing]));
        Assert.False(PlanItem.AskForCoordinatedPlan([health, shelter]));
        Assert.False(PlanItem.AskForCoordinatedPlan([social, housing]));
    }

    [Fact]
    public void A_cost_centre_stands_apart_from_the_service()
    {
        var plan = Draft();
        var item = _case.AddPlanItem(plan.Id, Service() with { CostCentre = "4711" }, SocialWorker());
        _case.RewritePlanItem(plan.Id, item.Id, Service() with { CostCentre = "4712" }, SocialWorker());

        Assert.Equal(["4711", "4712"], plan.Costs.Select(c => c.CostCentre.Value));
        Assert.All(plan.Costs, c => Assert.Equal((item.Id, Umea), (c.ItemId, c.RecordedBy)));
    }

    [Fact]
    public void What_was_begun_is_not_rewritten()
    {
        var plan = UnderReview();
        Assert.Equal(Rule.AServiceFollowsItsStates, Broken(() => _case.RewritePlanItem(plan.Id, plan.Items[0].Id, Service("SOCIAL"), SocialWorker(On(4, 15)))));
    }

    [Fact]
    public void The_review_stands_on_the_list_from_the_first_day_and_follows_its_day()
    {
        var plan = Active();
        var first = Work().OfType<WorkChange.Open>().Single(o => o.Item.Kind == WorkKind.ReviewPlan).Item;
        Assert.Equal((Umea, SwedishCalendar.StartOf(new(2026, 4, 16)), SwedishCalendar.InstantOf(new(2026, 4, 8), new(8, 0))), (first.OrganisationId, first.DueAt, first.RemindAt!.Value));

        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 15)));
        var work = Work();
        Assert.Contains(new WorkChange.Close(WorkKind.ReviewPlan, plan.Id.Value), work);
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 4, 16)), work.OfType<WorkChange.Open>().Single().Item.DueAt);

        // Whoever is not there any longer is not asked; the lead is.
        _case.AddToTeam(Asa, true, Ngo());
        var theirs = _case.DraftPlan(Terms(Asa), Ngo());
        var item = _case.AddPlanItem(theirs.Id, Service("NGO_SOCIAL_WORK", Haven), Ngo());
        _case.ProposePlan(theirs.Id, Ngo());
        _case.AnswerPlan(theirs.Id, Yes, Ngo());
        _case.RecordService(theirs.Id, item.Id, ItemStatus.Ongoing, new(2026, 3, 16), null, Ngo());
        _case.ActivatePlan(theirs.Id, Ngo());
        Work();
        _case.PlansMoveOn([Umea], Act.BySystem(Umea, On(4, 15)));
        Assert.Equal(Umea, Work().OfType<WorkChange.Open>().Single().Item.OrganisationId);
    }

    private List<WorkChange> Work() => [.. _case.TakeEvents().Concat(_case.Plans.SelectMany(p => p.TakeEvents())).SelectMany(WorkList.After)];

    private static Case Child(string age = "15-17", bool uncertain = false, string alone = "Yes")
    {
        var theCase = OpenCase();
        theCase.RecordPerson(new() { Gender = "M", AgeGroup = age, AgeUncertain = uncertain, Languages = ["uz"], InterpreterNeeded = true, Unaccompanied = alone }, SocialWorker());
        return theCase;
    }
}
