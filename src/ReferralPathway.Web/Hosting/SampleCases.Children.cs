using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

/// <summary>A girl who came alone: the police reported, the social board of Stockholm decides within days; and a boy whom nobody has reported yet stands beside her.</summary>
internal sealed partial class SampleCases
{
    private async Task ChildAsync()
    {
        var girl = await OpenAsync("il.polis", 7, new() { Gender = "F", AgeGroup = "15-17", Languages = ["ro"], InterpreterNeeded = true, Unaccompanied = "Yes" }, "UNKNOWN", Types("CRIMINALITY"),
            new() { GivenName = "Ileana", FamilyName = "Stan", Nationalities = ["RO"] }, new() { Direct = "No", DeviceWatched = "Unknown", LastCheckedOn = Day(7) });
        await OnAsync("il.polis", 7, girl, (c, act) => c.ReportConcern(
            new(_people["sw.stockholm"].Actor.Organisation, BoardWorksHere: true, act.At, "Stjäl på andras uppdrag, och ingen vuxen väntar på henne.", TellMe: true), OrganisationKind.Municipality, act));
        await OnAsync("sw.stockholm", 7, girl, (c, act) =>
        {
            c.TakeOn(act);
            Step(c, ChildStepKind.Assessed, act, ChildOutcome.ProtectNow, "Hon kan inte gå tillbaka.");
            Step(c, ChildStepKind.Placed, act, ChildOutcome.FamilyHome, "Jourhem i natt.");
        });
        await OnAsync("sw.stockholm", 4, girl, (c, act) => Step(c, ChildStepKind.GuardianApplied, act));
        await OnAsync("sw.stockholm", 1, girl, (c, act) => Step(c, ChildStepKind.Decided, act, ChildOutcome.Opened, "Det finns skäl att utreda skydd och stöd."));

        static void Step(Domain.Cases.Case c, ChildStepKind kind, Act act, ChildOutcome? outcome = null, string? note = null) =>
            c.ProtectChild(kind, new() { On = act.Day, Outcome = outcome, Note = note }, act);
    }
}
