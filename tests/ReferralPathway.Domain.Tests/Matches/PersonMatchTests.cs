using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Matches;

public sealed class PersonMatchTests
{
    private static readonly Likeness Known = Likeness.Of(["Oksana", "Petrenko"], new DateOnly(1994, 3, 16), null)!;
    private static readonly CaseId Held = CaseId.New(Jonas.At);
    private static readonly CaseId Asking = CaseId.New(Jonas.At.AddMinutes(1));
    private static readonly OrganisationId Asker = OrganisationId.New(Jonas.At.AddMinutes(2));

    private static PersonMatch Found() => PersonMatch.Find(Held, Act.BySystem(Jonas.For, Jonas.At));

    [Fact]
    public void The_lead_of_an_open_case_asks_and_what_comes_of_it_stands_nowhere_in_the_case()
    {
        var theCase = OpenCase();
        theCase.AskOthers(Known, mayAsk: true, Jonas);

        var asked = Assert.IsType<OthersAsked>(Assert.Single(theCase.TakeEvents()));
        Assert.Equal(DataGroup.AnswersForCase, asked.Group);
        Assert.Empty(asked.Details);
        Assert.Empty(WorkList.After(asked));
    }

    [Fact]
    public void Nobody_protected_is_looked_for_and_nothing_is_compared_that_tells_nobody_apart()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.ComparingNeedsANumberOrANameAndADay, Breaks(() => theCase.AskOthers(null, mayAsk: true, Jonas)));
        Assert.Equal(Rule.ChecksAreFew, Breaks(() => theCase.AskOthers(Known, mayAsk: false, Jonas)));
        theCase.RecordIdentity(new() { GivenName = "Oksana" }, "SEKRETESSMARKERING", Jonas);
        Assert.Equal(Rule.AProtectedPersonIsNotLookedFor, Breaks(() => theCase.AskOthers(Known, mayAsk: true, Jonas)));
        theCase.Close("LOST_CONTACT", 0, Jonas);
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => theCase.AskOthers(Known, mayAsk: true, Jonas)));
    }

    [Theory]
    [InlineData(9, 39, 0, true)]
    [InlineData(10, 10, 0, false)]
    [InlineData(0, 40, 0, false)]
    [InlineData(0, 0, 1, false)]
    public void So_much_is_asked_in_a_day(int byPerson, int byOrganisation, int ofTheCase, bool allowed) => Assert.Equal(allowed, CheckLimits.Allow(byPerson, byOrganisation, ofTheCase));

    [Fact]
    public void A_number_is_enough_a_name_needs_a_day_and_a_day_a_name()
    {
        Assert.Null(Likeness.Of(["Oksana", "Petrenko"], null, null));
        Assert.Null(Likeness.Of([null, null], new DateOnly(1994, 3, 16), null));
        Assert.Equal(["i:199403160000"], Likeness.Of([], null, "199403160000")!.Numbers);
        Assert.Equal(2, Known.NamesNeeded);
        Assert.Equal(Known.Names, Likeness.Of(["Оксана", "Петренко"], new DateOnly(1994, 3, 16), null)!.Names);
        Assert.Equal(["b:1994-03-04", "b:1994-03-03", "b:1994-03-05", "b:1993-03-04", "b:1995-03-04", "b:1994-01-01", "b:1994-04-03"], Likeness.Of(["Oksana", "Petrenko"], new DateOnly(1994, 3, 4), null)!.Days);
        // With one name alone the day has to be right.
        Assert.Equal(["b:1994-03-04"], Likeness.Of(["Oksana"], new DateOnly(1994, 3, 4), null)!.Days);
    }

    [Fact]
    public void The_holder_is_to_ask_and_a_yes_names_the_holder_and_nothing_else()
    {
        var match = Found();
        var found = Assert.Single(match.TakeEvents());
        var work = Assert.IsType<WorkChange.Open>(Assert.Single(MatchWork.After(found))).Item;
        Assert.Equal((WorkKind.AskAboutContact, Held, Jonas.For, null), (work.Kind, work.CaseId!.Value, work.OrganisationId, work.WatcherId));
        Assert.Empty(found.Details);
        Assert.Empty(MatchNotices.After(found));

        match.Answer(MatchStatus.WantsContact, Jonas.Day, isProtected: false, Jonas);
        var answered = Assert.Single(match.TakeEvents());
        Assert.Equal(new WorkChange.Close(WorkKind.AskAboutContact, match.Id.Value), Assert.Single(MatchWork.After(answered)));
        Assert.Empty(MatchNotices.After(answered));

        var offer = match.Offer(Asking, Act.BySystem(Asker, Jonas.At.AddMinutes(3)));
        Assert.Equal((Asking, Jonas.For, Jonas.Day), (offer.CaseId, offer.Holder, offer.SaidOn));
        var notice = Assert.Single(MatchNotices.After(Assert.Single(match.TakeEvents())));
        Assert.Equal((NoticeKind.ContactOffered, Asker, Asking), (notice.Kind, notice.OrganisationId, notice.CaseId!.Value));
        Assert.Equal(Rule.ContactIsThePersonsChoice, Breaks(() => match.Offer(Asking, Jonas)));
    }

    [Theory]
    [InlineData(MatchStatus.WantsNone)]
    [InlineData(MatchStatus.SomebodyElse)]
    [InlineData(MatchStatus.NotAsked)]
    public void Any_other_answer_is_told_to_nobody(MatchStatus answer)
    {
        var match = Found();
        match.Answer(answer, null, isProtected: true, Jonas);

        Assert.Empty(match.TakeEvents().SelectMany(MatchNotices.After));
        Assert.Equal(Rule.ContactIsThePersonsChoice, Breaks(() => match.Offer(Asking, Jonas)));
        Assert.Equal(Rule.AMatchIsAnsweredOnce, Breaks(() => match.Answer(MatchStatus.WantsContact, Jonas.Day, isProtected: false, Jonas)));
    }

    [Fact]
    public void A_yes_is_the_persons_has_a_day_and_is_not_passed_on_for_somebody_protected()
    {
        Assert.Equal(Rule.ContactIsThePersonsChoice, Breaks(() => Found().Answer(MatchStatus.WantsContact, null, isProtected: false, Jonas)));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => Found().Answer(MatchStatus.WantsContact, Jonas.Day.AddDays(1), isProtected: false, Jonas)));
        Assert.Equal(Rule.AProtectedPersonIsNotLookedFor, Breaks(() => Found().Answer(MatchStatus.WantsContact, Jonas.Day, isProtected: true, Jonas)));
        Assert.Equal(Rule.AMatchIsAnsweredOnce, Breaks(() => Found().Answer(MatchStatus.Found, null, isProtected: false, Jonas)));
    }
}
