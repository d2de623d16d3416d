namespace ReferralPathway.Browser.Tests;

/// <summary>Acts that only one authority can do: to initiate, to grant, to approve a return, to arrange the journey.</summary>
[Collection(nameof(MainActsOfAuthoritiesTests))]
public sealed class MainActsOfAuthoritiesTests(ActsHost host)
{
    [Fact]
    public Task An_investigation_leader_identifies_a_girl_and_applies_for_her_time_to_think() => Somebody.WorksAsync(host, "il.polis", async leader =>
    {
        await leader.OpenAsync("2026-", beside: "I.S.");
        await leader.OpenAsync("Record that an investigation is initiated");
        await leader.AnswerAsync("Authority and unit", "Gränspolisen Stockholm");
        await leader.AnswerAsync("Name of the leader", "Per Grahn");
        await leader.AnswerAsync("Reference number", "5000-K214365-26");
        await leader.AnswerAsync("What the investigation concerns", "Trafficking in human beings");
        await leader.AnswerAsync("Initiated on", "2026-03-16");
        await leader.TickAsync("There is reason to assume an offence");
        await leader.PressAsync("Record that it is initiated");
        await leader.ReadsAsync("the person is formally identified");
        await leader.OpenAsync("2026-");
        await leader.ReadsAsync("Formally identified");

        await leader.OpenAsync("Apply for a reflection period");
        await leader.AnswerAsync("Does the person want a reflection period?", "Yes");
        await leader.AnswerAsync("Day on which the person said so", "2026-03-16");
        await leader.AnswerAsync("Language", "Romanian");
        await leader.AnswerAsync("Is the stay needed for the investigation or the trial?", "Yes");
        await leader.AnswerAsync("Why the stay is needed", "She has been heard once, and not yet about who sent her.");
        await leader.AnswerAsync("Public order and security do not speak against it", "Yes");
        await leader.AnswerAsync("Is the person in Sweden?", "Yes");
        await leader.AnswerAsync("Handed in on", "2026-03-16");
        await leader.AnswerAsync("How it is handed in", "Form 194011");
        await leader.LooksAsync();
        await leader.PressAsync("Hand in the application");
        await leader.ReadsAsync("The application waits for the Migration Agency’s decision.");
    });

    [Fact]
    public Task A_migration_officer_grants_thirty_days_by_the_days_of_the_decision() => Somebody.WorksAsync(host, "ma.tillstand", async officer =>
    {
        await officer.OpenAsync("Decide an application for a permit");
        await officer.OpenAsync("Reflection period: applied for");
        await officer.OpenAsync("Record a decision");
        await officer.AnswerAsync("Decision", "Granted");
        await officer.AnswerAsync("Valid from", "2026-03-16");
        await officer.AnswerAsync("Valid until and including", "2026-04-14");
        await officer.TickAsync("The days are those printed in the decision");
        await officer.AnswerAsync("Number of the decision", "MIG-26-131");
        await officer.AnswerAsync("Day of the decision", "2026-03-16");
        await officer.PressAsync("Save the decision");
        await officer.ReadsAsync("Granted until and including 14 April 2026.");
        await officer.ReadsAsync("16 March 2026 until and including 14 April 2026");
        await officer.LooksAsync();
    });

    [Fact]
    public Task A_regional_coordinator_takes_on_a_return_writes_part_B_approves_it_and_sends_it_to_IOM() => Somebody.WorksAsync(host, "rc.ost", async coordinator =>
    {
        await coordinator.OpenAsync("Fill in part B of a return");
        await coordinator.PressAsync("Take it on");
        await coordinator.OpenAsync("Part A is handed over");
        await coordinator.ReadsAsync("The regional coordinator fills in the other part.");
        await coordinator.OpenAsync("Fill in part B");
        await coordinator.AnswerAsync("Why does the person belong to the target group?", "Exploited in prostitution in two towns.");
        await coordinator.AnswerAsync("What information has the person been given?", "By word of mouth with an interpreter, and in writing.");
        await coordinator.AnswerAsync("The coordinator’s safety check", "No known risk where she goes.");
        await coordinator.AnswerAsync("Support recommended", "Arrival assistance", "Individually tailored reintegration support");
        await coordinator.AnswerAsync("How urgent is it?", "Soon");
        await coordinator.PressAsync("Save part B");
        await coordinator.OpenAsync("Decide");
        await coordinator.AnswerAsync("Decision", "Approve");
        await coordinator.PressAsync("Save the decision");
        await coordinator.OpenAsync("Send to IOM");
        await coordinator.PressAsync("Send to IOM");
        await coordinator.ReadsAsync("IOM takes in the application.");
        await coordinator.LooksAsync();
    });

    [Fact]
    public Task IOM_takes_up_a_return_assesses_it_accepts_and_plans_the_journey() => Somebody.WorksAsync(host, "iom.hki", async caseworker =>
    {
        await caseworker.OpenAsync("Assess a return", beside: "L.D.");
        await caseworker.OpenAsync("With IOM");
        await caseworker.OpenAsync("Begin");
        await caseworker.PressAsync("Begin");
        foreach (var kind in new[] { "Risk", "Needs", "Health" })
        {
            await caseworker.OpenAsync("Write an assessment");
            await caseworker.AnswerAsync("Which assessment?", kind);
            await caseworker.AnswerAsync("Result", "Manageable with support");
            await caseworker.AnswerAsync("Day", "2026-03-16");
            await caseworker.AnswerAsync("What was found?", "Gone through with her, with an interpreter.");
            await caseworker.PressAsync("Save the assessment");
        }
        await caseworker.OpenAsync("Say whether it is possible");
        await caseworker.AnswerAsync("Can the person return through the programme?", "Yes");
        await caseworker.PressAsync("Save");
        await caseworker.OpenAsync("Arrange the journey");
        await caseworker.AnswerAsync("Day of travel", "2026-04-02");
        await caseworker.AnswerAsync("Is there a valid travel document?", "Yes");
        await caseworker.AnswerAsync("Route", "Copenhagen, Bucharest, Cluj-Napoca");
        await caseworker.AnswerAsync("Tickets", "Booked");
        await caseworker.AnswerAsync("Reception on arrival", "IOM Bucharest meets her.");
        await caseworker.AnswerAsync("Escort", "None");
        await caseworker.AnswerAsync("Reintegration support", "Cash and in kind");
        await caseworker.PressAsync("Save the journey");
        await caseworker.ReadsAsync("The journey is planned for 2 April 2026. The person can cancel up to the airport.");
        await caseworker.LooksAsync();
    });
}
