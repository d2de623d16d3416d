using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Tests.Cases;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Domain.Tests.Access;

public sealed class CaseViewTests
{
    private static readonly DateTimeOffset Now = ViewerTests.Now;
    private static readonly OrganisationId Ours = Acting.Jonas.For;
    private static readonly OrganisationId Haven = OrganisationId.New(Now);

    internal static readonly CaseRecord Record = new()
    {
        Core = new(CaseId.New(Now), "2026-000001", Ours, "Malmö stad", "City of Malmö", CaseStatus.Open, IdentificationStatus.Presumed, null, null, null, 127, Acting.Jonas.By, Now, Now, Now, 9),
        Facts = new() { DetectedOn = new(2026, 3, 10), DetectedBy = "NGO", Gender = "F", AgeGroup = "25-34" },
        Identity = new(Guid.CreateVersion7(Now), Now, new(new IdentityDetails { GivenName = "Maribel", FamilyName = "Kanariefågel" })),
        SafeContact = new(Guid.CreateVersion7(Now), Now, new(new SafeContactDetails { Direct = "No", DeviceWatched = "No", LastCheckedOn = new(2026, 3, 10) })),
        Narrative = new(Guid.CreateVersion7(Now), Now, [], [], [], null, null, null),
        Health = new(Guid.CreateVersion7(Now), Now, new(new HealthDetails { Pregnant = "No", UrgentNeed = "No", Disability = "No" })),
        Consents = [Consent(1, "REFERRAL", ConsentState.Given)],
        Parts = [new(Ours, "Malmö stad", "City of Malmö", OrganisationKind.Municipality, 0, Now.AddDays(-9), Now.AddDays(-1), ParticipationReason.Lead)],
        Timeline = [Line(nameof(CaseOpened), DataGroup.Facts, Ours), Line(nameof(TeamChanged), DataGroup.Facts, Haven), Line(nameof(GlassBroken), DataGroup.AnswersForCase, Ours), Line("InvestigationLeaderChanged", DataGroup.Investigation, Haven)],
        ReadingCount = 3,
        Work = [new(Guid.CreateVersion7(Now), WorkKind.ReviewBreakGlass, Now, Ours, "", "", Guid.CreateVersion7(Now), ManagersOnly: true)],
    };

    [Fact]
    public void The_team_sees_initials_and_no_name_until_it_is_asked_for()
    {
        var viewer = ViewerTests.Of(Relation.LeadTeam);

        Assert.Equal("M.K.", CaseView.Of(Record, viewer).Initials);
        Assert.Null(CaseView.Of(Record, viewer).Identity.Value);
        Assert.Equal("Maribel", CaseView.Of(Record, viewer with { IdentityShown = true }).Identity.Value!.GivenName);
        Assert.Null(CaseView.Of(Record, viewer with { IdentityShown = true }).Health.Value);
    }

    [Fact]
    public void A_protected_person_has_no_initials() =>
        Assert.Null(CaseView.Of(Record with { Facts = Record.Facts! with { ProtectedIdentity = "SEKRETESSMARKERING" } }, ViewerTests.Of(Relation.LeadTeam)).Initials);

    [Fact]
    public void A_colleague_is_shown_one_line_and_nothing_behind_it()
    {
        var view = CaseView.Of(Record, ViewerTests.Of(Relation.LeadColleague));

        Assert.Null(view.Initials);
        Assert.Null(view.SafeContact.Value);
        Assert.Null(view.Narrative);
        Assert.Empty(view.Consents);
        Assert.Empty(view.Timeline);
        Assert.Empty(view.Parts);
        Assert.Empty(view.Work);
        Assert.Equal(0, view.ReadingCount);
        Assert.Equal(DataGroups.Of(DataGroup.Facts), view.ShownGroups);
        Assert.Equal("M.K.", CaseView.Of(Record, ViewerTests.Of(Relation.LeadColleague, glassUntil: Now)).Initials);
    }

