using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Integration;

/// <summary>A plan for long-term integration, from its draft to its end. The day is Monday 16 March 2026 unless the test says another.</summary>
public sealed class IntegrationTests
{
    private static readonly OrganisationId Haven = OrganisationId.New(Monday);
    private static readonly UserId Asa = UserId.New(Monday);

    private readonly Case _case = OpenCase();

    private static Act Ngo(DateTimeOffset? at = null) => new(Asa, Role.NgoWorker, Haven, at ?? Monday);

    private static DateTimeOffset On(int month, int day) => SwedishCalendar.InstantOf(new(2026, month, day), new(10, 0));

    private static IntegrationTerms Terms(UserId? responsible = null) => new(responsible ?? SocialWorker().By, new(2026, 3, 16), "To open a bakery.");

    private static ComponentTerms NgoPlan => new() { Component = "NGO_PLAN", By = ComponentProvider.Ngo, Provider = Haven, From = new(2026, 3, 17) };

    private static ComponentTerms Component(string code) => code == "NGO_PLAN" ? NgoPlan
        : new() { Component = code, By = ComponentProvider.Municipal, Details = new() { OtherProvider = "Adult education" }, From = new(2026, 3, 17) };

    private static PersonsAnswer Yes => new() { Agrees = true, On = new(2026, 3, 16), Language = "uz", Method = "ORAL_INTERPRETER" };

    private IntegrationPlan Draft(params string[] components)
    {
        var plan = _case.DraftIntegration(Terms(), SocialWorker());
        foreach (var component in components) _case.AddComponent(plan.Id, Component(component), SocialWorker());
        return plan;
    }

    private IntegrationPlan Active(params string[] components)
    {
        var plan = Draft(components.Length == 0 ? ["NGO_PLAN"] : components);
        _case.AnswerIntegration(plan.Id, Yes, SocialWorker());
        _case.BeginIntegration(plan.Id, SocialWorker());
        return plan;
    }

    private void Stays(string status, DateOnly? validTo = null) => _case.RecordLegalStatus(status, validTo, SocialWorker());

    [Theory]
    [InlineData("PERMANENT", true)]
    [InlineData("WORK", true)]
    [InlineData("SE", true)]
    [InlineData("NORDIC", true)]
    [InlineData("TRP_OTHER", false)]
    [InlineData("TRP", false)]
    [InlineData("EU_RIGHT", false)]
    [InlineData("ASYLUM", false)]
    [InlineData("IRREGULAR", false)]
    [InlineData("UNKNOWN", false)]
    public void The_public_components_are_open_by_the_right_to_stay_and_the_plan_of_an_ngo_always_is(string status, bool open)
    {
        Stays(status);
        var plan = Draft("NGO_PLAN");
        var eight = CodeLists.IntegrationComponent.Items.Select(c => c.Code).Where(PublicIntegration.Has).ToList();

        Assert.Equal(8, eight.Count);
        foreach (var component in eight)
        {
            if (open) _case.AddComponent(plan.Id, Component(component), SocialWorker());
            else Assert.Equal(Rule.PublicIntegrationNeedsALastingRight, Broken(() => _case.AddComponent(plan.Id, Component(component), SocialWorker())));
        }
        Assert.Equal(open ? 9 : 1, plan.Components.Count);
    }

    [Fact]
    public void A_work_permit_opens_them_until_its_last_day()
    {
        Assert.True(PublicIntegration.IsOpenTo("WORK", new(2026, 3, 16), new(2026, 3, 16)));
        Assert.False(PublicIntegration.IsOpenTo("WORK", new(2026, 3, 16), new(2026, 3, 17)));
        // Who is here for good stays so, whatever day stands beside it.
        Assert.True(PublicIntegration.IsOpenTo("PERMANENT", new(2026, 3, 16), new(2026, 3, 17)));
        Assert.False(PublicIntegration.IsOpenTo(null, null, new(2026, 3, 17)));
    }

    [Fact]
    public void A_plan_is_drafted_agreed_to_carried_out_and_completed_with_what_came_of_it()
    {
        Stays("PERMANENT");
        var plan = Active("LANGUAGE_CULTURE", "JOB");
        Assert.Equal((IntegrationStatus.Active, new DateOnly(2026, 3, 16)), (plan.Status, plan.BeganOn!.Value));
        Assert.Equal(Rule.EveryComponentHasItsOutcome, Broken(() => _case.EndIntegration(plan.Id, true, "She works.", SocialWorker(On(9, 1)))));

        foreach (var component in plan.Components) _case.EndComponent(plan.Id, component.Id, new(2026, 8, 31), "Passed.", SocialWorker(On(9, 1)));
        _case.EndIntegration(plan.Id, true, "She works.", SocialWorker(On(9, 1)));

        Assert.Equal([IntegrationStatus.Active, IntegrationStatus.Completed], plan.Steps.Select(s => s.Status));
        Assert.All(plan.Components, c => Assert.Equal((new DateOnly(2026, 8, 31), "Passed."), (c.EndedOn!.Value, c.Outcome!.Value)));
    }

