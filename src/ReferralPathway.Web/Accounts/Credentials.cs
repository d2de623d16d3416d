using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;

namespace ReferralPathway.Web.Accounts;

/// <summary>Whether somebody is who they say they are.</summary>
public sealed class Credentials(PathwayDb db, IPasswordHasher<Account> hasher, IUserClaimsPrincipalFactory<Account> principals, IHttpContextAccessor http)
{
    public async Task<bool> SignInAsync(string email, string password, CancellationToken stopping)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == email.Trim().ToUpperInvariant() && a.Status == AccountStatus.Active, stopping);
        if (account?.PasswordHash is not { } hash || hasher.VerifyHashedPassword(account, hash, password) == PasswordVerificationResult.Failed) return false;
        await http.HttpContext!.SignInAsync(IdentityConstants.ApplicationScheme, await principals.CreateAsync(account));
        return true;
    }
}
