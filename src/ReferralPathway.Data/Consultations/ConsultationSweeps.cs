using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Consultations;

/// <summary>N6: an answer that its author has left open for thirty days is closed.</summary>
internal sealed class ConsultationClosing : ConsultationSweep
{
    protected override IQueryable<Consultation> DueOf(PathwayDb db, DateTimeOffset at)
    {
        var before = ConsultationClock.AnsweredBefore(at);
        return db.Consultations.Where(c => c.Status == ConsultationStatus.Answered && c.AnsweredAt < before);
    }

    protected override void Perform(Consultation consultation, Act act) => consultation.Close(act);
}

/// <summary>Two years after its end the texts of a consultation are destroyed with their keys; what it counts for stays.</summary>
internal sealed class ConsultationErasure : ConsultationSweep
{
    protected override IQueryable<Consultation> DueOf(PathwayDb db, DateTimeOffset at)
    {
        var before = ConsultationClock.EndedBefore(at);
        return db.Consultations.Where(c => c.EndedAt < before && c.Texts.Any());
    }

    protected override void Perform(Consultation consultation, Act act) => consultation.Erase(act);
}

internal abstract class ConsultationSweep : ISweep
{
    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var behind = ConsultationId.From(after);
        return await DueOf(db, at).AsNoTracking().Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Id), ValueTuple.Create(behind)))
            .OrderBy(c => c.Id).Take(most).Select(c => new Due(c.Id.Value, c.Id.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = ConsultationId.From(due.Id);
        if (await DueOf(db, at).Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, stopping) is not { } found) return;
        Perform(found, Act.BySystem(found.OrganisationId, at));
        await db.SaveChangesAsync(stopping);
    }

    protected abstract IQueryable<Consultation> DueOf(PathwayDb db, DateTimeOffset at);

    protected abstract void Perform(Consultation consultation, Act act);
}
