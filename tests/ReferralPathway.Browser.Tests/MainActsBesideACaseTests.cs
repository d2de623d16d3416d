namespace ReferralPathway.Browser.Tests;

/// <summary>What is done by those who never read a case: advice without an identity, the rules that hold, and an eye on who opened what.</summary>
[Collection(nameof(MainActsBesideACaseTests))]
public sealed class MainActsBesideACaseTests(ActsHost host)
{
    [Fact]
    public Task The_national_coordination_answers_a_question_about_somebody_it_never_learns_of() => Somebody.WorksAsync(host, "nc.jamy", async coordinator =>
    {
        await coordinator.OpenAsync("Answer a question without personal details");
        await coordinator.ReadsAsync("Kan betänketid sökas innan förundersökning har inletts");
        await coordinator.OpenAsync("Write the answer");
        await coordinator.AnswerAsync("Your answer", "Yes, talk to an investigation leader without naming her. Under the law the social board may apply as well.");
        await coordinator.LooksAsync();
        await coordinator.PressAsync("Send the answer");
        await coordinator.ReadsAsync("The question is answered");
        await coordinator.ReadsAsync("Under the law the social board may apply as well.");
        await coordinator.ReadsAsync("NGO");
        await coordinator.ReadsNothingOfAsync("Haven");
    });

    [Fact]
    public async Task Two_administrators_change_which_reading_of_the_rules_holds_from_a_day()
    {
        await Somebody.WorksAsync(host, "admin", async first =>
        {
            await first.OpenAsync("Administration");
            await first.OpenAsync("Rules of the guidance");
            await first.AnswerAsync("The municipality’s reimbursement", "The municipality is reimbursed from a granted reflection period");
            await first.AnswerAsync("From", "2026-05-01");
            await first.PressAsync("Ask for the change");
            await first.ReadsAsync("Somebody other than you confirms.");
        });
        await Somebody.WorksAsync(host, "admin2", async second =>
        {
            await second.OpenAsync("Administration");
            await second.ReadsNothingOfAsync("Nothing waits");
            await second.OpenAsync("Rules of the guidance");
            await second.ReadsAsync("Stefan Holm asked for it");
            await second.LooksAsync();
            await second.PressAsync("Confirm");
            await second.ReadsAsync("The change is confirmed.");
            await second.ReadsAsync("1 May 2026 · Confirmed");
        });
    }

    [Fact]
    public async Task An_auditor_finds_who_opened_a_case_outside_the_team()
    {
        const string Why = "The responsible worker is ill, and she is on the telephone.";
        await Somebody.WorksAsync(host, "ngo.haven.chef", async colleague =>
        {
            await colleague.OpenAsync("Cases");
            await colleague.OpenAsync("2026-");
            await colleague.OpenAsync("Open with a reason");
            await colleague.AnswerAsync("Why do you have to open it now?", Why);
            await colleague.PressAsync("Open for four hours");
        });
        await Somebody.WorksAsync(host, "audit", async auditor =>
        {
            await auditor.ReadsAsync("Somebody outside the team opened a case");
            await auditor.OpenAsync("The whole record");
            await auditor.AnswerAsync("Show", "Opened without being on the team");
            await auditor.PressAsync("Show");
            await auditor.ReadsAsync("Gunilla Ström");
            await auditor.ReadsNothingOfAsync(Why);
            await auditor.LooksAsync();
        });
    }
}
