using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

/// <summary>Formal requests for disclosure: one that nobody has touched, one on paper that is assessed, one that is decided.</summary>
internal sealed partial class SampleCases
{
    private async Task RequestDisclosuresAsync()
    {
        var decided = await RequestAsync("il.polis", 9, "ngo.haven", DisclosureDesk.ContactRequest, 6, new()
        {
            Officer = "Per Grahn", Contact = "010-569 00 00", OwnReference = "5000-K778120-26", About = "Kvinna som kallas Mirela, född omkring 2001.", Asked = "Telefonnummer och e-postadress, för att kalla till förhör.",
        });
        await DoAsync("ngo.haven.chef", 8, async (db, _, act) => (await RequestOfAsync(db, decided)).Assess(act));
        await DoAsync("ngo.haven.chef", 7, async (db, _, act) => (await RequestOfAsync(db, decided)).Decide(
            new(DisclosureStatus.Refused, "Vi har ingen person som stämmer med beskrivningen.", null, "Vi lämnar inte ut några uppgifter med anledning av begäran."), act));
        await RequestAsync("il.polis", 1, "sw.malmo", DisclosureDesk.ShelterRequest, -3, new()
        {
            Officer = "Per Grahn", Contact = "010-569 00 00", OwnReference = "5000-K123456-26", About = "Man från Uzbekistan, cirka 40 år, kallas Murod.", Asked = "Om han vistas i skyddat boende i kommunen.",
        });
        var paper = default(DisclosureId);
        await DoAsync("sw.malmo.chef", 2, async (db, _, act) =>
        {
            var registered = DisclosureRequest.Register(await db.NextDisclosureReferenceAsync(act.At, default), new("CRIME_SERIOUS", Day(-5), new()
            {
                Authority = "Åklagarkammaren i Malmö", Officer = "Kammaråklagare Lind", OwnReference = "AM-51188-26", About = "Kvinna, född 1999-05-02.", Asked = "När socialtjänsten senast hade kontakt med henne.",
            }), Day(4), OrganisationKind.Municipality, act);
            paper = registered.Id;
            db.Disclosures.Add(registered);
        });
        await DoAsync("sw.malmo.chef", 1, async (db, _, act) => (await RequestOfAsync(db, paper)).Assess(act));
    }

    private async Task<DisclosureId> RequestAsync(string account, int daysAgo, string holder, string ground, int answerDaysAgo, DisclosureQuestion question)
    {
        var id = default(DisclosureId);
        await DoAsync(account, daysAgo, async (db, _, act) =>
        {
            var asked = DisclosureRequest.Ask(await db.NextDisclosureReferenceAsync(act.At, default), new(ground, Day(answerDaysAgo), question), _people[holder].Actor.Organisation, _people[holder].Kind, act);
            id = asked.Id;
            db.Disclosures.Add(asked);
        });
        return id;
    }

    private static Task<DisclosureRequest> RequestOfAsync(PathwayDb db, DisclosureId id) => db.Disclosures.Include(r => r.Assessment).SingleAsync(r => r.Id == id);
}
