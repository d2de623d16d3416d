using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Accounts;

/// <summary>Lists of accounts and of what waits for a second person, keyset-paged by name.</summary>
public static partial class AccountLists
{
    public const int Size = 25;

    /// <param name="after">The last account of the page before. In addresses stands its id, never its name.</param>
    /// <returns>Null when there is no such account.</returns>
    public static async Task<AccountPage?> PageAsync(this IQueryable<Account> accounts, Guid? after, CancellationToken stopping)
    {
        var page = accounts.AsNoTracking();
        if (after is { } id)
        {
            if (await accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(stopping) is not { } name) return null;
            page = page.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.Name, a.Id), ValueTuple.Create(name, id)));
        }
        var rows = await page.OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Size + 1).ToListAsync(stopping);
        return new([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Id : null);
    }

    /// <summary>Accounts in whose name or address a word begins with each of those that were typed; all, when no word was.</summary>
    public static IQueryable<Account> Called(this PathwayDb db, string? typed)
    {
        var wanted = string.Join(" & ", Words.Matches(typed ?? "").Select(word => $"{word.Value}:*"));
        var accounts = wanted.Length == 0 ? db.Users : db.Users.FromSql($"SELECT * FROM identity.accounts WHERE identity.words(name, email) @@ to_tsquery('simple', {wanted})");
        return accounts.AsNoTracking();
    }

    /// <summary>Everything else in what was typed parts words, as it does in the index.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Words { get; }

    /// <summary>What waits and is ready to be decided, oldest first.</summary>
    public static async Task<IReadOnlyList<WaitingChange>> WaitingAsync(this IQueryable<AccountChange> changes, PathwayDb db, CancellationToken stopping)
    {
        return await (from c in changes.Where(c => c.State == ChangeState.Waiting && c.IsReady).OrderBy(c => c.AskedAt).Take(Size)
                      from a in db.Users.Where(a => a.Id == (Guid)(object)c.Account)
                      orderby c.AskedAt
                      select new WaitingChange(c.Id, c.Kind, a.Name, c.AskedAt)).ToListAsync(stopping);
    }
}

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record AccountPage(IReadOnlyList<Account> Rows, Guid? Next);

public sealed record WaitingChange(Guid Id, AccountChangeKind Kind, string Name, DateTimeOffset AskedAt);
