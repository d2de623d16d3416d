using System.Net;
using System.Text.Json;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Guidance;

/// <summary>The guidance as other systems ask it: every case of the domain reference through the front door, and what it does with a question that cannot be read.</summary>
public sealed class GuidanceApiTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private sealed record Line(string RuleId, string Code, string Provider, string Strength, string LegalBasis, string? PracticeNote, bool ConsentNeeded, string NextStep);

    private const string Usual = "asOf=2026-03-16&ageClass=ADULT&legalStatus=IRREGULAR&citizenship=THIRD_COUNTRY&inSweden=yes&acuteNeed=no&exposure=THB&wishesReturn=unknown&ruleSet=Guide&reimbursementFrom=GrantedReflectionPeriod";
    private const string Initiated = "&investigation=INITIATED&cooperation=UNDECIDED";

    /// <summary>What departs from the usual situation, what must be said (rule, code, strength), and which rules may say nothing that the person has or can apply for.</summary>
    [Theory]
    [InlineData("E01", "", "R01 METHOD_SUPPORT AVAILABLE;R03 MUNICIPAL_SUPPORT RIGHT;R05 NGO_SUPPORT LIKELY_ONLY;R07 HEALTH_CANNOT_BE_DEFERRED RIGHT;R08 REFLECTION_PERIOD NOT_NOW;R09 TEMP_PERMIT NOT_NOW;R11b NGO_LONG_TERM AVAILABLE", "R02 R04 R13 R14")]
    [InlineData("E02", "&acuteNeed=yes", "R02 MUNICIPAL_EMERGENCY RIGHT;R03 MUNICIPAL_SUPPORT RIGHT", "")]
    [InlineData("E03", Initiated, "R08 REFLECTION_PERIOD CAN_APPLY;R09 TEMP_PERMIT NOT_NOW;R05 NGO_SUPPORT AVAILABLE;R14 LEGAL_COUNSEL AVAILABLE", "R13")]
    [InlineData("E04", "&ruleSet=Law2022&cooperation=UNDECIDED", "R08 REFLECTION_PERIOD CAN_APPLY", "R13 R14")]
    [InlineData("E06", "&investigation=INITIATED&cooperation=WILLING&tiesBroken=no", "R09 TEMP_PERMIT NOT_NOW", "")]
    [InlineData("E07", Initiated + "&rp=GRANTED&rpValidFrom=2026-03-02&rpValidTo=2026-03-31", "R04 FULL_PLAN AVAILABLE;R07 HEALTH_FULL RIGHT;R13 MUNICIPAL_REIMBURSEMENT CAN_APPLY;R17 EXPULSION_BARRED INFO;R09 TEMP_PERMIT NOT_NOW", "R15")]
    [InlineData("E09", "&asOf=2026-05-04&cooperation=WILLING&trp=GRANTED&trpValidFrom=2026-04-01&trpValidTo=2026-10-01&reimbursementFrom=Application", "R04 FULL_PLAN AVAILABLE;R07 HEALTH_FULL RIGHT;R15 WORK_ALLOWED INFO;R11b INTEGRATION_PUBLIC NOT_NOW;R11b NGO_LONG_TERM AVAILABLE;R13 MUNICIPAL_REIMBURSEMENT CAN_APPLY", "R11")]
    [InlineData("E09, without a reflection period", "&asOf=2026-05-04&cooperation=WILLING&trp=GRANTED&trpValidFrom=2026-04-01&trpValidTo=2026-10-01", "R04 FULL_PLAN AVAILABLE", "R13")]
    [InlineData("E10", "&legalStatus=ASYLUM", "R06 ASYLUM_SUPPORT RIGHT;R03 MUNICIPAL_SUPPORT AVAILABLE;R07 HEALTH_CANNOT_BE_DEFERRED RIGHT;R05 NGO_SUPPORT AVAILABLE", "R08")]
    [InlineData("E12", "&legalStatus=ASYLUM&acuteNeed=yes&at=2026-03-16T20:00:00%2B01:00", "R02 MUNICIPAL_EMERGENCY RIGHT", "")]
    [InlineData("E13", "&legalStatus=PERMANENT", "R04 FULL_PLAN AVAILABLE;R07 HEALTH_FULL RIGHT;R11 INTEGRATION_PUBLIC AVAILABLE", "R08 R09 R11b")]
    [InlineData("E14", "&legalStatus=WORK&exposure=EXPL&wishesReturn=yes", "R11 INTEGRATION_PUBLIC AVAILABLE;R10 RETURN_PROGRAMME AVAILABLE", "")]
    [InlineData("E16", "&legalStatus=EU_NO_RIGHT&citizenship=EU_EEA&exposure=PROST&wishesReturn=yes&cooperation=UNWILLING", "R10 RETURN_PROGRAMME AVAILABLE;R05 NGO_SUPPORT LIKELY_ONLY;R08 REFLECTION_PERIOD NOT_NOW", "")]
    [InlineData("E18", "&legalStatus=SE&citizenship=SWEDISH", "R03 MUNICIPAL_SUPPORT RIGHT;R04 FULL_PLAN AVAILABLE;R07 HEALTH_FULL RIGHT;R11 INTEGRATION_PUBLIC AVAILABLE", "R08 R09 R10")]
    [InlineData("E19", "&ageClass=CHILD&unaccompanied=yes&consentMunicipality=REFUSED", "R12 CHILD_PROTECTION RIGHT;R12 GUARDIAN RIGHT;R12 TRACING RIGHT;R07 HEALTH_FULL RIGHT;R03 MUNICIPAL_SUPPORT RIGHT;R08 REFLECTION_PERIOD NOT_NOW", "")]
    [InlineData("E20", "&ageClass=CHILD&unaccompanied=yes&legalStatus=ASYLUM", "R06 ASYLUM_SUPPORT RIGHT;R12 CHILD_PROTECTION RIGHT;R07 HEALTH_FULL RIGHT;R16 SCHOOL RIGHT", "")]
    [InlineData("E22", Initiated + "&ageClass=CHILD&rp=GRANTED&rpValidFrom=2026-03-02&rpValidTo=2026-03-31", "R12 CHILD_PROTECTION RIGHT;R04 FULL_PLAN AVAILABLE;R07 HEALTH_FULL RIGHT;R16 SCHOOL RIGHT", "")]
    [InlineData("E24", "&consentNgo=GIVEN", "R05 NGO_SUPPORT LIKELY_ONLY;R03 MUNICIPAL_SUPPORT RIGHT", "")]
    [InlineData("E27", Initiated + "&legalStatus=ASYLUM_REFUSED&rp=SUBMITTED", "R17 EXPULSION_MAY_BE_STAYED INFO;R03 MUNICIPAL_SUPPORT RIGHT", "")]
    [InlineData("E29", "&identification=RULED_OUT", "R01 METHOD_SUPPORT AVAILABLE;R07 HEALTH_CANNOT_BE_DEFERRED RIGHT", "R02 R03 R05 R08 R10 R11b R14b")]
    [InlineData("E31", "&inSweden=no&returnState=RETURNED&returnedOn=2026-04-20&asOf=2026-05-04&consentMonitoring=WITHDRAWN", "R20 MONITORING NOT_NOW;R20 JUSTICE INFO;R01 METHOD_SUPPORT AVAILABLE", "R03 R05 R07")]
    [InlineData("E33", Initiated + "&legalStatus=VISIT&legalStatusValidTo=2026-04-30", "R08 REFLECTION_PERIOD CAN_APPLY", "")]
    [InlineData("E34", "&legalStatus=ASYLUM&wishesReturn=yes", "R10 RETURN_PROGRAMME AVAILABLE", "")]
    public async Task The_cases_of_the_reference_are_answered(string name, string departs, string said, string unsaid)
    {
        var lines = await AskAsync(Merged(departs));

        Assert.All(said.Split(';'), s => Assert.True(lines.Any(l => $"{l.RuleId} {l.Code} {l.Strength}" == s), $"{name} says {string.Join(';', lines.Select(l => $"{l.RuleId} {l.Code} {l.Strength}"))}"));
        Assert.DoesNotContain(lines, l => unsaid.Split(' ').Contains(l.RuleId) && l.Strength != "NOT_NOW");
        Assert.Equal("R01", lines[^1].RuleId);
    }

    /// <summary>Situations that are not in the reference. What is expected was worked out by hand from its rules and their order, before the product was asked: the whole answer, and nothing else.</summary>
    [Theory]
    [InlineData("an EU citizen whose age is uncertain, who will not speak with the police, and whose investigation was discontinued",
        "&asOf=2026-08-12&ageClass=UNCERTAIN&legalStatus=EU_NO_RIGHT&citizenship=EU_EEA&acuteNeed=yes&exposure=EXPL&investigation=DISCONTINUED&cooperation=UNWILLING&wishesReturn=no&ruleSet=Law2022&reimbursementFrom=Application",
        "R02 MUNICIPAL_EMERGENCY RIGHT;R12 CHILD_PROTECTION RIGHT;R03 MUNICIPAL_SUPPORT RIGHT;R05 NGO_SUPPORT LIKELY_ONLY;R08 REFLECTION_PERIOD NOT_NOW;R08 REFLECTION_PERIOD CAN_APPLY;R09 TEMP_PERMIT NOT_NOW;R07 HEALTH_FULL RIGHT;R14b NGO_LEGAL_HELP AVAILABLE;R11b INTEGRATION_PUBLIC NOT_NOW;R11b NGO_LONG_TERM AVAILABLE;R01 METHOD_SUPPORT AVAILABLE")]
    [InlineData("the last day of a permit whose extension waits, while the trial goes on; the claim for the quarter of the reflection period ran out the day before",
        "&asOf=2026-10-01&investigation=PROSECUTION&cooperation=WILLING&tiesBroken=yes&rp=ENDED&rpValidFrom=2026-03-02&rpValidTo=2026-03-31&trp=EXTENSION_SUBMITTED&trpValidFrom=2026-04-01&trpValidTo=2026-10-01&wishesReturn=yes",
        "R03 MUNICIPAL_SUPPORT RIGHT;R04 FULL_PLAN AVAILABLE;R05 NGO_SUPPORT AVAILABLE;R07 HEALTH_FULL RIGHT;R14 LEGAL_COUNSEL AVAILABLE;R14b NGO_LEGAL_HELP AVAILABLE;R13 MUNICIPAL_REIMBURSEMENT CAN_APPLY;R10 RETURN_PROGRAMME AVAILABLE;R11b INTEGRATION_PUBLIC NOT_NOW;R11b NGO_LONG_TERM AVAILABLE;R15 WORK_ALLOWED INFO;R17 EXPULSION_BARRED INFO;R01 METHOD_SUPPORT AVAILABLE")]
    [InlineData("somebody who returned more than six months ago and wishes to be contacted",
        "&asOf=2026-11-01&inSweden=no&returnState=RETURNED&returnedOn=2026-04-20&consentMonitoring=GIVEN&consentJustice=GIVEN",
        "R20 MONITORING AVAILABLE;R20 JUSTICE INFO;R01 METHOD_SUPPORT AVAILABLE")]
    [InlineData("a child who seeks asylum, in acute need, found not to have been trafficked",
        "&identification=RULED_OUT&ageClass=CHILD&legalStatus=ASYLUM&acuteNeed=yes",
        "R02 MUNICIPAL_EMERGENCY RIGHT;R12 CHILD_PROTECTION RIGHT;R06 ASYLUM_SUPPORT RIGHT;R07 HEALTH_FULL RIGHT;R16 SCHOOL RIGHT;R01 METHOD_SUPPORT AVAILABLE")]
    public async Task What_is_not_in_the_reference_is_answered_as_worked_out_by_hand(string who, string departs, string whole)
    {
        var said = string.Join(';', (await AskAsync(Merged(departs))).Select(l => $"{l.RuleId} {l.Code} {l.Strength}"));

        Assert.True(whole == said, $"{who}:\nexpected {whole}\nsaid     {said}");
    }

    [Fact]
    public async Task What_the_reference_says_in_words_is_said()
    {
        Assert.Contains("assisted only by NGOs", (await OneAsync("", "R03")).PracticeNote, StringComparison.Ordinal);
        Assert.StartsWith("Missing: a preliminary investigation", (await OneAsync("", "R08")).NextStep, StringComparison.Ordinal);
        Assert.Contains("threshold for an investigation is low", (await OneAsync("", "R08")).PracticeNote, StringComparison.Ordinal);
        Assert.StartsWith("Missing: ties with the suspects broken.", (await OneAsync("&investigation=INITIATED&cooperation=WILLING&tiesBroken=no", "R09")).NextStep, StringComparison.Ordinal);
        Assert.Contains("2026-09-30", (await OneAsync("&rp=GRANTED&rpValidFrom=2026-03-02&rpValidTo=2026-03-31", "R13")).NextStep, StringComparison.Ordinal);
        Assert.Contains("reception of asylum seekers", (await OneAsync("&legalStatus=ASYLUM", "R03")).PracticeNote, StringComparison.Ordinal);
        Assert.Contains("is closed and opens Tue 17", (await OneAsync("&at=2026-03-16T20:00:00%2B01:00", "R01")).NextStep, StringComparison.Ordinal);
        Assert.Contains("open until 16:30", (await OneAsync("", "R01")).NextStep, StringComparison.Ordinal);
        Assert.Contains("until 2026-04-30; apply before it ends", (await OneAsync("&legalStatus=VISIT&legalStatusValidTo=2026-04-30", "R08")).PracticeNote, StringComparison.Ordinal);
        Assert.Contains("handled with the Migration Agency", (await OneAsync("&legalStatus=ASYLUM&wishesReturn=yes", "R10")).PracticeNote, StringComparison.Ordinal);
        Assert.Contains("assigned municipality arranges housing", (await OneAsync("&legalStatus=ASYLUM&ageClass=CHILD&unaccompanied=yes", "R06")).PracticeNote, StringComparison.Ordinal);
        Assert.Contains("Ended by the returnee", (await OneAsync("&inSweden=no&returnState=RETURNED&consentMonitoring=WITHDRAWN", "R20")).PracticeNote, StringComparison.Ordinal);
        Assert.StartsWith("Refer", (await OneAsync("&consentNgo=GIVEN", "R05")).NextStep, StringComparison.Ordinal);
        Assert.Contains("Ask for consent", (await OneAsync("&consentNgo=GIVEN", "R03")).NextStep, StringComparison.Ordinal);
        Assert.Contains("Ask for consent", (await OneAsync("&consentNgo=WITHDRAWN", "R05")).NextStep, StringComparison.Ordinal);
        var board = (await AskAsync(Merged("&ruleSet=Law2022"))).Where(l => l.RuleId == "R08").ToList();
        Assert.Equal([("INVESTIGATION_LEADER", "NOT_NOW", false), ("SOCIAL_BOARD", "CAN_APPLY", true)], board.Select(l => (l.Provider, l.Strength, l.ConsentNeeded)));
        Assert.Equal("UtlL 5:15; BrB 4:1 a, 4:1 b; S1-14", board[1].LegalBasis);
    }

    [Fact]
    public async Task A_question_without_any_answer_is_answered_for_today_by_the_law()
    {
        var lines = await AskAsync("");

        Assert.Equal("R03 R05 R08 R08 R09 R07 R14b R10 R11b R11b R01", string.Join(' ', lines.Select(l => l.RuleId)));
        Assert.Equal(["INVESTIGATION_LEADER", "SOCIAL_BOARD"], lines.Where(l => l.RuleId == "R08").Select(l => l.Provider));
    }

    [Theory]
    [InlineData("legalStatus=irregular", "legalStatus")]
    [InlineData("ageClass=16", "ageClass")]
    [InlineData("citizenship=RO", "citizenship")]
    [InlineData("asOf=16/3/2026", "asOf")]
    [InlineData("asOf=2026-02-30", "asOf")]
    [InlineData("asOf=9999-12-31", "asOf")]
    [InlineData("at=tomorrow", "at")]
    [InlineData("at=0001-01-01T00:00:00Z", "at")]
    [InlineData("rpValidFrom=2026-13-01", "rpValidFrom")]
    [InlineData("trp=GRANTED&trpValidFrom=2026-04-01&trpValidTo=2026-03-01", "trpValidTo")]
    [InlineData("acuteNeed=true", "acuteNeed")]
    [InlineData("ruleSet=Law2023", "ruleSet")]
    [InlineData("ruleSet=0", "ruleSet")]
    [InlineData("consentNgo=YES", "consentNgo")]
    [InlineData("exposure=THB&exposure=EXPL", "exposure")]
    public async Task A_question_that_cannot_be_read_is_told_which_part(string query, string name)
    {
        using var answer = await host.Anonymous().Client.GetAsync(new Uri($"/api/guidance?{query}", UriKind.Relative));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([name], problem.RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task The_shape_is_the_one_that_was_promised()
    {
        using var answer = JsonDocument.Parse(await host.Anonymous().Client.GetStringAsync(new Uri("/api/guidance", UriKind.Relative)));

        Assert.Equal(["lines"], answer.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.All(answer.RootElement.GetProperty("lines").EnumerateArray(), line =>
            Assert.Equal(["ruleId", "code", "provider", "strength", "legalBasis", "practiceNote", "consentNeeded", "nextStep"], line.EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public async Task Sentences_are_Swedish_for_who_prefers_it_and_English_for_who_says_nothing()
    {
        var swedish = host.Anonymous("sv").Client;
        Assert.Contains("Säg inget om vem personen är.", await swedish.GetStringAsync(new Uri("/api/guidance", UriKind.Relative)), StringComparison.Ordinal);
        swedish.DefaultRequestHeaders.Remove("Accept-Language");
        Assert.Contains("Say nothing about who the person is.", await swedish.GetStringAsync(new Uri("/api/guidance", UriKind.Relative)), StringComparison.Ordinal);
    }

    /// <summary>The whole space is walked in the domain; here every word that it can say.</summary>
    [Fact]
    public void Every_word_that_the_guidance_can_say_exists_and_none_refuses_municipal_help()
    {
        var book = new Phrasebook(strict: true);
        string[] keys =
        [
            .. Enum.GetNames<Support>().SelectMany(n => new[] { $"Support.{n}", $"Says.{n}" }), .. Named<Provider>(), .. Enum.GetNames<NextStep>().Select(n => $"Next.{n}"), .. Named<Missing>(),
            .. Enum.GetNames<PracticeNote>().Select(n => $"Note.{n}"), .. Named<WhatIf>(), .. GuidanceRules.All.Select(r => $"Rule.{r.Name}"), .. Named<ReflectionPeriodRuleSet>(), .. Named<ReimbursementFrom>(),
            .. Named<AgeClass>(), .. Named<ResidenceClass>(), .. Named<ApplicationState>(), .. Named<ReturnState>(), .. Named<ConsentAnswer>(),
        ];
        foreach (var language in PageLanguage.All)
        {
            Assert.All(keys, key => Assert.NotNull(book.Find(language, $"Guidance.{key}")));
            Assert.All(["Says.MunicipalSupport", "Says.MunicipalEmergency", "Says.FullPlan", "Note.ThresholdIsHigh", "Note.OnlyNgosLikely"], key =>
                Assert.DoesNotMatch("not entitled|no right|refus|ingen rätt|inte rätt|nekas|avslå", book.Find(language, $"Guidance.{key}")));
            Assert.Matches("right is the same|Rätten är densamma", book.Find(language, "Guidance.Note.ThresholdIsHigh"));
        }

        static IEnumerable<string> Named<T>() where T : struct, Enum => Enum.GetNames<T>().Select(n => $"{typeof(T).Name}.{n}");
    }

    private async Task<Line> OneAsync(string departs, string rule) => (await AskAsync(Merged(departs))).First(l => l.RuleId == rule);

    private async Task<IReadOnlyList<Line>> AskAsync(string query)
    {
        // Without a wish for a language, as another system asks.
        var client = host.Anonymous().Client;
        client.DefaultRequestHeaders.Remove("Accept-Language");
        var answer = await client.GetStringAsync(new Uri($"/api/guidance?{query}", UriKind.Relative));
        return JsonDocument.Parse(answer).RootElement.GetProperty("lines").Deserialize<List<Line>>(JsonSerializerOptions.Web)!;
    }

    /// <summary>The usual situation, with some answers replaced.</summary>
    private static string Merged(string departs)
    {
        var answers = $"{Usual}{departs}".Split('&', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=', 2));
        return string.Join('&', answers.GroupBy(a => a[0]).Select(a => $"{a.Key}={a.Last()[1]}"));
    }
}
