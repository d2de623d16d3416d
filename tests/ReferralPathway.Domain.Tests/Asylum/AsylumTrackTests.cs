using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Asylum;

/// <summary>The asylum track (3.11), beside a case of Umeå. The day is Monday 16 March 2026 unless the test says another.</summary>
public sealed class AsylumTrackTests
{
    private static readonly OrganisationId Agency = OrganisationId.New(Monday);
    private static readonly UserId Noor = UserId.New(Monday);
    private static readonly DateOnly Today = new(2026, 3, 16);

    private readonly Case _case = OpenCase();

    private static Act Officer(int days = 0) => new(Noor, Role.MigrationOfficer, Agency, Monday.AddDays(days));

    private Case Supported()
    {
        _case.RegisterAsylum(Today, Officer());
        _case.SupportAsylum(Today, Umea, Officer());
        _case.AsylumTrack!.TakeEvents();
        return _case;
    }

    private PermitApplication Applied()
    {
        var investigation = _case.InitiateInvestigation(null, Terms(new(2026, 3, 10)), Police());
        Condition met = new(true, new(2026, 3, 12), "Told in interview.");
        var permit = _case.DraftPermit(PermitKind.ReflectionPeriod, Agency, OrganisationKind.MigrationAgency, new()
        {
            Investigation = investigation.Id, Wanted = true, WantedOn = new(2026, 3, 12), WantedIn = "uz", Needed = met, NothingAgainst = met, InSweden = true,
        }, ReflectionPeriodRuleSet.Guide, Police());
        _case.SubmitPermit(permit.Id, Today, "Form", ReflectionPeriodRuleSet.Guide, Police());
        return permit;
    }

    [Fact]
    public void What_the_person_says_is_unconfirmed_until_the_agency_says_so()
    {
        _case.RegisterAsylum(new(2026, 3, 2), SocialWorker());
        Assert.Equal((AsylumState.Registered, false), (_case.AsylumTrack!.State, _case.AsylumTrack.IsConfirmed));
        Assert.Equal(("ASYLUM", LegalStatusSource.Told), (_case.Facts.LegalStatus, _case.TakeEvents().OfType<LegalStatusChanged>().Last().Source));
        Assert.Empty(_case.AsylumTrack.TakeEvents().SelectMany(WorkList.After));
        Assert.Equal(Rule.AnAsylumTrackFollowsItsStates, Broken(() => _case.RegisterAsylum(Today, SocialWorker())));

        _case.RegisterAsylum(new(2026, 3, 3), Officer());

        Assert.Equal((true, new DateOnly(2026, 3, 3)), (_case.AsylumTrack.IsConfirmed, _case.AsylumTrack.RegisteredOn));
        Assert.Equal(WorkKind.BeginAsylumSupport, Assert.Single(_case.AsylumTrack.TakeEvents().SelectMany(WorkList.After).OfType<WorkChange.Open>()).Item.Kind);
        Assert.Equal(Rule.AnAsylumTrackFollowsItsStates, Broken(() => _case.RegisterAsylum(Today, Officer())));
    }

    [Fact]
    public void While_a_permit_is_applied_for_the_agency_has_no_support_to_begin()
    {
        Applied();
        _case.RegisterAsylum(Today, Officer());

        Assert.Empty(_case.AsylumTrack!.TakeEvents().SelectMany(WorkList.After).OfType<WorkChange.Open>());
        Assert.Equal(Rule.ReceptionEndsWithAPermitApplication, Broken(() => _case.SupportAsylum(Today, null, Officer())));
    }

    [Fact]
    public void The_agency_supports_and_nobody_else_says_so()
    {
        _case.RegisterAsylum(Today, SocialWorker());
        Assert.Equal(Rule.OnlyTheAgencyHandlesAsylum, Broken(() => _case.SupportAsylum(Today, null, SocialWorker())));
        Assert.Equal(Rule.AnAsylumStepFollows, Broken(() => _case.SupportAsylum(Today.AddDays(-1), null, Officer())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.SupportAsylum(Today.AddDays(1), null, Officer())));
        _case.SupportAsylum(Today, null, Officer());
        Assert.Equal((AsylumState.SupportByMigrationAgency, true), (_case.AsylumTrack!.State, _case.AsylumTrack.IsConfirmed));
        Assert.Equal(Rule.AnAsylumTrackFollowsItsStates, Broken(() => OpenCase().SupportAsylum(Today, null, Officer())));
    }

    [Fact]
    public void An_unaccompanied_child_is_assigned_a_municipality()
    {
        _case.RecordPerson(new() { Gender = "M", AgeGroup = "15-17", Unaccompanied = "Yes" }, SocialWorker());
        _case.RegisterAsylum(Today, Officer());
        Assert.Equal(Rule.AnUnaccompaniedChildIsAssignedAMunicipality, Broken(() => _case.SupportAsylum(Today, null, Officer())));
        _case.SupportAsylum(Today, Umea, Officer());
        Assert.Equal(Umea, _case.AsylumTrack!.Municipality);
    }

