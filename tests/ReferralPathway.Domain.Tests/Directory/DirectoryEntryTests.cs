using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Directory;

public sealed class DirectoryEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Act Administrator = new(UserId.New(Now), Role.Administrator, OrganisationId.New(Now), Now);
    private static readonly Act SocialWorker = new(UserId.New(Now), Role.SocialWorker, OrganisationId.New(Now), Now);

    private static readonly EntryContent Mitt = new()
    {
        NameSv = "Regionkoordinator Mitt",
        NameEn = "Regional coordinator Mitt",
        Kind = OrganisationKind.RegionalCoordinator,
        Region = CoordinationRegion.Mitt,
        Channels = [new(ChannelType.Phone, "021-39 14 96"), new(ChannelType.Email, "hidden@kommun.se", IsPublic: false)],
    };

    [Fact]
    public void An_entry_is_a_draft_until_it_was_checked_and_is_due_again_after_ninety_days()
    {
        var entry = DirectoryEntry.Write(Mitt, Administrator);
        Assert.Equal(EntryState.Draft, entry.State);
        Assert.False(entry.IsShown);

        entry.Verify(Administrator.Day, Administrator);

        Assert.Equal(EntryState.Published, entry.State);
        Assert.Equal(new DateOnly(2027, 2, 19), entry.NextReviewOn);
        Assert.Equal(Administrator.By, entry.VerifiedBy);
    }

    [Fact]
    public void An_entry_falls_due_on_the_day_of_its_next_review_and_not_before()
    {
        var entry = Published();
        Broken(Rule.AnEntryFollowsItsStates, () => entry.FallDue(SwedishCalendar.StartOf(new(2027, 2, 19)).AddTicks(-10)));

        entry.FallDue(SwedishCalendar.StartOf(new(2027, 2, 19)));

        Assert.Equal(EntryState.NeedsReview, entry.State);
        Assert.True(entry.IsShown);
        Assert.Null(entry.Changes[^1].By);
    }

    [Theory]
    [InlineData("+46 (0)21-391496")]
    [InlineData("(+46) 21-391496")]
    [InlineData("021 39 14 96")]
    public void The_same_number_is_listed_once_however_it_is_written(string typed)
    {
        var twice = Mitt with { Channels = [.. Mitt.Channels, new(ChannelType.Phone, typed)] };
        Assert.Equal("+4621391496", twice.Channels[2].Normalised);
        Assert.Equal([new EntryFault("Channels[2].Value", EntryProblem.DuplicateChannel)], twice.Faults());
        Broken(Rule.AChannelIsListedOnce, () => DirectoryEntry.Write(twice, Administrator));
    }

    [Theory]
    [InlineData(ChannelType.Website, "www.nmstverige.se", EntryProblem.KnownMisspelling)]
    [InlineData(ChannelType.Website, "ftp://kommun.se", EntryProblem.WebFormat)]
    [InlineData(ChannelType.Website, "https://", EntryProblem.WebFormat)]
    [InlineData(ChannelType.Email, "name at kommun.se", EntryProblem.EmailFormat)]
    [InlineData(ChannelType.Phone, "12 34", EntryProblem.PhoneFormat)]
    [InlineData(ChannelType.Phone, "112", EntryProblem.PhoneFormat)]
    [InlineData(ChannelType.ShortCode, "+46 21 39 14 97", EntryProblem.PhoneFormat)]
    [InlineData(ChannelType.Email, " ", EntryProblem.Missing)]
    public void A_channel_that_cannot_be_read_is_refused(ChannelType type, string typed, EntryProblem problem)
    {
        var content = Mitt with { Channels = [.. Mitt.Channels, new(type, typed)] };
        Assert.Equal([new EntryFault("Channels[2].Value", problem)], content.Faults());
        Broken(problem == EntryProblem.Missing ? Rule.AnEntryIsComplete : Rule.AChannelIsWrittenRight, () => DirectoryEntry.Write(content, Administrator));
    }

    [Theory]
    [InlineData(OrganisationKind.Ngo, ChannelType.VisitingAddress)]
    [InlineData(OrganisationKind.NgoPlatform, ChannelType.VisitingAddress)]
    [InlineData(OrganisationKind.Ngo, ChannelType.PostalAddress)]
    [InlineData(OrganisationKind.Municipality, ChannelType.VisitingAddress, HelpKind.Shelter)]
    [InlineData(OrganisationKind.MunicipalOutreach, ChannelType.PostalAddress, HelpKind.Shelter)]
    public void The_address_of_a_shelter_is_never_kept_whoever_runs_it(OrganisationKind kind, ChannelType type, HelpKind help = HelpKind.Counselling)
    {
        Assert.Empty((Mitt with { Kind = OrganisationKind.MunicipalOutreach, Helps = [HelpKind.Counselling], Channels = [new(type, "Storgatan 1, Ort")] }).Faults());
        var shelter = Mitt with { Kind = kind, Helps = [help], Channels = [new(type, "Storgatan 1, Ort")] };
        Broken(Rule.AShelterIsNotShown, () => DirectoryEntry.Write(shelter, Administrator));
        var entry = Published();
        Broken(Rule.AShelterIsNotShown, () => entry.Edit(shelter, Administrator));
        Assert.Equal(2, entry.Channels.Count);
    }

    [Fact]
    public void An_entry_without_names_or_with_unknown_codes_is_refused() => Assert.Equal(
        [("NameSv", EntryProblem.Missing), ("NameEn", EntryProblem.TooLong), ("Municipality", EntryProblem.CodeUnknown), ("Languages", EntryProblem.CodeUnknown), ("CapacityOn", EntryProblem.CapacityDay),
            ("ReviewIntervalDays", EntryProblem.Interval), ("Hours[0].Closes", EntryProblem.HoursOrder)],
        new EntryContent
        {
            NameEn = new string('x', 201), Municipality = "9999", Languages = ["xx"], Capacity = Capacity.Full, ReviewIntervalDays = 0,
            Hours = [new(DayOfWeek.Friday, DayOfWeek.Monday, new(9, 0), new(16, 30))],
        }.Faults().Select(f => (f.Field, f.Problem)));

    [Fact]
    public void What_nobody_can_reach_is_not_published() =>
        Broken(Rule.APublishedEntryCanBeReached, () => DirectoryEntry.Write(Mitt with { Channels = [Mitt.Channels[1]] }, Administrator).Verify(Administrator.Day, Administrator));

    [Fact]
    public void A_check_is_not_dated_ahead() =>
        Broken(Rule.DatesAreNotInTheFuture, () => DirectoryEntry.Write(Mitt, Administrator).Verify(Administrator.Day.AddDays(1), Administrator));

    [Fact]
    public void A_report_asks_for_a_check_and_a_check_settles_it()
    {
        var entry = Published();
        entry.Report("+4621391496", "No answer for a week.", SocialWorker);

        Assert.Equal(EntryState.NeedsReview, entry.State);
        Assert.Equal(SocialWorker.By, entry.OpenConcerns.Single().RaisedBy);

        entry.Verify(Administrator.Day, Administrator);
        Assert.Equal(EntryState.Published, entry.State);
        Assert.Equal(ConcernState.Settled, entry.Concerns.Single().State);
    }

    [Fact]
    public void A_hidden_channel_cannot_be_reported_by_guessing() =>
        Broken(Rule.AnEntryFollowsItsStates, () => Published().Report("hidden@kommun.se", "Is this it?", SocialWorker));

    [Fact]
    public void An_accepted_proposal_takes_the_place_of_what_stood_there()
    {
        var entry = Published();
        entry.Propose("+4621391496", "021-39 14 97", "The number has changed.", SocialWorker);
        Assert.Equal("+4621391496", entry.Channels[0].Normalised);
        Broken(Rule.ProposalsAreAnsweredFirst, () => entry.Verify(Administrator.Day, Administrator));

        entry.Accept(entry.Concerns[0].Id, Administrator);

        Assert.Equal("+4621391497", entry.Channels[0].Normalised);
        Assert.Contains(entry.Changes[^1].FieldChanges(), change => change is { Field: "Channel", Before: "", After: "021-39 14 97" });
        Broken(Rule.AProposalIsAnsweredOnce, () => entry.Reject(entry.Concerns[0].Id, Administrator));
        entry.Verify(Administrator.Day, Administrator);
    }

    [Fact]
    public void A_rejected_proposal_changes_nothing()
    {
        var entry = Published();
        entry.Propose(null, null, "They have moved.", SocialWorker);
        entry.Reject(entry.Concerns[0].Id, Administrator);
        Assert.Equal("+4621391496", entry.Channels[0].Normalised);
        Assert.Equal(ConcernState.Rejected, entry.Concerns[0].State);
    }

    [Fact]
    public void What_could_not_be_kept_cannot_be_proposed() =>
        Broken(Rule.AChannelIsWrittenRight, () => Published().Propose("+4621391496", "call me", "It has changed.", SocialWorker));

    [Fact]
    public void A_withdrawn_entry_is_left_alone_until_it_is_restored_as_a_draft()
    {
        var entry = Published();
        entry.Withdraw(Administrator);
        Broken(Rule.AnEntryFollowsItsStates, () => entry.Withdraw(Administrator));
        Broken(Rule.AnEntryFollowsItsStates, () => entry.Edit(Mitt, Administrator));
        Broken(Rule.AnEntryFollowsItsStates, () => entry.Report(null, "Gone?", SocialWorker));
        Broken(Rule.AnEntryFollowsItsStates, () => entry.Verify(Administrator.Day, Administrator));

        entry.Restore(Administrator);
        Assert.Equal(EntryState.Draft, entry.State);
        Broken(Rule.AnEntryFollowsItsStates, () => entry.Restore(Administrator));
    }

    [Fact]
    public void The_history_says_who_did_what_and_what_stood_there_before()
    {
        var entry = Published();
        entry.Edit(Mitt with { NameEn = "Coordinator of Mitt", Channels = [new(ChannelType.Phone, "021-39 14 96")] }, Administrator);

        Assert.Equal([EntryChangeKind.Written, EntryChangeKind.Published, EntryChangeKind.Edited], entry.Changes.Select(c => c.Kind));
        Assert.Equal([1, 2, 3], entry.Changes.Select(c => c.Number));
        Assert.Equal([new("NameEn", "Regional coordinator Mitt", "Coordinator of Mitt"), new("Channel", "hidden@kommun.se · –", "")], entry.Changes[2].FieldChanges());
        Assert.Equal(Administrator.By, entry.Changes[2].By);
    }

    [Fact]
    public void A_rejected_spelling_lives_in_the_history_alone()
    {
        var entry = DirectoryEntry.Import(Mitt, [("021-39 14 96", "Osäkert.", "Doubtful.")], ["www.nmstverige.se"], Now);
        Assert.Equal(EntryState.NeedsReview, entry.State);
        Assert.Contains(entry.Changes[0].FieldChanges(), change => change is { Field: "RejectedVariant", Before: "www.nmstverige.se" });
        Assert.DoesNotContain("nmstverige", entry.Search, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.Channels, c => c.Value.Contains("nmst", StringComparison.Ordinal));
    }

    [Fact]
    public void The_search_knows_places_and_numbers_and_nothing_hidden()
    {
        var entry = DirectoryEntry.Write(Mitt with { Municipality = "1980", Region = null }, Administrator);
        Assert.Equal(CoordinationRegion.Mitt, entry.Area);
        Assert.All(new[] { "vasteras", "vastmanland", "021-39", "+4621391496", "koordinator" }, word => Assert.Contains(word, entry.Search, StringComparison.Ordinal));
        Assert.DoesNotContain("hidden", entry.Search, StringComparison.Ordinal);
        Assert.Equal(["vasteras", "rad"], EntrySearch.WordsOf("  VÄSTERÅS, – råd Västerås,".Replace(",", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("011-15 77 25", "011-15 77 25")]
    [InlineData("(+46) 8-50825669", "08-508 256 69")]
    [InlineData("+46 (0)21-391496", "021-39 14 96")]
    [InlineData("+46 55088567", "055088567")]
    [InlineData("+358 9 684 11 50", "+358 9 684 11 50")]
    public void A_landline_is_grouped_only_where_its_area_code_was_set_apart(string typed, string shown) =>
        Assert.Equal(shown, DirectoryEntry.Write(Mitt with { Channels = [new(ChannelType.Phone, typed)] }, Administrator).Channels[0].Shown);

    [Theory]
    [InlineData("09:00")]
    [InlineData("16:30")]
    [InlineData("20:00")]
    public void The_hotline_closes_early_within_its_hours_or_not_at_all(string time) =>
        Broken(Rule.TheHotlineClosesWithinItsHours, () => _ = new HotlineDay(new(2026, 12, 23), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), Administrator));

    private static DirectoryEntry Published()
    {
        var entry = DirectoryEntry.Write(Mitt, Administrator);
        entry.Verify(Administrator.Day, Administrator);
        return entry;
    }

    private static void Broken(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
