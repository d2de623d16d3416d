using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    /// <summary>What a social board reads from the moment of the report (DOMAIN 2.1, participation 6).</summary>
    public static readonly DataGroups ConcernCarries = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health);

    /// <summary>The protection of a child; null while nobody holds the person to be one.</summary>
    public ChildTask? ChildTask { get; private set; }

    private bool IsUnaccompanied => Facts.Unaccompanied == "Yes";

    /// <summary>
    /// A report of concern to a social board, at once and without consent (A28, SoL 19:1). The ground on which another organisation reads is recorded with it, for
    /// the auditor to find among the others (A37).
    /// </summary>
    /// <param name="kind">The kind of the board's organisation: a municipality.</param>
    public void ReportConcern(ConcernReport report, OrganisationKind kind, Act act)
    {
        Opened();
        if (kind != OrganisationKind.Municipality) throw new RuleBrokenException(Rule.AChildReportGoesToTheSocialBoard);
        if (!Facts.TreatedAsChild) throw new RuleBrokenException(Rule.AConcernIsAboutAChild);
        ProtectIfChild(act);
        ChildTask!.Report(report, IsUnaccompanied, act);
        if (report.Board != act.For && report.Board != Lead)
        {
            var ground = new LegalGround(Id, report.Board, "CHILD_REPORT", ConcernCarries, ChildTimes.GroundUntil(SwedishCalendar.DayOf(report.At)), report.Concern, act);
            _grounds.Add(ground);
            Record(new LegalGroundRecorded(Id, ground.Id, report.Board, "CHILD_REPORT", act));
        }
        Touch(act);
    }

    /// <summary>A step that was taken for the child: by the social board, by who represents it, or by who works with it.</summary>
    public void ProtectChild(ChildStepKind kind, ChildStepTerms terms, Act act)
    {
        Opened();
        if (ChildTask is not { } task || !task.IsOpen && !Facts.TreatedAsChild) throw new RuleBrokenException(Rule.AConcernIsAboutAChild);
        task.Take(kind, terms, IsUnaccompanied, Facts.AgeGroup is "15-17" or "U18" or IntakeFacts.Uncertain, Lead, act);
        Touch(act);
    }

    /// <summary>It turned out later that nobody is there to speak for the child: somebody is applied for, and the family looked for (3.13).</summary>
    private void FoundAlone(bool before, Act act)
    {
        if (!before && IsUnaccompanied && ChildTask is { IsOpen: true } task) task.IsAlone(act);
    }

    /// <summary>A case of a child has a child task, and one of an adult none that is open (C2, 3.13).</summary>
    private void ProtectIfChild(Act act)
    {
        if (Status != CaseStatus.Open) return;
        switch (Facts.TreatedAsChild, ChildTask)
        {
            case (true, null): ChildTask = new(Id, Lead, act); break;
            case (true, { } task): task.Follow(Lead, IsUnaccompanied, act); break;
            case (false, { } task): task.End(ChildTaskEnd.NotAChild, act); break;
        }
    }
}