    [Fact]
    public void An_application_for_a_reflection_period_ends_the_reception_by_itself_and_the_lead_sees_to_a_municipality()
    {
        Supported();
        Applied();

        var track = _case.AsylumTrack!;
        Assert.Equal((AsylumState.LeftTrack, (DateOnly?)Today), (track.State, track.LeftOn));
        Assert.Equal("ASYLUM", _case.Facts.LegalStatus);
        var events = track.TakeEvents();
        var work = Assert.Single(events.SelectMany(WorkList.After).OfType<WorkChange.Open>()).Item;
        Assert.Equal((WorkKind.MoveSupport, Umea), (work.Kind, work.OrganisationId));
        Assert.Equal(NoticeKind.AsylumSupportEnded, Assert.Single(events.SelectMany(Notices.After)).Kind);
        Assert.Equal(Rule.ReceptionEndsWithAPermitApplication, Broken(() => _case.SupportAsylum(Today, null, Officer())));

        _case.TakeOverFromReception(Today, SocialWorker());
        Assert.Contains(track.TakeEvents().SelectMany(WorkList.After).OfType<WorkChange.Close>(), c => c.Kind == WorkKind.MoveSupport);
        Assert.Equal(Rule.AnAsylumTrackFollowsItsStates, Broken(() => _case.TakeOverFromReception(Today, SocialWorker())));
    }

    [Fact]
    public void When_the_application_comes_to_nothing_the_agency_supports_again()
    {
        Supported();
        _case.WithdrawPermit(Applied().Id, "The person does not want it any longer.", Police());
        _case.SupportAsylum(Today, Umea, Officer());
        Assert.Equal(AsylumState.SupportByMigrationAgency, _case.AsylumTrack!.State);
    }

    [Theory]
    [InlineData("TRP_OTHER", "2027-04-01", true)]
    [InlineData("TRP_OTHER", null, false)]
    [InlineData("TRP_OTHER", "2026-03-01", false)]
    [InlineData("PERMANENT", null, true)]
    [InlineData("PERMANENT", "2027-04-01", false)]
    [InlineData("SE", null, false)]
    [InlineData(null, null, false)]
    public void A_grant_says_which_permit_and_until_when(string? status, string? until, bool may)
    {
        Supported();
        DateOnly? last = until is null ? null : DateOnly.Parse(until, null);
        if (!may)
        {
            Assert.Equal(Rule.AGrantSaysWhichPermit, Broken(() => _case.DecideAsylum(AsylumState.Granted, Today, status, last, Officer())));
            return;
        }
        _case.DecideAsylum(AsylumState.Granted, Today, status, last, Officer());
        Assert.Equal((status, last, AsylumState.Granted), (_case.Facts.LegalStatus, _case.Facts.LegalStatusValidTo, _case.AsylumTrack!.State));
    }

    [Fact]
    public void Refused_and_withdrawn_set_the_right_to_stay_and_a_new_application_begins_anew()
    {
        Supported();
        Assert.Equal(Rule.OnlyTheAgencyHandlesAsylum, Broken(() => _case.DecideAsylum(AsylumState.Refused, Today, null, null, SocialWorker())));
        Assert.Equal(Rule.AnAsylumTrackFollowsItsStates, Broken(() => _case.DecideAsylum(AsylumState.LeftTrack, Today, null, null, Officer())));
        _case.DecideAsylum(AsylumState.Refused, Today, null, null, Officer());
        Assert.Equal("ASYLUM_REFUSED", _case.Facts.LegalStatus);
        Assert.Equal(Rule.AnAsylumTrackFollowsItsStates, Broken(() => _case.DecideAsylum(AsylumState.Granted, Today, "PERMANENT", null, Officer())));
        Assert.Equal(Rule.AnAsylumStepFollows, Broken(() => _case.RegisterAsylum(Today.AddDays(-1), Officer())));

        _case.RegisterAsylum(Today, Officer());
        Assert.Equal(("ASYLUM", AsylumState.Registered, (DateOnly?)null), (_case.Facts.LegalStatus, _case.AsylumTrack!.State, _case.AsylumTrack.DecidedOn));
        _case.DecideAsylum(AsylumState.Withdrawn, Today, null, null, Officer());
        Assert.Equal("IRREGULAR", _case.Facts.LegalStatus);
    }

    [Fact]
    public void A_running_reflection_period_stays_the_right_to_stay_and_falls_back_on_the_decision_on_asylum()
    {
        Supported();
        var permit = Applied();
        _case.GrantPermit(permit.Id, new(Today, Today, Today.AddDays(29), "MIG-1"), Officer());
        _case.DecideAsylum(AsylumState.Refused, Today, null, null, Officer());
        Assert.Equal("RP", _case.Facts.LegalStatus);

        _case.PermitsMoveOn(Act.BySystem(Umea, Monday.AddDays(31)));

        Assert.Equal("ASYLUM_REFUSED", _case.Facts.LegalStatus);
    }

    [Fact]
    public void Asking_for_asylum_costs_nobody_the_right_to_stay_that_they_have()
    {
        _case.RecordLegalStatus("WORK", new(2027, 1, 1), SocialWorker());
        _case.RegisterAsylum(Today, Officer());
        Assert.Equal("WORK", _case.Facts.LegalStatus);
    }
}
