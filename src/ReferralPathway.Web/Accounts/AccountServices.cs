using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;

namespace ReferralPathway.Web.Accounts;

public static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, bool sample)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/status/403";
            options.Cookie.Name = sample ? "rp-session" : "__Host-rp-session";
            options.Cookie.SecurePolicy = sample ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
        }));
        services.AddAuthorization();
        services.AddIdentityCore<Account>().AddSignInManager().AddEntityFrameworkStores<PathwayDb>().AddDefaultTokenProviders();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, PrincipalFactory>();
        services.AddScoped<Credentials>();
        return services;
    }
}

/// <summary>Makes the principal of an account.</summary>
internal sealed class PrincipalFactory(PathwayDb db, UserManager<Account> users, Microsoft.Extensions.Options.IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(PersonClaims.Of(user, await db.Organisations.SingleAsync(o => o.Id == user.OrganisationId)));
        return identity;
    }
}
