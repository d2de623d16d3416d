using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Investigations;

public sealed class InvestigationTests
{
    [Fact]
    public void A_judgment_is_recorded_also_when_the_case_is_closed_but_nothing_new_begins_there()
    {
        var theCase = OpenCase();
        var investigation = theCase.InitiateInvestigation(null, Terms(), Police());
        theCase.Close("ASSISTANCE_COMPLETED", 0, SocialWorker());

        theCase.FollowInvestigation(investigation.Id, i => i.BringProsecution(Police().Day, Police()), Police());
        theCase.FollowInvestigation(investigation.Id, i => i.Judge(Police().Day, Police()), Police());

        Assert.Equal(InvestigationStatus.Judgment, investigation.Status);
        Assert.Equal(CaseStatus.Closed, theCase.Status);
        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => theCase.InitiateInvestigation(null, Terms(reference: "5000-K2-26"), Police())));
        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => theCase.ReportToPolice(Police().Day, "NOA", null, null, SocialWorker())));
    }

    private readonly Case _case = OpenCase();

    [Fact]
    public void An_initiated_investigation_identifies_the_person_formally_on_the_day_of_its_initiation()
    {
        _case.InitiateInvestigation(null, Terms(new(2026, 3, 10)), Police());

        Assert.Equal(IdentificationStatus.FormallyIdentified, _case.Identification);
        Assert.Equal(new DateOnly(2026, 3, 10), _case.FormallyIdentifiedOn);
        var identified = Assert.Single(_case.TakeEvents().OfType<FormallyIdentified>());
        // Both dates are kept: when it happened, and when it was recorded.
        Assert.Equal(new DateOnly(2026, 3, 10), identified.OccurredOn);
        Assert.Equal(new DateOnly(2026, 3, 16), identified.Act.Day);
        Assert.Equal(Umea, identified.Lead);
    }

    [Fact]
    public void A_report_identifies_nobody()
    {
        _case.ReportToPolice(new(2026, 3, 16), "Gränspolisen", null, null, SocialWorker());

        Assert.Equal(IdentificationStatus.Presumed, _case.Identification);
    }

    [Theory]
    [InlineData(Role.SocialWorker)]
    [InlineData(Role.RegionalCoordinator)]
    [InlineData(Role.MigrationOfficer)]
    [InlineData(Role.NgoWorker)]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.IomCaseworker)]
    [InlineData(Role.System)]
    public void Only_a_leader_initiates(Role role) =>
        Assert.Equal(Rule.OnlyALeaderInitiates, Broken(() => _case.InitiateInvestigation(null, Terms(), Police() with { As = role })));

    [Theory]
    [InlineData(LeaderKind.Prosecutor, OrganisationKind.Police)]
    [InlineData(LeaderKind.Police, OrganisationKind.Prosecutor)]
    [InlineData(LeaderKind.Police, OrganisationKind.Municipality)]
    public void The_leader_is_of_the_kind_of_the_organisation(LeaderKind leader, OrganisationKind organisation)
    {
        Assert.Equal(Rule.LeaderKindFitsOrganisation, Broken(() => _case.InitiateInvestigation(null, Terms(leader: leader, organisation: organisation), Police())));

        var led = _case.InitiateInvestigation(null, Terms(), Police());
        Assert.Equal(Rule.LeaderKindFitsOrganisation, Broken(() => led.ChangeLeader(leader, ProsecutionAuthority, organisation, "unit", "name", new(2026, 3, 16), Police())));
    }

    [Fact]
    public void Without_reason_to_assume_an_offence_nothing_is_initiated() =>
        Assert.Equal(Rule.ReasonToAssumeAnOffence, Broken(() => _case.InitiateInvestigation(null, Terms(reason: false), Police())));

    [Fact]
    public void An_investigation_names_an_offence_of_the_list()
    {
        Assert.Equal(Rule.CodesAreListed, Broken(() => _case.InitiateInvestigation(null, Terms() with { Offences = [] }, Police())));
        Assert.Equal(Rule.CodesAreListed, Broken(() => _case.InitiateInvestigation(null, Terms() with { Offences = ["THEFT"] }, Police())));
    }

    [Fact]
    public void An_investigation_is_not_initiated_in_the_future() =>
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.InitiateInvestigation(null, Terms(new(2026, 3, 17)), Police())));

    [Fact]
    public void An_investigation_follows_its_report()
    {
        var reported = _case.ReportToPolice(new(2026, 3, 12), "Gränspolisen", null, null, SocialWorker());

        Assert.Equal(Rule.InvestigationFollowsReport, Broken(() => _case.InitiateInvestigation(reported, Terms(new(2026, 3, 11)), Police())));
        Assert.Equal(Rule.InvestigationFollowsReport, Broken(() => _case.InitiateInvestigation(null, Terms(new(2026, 3, 11)) with { ReportedOn = new(2026, 3, 12) }, Police())));
        Assert.Same(reported, _case.InitiateInvestigation(reported, Terms(new(2026, 3, 12)), Police()));
    }

    [Fact]
    public void A_number_or_an_offence_is_corrected_by_the_organisation_that_leads()
    {
        var led = _case.InitiateInvestigation(null, Terms(), Police());
        var second = _case.InitiateInvestigation(null, Terms() with { ReferenceNumber = "5000-K2-26" }, Police());
        _case.TakeEvents();

        Assert.Equal(Rule.OnlyTheSameOrganisationCorrects, Broken(() => _case.CorrectInvestigation(led.Id, "AM-1-26", ["BRB_4_1B"], Police() with { For = ProsecutionAuthority })));
        Assert.Equal(Rule.CodesAreListed, Broken(() => _case.CorrectInvestigation(led.Id, "5000-K3-26", [], Police())));
        Assert.Equal(Rule.InvestigationIsRecordedOnce, Broken(() => _case.CorrectInvestigation(second.Id, led.ReferenceNumber!, ["BRB_4_1A"], Police())));
        _case.CorrectInvestigation(led.Id, "5000-K3-26", ["BRB_4_1B"], Police());
        Assert.Equal(("5000-K3-26", "BRB_4_1B"), (led.ReferenceNumber, Assert.Single(led.Offences)));
        Assert.Contains(led.TakeEvents(), e => e is InvestigationCorrected { Renumbered: true });

        var reported = _case.ReportToPolice(new(2026, 3, 12), "Gränspolisen", null, null, SocialWorker());
        Assert.Equal(Rule.OnlyALiveInvestigationIsAttendedTo, Broken(() => _case.CorrectInvestigation(reported.Id, "5000-K4-26", ["BRB_4_1A"], Police())));
    }

    [Fact]
    public void A_prosecutor_who_leads_says_since_when()
    {
        var led = _case.InitiateInvestigation(null, Terms(), Police());
        Assert.Null(led.ProsecutorTookOverOn);
        led.ChangeLeader(LeaderKind.Prosecutor, ProsecutionAuthority, OrganisationKind.Prosecutor, "unit", "name", new(2026, 3, 16), Police());
        Assert.Equal(new DateOnly(2026, 3, 16), led.ProsecutorTookOverOn);

        Assert.Equal(Rule.LeaderKindFitsOrganisation, Broken(() => _case.InitiateInvestigation(null, Terms() with { ReferenceNumber = "5000-K2-26", ProsecutorTookOverOn = new(2026, 3, 16) }, Police())));
    }

    [Fact]
    public void The_same_reference_is_recorded_once_in_a_case()
    {
        _case.InitiateInvestigation(null, Terms(reference: "AM-1-26"), Police());

        Assert.Equal(Rule.InvestigationIsRecordedOnce, Broken(() => _case.InitiateInvestigation(null, Terms(reference: "am-1-26"), Police())));
        _case.InitiateInvestigation(null, Terms(reference: "AM-2-26"), Police());
        Assert.Equal(2, _case.Investigations.Count);
    }

    [Fact]
    public void A_report_is_answered_by_one_investigation()
    {
        var reported = _case.ReportToPolice(new(2026, 3, 12), "Gränspolisen", null, null, SocialWorker());
        _case.InitiateInvestigation(reported, Terms(), Police());

        Assert.Equal(Rule.InvestigationIsRecordedOnce, Broken(() => _case.InitiateInvestigation(reported, Terms(reference: "AM-2-26"), Police())));
    }

    [Fact]
    public void The_police_take_part_by_a_report_only_with_consent_or_a_ground()
    {
        Assert.Equal(Rule.AReportToThePoliceNeedsConsentOrGround, Broken(() => _case.ReportToPolice(new(2026, 3, 16), "NOA", PoliceAuthority, null, SocialWorker())));

        _case.ConsentsTo(PoliceAuthority, OrganisationKind.Police, SocialWorker());
        Assert.Equal(PoliceAuthority, _case.ReportToPolice(new(2026, 3, 16), "NOA", PoliceAuthority, null, SocialWorker()).ReportedTo);
    }

    [Fact]
    public void The_police_report_to_themselves_without_asking_themselves()
    {
        var own = OpenCase(Police());

        Assert.Equal(PoliceAuthority, own.ReportToPolice(new(2026, 3, 16), "NOA", PoliceAuthority, null, Police()).ReportedTo);
    }

    [Fact]
    public void A_mistake_is_corrected_by_the_organisation_that_made_it_and_identification_is_worked_out_anew()
    {
        var wrong = _case.InitiateInvestigation(null, Terms(new(2026, 3, 1), "5000-K1-26"), Police());
        _case.InitiateInvestigation(null, Terms(new(2026, 3, 9), "AM-1-26", LeaderKind.Prosecutor, OrganisationKind.Prosecutor), Prosecutor());
        Assert.Equal(new DateOnly(2026, 3, 1), _case.FormallyIdentifiedOn);

        Assert.Equal(Rule.OnlyTheSameOrganisationCorrects, Broken(() => _case.InvestigationWasMistaken(wrong.Id, "Wrong case.", Prosecutor())));
        _case.InvestigationWasMistaken(wrong.Id, "Wrong case.", Police());
        Assert.Equal(new DateOnly(2026, 3, 9), _case.FormallyIdentifiedOn);

        var other = _case.Investigations.Single(i => i.Id != wrong.Id);
        _case.InvestigationWasMistaken(other.Id, "Wrong case.", Prosecutor());
        Assert.Equal(IdentificationStatus.Presumed, _case.Identification);
        Assert.Null(_case.FormallyIdentifiedOn);
        Assert.Equal(Rule.InvestigationGoesForward, Broken(() => _case.InvestigationWasMistaken(wrong.Id, "Again.", Police())));
    }

    [Fact]
    public void A_discontinued_investigation_does_not_undo_the_identification_and_can_be_resumed()
    {
        var led = _case.InitiateInvestigation(null, Terms(new(2026, 3, 10)), Police());
        led.Discontinue(new(2026, 3, 12), "No evidence.", Police());

        Assert.Equal(IdentificationStatus.FormallyIdentified, _case.Identification);
        Assert.False(led.IsLive);
        led.Resume(new(2026, 3, 13), Police());
        Assert.True(led.IsLive);
    }

    [Fact]
    public void A_later_identification_never_moves_an_earlier_one()
    {
        _case.InitiateInvestigation(null, Terms(new(2026, 3, 10), "5000-K1-26"), Police());
        _case.InitiateInvestigation(null, Terms(new(2026, 3, 12), "5000-K2-26"), Police());
        Assert.Equal(new DateOnly(2026, 3, 10), _case.FormallyIdentifiedOn);

        _case.InitiateInvestigation(null, Terms(new(2026, 3, 2), "5000-K3-26"), Police());
        Assert.Equal(new DateOnly(2026, 3, 2), _case.FormallyIdentifiedOn);
    }

    public static TheoryData<InvestigationStatus, string> Steps()
    {
        var steps = new TheoryData<InvestigationStatus, string>();
        foreach (var status in Enum.GetValues<InvestigationStatus>())
            foreach (var step in new[] { "NotInitiated", "ChangeLeader", "Discontinue", "Resume", "BringProsecution", "Judge", "JudgeFinally" })
                steps.Add(status, step);
        return steps;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_investigation_goes_forward_by_the_table_and_no_other_way(InvestigationStatus from, string step)
    {
        var today = new DateOnly(2026, 3, 16);
        var one = At(from);
        void Take()
        {
            switch (step)
            {
                case "NotInitiated": one.NotInitiated(today, "Why.", Police()); break;
                case "ChangeLeader": one.ChangeLeader(LeaderKind.Prosecutor, ProsecutionAuthority, OrganisationKind.Prosecutor, "unit", "name", today, Police()); break;
                case "Discontinue": one.Discontinue(today, "Why.", Police()); break;
                case "Resume": one.Resume(today, Police()); break;
                case "BringProsecution": one.BringProsecution(today, Police()); break;
                case "Judge": one.Judge(today, Police()); break;
                case "JudgeFinally": one.JudgeFinally(today, Police()); break;
            }
        }
        InvestigationStatus? to = (from, step) switch
        {
            (InvestigationStatus.Reported, "NotInitiated") => InvestigationStatus.NotInitiated,
            (InvestigationStatus.Initiated, "ChangeLeader") => InvestigationStatus.Initiated,
            (InvestigationStatus.ProsecutionBrought, "ChangeLeader") => InvestigationStatus.ProsecutionBrought,
            (InvestigationStatus.Initiated, "Discontinue") => InvestigationStatus.Discontinued,
            (InvestigationStatus.Discontinued, "Resume") => InvestigationStatus.Initiated,
            (InvestigationStatus.Initiated, "BringProsecution") => InvestigationStatus.ProsecutionBrought,
            (InvestigationStatus.ProsecutionBrought, "Judge") => InvestigationStatus.Judgment,
            (InvestigationStatus.Judgment, "JudgeFinally") => InvestigationStatus.FinalJudgment,
            _ => null,
        };
        if (to is null) Assert.Equal(Rule.InvestigationGoesForward, Broken(Take));
        else Take();
        Assert.Equal(to ?? from, one.Status);
    }

    [Fact]
    public void The_steps_of_an_investigation_ascend_and_none_is_in_the_future()
    {
        var led = _case.InitiateInvestigation(null, Terms(new(2026, 3, 10)), Police());

        Assert.Equal(Rule.StepsOfAnInvestigationAscend, Broken(() => led.BringProsecution(new(2026, 3, 9), Police())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => led.BringProsecution(new(2026, 3, 17), Police())));
        led.BringProsecution(new(2026, 3, 12), Police());
        Assert.Equal(Rule.StepsOfAnInvestigationAscend, Broken(() => led.Judge(new(2026, 3, 11), Police())));
    }

    [Fact]
    public void A_step_that_ends_or_corrects_it_is_explained()
    {
        var led = _case.InitiateInvestigation(null, Terms(), Police());

        Assert.Equal(Rule.AStepIsExplained, Broken(() => led.Discontinue(new(2026, 3, 16), " ", Police())));
        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.InvestigationWasMistaken(led.Id, " ", Police())));
    }

    [Fact]
    public void What_the_person_is_owed_is_done_from_the_day_of_initiation_whatever_came_after()
    {
        var led = _case.InitiateInvestigation(null, Terms(new(2026, 3, 10)), Police());
        led.Discontinue(new(2026, 3, 14), "No evidence.", Police());

        Assert.Equal(Rule.StepsOfAnInvestigationAscend, Broken(() => led.InformedOfPermits(new(2026, 3, 9), Police())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => led.InformedOfPermits(new(2026, 3, 17), Police())));
        led.InformedOfPermits(new(2026, 3, 11), Police());
        led.Counsel(new(2026, 3, 12), null, Police());
        Assert.Equal(Rule.StepsOfAnInvestigationAscend, Broken(() => led.Counsel(null, new(2026, 3, 11), Police())));
        led.Counsel(null, new(2026, 3, 13), Police());

        Assert.Equal((new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 13)), (led.InformedOfPermitsOn!.Value, led.CounselRequestedOn!.Value, led.CounselAppointedOn!.Value));
    }

    [Fact]
    public void Only_a_live_investigation_is_attended_to()
    {
        var reported = _case.ReportToPolice(new(2026, 3, 12), "Gränspolisen", null, null, SocialWorker());

        Assert.Equal(Rule.OnlyALiveInvestigationIsAttendedTo, Broken(() => reported.InformedOfPermits(new(2026, 3, 16), Police())));
        Assert.Equal(Rule.OnlyALiveInvestigationIsAttendedTo, Broken(() => reported.Counsel(new(2026, 3, 16), null, Police())));
    }

    [Fact]
    public void A_draft_is_not_investigated()
    {
        var draft = Case.Start("2026-000002", Police());

        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => draft.InitiateInvestigation(null, Terms(), Police())));
        Assert.Equal(Rule.CaseIsOpenForThis, Broken(() => draft.ReportToPolice(new(2026, 3, 16), "NOA", null, null, Police())));
    }

    [Fact]
    public void A_case_is_taken_on_once_by_each_organisation()
    {
        _case.TakeOn(Police());

        Assert.True(_case.Team.Single(m => m.OrganisationId == PoliceAuthority).IsResponsible);
        Assert.Equal(Rule.ACaseIsTakenOnOnce, Broken(() => _case.TakeOn(Police() with { By = UserId.New(Monday) })));
        _case.TakeOn(Prosecutor());
    }

    [Theory]
    [InlineData(LeaderKind.Police, "5000-K123456-26", true)]
    [InlineData(LeaderKind.Police, "AM-12345-26", false)]
    [InlineData(LeaderKind.Prosecutor, "am-12345-26", true)]
    [InlineData(LeaderKind.Prosecutor, "5000-K123456-26", false)]
    [InlineData(LeaderKind.Police, "whatever", false)]
    public void A_reference_number_may_look_unusual(LeaderKind leader, string number, bool usual) => Assert.Equal(usual, ReferenceNumber.LooksUsual(leader, number));

    [Theory]
    [InlineData("AM-1", true)]
    [InlineData("A/1", true)]
    [InlineData("A1", false)]
    [InlineData("A 12345", false)]
    [InlineData("0123456789012345678901234567890123456789", true)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    public void A_reference_number_has_three_to_forty_signs(string number, bool written) => Assert.Equal(written, ReferenceNumber.IsWritten(number));

    private Investigation At(InvestigationStatus status)
    {
        var on = new DateOnly(2026, 3, 16);
        var one = _case.ReportToPolice(on, "NOA", null, null, SocialWorker());
        if (status == InvestigationStatus.Reported) return one;
        if (status == InvestigationStatus.NotInitiated)
        {
            one.NotInitiated(on, "Why.", Police());
            return one;
        }
        _case.InitiateInvestigation(one, Terms(), Police());
        if (status == InvestigationStatus.RecordedInError) _case.InvestigationWasMistaken(one.Id, "Why.", Police());
        if (status == InvestigationStatus.Discontinued) one.Discontinue(on, "Why.", Police());
        if (status >= InvestigationStatus.ProsecutionBrought) one.BringProsecution(on, Police());
        if (status >= InvestigationStatus.Judgment) one.Judge(on, Police());
        if (status >= InvestigationStatus.FinalJudgment) one.JudgeFinally(on, Police());
        return one;
    }
}
