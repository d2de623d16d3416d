using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Web.Hosting;

/// <summary>Returns in several states: begun, waiting for the coordinator, with IOM, planned, and home.</summary>
internal sealed partial class SampleCases
{
    private static readonly DataGroups Journeying = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health, DataGroup.Return);

    private async Task ReturnAsync()
    {
        var begun = await ForReturnAsync("sw.malmo", 4, "Ionela", "Stan");
        await OnAsync("sw.malmo", 2, begun, (c, act) => c.StartReturn("RO", Person("sw.malmo"), act));

        var handed = await ForReturnAsync("sw.norrkoping", 9, "Daria", "Munteanu");
        await HandOverAsync("sw.norrkoping", 6, handed, "rc.ost");

        var decidable = await ForReturnAsync("sw.norrkoping", 12, "Simona", "Pop");
        await PartBAsync(decidable, 8);

        var approved = await ForReturnAsync("sw.norrkoping", 14, "Elena", "Radu");
        await PartBAsync(approved, 9);
        await OnAsync("rc.ost", 5, approved, (c, act) => c.ApproveReturn(c.Returns[0].Id, Person("rc.ost"), act));

        var processed = await ForReturnAsync("sw.norrkoping", 20, "Adriana", "Ilie");
        await ToIomAsync(processed, 15);
        await OnAsync("iom.hki", 9, processed, (c, act) => c.BeginReturn(c.Returns[0].Id, act.Day, act));

        var sent = await ForReturnAsync("sw.norrkoping", 18, "Larisa", "Dinu");
        await ToIomAsync(sent, 12);

        var planned = await ForReturnAsync("sw.norrkoping", 30, "Mirela", "Lupu");
        await ToIomAsync(planned, 25);
        await ArrangeAsync(planned, 15, Day(-4));

        var home = await ForReturnAsync("il.polis", 80, "Gabriela", "Nistor");
        await HandOverAsync("il.polis", 76, home, "rc.ost");
        await OnAsync("rc.ost", 74, home, (c, act) => c.TakeOn(act));
        await OnAsync("rc.ost", 74, home, (c, act) => c.WritePartB(c.Returns[0].Id, Found, act));
        await OnAsync("rc.ost", 74, home, (c, act) => c.ApproveReturn(c.Returns[0].Id, Person("rc.ost"), act));
        await OnAsync("rc.ost", 74, home, (c, act) => c.SendReturn(c.Returns[0].Id, act));
        await ArrangeAsync(home, 60, Day(40));
        await OnAsync("iom.hki", 39, home, (c, act) => c.RecordTravel(c.Returns[0].Id, new(Day(40), new(9, 40), "Europe/Stockholm"), new(Day(40), new(14, 5), "Europe/Bucharest"), act));
        await OnAsync("il.polis", 2, home, (c, act) => c.ReleaseJustice(new(c.Returns[0].Id, _people["iom.hki"].Actor.Organisation), JusticeKind.HearingDate, Day(-60), "Förhandlingen hålls i Malmö.", act));
    }

    private static readonly PartB Found = new()
    {
        TargetGroup = "Utnyttjad i prostitution.", InformationGiven = "Muntligt med tolk, och skriftligt.", SafetyCheck = "Ingen känd risk på orten.", Components = ["TICKETS", "ARRIVAL", "REINTEGRATION_PLAN"], Budget = 1500, Currency = "EUR",
    };

    private PersonId Person(string account) => _people[account].Actor.Person;

    private async Task<CaseId> ForReturnAsync(string account, int daysAgo, string givenName, string familyName)
    {
        var id = await OpenAsync(account, daysAgo, Woman("35-44", "ro"), "EU_NO_RIGHT", Sexual(), new() { GivenName = givenName, FamilyName = familyName, Nationalities = ["RO"] },
            new() { Direct = "Yes", InPerson = "Mottagningen", DeviceWatched = "No", Language = "ro", LastCheckedOn = Day(daysAgo) });
        await OnAsync(account, daysAgo, id, (c, act) => c.RecordExploitation("PROST", ["SEXUAL"], [], new() { Countries = ["SE"] }, act));
        return id;
    }

    private async Task HandOverAsync(string author, int daysAgo, CaseId id, string coordinator)
    {
        var helsinki = _people["iom.hki"].Actor.Organisation;
        await OnAsync(author, daysAgo, id, (c, act) => Consent(c, act, _people[coordinator].Actor.Organisation, OrganisationKind.RegionalCoordinator, Purposes.Return));
        foreach (var purpose in new[] { Purposes.Return, Purposes.ReturnAbroad, Purposes.Monitoring, Purposes.JusticeFollowUp, Purposes.ShareHealth })
            await OnAsync(author, daysAgo, id, (c, act) => Consent(c, act, helsinki, OrganisationKind.Iom, purpose));
        await OnAsync(author, daysAgo, id, (c, act) => c.StartReturn("RO", Person(author), act));
        await OnAsync(author, daysAgo, id, (c, act) =>
        {
            var one = c.Returns[0].Id;
            c.ContactCoordinator(one, _people[coordinator].Actor.Organisation, OrganisationKind.RegionalCoordinator, act.Day, act);
            c.WritePartA(one, new()
            {
                ContactPerson = _people[author].Name, Nationality = "RO", Document = TravelDocument.Expired, Country = "RO", Place = "Cluj-Napoca", Right = DestinationRight.Citizen,
                Risks = Enum.GetValues<ReturnRisk>().ToDictionary(r => r, r => r == ReturnRisk.Debt ? RiskLevel.Medium : RiskLevel.Unknown), Wishes = ["TICKETS", "TRAVEL_DOC", "ARRIVAL"], Languages = ["ro"],
                SafeContact = "Genom systern, på kvällar.", FreeDecision = true, Informed = true, MayCancel = true,
            }, Person(author), act);
            c.WriteTravelHealth(one, "Åksjuk, behöver sitta fram.", Person(author), act);
            c.PlanReturn(one, new("Ett eget rum och arbete nära systern.", ["REINTEGRATION_PLAN", "CASH"], "IOM Bukarest", "Socialtjänsten", act.Day), act);
        });
        await OnAsync(author, daysAgo, id, (c, act) => c.CompletePartA(c.Returns[0].Id, helsinki, act));
    }

    private async Task PartBAsync(CaseId id, int daysAgo)
    {
        await HandOverAsync("sw.norrkoping", daysAgo + 2, id, "rc.ost");
        await OnAsync("rc.ost", daysAgo, id, (c, act) => c.TakeOn(act));
        await OnAsync("rc.ost", daysAgo, id, (c, act) => c.WritePartB(c.Returns[0].Id, Found, act));
    }

    private async Task ToIomAsync(CaseId id, int daysAgo)
    {
        await PartBAsync(id, daysAgo);
        await OnAsync("rc.ost", daysAgo, id, (c, act) => c.ApproveReturn(c.Returns[0].Id, Person("rc.ost"), act));
        await OnAsync("rc.ost", daysAgo, id, (c, act) => c.SendReturn(c.Returns[0].Id, act));
        await OnAsync("iom.hki", daysAgo - 1, id, (c, act) => c.TakeOn(act));
    }

    private async Task ArrangeAsync(CaseId id, int daysAgo, DateOnly travel)
    {
        if (daysAgo > 50) await OnAsync("iom.hki", daysAgo + 1, id, (c, act) => c.TakeOn(act));
        await OnAsync("iom.hki", daysAgo, id, (c, act) => c.BeginReturn(c.Returns[0].Id, act.Day, act));
        await OnAsync("iom.hki", daysAgo, id, (c, act) =>
        {
            foreach (var kind in new[] { PaperKind.Risk, PaperKind.Needs, PaperKind.Health })
                c.AssessReturn(c.Returns[0].Id, kind, AssessmentResult.ManageableWithSupport, act.Day, "Genomgånget med personen.", act);
            c.AcceptReturn(c.Returns[0].Id, act);
        });
        await OnAsync("iom.hki", daysAgo, id, (c, act) => c.ArrangeJourney(c.Returns[0].Id, new()
        {
            On = travel, HasTravelDocument = true, Route = "Köpenhamn–Bukarest–Cluj-Napoca", Tickets = "Bokade", Arrival = "IOM Bukarest möter vid ankomsten", Reintegration = ReintegrationKind.Both,
        }, act));
        await OnAsync("iom.hki", daysAgo, id, (c, act) =>
        {
            c.PlanReintegration(c.Returns[0].Id, new() { Id = Guid.CreateVersion7(act.At), Form = SupportForm.Cash, Amount = 600, Currency = "EUR", What = "Första hyran", PlannedOn = travel.AddDays(3) }, act);
            c.PlanReintegration(c.Returns[0].Id, new() { Id = Guid.CreateVersion7(act.At), Form = SupportForm.InKind, What = "Symaskin", PlannedOn = travel.AddDays(60) }, act);
        });
    }

    private static void Consent(Case c, Act act, OrganisationId recipient, OrganisationKind kind, string purpose) => c.GiveConsent(
        new()
        {
            Recipient = recipient, RecipientKind = kind, Purpose = purpose, Groups = Journeying, DecidedOn = act.Day, Method = "ORAL_INTERPRETER", Language = "ro", Interpreter = "Telephone", FullyInformed = true,
        }, act);
}
