using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Web.Pages.Permits;

/// <summary>What the applicant can do with an application.</summary>
public enum ApplicantStep { Discard, Withdraw, Appeal, WithdrawExtension }

/// <summary>What the agency can decide.</summary>
public enum AgencyStep { Grant, Refuse, GrantExtension, RefuseExtension, Revoke }

/// <summary>The steps offered from where an application stands; the law decides again when one is taken.</summary>
internal static class PermitWay
{
    public static IEnumerable<ApplicantStep> ApplicantSteps(PermitRow one)
    {
        if (one.Status == PermitStatus.Draft) yield return ApplicantStep.Discard;
        if (one.Status == PermitStatus.Submitted) yield return ApplicantStep.Withdraw;
        if (one.Status is PermitStatus.Refused or PermitStatus.Revoked) yield return ApplicantStep.Appeal;
        if (Waiting(one) is not null) yield return ApplicantStep.WithdrawExtension;
    }

    public static IEnumerable<AgencyStep> Decisions(PermitRow one)
    {
        if (one.Status is PermitStatus.Submitted or PermitStatus.Appealed) return [AgencyStep.Grant, AgencyStep.Refuse];
        List<AgencyStep> steps = [];
        if (Waiting(one) is not null) steps.AddRange([AgencyStep.GrantExtension, AgencyStep.RefuseExtension]);
        if (one.Status == PermitStatus.Granted) steps.Add(AgencyStep.Revoke);
        return steps;
    }

    public static bool CanBeExtended(PermitRow one, DateOnly today) => one.Status == PermitStatus.Granted && today <= one.ValidTo && Waiting(one) is null;

    /// <summary>The extension that waits for a decision.</summary>
    public static ExtensionRow? Waiting(PermitRow one) => one.Extensions.FirstOrDefault(e => e.Status == ExtensionStatus.Submitted);
}
