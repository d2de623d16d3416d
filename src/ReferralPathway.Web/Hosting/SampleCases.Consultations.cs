using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

/// <summary>Questions about nobody in particular: one answered, one that the national coordination works on, one that waits for IOM and the coordinators, one just begun.</summary>
internal sealed partial class SampleCases
{
    private async Task AskAsync()
    {
        var answered = await AskAsync("sw.dorotea", 5, new()
        {
            Type = QuestionType.Protection, AskedOf = AskedOf.Regional, Region = CoordinationRegion.Norr, AgeGroup = "45-54", Gender = "M", WorldRegion = WorldRegion.Asia, ExploitationType = "FORCED_LABOUR", StayClass = StayClass.HasRightToStay,
            Question = "Vi är en liten kommun och har inte mött detta förut. Vem ansvarar för boendet de första dagarna när personen inte vill tala med polisen?",
        });
        await DoAsync("rc.norr", 4, async (db, _, act) =>
        {
            var found = await db.Consultations.Include(c => c.Texts).SingleAsync(c => c.Id == answered);
            found.TakeOn(CoordinationRegion.Norr, act);
            await db.SaveChangesAsync();
            found.GiveAnswer("Vistelsekommunen ansvarar i en akut situation, också utan polisanmälan. Fråga personen om samtycke innan ni ringer ett skyddat boende, och hör av er igen om det inte finns plats.", [], CoordinationRegion.Norr, act);
        });
        var taken = await AskAsync("ngo.haven", 2, new()
        {
            Type = QuestionType.Permits, Region = CoordinationRegion.Syd, AgeGroup = "25-34", Gender = "F", WorldRegion = WorldRegion.Africa, ExploitationType = "SEXUAL", StayClass = StayClass.HasNoRightToStay, Urgency = QuestionUrgency.Urgent,
            Question = "Kan betänketid sökas innan förundersökning har inletts, och vem söker om kvinnan ännu inte vågar tala med polisen?",
        });
        await DoAsync("nc.jamy", 1, async (db, _, act) => (await db.Consultations.Include(c => c.Texts).SingleAsync(c => c.Id == taken)).TakeOn(null, act));
        await AskAsync("sw.malmo", 1, new()
        {
            Type = QuestionType.Return, Region = CoordinationRegion.Syd, AgeGroup = "21-24", Gender = "F", WorldRegion = WorldRegion.EuEea, ExploitationType = "SEXUAL", StayClass = StayClass.HasNoRightToStay,
            Question = "Hon funderar på att åka hem men är rädd för dem som skickade hit henne. Vad kan programmet för återvändande erbjuda innan hon bestämmer sig?",
        });
        await BeginAsync("sw.umea");
    }

    private Task BeginAsync(string account) => DoAsync(account, 0, async (db, _, act) => db.Consultations.Add(Consultation.Begin(await db.NextConsultationReferenceAsync(act.At, default), act)));

    private async Task<ConsultationId> AskAsync(string account, int daysAgo, ConsultationTerms terms)
    {
        var id = default(ConsultationId);
        await DoAsync(account, daysAgo, async (db, _, act) =>
        {
            var begun = Consultation.Begin(await db.NextConsultationReferenceAsync(act.At, default), act);
            id = begun.Id;
            db.Consultations.Add(begun);
            begun.Submit(terms, namesOwnCase: false, doubtChecked: false, act);
        });
        return id;
    }
}
