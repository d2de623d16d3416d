using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class IntakeTests
{
    private static readonly Act Act = new(UserId.From(Guid.NewGuid()), Role.NgoWorker, OrganisationId.From(Guid.NewGuid()), new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));

    private static readonly DateOnly Today = new(2026, 3, 16);

    private static Case Draft() => Case.Start("2026-000001", Act);

    private static PersonAnswers Person(string ageGroup = "25-34", bool uncertain = false) => new() { Gender = "F", AgeGroup = ageGroup, AgeUncertain = uncertain };

    private static SafeContactDetails Contact(DateOnly? on = null) => new() { Direct = "No", DeviceWatched = "Unknown", LastCheckedOn = on ?? Today };

    private static readonly (IntakeParts Part, Action<Case> Answer)[] Parts =
    [
        (IntakeParts.Danger, c => c.RecordDanger(false, Act)),
        (IntakeParts.SafeContact, c => c.RecordSafeContact(Contact(), Act)),
        (IntakeParts.Detection, c => c.RecordDetection(Today, "NGO", null, null, Act)),
        (IntakeParts.Exploitation, c => c.RecordExploitation("UNKNOWN", ["UNKNOWN"], [], new(), Act)),
        (IntakeParts.Person, c => c.RecordPerson(Person("UNKNOWN"), Act)),
        (IntakeParts.LegalStatus, c => c.RecordLegalStatus("UNKNOWN", null, Act)),
        (IntakeParts.Rights, c => c.RecordRights("NotYet", null, Act)),
    ];

    public static TheoryData<IntakeParts> EachPart => [.. Parts.Select(p => p.Part)];

    [Fact]
    public void Seven_answers_open_a_case_and_none_of_them_is_a_name()
    {
        var draft = Draft();
        foreach (var (_, answer) in Parts) answer(draft);
        draft.Open(Act);

        Assert.Equal(CaseStatus.Open, draft.Status);
        Assert.Equal(IdentificationStatus.Presumed, draft.Identification);
        Assert.Contains(draft.TakeEvents(), e => e is CaseOpened { Child: false, AcuteNeed: false });
    }

    [Theory]
    [MemberData(nameof(EachPart))]
    public void A_draft_without_one_of_the_seven_answers_is_not_opened(IntakeParts missing)
    {
        var draft = Draft();
        foreach (var (part, answer) in Parts) if (part != missing) answer(draft);

        Broken(Rule.IntakeIsComplete, () => draft.Open(Act));
        Assert.Equal(CaseStatus.Draft, draft.Status);
    }

    [Theory]
    [MemberData(nameof(EachPart))]
    public void A_part_that_is_left_unfinished_is_no_answer_until_it_is_complete(IntakeParts left)
    {
        var draft = Draft();
        foreach (var (_, answer) in Parts) answer(draft);
        var facts = draft.Facts;

        draft.LeaveUnfinished(left, "{}", Act);

        Assert.Equal(IntakeParts.All & ~left, draft.Intake);
        Assert.Same(facts, draft.Facts);
        Assert.Contains(draft.TakeEvents(), e => e is PartBegun { Part: var part } && part == left);
        Broken(Rule.IntakeIsComplete, () => draft.Open(Act));
        Parts.Single(p => p.Part == left).Answer(draft);
        draft.Open(Act);
    }

    [Fact]
    public void Only_a_draft_is_left_unfinished()
    {
        var draft = Draft();
        foreach (var (_, answer) in Parts) answer(draft);
        draft.Open(Act);

        foreach (var (part, _) in Parts) Broken(Rule.OnlyADraftIsLeftUnfinished, () => draft.LeaveUnfinished(part, "{}", Act));
        Assert.Equal(IntakeParts.All, draft.Intake);
    }

    [Fact]
    public void A_case_is_opened_once()
    {
        var draft = Draft();
        foreach (var (_, answer) in Parts) answer(draft);
        draft.Open(Act);
        Broken(Rule.CaseIsOpenForThis, () => draft.Open(Act));
    }

    [Fact]
    public void A_closed_case_is_not_corrected()
    {
        var closed = Draft();
        foreach (var (_, answer) in Parts) answer(closed);
        closed.Open(Act);
        closed.Close("LOST_CONTACT", 0, Act);
        foreach (var (_, answer) in Parts) Broken(Rule.CaseIsOpenForThis, () => answer(closed));
        Broken(Rule.CaseIsOpenForThis, () => closed.RecordIdentity(new(), "NONE", Act));
    }

    [Fact]
    public void No_day_lies_in_the_future()
    {
        var tomorrow = Today.AddDays(1);
        Broken(Rule.DatesAreNotInTheFuture, () => Draft().RecordDetection(tomorrow, "NGO", null, null, Act));
        Broken(Rule.DatesAreNotInTheFuture, () => Draft().RecordSafeContact(Contact(tomorrow), Act));
        Broken(Rule.DatesAreNotInTheFuture, () => Draft().RecordIdentity(new() { BirthDate = tomorrow }, "NONE", Act));
        Draft().RecordDetection(Today, "NGO", null, null, Act);
    }

    [Fact]
    public void The_day_is_the_Swedish_one()
    {
        // 23:30 UTC on 15 March is half past midnight on the 16th in Stockholm.
        var atNight = Act with { At = new(2026, 3, 15, 23, 30, 0, TimeSpan.Zero) };
        var draft = Case.Start("2026-000001", atNight);
        draft.RecordDetection(Today, "NGO", null, null, atNight);
        Assert.Equal(Today, draft.Facts.DetectedOn);
    }

    [Fact]
    public void Only_listed_codes_are_kept()
    {
        Broken(Rule.CodesAreListed, () => Draft().RecordDetection(Today, "POSTMAN", null, null, Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordDetection(Today, "NGO", null, "9999", Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordExploitation("THB", [], [], new(), Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordExploitation("THB", ["SEXUAL"], ["MINING"], new(), Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordExploitation("THB", ["SEXUAL"], [], new() { Means = ["CHARM"] }, Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordExploitation("THB", ["SEXUAL"], [], new() { Countries = ["ZZ"] }, Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordPerson(Person("26"), Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordPerson(Person() with { Languages = ["xx"] }, Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordLegalStatus("MAYBE", null, Act));
        Broken(Rule.CodesAreListed, () => Draft().RecordIdentity(new(), "SECRET", Act));
    }

    [Theory]
    [InlineData("1971-03-16", "55+")]
    [InlineData("1971-03-17", "45-54")]
    [InlineData("2001-03-16", "25-34")]
    [InlineData("2001-03-17", "21-24")]
    [InlineData("2008-03-16", "18-20")]
    [InlineData("2008-03-17", "15-17")]
    [InlineData("2011-03-17", "12-14")]
    [InlineData("2014-03-17", "0-11")]
    [InlineData("2026-03-16", "0-11")]
    public void A_birth_date_says_the_age_group(string birth, string group)
    {
        var draft = Draft();
        draft.RecordIdentity(new() { BirthDate = DateOnly.Parse(birth, global::System.Globalization.CultureInfo.InvariantCulture) }, "NONE", Act);
        Assert.Equal(group, draft.Facts.AgeGroup);
    }

    [Fact]
    public void Who_was_born_on_a_leap_day_is_of_age_on_the_first_of_March()
    {
        Assert.Equal("15-17", IntakeFacts.AgeGroupOf(new(2008, 2, 29), new(2026, 2, 28)));
        Assert.Equal("18-20", IntakeFacts.AgeGroupOf(new(2008, 2, 29), new(2026, 3, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => IntakeFacts.AgeGroupOf(new(2026, 3, 17), Today));
    }

    [Fact]
    public void An_uncertain_age_stays_uncertain_and_is_treated_as_a_childs()
    {
        var draft = Draft();
        draft.RecordPerson(Person("25-34", uncertain: true), Act);
        draft.RecordIdentity(new() { BirthDate = new(1990, 1, 1) }, "NONE", Act);

        Assert.Equal("UNCERTAIN", draft.Facts.AgeGroup);
        Assert.True(draft.Facts.TreatedAsChild);
    }

    [Theory]
    [InlineData("SEXUAL", false)]
    [InlineData("FORCED_LABOUR", true)]
    [InlineData("UNREASONABLE_WORK", true)]
    [InlineData("DOMESTIC", true)]
    public void A_line_of_work_is_kept_only_for_exploitation_in_work(string type, bool kept)
    {
        var draft = Draft();
        draft.RecordExploitation("THB", [type], ["CAR"], new(), Act);
        Assert.Equal(kept, draft.Facts.LabourSectors.Count == 1);
    }

    [Fact]
    public void A_detection_more_than_ten_years_ago_is_long_ago()
    {
        Assert.False(IntakeFacts.IsLongAgo(new(2016, 3, 16), Today));
        Assert.True(IntakeFacts.IsLongAgo(new(2016, 3, 15), Today));
    }

    internal static void Broken(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
