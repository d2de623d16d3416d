using System.Text.RegularExpressions;

namespace ReferralPathway.Browser.Tests;

/// <summary>A working day of those who stand beside a person: what waits in the morning, what it asks for, a message, what is theirs alone, and the way out. They are the people of the main acts: one after the other.</summary>
[Collection(nameof(MainActsInACaseTests))]
public sealed class WorkingDayOfHelpersTests(ActsHost host)
{
    [Fact]
    public Task A_social_worker_checks_a_telephone_goes_through_a_plan_and_meets_nobody_of_another_municipality() => Somebody.SpendsADayAsync(host, "sw.umea", "sv", 360, async worker =>
    {
        var today = await worker.FollowNumberAsync("att göra i dag");
        await worker.OpenAsync("Kontrollera den säkra kontakten igen", beside: "T.B.");
        await worker.AnswerAsync("Senast kontrollerad", "2026-03-16");
        await worker.PressAsync("Spara");
        await worker.ReadsAsync("+46701740613");
        Assert.Equal(today - 1, await worker.ReadNumberAsync("att göra i dag"));

        // What is due when the seventh day ends is due within seven days.
        var week = await worker.FollowNumberAsync("till inom sju dagar");
        await worker.ReadsAsync("mån 23 mars");
        await worker.ReadMessageAsync("En integrationsplan ska gås igenom");
        await worker.OpenAsync("Anteckna att planen är genomgången");
        await worker.AnswerAsync("Vad vill du göra?", "Planen är genomgången med personen efter ändringen");
        await worker.AnswerAsync("Vad ni kom fram till", "Han läser färdigt. En individuell plan söks hos en förening.");
        await worker.PressAsync("Spara");
        Assert.Equal(week - 1, await worker.ReadNumberAsync("till inom sju dagar"));

        await worker.OpenAsync("2026-000021");
        await worker.OpenAsync("Sök ersättning för kostnader");
        await worker.ReadsAsync("Inget att söka för ännu");
        await worker.OpenAsync("Ärenden");
        await worker.ReadsAsync("2026-000011");
        worker.HasMetNothingOf(Secrets.Names(), new Regex("2026-000005"));
    });

    [Fact]
    public Task A_manager_decides_what_the_police_get_and_who_stands_in_and_meets_no_name() => Somebody.SpendsADayAsync(host, "sw.malmo.chef", "en", 1280, async manager =>
    {
        var week = await manager.FollowNumberAsync("more within seven days");
        await manager.ReadsAsync("U-2026-000002");
        await manager.ReadMessageAsync("A request for disclosure waits for you");
        await manager.ReadsAsync("Answer by Thursday 19 March.");
        await manager.OpenAsync("Assess the request");
        await manager.PressAsync("Assess");
        await manager.OpenAsync("Decide");
        await manager.AnswerAsync("Decision", "Do not hand over");
        await manager.AnswerAsync("Decision and reasons", "Nobody who fits stays with us.");
        await manager.AnswerAsync("Answer to whoever asked", "We hand over nothing.");
        await manager.PressAsync("Decide");
        Assert.Equal(week - 1, await manager.ReadNumberAsync("more within seven days"));

        await manager.OpenAsync("My organisation");
        await manager.OpenAsync("Who is away");
        await manager.AnswerAsync("Who is away?", "Jonas Ekdahl");
        await manager.AnswerAsync("First day", "2026-04-07");
        await manager.AnswerAsync("Last day", "2026-04-10");
        await manager.AnswerAsync("Who stands in?", "Birgitta Nyman");
        await manager.PressAsync("Save");
        await manager.ReadsAsync("7 April");

        await manager.OpenAsync("Cases");
        await manager.ReadsAsync("Protected person");
        manager.HasMetNothingOf(new Regex(@"\b(Roxana|Dobre|Ionela|Oksana|Kovalenko|Selam|Tesfay)\b"));
    });

    [Fact]
    public Task A_shelter_says_that_it_has_no_room_and_shows_where_its_own_guest_is_on_one_page_alone() => Somebody.SpendsADayAsync(host, "ngo.haven", "sv", 1280, async worker =>
    {
        var week = await worker.FollowNumberAsync("till inom sju dagar");
        await worker.ReadMessageAsync("En hänvisning har kommit till din organisation");
        await worker.OpenAsync("Vi kan inte hjälpa");
        await worker.AnswerAsync("Skäl", "Saknar plats eller resurser");
        await worker.PressAsync("Avböj");
        Assert.Equal(week - 1, await worker.ReadNumberAsync("till inom sju dagar"));

        await worker.OpenAsync("2026-000004");
        await worker.OpenAsync("Haven (ideell förening): pågår");
        await worker.OpenAsync("2026-000004");
        await worker.OpenAsync("Brev");
        await worker.OpenAsync("2026-000004");
        worker.HasMetNothingOf(Secrets.ShelterAddress, Secrets.Names());
        await worker.OpenAsync("Läs var personen bor");
        await worker.AnswerAsync("Varför behöver du adressen?", "Vård behövs nu");
        await worker.PressAsync("Visa adressen");
        await worker.ReadsAsync("Påhittade gatan 7");
    });

    [Fact]
    public async Task A_lawyer_takes_on_a_client_and_learns_that_name_then_and_no_other()
    {
        var municipality = await host.SignInAsync("sw.malmo");
        await municipality.GotoAsync("/cases");
        await municipality.Locator("main .rp-row", new() { HasText = "S.T." }).Locator(".rp-row__title a").First.ClickAsync();
        var theCase = new Uri(municipality.Url).AbsolutePath;
        await Hand.ConsentAsync(municipality, theCase, "Lind law firm");
        await Hand.DraftAsync(municipality, theCase, "Lind law firm", "LEGAL");
        await Hand.SendAsync(municipality);
        await municipality.Context.CloseAsync();

        await Somebody.SpendsADayAsync(host, "law.lind", "sv", 360, async lawyer =>
        {
            var week = await lawyer.FollowNumberAsync("till inom sju dagar");
            await lawyer.ReadMessageAsync("En hänvisning har kommit till din organisation");
            await lawyer.ReadsAsync("Malmö stad");
            lawyer.HasMetNothingOf(Secrets.Names());
            await lawyer.OpenAsync("Ta emot");
            await lawyer.AnswerAsync("Första kontakt planerad", "2026-03-17");
            await lawyer.PressAsync("Ta emot");
            await lawyer.PressAsync("Visa namn och nummer");
            await lawyer.ReadsAsync("Tesfay");
            Assert.Equal(week - 1, await lawyer.ReadNumberAsync("till inom sju dagar"));

            await lawyer.OpenAsync("Ärenden");
            await lawyer.OpenAsync("2026-000020");
            await lawyer.ReadsAsync("Malmö stad leder ärendet.");
            lawyer.HasMetNothingOf(new Regex("Somchai|Suwan|Kovalenko|Påhittade gatan"));
        });
    }
}
