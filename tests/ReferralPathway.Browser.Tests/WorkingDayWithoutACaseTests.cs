using System.Text.RegularExpressions;

namespace ReferralPathway.Browser.Tests;

/// <summary>A working day of those who never learn who is helped: they advise, keep things in order, and watch. Nothing of any page that they open says whose case it is. They are the people of the main acts: one after the other.</summary>
[Collection(nameof(MainActsBesideACaseTests))]
public sealed class WorkingDayWithoutACaseTests(ActsHost host)
{
    [Fact]
    public Task The_national_coordinator_advises_reads_what_is_counted_and_meets_nobody() => Somebody.SpendsADayAsync(host, "nc.jamy", "sv", 360, async coordinator =>
    {
        var today = await coordinator.FollowNumberAsync("att göra i dag");
        await coordinator.ReadsAsync("K-2026-000003");
        await coordinator.ReadMessageAsync("En fråga utan personuppgifter väntar på svar");
        await coordinator.ReadsAsync("Hon funderar på att åka hem");
        await coordinator.PressAsync("Börja besvara");
        await coordinator.OpenAsync("Skriv svaret");
        await coordinator.AnswerAsync("Ditt svar", "Programmet ger biljett, mottagande och stöd efter hemkomsten. Hon får ångra sig ända till planet.");
        await coordinator.PressAsync("Skicka svaret");
        await coordinator.ReadsAsync("Frågan är besvarad");
        Assert.Equal(today - 1, await coordinator.ReadNumberAsync("att göra i dag"));

        await coordinator.OpenAsync("Kontakter");
        await coordinator.OpenAsync("Statistik");
        await coordinator.OpenAsync("Återvändande");
        await coordinator.ReadsAsync("<5");
        coordinator.HasMetNothingOf([.. Secrets.WhoIsHelped, new Regex("Haven")]);
    });

    [Fact]
    public Task An_administrator_mends_a_contact_invites_a_colleague_withdraws_a_word_and_meets_nobody() => Somebody.SpendsADayAsync(host, "admin", "en", 1280, async administrator =>
    {
        const string Mika = "Mika Reception Centre in Stockholm";
        var week = await administrator.FollowNumberAsync("more within seven days");
        await administrator.OpenAsync("Check an entry of the directory", beside: Mika);
        await administrator.OpenAsync("Edit the contact");
        await administrator.AnswerAsync("What they help with, in English", "Counselling for people who sell sex or have been trafficked.");
        await administrator.PressAsync("Save the change");
        await administrator.AnswerAsync("Checked on", "2026-03-16");
        await administrator.PressAsync("Record the check");
        Assert.Equal(week - 1, await administrator.ReadNumberAsync("more within seven days"));

        await administrator.OpenAsync("Accounts");
        await administrator.OpenAsync("Invite somebody");
        await administrator.AnswerAsync("Name", "Nina Berg");
        await administrator.AnswerAsync("Email", "nina.berg@sample.example");
        await administrator.AnswerAsync("Organisation", "Umeå municipality");
        await administrator.AnswerAsync("Role", "Social worker");
        await administrator.PressAsync("Send the invitation");
        await administrator.ReadsAsync("Nina Berg");

        await administrator.OpenAsync("Administration");
        await administrator.OpenAsync("Code lists");
        await administrator.OpenAsync("Labour sectors");
        await administrator.OpenAsync("Berry picking");
        await administrator.AnswerAsync("Cannot be chosen from", "2026-04-01");
        await administrator.PressAsync("Save");
        await administrator.ReadsAsync("1 April 2026");
        administrator.HasMetNothingOf(Secrets.WhoIsHelped);
    });

    [Fact]
    public Task An_auditor_finds_who_read_a_case_and_meets_nobody_in_it() => Somebody.SpendsADayAsync(host, "audit", "en", 1280, async auditor =>
    {
        await auditor.OpenAsync("Openings in an emergency, grounds in law and disclosures of the last 30 days");
        await auditor.OpenAsync("019", beside: "Per Grahn");
        await auditor.AnswerAsync("Show", "Acts");
        await auditor.PressAsync("Show");
        await auditor.ReadsAsync("Per Grahn");
        await auditor.ReadsAsync("Karin Öberg");
        auditor.HasMetNothingOf(Secrets.WhoIsHelped);
    });
}