    [Theory]
    [InlineData(Role.RegionalCoordinator)]
    [InlineData(Role.InvestigationLeader)]
    [InlineData(Role.MigrationOfficer)]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.IomCaseworker)]
    public void Only_a_municipality_and_an_ngo_plan_integration(Role role) =>
        Assert.Equal(Rule.IntegrationIsPlannedByTheBoardOrAnNgo, Broken(() => _case.DraftIntegration(Terms(), SocialWorker() with { As = role })));

    [Fact]
    public void Whoever_answers_for_it_is_on_the_team() =>
        Assert.Equal(Rule.ThePlansWorkerIsOnTheTeam, Broken(() => _case.DraftIntegration(Terms(UserId.New(Monday)), SocialWorker())));

    [Fact]
    public void An_ngo_plans_what_ngos_give_whatever_the_right_to_stay()
    {
        Stays("PERMANENT");
        _case.AddToTeam(Asa, responsible: true, Ngo());
        var plan = _case.DraftIntegration(Terms(Asa), Ngo());

        Assert.Equal(Rule.AnNgoPlansWhatNgosGive, Broken(() => _case.AddComponent(plan.Id, Component("JOB"), Ngo())));
        _case.AddComponent(plan.Id, NgoPlan, Ngo());
        Assert.Equal(Haven, plan.Owner);
        Assert.Equal(Rule.APlanIsItsOwners, Broken(() => _case.AddComponent(plan.Id, NgoPlan, SocialWorker())));
        // The lead carries on what somebody left behind.
        _case.AddComponent(plan.Id, NgoPlan, SocialWorker(), ownerLeft: true);
    }

    [Fact]
    public void A_component_names_its_provider_of_the_right_kind_and_runs_forward()
    {
        Stays("PERMANENT");
        var plan = Draft();
        ComponentTerms[] wrong =
        [
            NgoPlan with { By = ComponentProvider.State }, Component("JOB") with { By = ComponentProvider.Ngo }, NgoPlan with { Provider = null }, NgoPlan with { From = null },
            NgoPlan with { To = new(2026, 3, 16) },
        ];
        Assert.All(wrong, terms => Assert.Equal(Rule.AComponentHasItsProvider, Broken(() => _case.AddComponent(plan.Id, terms, SocialWorker()))));
        Assert.Equal(Rule.CodesAreListed, Broken(() => _case.AddComponent(plan.Id, NgoPlan with { Component = "DANCING" }, SocialWorker())));
    }

    [Fact]
    public void Nothing_begins_without_a_component_and_the_persons_yes_to_just_that_draft()
    {
        var plan = Draft();
        Assert.Equal(Rule.AnIntegrationPlanHasComponents, Broken(() => _case.AnswerIntegration(plan.Id, Yes, SocialWorker())));
        Assert.Equal(Rule.AnIntegrationPlanHasComponents, Broken(() => _case.BeginIntegration(plan.Id, SocialWorker())));
        _case.AddComponent(plan.Id, NgoPlan, SocialWorker());
        Assert.Equal(Rule.ThePersonAgreesToIntegration, Broken(() => _case.BeginIntegration(plan.Id, SocialWorker())));

        _case.AnswerIntegration(plan.Id, Yes, SocialWorker());
        Assert.Equal(new DateOnly(2026, 3, 16), plan.AgreedOn);
        // Each change makes it another draft than the one that was agreed to.
        Action[] changes =
        [
            () => _case.RewriteComponent(plan.Id, plan.Components[0].Id, NgoPlan with { To = new(2026, 9, 1) }, SocialWorker()),
            () => _case.AddComponent(plan.Id, NgoPlan, SocialWorker()),
            () => _case.EndComponent(plan.Id, plan.Components[1].Id, new(2026, 3, 16), "Not now.", SocialWorker()),
            () => _case.RewriteIntegration(plan.Id, Terms(), SocialWorker()),
        ];
        foreach (var change in changes)
        {
            _case.AnswerIntegration(plan.Id, Yes, SocialWorker());
            change();
            Assert.Equal(Rule.ThePersonAgreesToIntegration, Broken(() => _case.BeginIntegration(plan.Id, SocialWorker())));
        }
    }

    [Fact]
    public void A_no_leaves_it_a_draft_and_takes_a_yes_back()
    {
        var plan = Draft("NGO_PLAN");
        _case.AnswerIntegration(plan.Id, Yes, SocialWorker());
        _case.AnswerIntegration(plan.Id, new() { Agrees = false, On = new(2026, 3, 16), Notes = new() { Reason = "Later, perhaps." } }, SocialWorker());

        Assert.Equal((IntegrationStatus.Draft, null), (plan.Status, plan.AgreedOn));
        Assert.Equal([true, false], plan.Answers.Select(a => a.Agrees));
        Assert.Equal(Rule.ThePersonAnswersThePlan, Broken(() => _case.AnswerIntegration(plan.Id, Yes with { Language = null }, SocialWorker())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.AnswerIntegration(plan.Id, Yes with { On = new(2026, 3, 17) }, SocialWorker())));
    }

    [Fact]
    public void For_a_child_somebody_decides_and_the_childs_own_view_stands_beside_it()
    {
        _case.RecordPerson(new() { Gender = "F", AgeGroup = "15-17", Languages = ["ti"] }, SocialWorker());
        var plan = Draft("NGO_PLAN");

        Assert.Equal(Rule.AChildsPlanHasGuardianAndOwnView, Broken(() => _case.AnswerIntegration(plan.Id, Yes, SocialWorker())));
        _case.AnswerIntegration(plan.Id, Yes with { Notes = new() { Guardian = "Her guardian", ChildsView = "Wants to go to school." } }, SocialWorker());
        Assert.NotNull(plan.AgreedOn);
    }

    [Fact]
    public void A_draft_whose_public_components_are_open_no_longer_does_not_begin()
    {
        Stays("PERMANENT");
        var plan = Draft("JOB", "NGO_PLAN");
        _case.AnswerIntegration(plan.Id, Yes, SocialWorker());
        Stays("TRP_OTHER");
        Assert.Equal(Rule.PublicIntegrationNeedsALastingRight, Broken(() => _case.BeginIntegration(plan.Id, SocialWorker())));

        // Struck from the draft, it bars nothing; and it still stands there.
        _case.EndComponent(plan.Id, plan.Components[0].Id, new(2026, 3, 16), "Not open to her now.", SocialWorker());
        _case.AnswerIntegration(plan.Id, Yes, SocialWorker());
        _case.BeginIntegration(plan.Id, SocialWorker());
        Assert.Equal(2, plan.Components.Count);
    }

    [Fact]
    public void What_is_added_to_a_plan_under_way_has_the_persons_yes_of_its_own()
    {
        var plan = Active();

        Assert.Equal(Rule.ThePersonAgreesToIntegration, Broken(() => _case.AddComponent(plan.Id, NgoPlan, SocialWorker())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.AddComponent(plan.Id, NgoPlan with { AgreedOn = new(2026, 3, 17) }, SocialWorker())));
        Assert.Equal(new DateOnly(2026, 3, 16), _case.AddComponent(plan.Id, NgoPlan with { AgreedOn = new(2026, 3, 16) }, SocialWorker()).AgreedOn);
        Assert.Equal(Rule.AnIntegrationPlanFollowsItsStates, Broken(() => _case.RewriteComponent(plan.Id, plan.Components[0].Id, NgoPlan, SocialWorker())));
    }

    [Fact]
    public void A_component_ends_once_with_an_outcome()
    {
        var plan = Active();
        var component = plan.Components[0].Id;

        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.EndComponent(plan.Id, component, new(2026, 3, 16), " ", SocialWorker())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.EndComponent(plan.Id, component, new(2026, 3, 17), "Done.", SocialWorker())));
        _case.EndComponent(plan.Id, component, new(2026, 3, 16), "Done.", SocialWorker());
        Assert.Equal(Rule.AComponentEndsOnce, Broken(() => _case.EndComponent(plan.Id, component, new(2026, 3, 16), "Again.", SocialWorker())));
    }

    [Fact]
    public void A_change_of_the_right_to_stay_asks_for_a_review_and_stops_nothing()
    {
        Stays("PERMANENT");
        var plan = Active("JOB");
        plan.TakeEvents();
        Stays("TRP_OTHER");
        _case.IntegrationsComeUnderReview([plan.Id], [Umea], Act.BySystem(Umea, On(9, 1)));

        Assert.Equal((IntegrationStatus.Active, new DateOnly(2026, 9, 1), false), (plan.Status, plan.ReviewSince!.Value, plan.PublicWasOpen));
        Assert.Null(plan.Components[0].EndedOn);
        var asked = Assert.IsType<IntegrationCameUnderReview>(Assert.Single(plan.TakeEvents()));
        var item = WorkList.After(asked).OfType<WorkChange.Open>().Single().Item;
        Assert.Equal((WorkKind.ReviewIntegration, Umea, plan.Id.Value, SwedishCalendar.StartOf(new(2026, 9, 9))), (item.Kind, item.OrganisationId, item.SourceId, item.DueAt));
        Assert.Equal((NoticeKind.IntegrationReviewDue, Umea), Notices.After(asked).Select(n => (n.Kind, n.OrganisationId)).Single());

        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.ReviewIntegration(plan.Id, "", SocialWorker(On(9, 2)))));
        _case.ReviewIntegration(plan.Id, "She goes on until the course ends.", SocialWorker(On(9, 2)));
        Assert.Null(plan.ReviewSince);
        Assert.Equal([new WorkChange.Close(WorkKind.ReviewIntegration, plan.Id.Value)], WorkList.After(plan.TakeEvents()[^1]));
        Assert.Equal(Rule.AnIntegrationPlanFollowsItsStates, Broken(() => _case.ReviewIntegration(plan.Id, "Again.", SocialWorker(On(9, 2)))));
    }

    [Fact]
    public void A_review_is_asked_of_the_owner_of_the_lead_where_the_owner_has_left_and_of_nobody_for_a_plan_that_is_over()
    {
        _case.AddToTeam(Asa, responsible: true, Ngo());
        var theirs = _case.DraftIntegration(Terms(Asa), Ngo());
        var over = Draft("NGO_PLAN");
        _case.EndIntegration(over.Id, false, "She moved.", SocialWorker());
        (_, _) = (theirs.TakeEvents(), over.TakeEvents());

        _case.IntegrationsComeUnderReview([theirs.Id, over.Id], [Umea, Haven], Act.BySystem(Umea, On(4, 1)));
        _case.IntegrationsComeUnderReview([theirs.Id], [Umea], Act.BySystem(Umea, On(4, 2)));

        Assert.Equal([Haven, Umea], theirs.TakeEvents().Cast<IntegrationCameUnderReview>().Select(e => e.By));
        Assert.Empty(over.TakeEvents());
    }

    [Fact]
    public void A_plan_given_up_ends_all_that_it_held_and_is_written_in_no_more()
    {
        var plan = Active();
        _case.EndIntegration(plan.Id, false, "She moved abroad.", SocialWorker());

        Assert.Equal(IntegrationStatus.Discontinued, plan.Status);
        Assert.All(plan.Components, c => Assert.NotNull(c.EndedOn));
        Action[] acts =
        [
            () => _case.AddComponent(plan.Id, NgoPlan with { AgreedOn = new(2026, 3, 16) }, SocialWorker()), () => _case.BeginIntegration(plan.Id, SocialWorker()),
            () => _case.EndIntegration(plan.Id, true, "Done.", SocialWorker()), () => _case.AnswerIntegration(plan.Id, Yes, SocialWorker()),
            () => _case.RewriteIntegration(plan.Id, Terms(), SocialWorker()), () => _case.ReviewIntegration(plan.Id, "Seen.", SocialWorker()),
        ];
        Assert.All(acts, act => Assert.Equal(Rule.AnIntegrationPlanFollowsItsStates, Broken(act)));
    }

    [Fact]
    public void A_draft_is_given_up_but_not_completed()
    {
        var plan = Draft("NGO_PLAN");
        Assert.Equal(Rule.AnIntegrationPlanFollowsItsStates, Broken(() => _case.EndIntegration(plan.Id, true, "Done.", SocialWorker())));
        _case.EndIntegration(plan.Id, false, "She moved.", SocialWorker());
        Assert.Equal(IntegrationStatus.Discontinued, plan.Status);
    }

    [Fact]
    public void In_a_closed_case_a_plan_rests()
    {
        var plan = Active();
        plan.TakeEvents();
        _case.Close("INTEGRATED", 0, SocialWorker());

        _case.IntegrationsComeUnderReview([plan.Id], [Umea], Act.BySystem(Umea, On(9, 1)));
        Assert.Empty(plan.TakeEvents());
        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => _case.EndIntegration(plan.Id, false, "Closed.", SocialWorker())));
    }
}
