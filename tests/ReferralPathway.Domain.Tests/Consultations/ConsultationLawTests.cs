using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Consultations;

public sealed class ConsultationLawTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);

    private static readonly Act Author = Somebody(Role.SocialWorker);
    private static readonly Act Colleague = new(UserId.New(At.AddSeconds(1)), Role.SocialWorker, Author.For, At);
    private static readonly Act Jamy = Somebody(Role.NationalCoordinator);
    private static readonly Act Coordinator = Somebody(Role.RegionalCoordinator);
    private static readonly Act Iom = Somebody(Role.IomCaseworker);

    private static readonly ConsultationTerms Terms = new()
    {
        Type = QuestionType.Protection, AskedOf = AskedOf.National, Region = CoordinationRegion.Syd, AgeGroup = "25-34", WorldRegion = WorldRegion.Africa,
        Question = "Who is responsible for housing when the municipality says no?",
    };

    private static readonly ConsultationTerms Regional = Terms with { AskedOf = AskedOf.Regional };
    private static readonly ConsultationTerms AboutReturn = Terms with { Type = QuestionType.Return };

    private static readonly Dictionary<ConsultationStatus, Func<Consultation>> Standing = new()
    {
        [ConsultationStatus.Draft] = () => Consultation.Begin("K-2026-000001", Author),
        [ConsultationStatus.Submitted] = () => Asked(Terms),
        [ConsultationStatus.ReturnedForRedaction] = () => Then(Asked(Terms), c => c.Return([RedactionReason.Name], null, Jamy)),
        [ConsultationStatus.InProgress] = () => Then(Asked(Terms), c => c.TakeOn(null, Jamy)),
        [ConsultationStatus.Answered] = Answered,
        [ConsultationStatus.Closed] = () => Then(Answered(), c => c.Close(Author)),
        [ConsultationStatus.Withdrawn] = () => Then(Asked(Terms), c => c.Withdraw(Author)),
    };

    /// <summary>From which states each act leads on, and to which; from all others it is refused.</summary>
    private static readonly (string Name, Act By, Action<Consultation, Act> Do, ConsultationStatus To, ConsultationStatus[] From)[] Acts =
    [
        ("save", Author, (c, act) => c.Save(Terms, false, act), ConsultationStatus.Draft, [ConsultationStatus.Draft]),
        ("submit", Author, (c, act) => c.Submit(Terms, false, false, act), ConsultationStatus.Submitted, [ConsultationStatus.Draft, ConsultationStatus.ReturnedForRedaction]),
        ("take on", Jamy, (c, act) => c.TakeOn(null, act), ConsultationStatus.InProgress, [ConsultationStatus.Submitted]),
        ("return", Jamy, (c, act) => c.Return([RedactionReason.Place], null, act), ConsultationStatus.ReturnedForRedaction, [ConsultationStatus.Submitted, ConsultationStatus.InProgress]),
        ("answer", Jamy, (c, act) => c.GiveAnswer("The municipality.", [], null, act), ConsultationStatus.Answered, [ConsultationStatus.InProgress]),
        ("close", Author, (c, act) => c.Close(act), ConsultationStatus.Closed, [ConsultationStatus.Answered]),
        ("close by time", Act.BySystem(Author.For, At), (c, act) => c.Close(act), ConsultationStatus.Closed, [ConsultationStatus.Answered]),
        ("withdraw", Author, (c, act) => c.Withdraw(act), ConsultationStatus.Withdrawn, [ConsultationStatus.Draft, ConsultationStatus.Submitted, ConsultationStatus.ReturnedForRedaction]),
    ];

    [Fact]
    public void Each_act_leads_from_where_it_may_to_where_it_should_and_from_nowhere_else()
    {
        foreach (var (status, make) in Standing)
            foreach (var (name, by, act, to, from) in Acts)
            {
                var consultation = make();
                Assert.Equal(status, consultation.Status);
                if (from.Contains(status))
                {
                    act(consultation, by);
                    Assert.True(to == consultation.Status, $"{name} from {status} led to {consultation.Status}");
                }
                else
                {
                    Assert.True(Rule.AConsultationGoesForward == Breaks(() => act(consultation, by)), $"{name} from {status}");
                    Assert.Equal(status, consultation.Status);
                }
            }
    }

    [Fact]
    public void What_is_the_authors_is_nobody_elses()
    {
        foreach (var (name, _, act, _, from) in Acts.Where(a => a.By == Author))
            foreach (var other in (Act[])[Colleague, Jamy, Coordinator, Iom, Somebody(Role.Administrator)])
                Assert.True(Rule.OnlyTheAuthorChangesAQuestion == Breaks(() => act(Standing[from[0]](), other)), $"{name} by {other.As}");
    }

    [Fact]
    public void A_question_is_answered_at_its_desk_alone()
    {
        var syd = CoordinationRegion.Syd;
        var everybody = Enum.GetValues<Role>().Select(role => (Role: role, Own: (CoordinationRegion?)null)).Append((Role.RegionalCoordinator, syd)).Append((Role.RegionalCoordinator, CoordinationRegion.Norr)).ToList();
        foreach (var (terms, desks) in ((ConsultationTerms, (Role, CoordinationRegion?)[])[])
            [
                (Terms, [(Role.NationalCoordinator, null)]),
                (Regional, [(Role.NationalCoordinator, null), (Role.RegionalCoordinator, syd)]),
                (AboutReturn, [(Role.NationalCoordinator, null), (Role.RegionalCoordinator, syd), (Role.IomCaseworker, null)]),
            ])
            foreach (var (role, own) in everybody)
            {
                var act = Somebody(role);
                void TakesOn() => Asked(terms).TakeOn(own, act);
                void Returns() => Asked(terms).Return([RedactionReason.Name], own, act);
                void Answers() => Then(Asked(terms), c => c.TakeOn(null, Jamy)).GiveAnswer("Yes.", [], own, act);
                foreach (var doing in (Action[])[TakesOn, Returns, Answers])
                    if (desks.Contains((role, own))) doing();
                    else Assert.Equal(Rule.AQuestionGoesToItsDesk, Breaks(doing));
            }
    }

    [Fact]
    public void Nobody_answers_their_own_question()
    {
        var asked = Then(Consultation.Begin("K-2026-000002", Coordinator), c => c.Submit(Regional, false, false, Coordinator));

        Assert.Equal(Rule.SomebodyElseAnswers, Breaks(() => asked.TakeOn(CoordinationRegion.Syd, Coordinator)));
    }

    [Fact]
    public void Those_who_register_cases_ask_and_nobody_else()
    {
        Role[] ask = [Role.SocialWorker, Role.RegionalCoordinator, Role.InvestigationLeader, Role.MigrationOfficer, Role.NgoWorker, Role.Lawyer];
        foreach (var role in Enum.GetValues<Role>())
            if (ask.Contains(role)) Consultation.Begin("K-2026-000003", Somebody(role));
            else Assert.Equal(Rule.ProfessionalsAsk, Breaks(() => Consultation.Begin("K-2026-000003", Somebody(role))));
    }

    [Fact]
    public void A_question_has_all_that_an_answer_needs()
    {
        foreach (var lacking in (ConsultationTerms[])[Terms with { Type = null }, Terms with { Region = null }, Terms with { AgeGroup = null }, Terms with { WorldRegion = null }, Terms with { Question = null }, Terms with { Question = "Who pays?" }, Terms with { Question = new('a', 3001) }])
            Assert.Equal(Rule.AQuestionIsComplete, Breaks(() => Begun().Submit(lacking, false, false, Author)));
        Assert.Equal(Rule.CodesAreListed, Breaks(() => Begun().Submit(Terms with { ExploitationType = "SOMETHING" }, false, false, Author)));
    }

    [Fact]
    public void What_names_a_person_is_neither_sent_nor_kept_as_a_draft()
    {
        var naming = Terms with { Question = Terms.Question + " Call +46 70 123 45 67." };
        Assert.Equal(Rule.AConsultationNamesNobody, Breaks(() => Begun().Submit(naming, false, true, Author)));
        Assert.Equal(Rule.AConsultationNamesNobody, Breaks(() => Begun().Save(naming, false, Author)));
        Assert.Equal(Rule.AConsultationNamesNobody, Breaks(() => Begun().Submit(Terms, true, true, Author)));
    }

    [Fact]
    public void A_doubt_is_checked_before_the_question_is_sent()
    {
        var doubtful = Terms with { Question = Terms.Question + " Her name is Zzyzx." };
        var begun = Begun();
        Assert.Equal(Rule.ADoubtIsCheckedFirst, Breaks(() => begun.Submit(doubtful, false, false, Author)));
        Assert.Empty(begun.Texts);
        var sent = Then(Begun(), c => c.Submit(doubtful, false, true, Author));
        Assert.Equal(ConsultationStatus.Submitted, sent.Status);
    }

    [Fact]
    public void A_question_goes_back_for_a_reason_and_an_answer_has_words()
    {
        Assert.Equal(Rule.ARedactionSaysWhat, Breaks(() => Asked(Terms).Return([], null, Jamy)));
        Assert.Equal(Rule.AnAnswerIsWritten, Breaks(() => Standing[ConsultationStatus.InProgress]().GiveAnswer("  ", [], null, Jamy)));
    }

    [Fact]
    public void The_text_that_came_back_is_replaced_and_the_text_that_was_taken_back_is_gone()
    {
        var returned = Standing[ConsultationStatus.ReturnedForRedaction]();
        var before = returned.Question!.Id;
        returned.Submit(Terms with { Question = "Who pays for housing when nobody else does?" }, false, false, Author);
        Assert.NotEqual(before, Assert.Single(returned.Texts).Id);

        Assert.Empty(Standing[ConsultationStatus.Withdrawn]().Texts);
        var closed = Standing[ConsultationStatus.Closed]();
        closed.Erase(Act.BySystem(Author.For, At));
        Assert.Empty(closed.Texts);
        Assert.Equal(Rule.AConsultationGoesForward, Breaks(() => Answered().Erase(Act.BySystem(Author.For, At))));
    }

    [Theory]
    [InlineData("2026-09-11T14:35:00Z", "2026-09-14")]
    [InlineData("2026-09-14T07:10:00Z", "2026-09-15")]
    [InlineData("2026-04-02T10:00:00Z", "2026-04-07")]
    public void An_answer_is_owed_by_the_end_of_the_next_working_day(string submitted, string lastDay) =>
        Assert.Equal(SwedishCalendar.StartOf(DateOnly.Parse(lastDay, null).AddDays(1)), ConsultationClock.AnswerBy(DateTimeOffset.Parse(submitted, null)));

    [Fact]
    public void What_happened_carries_codes_and_ids_and_work_for_the_desk_alone()
    {
        var asked = Asked(Regional);
        OrganisationId[] desks = [Coordinator.For];
        var happened = asked.TakeEvents();

        Assert.Equal([nameof(ConsultationDrafted), nameof(ConsultationSubmitted)], happened.Select(e => e.Kind));
        Assert.All(happened.SelectMany(e => e.Details), d => Assert.DoesNotContain("housing", d.Value, StringComparison.OrdinalIgnoreCase));
        var opened = Assert.IsType<WorkChange.Open>(Assert.Single(ConsultationWork.After(happened[1], desks), c => c is WorkChange.Open)).Item;
        Assert.Equal((WorkKind.AnswerConsultation, Coordinator.For, null), (opened.Kind, opened.OrganisationId, opened.CaseId));
        Assert.Equal([(NoticeKind.ConsultationArrived, Coordinator.For)], ConsultationNotices.After(happened[1], desks).Select(n => (n.Kind, n.OrganisationId)));
    }

    private static Act Somebody(Role role) => new(UserId.New(At), role, OrganisationId.New(At), At);

    private static Consultation Begun() => Consultation.Begin("K-2026-000001", Author);

    private static Consultation Asked(ConsultationTerms terms) => Then(Begun(), c => c.Submit(terms, false, false, Author));

    private static Consultation Answered() => Then(Asked(Terms), c =>
    {
        c.TakeOn(null, Jamy);
        c.GiveAnswer("The municipality of stay.", [], null, Jamy);
    });

    private static Consultation Then(Consultation consultation, Action<Consultation> act)
    {
        act(consultation);
        return consultation;
    }
}