    [Fact]
    public void The_timeline_shows_lines_of_groups_that_are_seen_and_no_other_organisations_team()
    {
        Assert.Equal([nameof(CaseOpened), nameof(GlassBroken)], CaseView.Of(Record, ViewerTests.Of(Relation.LeadTeam)).Timeline.Select(e => e.Kind));
        Assert.Equal([nameof(CaseOpened), nameof(GlassBroken), "InvestigationLeaderChanged"], CaseView.Of(Record, ViewerTests.Of(Relation.LeadTeam, role: Role.InvestigationLeader)).Timeline.Select(e => e.Kind));
        Assert.Equal([nameof(CaseOpened)], CaseView.Of(Record, ViewerTests.Of(Relation.PartTeam, DataGroups.Of(DataGroup.Facts))).Timeline.Select(e => e.Kind));
    }

    [Fact]
    public void A_former_participant_is_told_until_when_it_received() =>
        Assert.Equal(Now.AddDays(-1), CaseView.Of(Record with { Core = null }, ViewerTests.Of(Relation.Former)).ReceivedUntil);

    [Fact]
    public void What_only_managers_do_is_shown_to_managers()
    {
        var viewer = ViewerTests.Of(Relation.LeadTeam);

        Assert.Empty(CaseView.Of(Record, viewer).Work);
        Assert.Single(CaseView.Of(Record, viewer with { Actor = viewer.Actor with { IsManager = true } }).Work);
    }

