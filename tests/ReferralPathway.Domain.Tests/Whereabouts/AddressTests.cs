using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Access;
using ReferralPathway.Domain.Whereabouts;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Whereabouts;

/// <summary>Where a person stays: granted by name, for a time, by a manager who does not read it.</summary>
public sealed class AddressTests
{
    private static readonly Dwelling Somewhere = new("Storgatan 1", "Ring twice.");

    private readonly Case _case = OpenCase();
    private readonly Act _manager = Jonas with { By = UserId.New(Jonas.At) };

    private static GrantTerms To(UserId person, DateOnly? until = null, bool manager = true, string why = "She drives her to the court.") =>
        new(person, PersonId.New(Jonas.At), PersonId.New(Jonas.At), manager, until ?? Jonas.Day.AddDays(7), why);

    private ProtectedAddress Recorded()
    {
        _case.AddToTeam(Birgitta.By, false, Jonas);
        return _case.RecordAddress(Somewhere, Jonas);
    }

    [Fact]
    public void Whoever_writes_it_down_reads_it_for_thirty_days_and_nobody_else_does()
    {
        var grant = Assert.Single(Recorded().Grants);

        Assert.Equal(Jonas.By, grant.UserId);
        Assert.True(grant.HoldsAt(SwedishCalendar.StartOf(Jonas.Day.AddDays(31)).AddTicks(-1)));
        Assert.False(grant.HoldsAt(SwedishCalendar.StartOf(Jonas.Day.AddDays(31))));
    }

    [Fact]
    public void A_manager_names_somebody_of_the_team_until_a_day()
    {
        Recorded();
        var grant = _case.GrantAddress(To(Birgitta.By), _manager);

        Assert.True(grant.HoldsAt(Jonas.At.AddDays(7)));
        Assert.False(grant.HoldsAt(Jonas.At.AddDays(8)));
        Assert.Equal(_manager.By, grant.GrantedBy);
    }

    [Fact]
    public void A_worker_names_nobody()
    {
        var address = Recorded();
        Assert.Equal(Rule.AGrantIsAManagers, Breaks(() => _case.GrantAddress(To(Birgitta.By, manager: false), Jonas)));
        Assert.Equal(Rule.AGrantIsAManagers, Breaks(() => _case.EndAddressGrant(address.Grants[0].Id, byManager: false, Birgitta)));
    }

    [Fact]
    public void Nobody_grants_it_to_themselves_not_even_by_another_account()
    {
        Recorded();
        _case.AddToTeam(_manager.By, false, Jonas);
        Assert.Equal(Rule.NobodyGrantsThemselves, Breaks(() => _case.GrantAddress(To(_manager.By), _manager)));

        var hats = PersonId.New(Jonas.At);
        Assert.Equal(Rule.NobodyGrantsThemselves, Breaks(() => _case.GrantAddress(To(Birgitta.By) with { ToPerson = hats, ByPerson = hats }, _manager)));
    }

    [Fact]
    public void Only_the_team_is_named()
    {
        Recorded();
        Assert.Equal(Rule.AGrantIsForTheTeam, Breaks(() => _case.GrantAddress(To(UserId.New(Jonas.At)), _manager)));
        // The team of another organisation is not one's own.
        _case.AddToTeam(Police.By, true, Police);
        Assert.Equal(Rule.AGrantIsForTheTeam, Breaks(() => _case.GrantAddress(To(Police.By), _manager)));
        Assert.Equal(Rule.AGrantIsForTheTeam, Breaks(() => _case.RecordAddress(Somewhere, Jonas with { By = UserId.New(Jonas.At) })));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(91)]
    public void A_grant_ends_within_ninety_days(int days)
    {
        Recorded();
        Assert.Equal(Rule.AGrantEnds, Breaks(() => _case.GrantAddress(To(Birgitta.By, Jonas.Day.AddDays(days)), _manager)));
    }

