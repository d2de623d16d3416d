using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;

namespace ReferralPathway.Web.Pages.Investigations.Follow;

/// <summary>What can be recorded of an investigation on this page.</summary>
public enum FollowStep { NotInitiated, Inform, RequestCounsel, AppointCounsel, ChangeLeader, BringProsecution, Judge, JudgeFinally, Discontinue, Resume, Correct, Mistaken }

internal static class FollowSteps
{
    /// <summary>The steps offered from where it stands; the law decides again when one is taken.</summary>
    public static IEnumerable<FollowStep> From(InvestigationRow one, OrganisationId mine)
    {
        if (one.Status == InvestigationStatus.Reported) return [FollowStep.NotInitiated];
        if (one.Status is InvestigationStatus.NotInitiated or InvestigationStatus.RecordedInError) return [];
        return [.. Owed(one), .. Moves(one, mine)];
    }

    private static IEnumerable<FollowStep> Owed(InvestigationRow one)
    {
        if (one.InformedOfPermitsOn is null) yield return FollowStep.Inform;
        if (one.CounselRequestedOn is null) yield return FollowStep.RequestCounsel;
        if (one.CounselAppointedOn is null) yield return FollowStep.AppointCounsel;
    }

    private static IEnumerable<FollowStep> Moves(InvestigationRow one, OrganisationId mine) => one.Status switch
    {
        InvestigationStatus.Initiated when one.LedBy == mine => [FollowStep.ChangeLeader, FollowStep.BringProsecution, FollowStep.Discontinue, FollowStep.Correct, FollowStep.Mistaken],
        InvestigationStatus.Initiated => [FollowStep.ChangeLeader, FollowStep.BringProsecution, FollowStep.Discontinue],
        InvestigationStatus.ProsecutionBrought => [FollowStep.ChangeLeader, FollowStep.Judge, .. Own(one, mine)],
        InvestigationStatus.Judgment => [FollowStep.JudgeFinally, .. Own(one, mine)],
        InvestigationStatus.Discontinued => [FollowStep.Resume],
        _ => [],
    };

    private static IEnumerable<FollowStep> Own(InvestigationRow one, OrganisationId mine) => one.LedBy == mine ? [FollowStep.Correct] : [];
}