    [Fact]
    public void The_last_word_on_a_consent_counts_and_ends_with_its_last_day()
    {
        var record = Record with { Consents = [Consent(3, "REFERRAL", ConsentState.Given, new(2026, 3, 16)), Consent(2, "REFERRAL", ConsentState.Refused), Consent(1, "SHARE_HEALTH", ConsentState.Given)] };
        var view = CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam));

        Assert.Equal([("REFERRAL", ConsentState.Given), ("SHARE_HEALTH", ConsentState.Given)], view.ConsentsNow(new(2026, 3, 16)).Select(c => (c.Row.Purpose, c.State)));
        Assert.Equal(ConsentState.Expired, view.ConsentsNow(new(2026, 3, 17))[0].State);
    }

    [Theory]
    [InlineData("", "", "AskConsent", PathwayStage.Consent)]
    [InlineData("Refused", "", "SaysNo", PathwayStage.Consent)]
    [InlineData("Given", "", "WriteReferral", PathwayStage.Referral)]
    [InlineData("Given", "Sent", "AwaitsAnswer", PathwayStage.Referral)]
    [InlineData("Given", "Declined", "FindAnother", PathwayStage.Referral)]
    [InlineData("Given", "Accepted", "Helped", null)]
    public void The_figure_of_the_pathway_follows_from_the_facts(string consent, string referral, string now, PathwayStage? stage)
    {
        var record = Record with
        {
            Consents = consent == "" ? [] : [Consent(1, "REFERRAL", Enum.Parse<ConsentState>(consent))],
            Referrals = referral == "" ? [] : [Referral(Enum.Parse<ReferralStatus>(referral))],
        };

        var figure = PathwayFigure.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), Now);

        Assert.Equal(now, figure.Now.Name);
        Assert.Equal(stage, figure.Steps.SingleOrDefault(s => s.Standing == StageStanding.Now)?.Stage);
        Assert.Equal(Enum.GetValues<PathwayStage>().Where(s => s != PathwayStage.Child), figure.Steps.Select(s => s.Stage));
        Assert.Equal(StageStanding.Done, figure.Steps[0].Standing);
    }

    [Fact]
    public void Whoever_knows_of_the_person_without_consent_is_named_where_consent_is_asked_for()
    {
        PartRow board = new(Haven, "Stockholms stad", "City of Stockholm", OrganisationKind.Municipality, 0, Now.AddDays(-2), Now.AddDays(90), ParticipationReason.ChildReport);
        var record = Record with { Consents = [], Parts = [.. Record.Parts, board] };

        var knows = PathwayFigure.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), Now);
        var knew = PathwayFigure.Of(CaseView.Of(record with { Parts = [board with { ValidUntil = Now.AddDays(-1) }] }, ViewerTests.Of(Relation.LeadTeam)), Now);

        Assert.Equal("AskConsentFurther", knows.Now.Name);
        Assert.Equal("City of Stockholm", knows.Now.Who?.En);
        Assert.Equal(PathwayStage.Consent, knows.Steps.Single(s => s.Standing == StageStanding.Now).Stage);
        Assert.Equal("AskConsent", knew.Now.Name);
    }

    [Fact]
    public void A_child_is_reported_before_anything_else_and_the_figure_says_so()
    {
        var task = new ChildTaskRow(Guid.NewGuid(), ChildTaskState.Open, null, null, null, null, false, null, null, null, null, null, false, false, false);

        var figure = PathwayFigure.Of(CaseView.Of(Record with { ChildTask = task }, ViewerTests.Of(Relation.LeadTeam)), Now);

        Assert.Equal("ReportConcern", figure.Now.Name);
        Assert.Equal(PathwayStage.Child, figure.Steps.Single(s => s.Standing == StageStanding.Now).Stage);
    }

    [Fact]
    public void What_the_social_board_does_is_its_own_until_it_tells()
    {
        var (board, reporter) = (OrganisationId.New(Now), ViewerTests.Of(Relation.LeadTeam).Actor.Organisation);
        ChildStepRow Step(ChildStepKind kind, OrganisationId? toldTo, OrganisationId by) => new(Guid.NewGuid(), kind, new(2026, 3, 16), null, null, toldTo, by, "", "", 1, null, new("A canary."));
        var record = Record with
        {
            ChildTask = new(Guid.NewGuid(), ChildTaskState.Open, null, board, "", "", true, reporter, "", "", Now, null, false, false, false),
            ChildSteps = [Step(ChildStepKind.Reported, null, reporter), Step(ChildStepKind.Assessed, board, board), Step(ChildStepKind.Informed, reporter, board), Step(ChildStepKind.Heard, null, board)],
        };

        var seen = CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)).ChildSteps;
        Assert.Equal([ChildStepKind.Reported, ChildStepKind.Informed, ChildStepKind.Heard], seen.Select(s => s.Kind));
        Assert.Empty(CaseView.Of(record, ViewerTests.Of(Relation.LeadColleague)).ChildSteps);
    }

    [Fact]
    public void Closed_ruled_out_and_identified_are_the_answer_before_anything_else()
    {
        Assert.Equal("Closed", NowOf(Record.Core! with { Status = CaseStatus.Closed, ClosedBecause = "INTEGRATED", ClosedOn = new(2026, 3, 16) }));
        Assert.Equal("RuledOut", NowOf(Record.Core! with { Identification = IdentificationStatus.RuledOut }));
        Assert.Equal("Identified", NowOf(Record.Core! with { Identification = IdentificationStatus.FormallyIdentified, FormallyIdentifiedOn = new(2026, 3, 12) }));
        Assert.Equal("TakesPart", PathwayFigure.Of(CaseView.Of(Record, ViewerTests.Of(Relation.PartTeam, DataGroups.Of(DataGroup.Facts))), Now).Now.Name);

        static string NowOf(CoreRow core) => PathwayFigure.Of(CaseView.Of(Record with { Core = core }, ViewerTests.Of(Relation.LeadTeam)), Now).Now.Name;
    }

    [Theory]
    [InlineData(PermitStatus.Submitted, -3, null, "PermitWaits", "PermitWaits", PathwayStage.Permits)]
    [InlineData(PermitStatus.Granted, 0, 0, "ReflectionPeriodRuns", "ReflectionPeriodRuns", PathwayStage.Permits)]
    [InlineData(PermitStatus.Granted, -29, 0, "ReflectionPeriodRuns", "ReflectionPeriodRuns", PathwayStage.Permits)]
    [InlineData(PermitStatus.Granted, 1, 30, "PermitBegins", "PermitBegins", PathwayStage.Permits)]
    [InlineData(PermitStatus.Granted, -30, -1, "PermitOver", "PermitOver", PathwayStage.Onward)]
    [InlineData(PermitStatus.Ended, -30, -1, "PermitOver", "PermitOver", PathwayStage.Onward)]
    [InlineData(PermitStatus.Refused, -3, null, "Identified", "PermitsOpen", PathwayStage.Permits)]
    public void The_figure_says_that_a_permit_waits_runs_or_is_over_and_not_that_one_may_be_asked_for(PermitStatus status, int from, int? to, string now, string note, PathwayStage stage)
    {
        var day = SwedishCalendar.DayOf(Now);
        var record = Record with
        {
            Core = Record.Core! with { Identification = IdentificationStatus.FormallyIdentified, FormallyIdentifiedOn = day.AddDays(-40) },
            PermitLines = [new(PermitId.New(Now), PermitKind.ReflectionPeriod, status, day.AddDays(from), to is null ? null : day.AddDays(from), to is { } last ? day.AddDays(last) : null)],
        };

        var figure = PathwayFigure.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), Now);

        Assert.Equal((now, note), (figure.Now.Name, figure.Steps[4].Note));
        Assert.Equal(stage, figure.Steps.Single(s => s.Standing == StageStanding.Now).Stage);
    }

    [Theory]
    [InlineData(PermitStatus.Submitted, true, true)]
    [InlineData(PermitStatus.Draft, true, false)]
    [InlineData(PermitStatus.Submitted, false, false)]
    public void An_application_is_read_by_its_applicant_and_once_handed_in_by_whoever_holds_its_group(PermitStatus status, bool holdsGroup, bool seen)
    {
        var groups = holdsGroup ? DataGroups.Of(DataGroup.Facts) | DataGroups.Of(DataGroup.Migration) : DataGroups.Of(DataGroup.Facts);

        Assert.Equal(seen, CaseView.Of(Record with { Permits = [Permit(status, Haven)] }, ViewerTests.Of(Relation.PartTeam, groups)).Permits.Count == 1);
        Assert.Single(CaseView.Of(Record with { Permits = [Permit(status, Ours)] }, ViewerTests.Of(Relation.PartTeam, groups)).Permits);
        Assert.Empty(CaseView.Of(Record with { Permits = [Permit(status, Ours)] }, ViewerTests.Of(Relation.PartColleague, groups)).Permits);
    }

    private static PermitRow Permit(PermitStatus status, OrganisationId applicant) =>
        new(PermitId.New(Now), PermitKind.ReflectionPeriod, status, ApplicantKind.InvestigationLeader, applicant, "", "", Haven, "", "", new(new PermitForm()), null, null, null, null, null, null, null, null, 1, [], [], []);

    private static ConsentRow Consent(int number, string purpose, ConsentState state, DateOnly? until = null) =>
        new(ConsentId.New(Now), number, Haven, "Haven", "Haven", OrganisationKind.Ngo, purpose, state, 0, new(2026, 3, 11), until, null, null, null, Now);

    private static ReferralRow Referral(ReferralStatus status) =>
        new(ReferralId.New(Now), Ours, "", "", Haven, "Haven", "Haven", ReferralKind.Service, "ACCOMMODATION", Urgency.Normal, 0, status, Now, Now, Now.AddDays(3), status == ReferralStatus.Sent ? null : Now, "NO_CAPACITY", null, null, null);

    private static EventRow Line(string kind, DataGroup group, OrganisationId by) => new(Guid.CreateVersion7(Now), Now, kind, Acting.Jonas.By, "", by, "", "", DataGroups.Of(group).Mask, null, "", null);

    [Fact]
    public void What_is_typed_in_a_begun_part_is_for_the_author_of_a_draft_and_a_birth_date_behind_its_own_act()
    {
        BegunRow Begun(IntakeParts part) => new(Guid.NewGuid(), part, new("{}"));
        var draft = Record with { Core = Record.Core! with { Status = CaseStatus.Draft }, Begun = [Begun(IntakeParts.Person), Begun(IntakeParts.SafeContact)] };
        var (author, colleague) = (ViewerTests.Of(Relation.LeadTeam), ViewerTests.Of(Relation.LeadColleague));

        Assert.Equal(IntakeParts.Person | IntakeParts.SafeContact, CaseView.Of(draft, author).Begun);
        Assert.Equal(("{}", null), (CaseView.Of(draft, author).TypedIn(IntakeParts.SafeContact), CaseView.Of(draft, author).TypedIn(IntakeParts.Person)));
        Assert.Equal("{}", CaseView.Of(draft, author with { IdentityShown = true }).TypedIn(IntakeParts.Person));
        Assert.Null(CaseView.Of(draft, author).TypedIn(IntakeParts.Rights));
        Assert.Null(CaseView.Of(draft, colleague).TypedIn(IntakeParts.SafeContact));
        Assert.Null(CaseView.Of(draft with { Core = draft.Core with { Status = CaseStatus.Open } }, author).TypedIn(IntakeParts.SafeContact));
    }
}
