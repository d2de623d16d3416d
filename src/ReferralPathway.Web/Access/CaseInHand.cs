using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Access;

/// <summary>The case of this request, as the guard gave it. There is no other way to a case for a page.</summary>
public sealed class CaseInHand(CaseLoader loader, CaseReader reader, CurrentPerson current)
{
    private Standing? _standing;

    public Standing Standing => _standing ?? throw new InvalidOperationException("This page stands under no guard: it cannot have a case.");

    public CaseId Id => Standing.CaseId;

    /// <summary>Whether a guard gave this request a case.</summary>
    public bool IsHeld => _standing is not null;

    internal void Take(Standing standing) => _standing = standing;

    /// <summary>The case as this person may see it. The reading is recorded.</summary>
    public Task<CaseView> ViewAsync(CancellationToken stopping) => reader.ReadAsync(new Viewer(current.Who, Standing, current.At), Reading.Case, null, stopping);

    /// <summary>With name and numbers, because the person asked for them.</summary>
    public Task<CaseView> IdentityAsync(CancellationToken stopping) =>
        reader.ReadAsync(new Viewer(current.Who, Standing, current.At) { IdentityShown = true }, Reading.Identity, null, stopping);

    /// <summary>With health details, because the person gave a reason.</summary>
    public Task<CaseView> HealthAsync(string purpose, CancellationToken stopping) =>
        reader.ReadAsync(new Viewer(current.Who, Standing, current.At) { HealthShown = true }, Reading.Health, purpose, stopping);

    /// <summary>With name and numbers, for a letter that may have to carry them.</summary>
    /// <param name="health">Of an extract for the person: health too.</param>
    public Task<CaseView> LetterAsync(bool health, CancellationToken stopping) =>
        reader.ReadAsync(new Viewer(current.Who, Standing, current.At) { IdentityShown = true, HealthShown = health }, Reading.Letter, health ? nameof(ReadingPurpose.PersonAsked) : null, stopping);

    /// <summary>The case to act upon, with the parts the act needs. Never to be rendered.</summary>
    public async Task<Case> ForActAsync(CaseParts parts, CancellationToken stopping) =>
        await loader.LoadAsync(Id, parts, stopping) ?? throw new InvalidOperationException("The guard let somebody through to a case that the database does not show them.");

    /// <summary>As <see cref="ForActAsync(CaseParts, CancellationToken)"/>, refusing when somebody changed the case after this person read it.</summary>
    /// <param name="revision">The revision that the form was filled in at.</param>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public async Task<Case> ForActAsync(CaseParts parts, int revision, CancellationToken stopping)
    {
        var found = await ForActAsync(parts, stopping);
        return found.Revision == revision ? found : throw new Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException();
    }
}
