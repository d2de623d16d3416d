using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>A working day of those who decide something about a person: what waits, the act that is theirs alone, and what they are never shown. They are the people of the main acts: one after the other.</summary>
[Collection(nameof(MainActsOfAuthoritiesTests))]
public sealed class WorkingDayOfAuthoritiesTests(ActsHost host)
{
    private static readonly Regex Home = new("Smedjegatan 12");

    [Fact]
    public async Task An_investigation_leader_takes_on_a_report_identifies_the_person_applies_and_never_reads_where_the_person_stays()
    {
        var worker = await host.SignInAsync("sw.vasteras");
        var theCase = await Hand.OpenCaseAsync(worker);
        await Hand.SendAsync(worker);
        await Hand.AnswerAsync(worker, $"{theCase}/whereabouts/record", ("Input.Address", "Smedjegatan 12, två trappor"));
        await Hand.ConsentAsync(worker, theCase, "Swedish Police Authority");
        await worker.GotoAsync($"{theCase}/investigations/report");
        await worker.Locator("main select").First.SelectOptionAsync(new SelectOptionValue { Label = "Swedish Police Authority" });
        await Hand.AnswerAsync(worker, null, ("Input.On", "2026-03-16"), ("Input.Unit", "Västerås"));
        await worker.Context.CloseAsync();

        await Somebody.SpendsADayAsync(host, "il.polis", "sv", 360, async leader =>
        {
            var week = await leader.FollowNumberAsync("till inom sju dagar");
            await leader.OpenAsync("Ta emot ett ärende som kommit till din organisation");
            await leader.PressAsync("Ta emot");
            Assert.Equal(week - 1, await leader.ReadNumberAsync("till inom sju dagar"));

            await leader.ReadMessageAsync("En anmälan har gjorts till din organisation");
            await leader.OpenAsync("Registrera att en förundersökning har inletts");
            await leader.AnswerAsync("Myndighet och enhet", "Polisområde Västmanland");
            await leader.AnswerAsync("Ledarens namn", "Per Grahn");
            await leader.AnswerAsync("Diarienummer", "5000-K300112-26");
            await leader.AnswerAsync("Vad förundersökningen gäller", "Människohandel, 4 kap. 1 a § brottsbalken");
            await leader.AnswerAsync("Inledd den", "2026-03-16");
            await leader.TickAsync("Det finns anledning att anta ett brott");
            await leader.PressAsync("Registrera att den har inletts");
            await leader.OpenAsync("2026-");
            await leader.ReadsAsync("Formellt identifierad");

            await leader.OpenAsync("Ansök om betänketid");
            await leader.AnswerAsync("Vill personen ha betänketid?", "Ja");
            await leader.AnswerAsync("Dag då personen sade det", "2026-03-16");
            await leader.AnswerAsync("Språk", "rumänska");
            await leader.AnswerAsync("Behövs vistelsen för förundersökningen eller rättegången?", "Ja");
            await leader.AnswerAsync("Varför vistelsen behövs", "Ett förhör återstår.");
            await leader.AnswerAsync("Allmän ordning och säkerhet talar inte emot", "Ja");
            await leader.AnswerAsync("Är personen i Sverige?", "Ja");
            await leader.AnswerAsync("Inlämnad den", "2026-03-16");
            await leader.AnswerAsync("Hur den lämnas in", "Blankett 194011");
            await leader.PressAsync("Lämna in ansökan");
            await leader.ReadsAsync("Ansökan väntar på beslut av Migrationsverket.");
            await leader.OpenAsync("2026-");
            await leader.OpenAsync("Brev");
            leader.HasMetNothingOf(Home, new Regex("whereabouts"));
        });
    }

