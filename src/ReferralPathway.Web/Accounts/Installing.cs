using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Accounts;

/// <summary>The first two administrators of a new installation. Two, because one alone can confirm nothing; and only while there is none.</summary>
public static class Installing
{
    /// <returns>The path of each one's link, to be handed to them once.</returns>
    /// <exception cref="InvalidOperationException">There is an administrator already, or the two are not two.</exception>
    public static async Task<IReadOnlyList<(string Email, string Path)>> CreateAdministratorsAsync(IServiceProvider services, IReadOnlyList<(string Email, string Name)> people, CancellationToken stopping = default)
    {
        if (people.Count != 2 || string.Equals(people[0].Email, people[1].Email, StringComparison.OrdinalIgnoreCase)) throw new InvalidOperationException("Name two different people.");
        if (people.Any(p => !EmailAddress.LooksLikeOne(p.Email) || string.IsNullOrWhiteSpace(p.Name))) throw new InvalidOperationException("Give an e-mail address and a name for each.");
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var links = scope.ServiceProvider.GetRequiredService<OneTimeLinks>();
        var at = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE identity.accounts IN SHARE ROW EXCLUSIVE MODE", stopping);
        if (await db.Users.AnyAsync(a => a.Role == Role.Administrator, stopping)) throw new InvalidOperationException("This installation has administrators: they invite others.");

        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Kind == OrganisationKind.Operator && o.IsActive, stopping);
        if (organisation is null) db.Organisations.Add(organisation = new(OrganisationId.New(at), OrganisationKind.Operator, "Systemförvaltningen", "System operator"));
        var made = new List<(string, string)>();
        foreach (var (email, name) in people)
        {
            var account = Staff.New(organisation, email.Trim(), name.Trim(), Role.Administrator, false, PersonId.New(at), at);
            db.Users.Add(account);
            db.AccountChanges.Add(AccountChange.Installed(account.UserId, account.PersonId, organisation, at));
            db.AuditEntries.Add(AuditEntry.Happened(db.Acting, "Account.Installed", account.Id));
            made.Add((account.Email!, await links.NewAsync(account, stopping)));
        }
        await db.SaveChangesAsync(stopping);
        await transaction.CommitAsync(stopping);
        return made;
    }
}
