namespace ReferralPathway.Web.Accounts;

/// <param name="SecondFactor">Required of everybody, everywhere but in sample mode.</param>
/// <param name="Cookie">Name of the session's cookie. Plain http, in sample mode, cannot have the prefix.</param>
public sealed record SignInRules(bool SecondFactor, string Cookie)
{
    public static SignInRules Of(bool sample) => new(!sample, sample ? "rp-session" : "__Host-rp-session");
}