    [Fact]
    public Task A_prosecutor_asks_for_counsel_and_for_disclosure_and_learns_nothing_by_asking() => Somebody.SpendsADayAsync(host, "il.aklagare", "en", 1280, async prosecutor =>
    {
        var today = await prosecutor.FollowNumberAsync("to do today");
        await prosecutor.OpenAsync("Request counsel for the injured party", beside: "M.C.");
        await prosecutor.AnswerAsync("What has happened", "Counsel for the injured party was requested");
        await prosecutor.AnswerAsync("When it happened", "2026-03-16");
        await prosecutor.PressAsync("Record this step");
        Assert.Equal(today - 1, await prosecutor.ReadNumberAsync("to do today"));

        await prosecutor.OpenAsync("Disclosure");
        await prosecutor.OpenAsync("Ask for disclosure");
        await prosecutor.AnswerAsync("Organisation asked", "Haven (NGO)");
        await prosecutor.AnswerAsync("Legal basis", "Contact details on request to law enforcement");
        await prosecutor.AnswerAsync("Person concerned", "A boy who speaks Arabic, about sixteen.");
        await prosecutor.AnswerAsync("Details you ask for", "How he is reached, for a hearing.");
        await prosecutor.AnswerAsync("Officer", "Charlotta Hjelm");
        await prosecutor.AnswerAsync("Last day for an answer", "2026-03-20");
        await prosecutor.PressAsync("Send the request");
        await prosecutor.ReadsAsync("Haven (NGO)");
        await prosecutor.OpenAsync("Cases");
        await prosecutor.ReadsAsync("2026-000003");
        prosecutor.HasMetNothingOf(Home, Secrets.Names(), new Regex("2026-00000[1-2]|Under assessment"));
    });

    [Fact]
    public Task An_officer_of_the_Migration_Agency_decides_a_claim_and_sees_of_a_person_no_more_than_the_application_says() => Somebody.SpendsADayAsync(host, "ma.tillstand", "sv", 1280, async officer =>
    {
        var today = await officer.FollowNumberAsync("att göra i dag");
        await officer.OpenAsync("Besluta om en kommuns ersättning");
        await officer.OpenAsync("Registrera beslutet");
        await officer.AnswerAsync("Vad är beslutet?", "Allt som söktes beviljas");
        await officer.AnswerAsync("Beslutets dag", "2026-03-16");
        await officer.PressAsync("Spara beslutet");
        Assert.Equal(today - 1, await officer.ReadNumberAsync("att göra i dag"));

        await officer.OpenAsync("Ärenden");
        await officer.OpenAsync("2026-000001");
        await officer.ReadsAsync("Delas inte med er.");
        await officer.ReadMessageAsync("En ansökan om tillstånd väntar på er");
        officer.HasMetNothingOf(Home, Secrets.Names(), new Regex("Socialtjänstens reception|Tandvärk|2026-000004"));
    });

    [Fact]
    public Task A_regional_coordinator_approves_one_return_sends_another_and_reads_the_numbers_of_the_region() => Somebody.SpendsADayAsync(host, "rc.ost", "sv", 360, async coordinator =>
    {
        var today = await coordinator.FollowNumberAsync("att göra i dag");
        await coordinator.OpenAsync("Besluta om ett återvändande", beside: "S.P.");
        await coordinator.OpenAsync("Besluta");
        await coordinator.AnswerAsync("Beslut", "Godkänn");
        await coordinator.PressAsync("Spara beslutet");
        await coordinator.OpenAsync("Översikt");
        await coordinator.OpenAsync("Skicka ett återvändande till IOM", beside: "E.R.");
        await coordinator.OpenAsync("Skicka till IOM");
        await coordinator.PressAsync("Skicka till IOM");
        Assert.Equal(today - 2, await coordinator.ReadNumberAsync("att göra i dag"));

        await coordinator.ReadMessageAsync("En ansökan om återvändande väntar på er");
        await coordinator.OpenAsync("Statistik");
        await coordinator.OpenAsync("Återvändande");
        coordinator.HasMetNothingOf(Home, Secrets.Names(), new Regex("2026-000013"));
    });

    [Fact]
    public Task A_caseworker_of_IOM_passes_on_word_and_sees_no_return_before_it_is_approved() => Somebody.SpendsADayAsync(host, "iom.hki", "en", 360, async caseworker =>
    {
        var week = await caseworker.FollowNumberAsync("more within seven days");
        await caseworker.ReadMessageAsync("A message from Sweden waits to be passed on");
        await caseworker.OpenAsync("Contact after the return");
        await caseworker.OpenAsync("Hearing date");
        await caseworker.AnswerAsync("Day", "2026-03-16");
        await caseworker.AnswerAsync("Was the person reached?", "Yes");
        await caseworker.PressAsync("Save");
        Assert.Equal(week - 1, await caseworker.ReadNumberAsync("more within seven days"));

        await caseworker.OpenAsync("Cases");
        await caseworker.ReadsAsync("2025-000003");
        caseworker.HasMetNothingOf(Home, Secrets.Names(), new Regex("2026-000013"));
    });
}