    [Fact]
    public void A_grant_says_why()
    {
        Recorded();
        Assert.Equal(Rule.AStepIsExplained, Breaks(() => _case.GrantAddress(To(Birgitta.By, why: " "), _manager)));
    }

    [Fact]
    public void Without_an_address_there_is_nothing_to_grant() => Assert.Equal(Rule.AnAddressIsRecordedFirst, Breaks(() => _case.GrantAddress(To(Jonas.By), _manager)));

    [Fact]
    public void A_grant_is_taken_back_once()
    {
        var address = Recorded();
        var grant = address.Grants[0];
        _case.EndAddressGrant(grant.Id, byManager: true, _manager);

        Assert.False(grant.HoldsAt(Jonas.At));
        Assert.Equal(Rule.AGrantEndsOnce, Breaks(() => _case.EndAddressGrant(grant.Id, byManager: true, _manager)));
    }

    [Fact]
    public void A_new_grant_takes_the_place_of_the_earlier_one()
    {
        var address = Recorded();
        _case.GrantAddress(To(Birgitta.By), _manager);
        _case.GrantAddress(To(Birgitta.By, Jonas.Day.AddDays(20)), _manager);

        Assert.Single(address.Grants, g => g.UserId == Birgitta.By && g.HoldsAt(Jonas.At));
    }

    [Fact]
    public void A_new_address_is_granted_anew()
    {
        var first = Recorded();
        _case.GrantAddress(To(Birgitta.By), _manager);
        var second = _case.RecordAddress(new("Kungsgatan 2"), Jonas);

        Assert.NotNull(first.ReplacedAt);
        Assert.Equal([Jonas.By], second.Grants.Select(g => g.UserId));
    }

    [Theory]
    [InlineData(Role.InvestigationLeader)]
    [InlineData(Role.MigrationOfficer)]
    [InlineData(Role.RegionalCoordinator)]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.IomCaseworker)]
    public void Who_shelters_nobody_keeps_no_address(Role role) => Assert.Equal(Rule.OnlyWhoSheltersKnowsTheAddress, Breaks(() => _case.RecordAddress(Somewhere, Jonas with { As = role })));

    [Theory]
    [InlineData("SKYDDAD_FOLKBOKFORING")]
    [InlineData("FINGERADE")]
    public void With_a_protected_registration_no_address_is_kept(string protection)
    {
        _case.RecordIdentity(new(), protection, Jonas);
        Assert.Equal(Rule.AProtectedRegistrationHasNoAddress, Breaks(() => _case.RecordAddress(Somewhere, Jonas)));
    }

    [Fact]
    public void That_there_is_an_address_is_known_to_ones_own_team_and_manager_alone()
    {
        var record = new CaseRecord
        {
            Address = new(Guid.NewGuid(), Jonas.At, 1, false, []),
            Timeline = [Line(nameof(AddressRecorded), Jonas.For), Line(nameof(AddressGranted), Police.For)],
        };

        Assert.NotNull(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)).Address);
        Assert.NotNull(CaseView.Of(record, ViewerTests.Of(Relation.PartTeam, DataGroups.Of(DataGroup.Facts), Role.NgoWorker)).Address);
        Assert.Null(CaseView.Of(record, ViewerTests.Of(Relation.LeadColleague)).Address);
        Assert.Null(CaseView.Of(record, ViewerTests.Of(Relation.LeadColleague, glassUntil: Jonas.At.AddHours(1))).Address);
        Assert.Null(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam, role: Role.InvestigationLeader)).Address);
        var manager = ViewerTests.Of(Relation.LeadColleague);
        Assert.NotNull(CaseView.Of(record, manager with { Actor = manager.Actor with { IsManager = true } }).Address);
        Assert.Equal([nameof(AddressRecorded)], CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)).Timeline.Select(e => e.Kind));

        static EventRow Line(string kind, OrganisationId by) => new(Guid.NewGuid(), Jonas.At, kind, Jonas.By, "", by, "", "", DataGroups.Of(DataGroup.Whereabouts).Mask, null, "", null);
    }
}
