using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Accounts;

public static class AccountServices
{
    /// <summary>PBKDF2 with HMAC-SHA512; OWASP's figure of 2023.</summary>
    public const int Iterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services, bool sample)
    {
        services.AddSingleton(SignInRules.Of(sample));
        services.AddSingleton(new RealClock(TimeProvider.System));
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorization();
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite, options.Cookie.SecurePolicy) =
            (sample ? "rp-form" : "__Host-rp-form", SameSiteMode.Strict, sample ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always));

        services.AddIdentityCore<Account>(options => options.User.RequireUniqueEmail = true).AddEntityFrameworkStores<PathwayDb>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, PrincipalFactory>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ServerDomain = new Uri(Postman.PublicAddress(configuration)).Host;
            options.AuthenticatorTimeout = Passkeys.AskingLasts;
            (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.AttestationConveyancePreference) = ("required", "required", "none");
            // Pages send no referrer, so a form has the origin "null"; what the browser signed says where it was.
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}");
        });
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<HashingQueue>();

        services.AddSingleton<Sessions>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<Lockout>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<Passkeys>();
        services.AddScoped<Credentials>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<Staff>();
        services.AddScoped<OrganisationImport>();
        services.AddScoped<AccountImport>();
        services.AddScoped<Welcome>();
        services.AddScoped<OwnPassword>();
        services.AddSingleton(p => PasswordCheck.Of(p.GetRequiredService<IConfiguration>()));
        services.AddScoped<ISweep, Leftovers>();

        services.AddDataProtection().SetApplicationName("referral-pathway");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys>();
        return services;
    }
}

/// <summary>Makes the principal of an account.</summary>
internal sealed class PrincipalFactory(PathwayDb db) : IUserClaimsPrincipalFactory<Account>
{
    public async Task<ClaimsPrincipal> CreateAsync(Account user) => PersonClaims.Principal(user, await db.Organisations.SingleAsync(o => o.Id == user.OrganisationId));
}
