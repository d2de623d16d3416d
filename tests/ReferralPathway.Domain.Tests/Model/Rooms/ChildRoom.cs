using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public Protection ChildTask { get; } = new();

        /// <summary>What is done for a child. It begins and ends by itself.</summary>
        internal sealed class Protection : Thing
        {
            public string? Because { get; set; }

            public House? Board { get; set; }

            /// <summary>A board that does not work here is told by telephone, and nothing else is asked of it here.</summary>
            public bool BoardIsHere { get; set; }

            public House? ReportedBy { get; set; }

            public DateOnly? ReportedOn { get; set; }

            /// <summary>What was done, with what came of it and when; the last counts.</summary>
            public List<(ChildStepKind Kind, ChildOutcome? Outcome, DateOnly On)> Steps { get; } = [];

            public (ChildStepKind Kind, ChildOutcome? Outcome, DateOnly On)? Last(ChildStepKind kind) => Steps.Any(s => s.Kind == kind) ? Steps.Last(s => s.Kind == kind) : null;

            public bool Has(ChildStepKind kind) => Steps.Any(s => s.Kind == kind);

            public bool Suspected => Last(ChildStepKind.GuardianSuspected)?.Outcome == ChildOutcome.Suspected;

            /// <summary>A suspected guardian decides nothing for the child until somebody else represents it.</summary>
            public bool NobodyDecides => State == "Open" && Suspected && !Has(ChildStepKind.GuardianAppointed);

            /// <summary>Whoever reported asks also when everything else is done (SoL 19:6); a board that does not work here answers by telephone.</summary>
            public bool MayStillBeAsked => Because == "Done" && BoardIsHere;

            public bool BoardIsDone => Has(ChildStepKind.Assessed) && (Last(ChildStepKind.Decided)?.Outcome == ChildOutcome.NotOpened || Has(ChildStepKind.Finished)) && (!Has(ChildStepKind.Asked) || Has(ChildStepKind.Informed));

            /// <summary>Everything that the law asks for has been done (decision 0027).</summary>
            public bool IsDone(bool unaccompanied) =>
                Board is not null && (!BoardIsHere || BoardIsDone) && (!unaccompanied || Has(ChildStepKind.GuardianAppointed) && (!BoardIsHere || Has(ChildStepKind.TracingDecided)));

            /// <summary>Whether it is done when this has been done too.</summary>
            public bool IsDoneBy(ChildStepKind kind, ChildOutcome? outcome, bool unaccompanied)
            {
                Steps.Add((kind, outcome, default));
                var done = IsDone(unaccompanied);
                Steps.RemoveAt(Steps.Count - 1);
                return done;
            }
        }

        /// <summary>Something was learned of the age or the company of the person: an open case of a child has a child task for as long as something is to be done, one of an adult has none.</summary>
        public void Protect()
        {
            if (!IsOpen) return;
            if (!Child)
            {
                if (ChildTask.State == "Open") (ChildTask.State, ChildTask.Because) = ("Ended", "NotAChild");
            }
            else if (!ChildTask.IsDone(Unaccompanied)) (ChildTask.State, ChildTask.Because) = ("Open", null);
            else if (ChildTask.State == "Open") (ChildTask.State, ChildTask.Because) = ("Ended", "Done");
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.13: what is done to protect a child, and who learns of it (decision 0027).</summary>
    internal static class ChildRoom
    {
        private static readonly Who Boards = Who.Of([Role.SocialWorker], Who.Team);

        private static readonly Who Represents = Who.Of([Role.SocialWorker, Role.MigrationOfficer], Who.Team);

        private static readonly ChildStepKind[] ByTheBoard = [ChildStepKind.Assessed, ChildStepKind.Decided, ChildStepKind.Finished, ChildStepKind.Informed, ChildStepKind.Placed];

        private static readonly ChildStepKind[] ByTheBoardOrAgency = [ChildStepKind.GuardianApplied, ChildStepKind.TracingDecided];

        private static readonly ChildStepKind[] ByAnybody = [ChildStepKind.Asked, ChildStepKind.GuardianAppointed, ChildStepKind.Heard, ChildStepKind.GuardianSuspected];

        private static readonly ChildStepKind[] Once = [ChildStepKind.Assessed, ChildStepKind.Decided, ChildStepKind.Finished, ChildStepKind.Informed, ChildStepKind.GuardianApplied, ChildStepKind.Asked];

        /// <summary>Facts, identity, safe contact, story and health (section 2.1).</summary>
        private static readonly DataGroups Carried = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health);

        private static readonly Row[] Table =
        [
            new("age corrected", "Open", "Open", Who.LeadTeam),
            new("A28", "Open", "Open", Who.AnyTeam), new("A28 done", "Open", "Ended", Who.AnyTeam),
            .. ByTheBoard.Select(kind => new Row($"child {kind}", "Open", "Open", Boards)), new("child done by the board", "Open", "Ended", Boards),
            .. ByTheBoardOrAgency.Select(kind => new Row($"child {kind}", "Open", "Open", Represents)), new("child done by board or agency", "Open", "Ended", Represents),
            .. ByAnybody.Select(kind => new Row($"child {kind}", "Open", "Open", Who.AnyTeam)), new("child done by anybody", "Open", "Ended", Who.AnyTeam),
            new("child Asked late", "Ended", "Open", Who.AnyTeam),
        ];

        private sealed record Age(string Group, bool Unaccompanied);

        /// <param name="Hours">Since when the board has it; less than none: not yet.</param>
        private sealed record Report(House Board, bool Here, int Hours, string Concern, bool TellMe);

        private sealed record Step(ChildStepKind Kind, ChildOutcome? Outcome, DateOnly On, bool AgainstInterest, bool WithCustodian, bool CustodianIsGranted, string? Note);

        private static Step Drawn(Reference m, Draw d, ChildStepKind kind) => new(kind, d.Often(94) && ChildOutcomes.Of(kind) is { Count: > 0 } outcomes ? outcomes[d.Below(outcomes.Count)] : null,
            d.Day(m.Today, m.ChildTask.ReportedOn, m.ChildTask.Last(ChildStepKind.Decided)?.On), d.Often(15), d.Often(70), d.Often(80), d.Mostly("An aunt.", " "));

        private static readonly Guard<Step>[] OnStep =
        [
            new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
            new("AConcernIsReportedFirst", (m, _, _) => m.ChildTask.Board is not null),
            new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
            new("CodesAreListed", (_, _, a) => ChildOutcomes.Of(a.Kind).Count == 0 || a.Outcome is not null),
            new("OnlyTheSocialBoardProtects", (m, who, a) => !ByTheBoard.Contains(a.Kind) || m.ChildTask.Board == who.At),
            new("TheBoardOrTheAgencyAppliesForAGuardian", (m, who, a) => !ByTheBoardOrAgency.Contains(a.Kind) || m.ChildTask.Board == who.At || who.Role == Role.MigrationOfficer),
            // Lag 2005:429: a god man stands in for parents who are not here.
            new("AGodManIsForAnUnaccompaniedChild", (m, _, a) => m.Unaccompanied || !ByTheBoardOrAgency.Contains(a.Kind) && a.Outcome != ChildOutcome.GodMan),
            new("OnlyTheReporterIsTold", (m, who, a) => a.Kind != ChildStepKind.Asked || m.ChildTask.ReportedBy == who.At),
            new("OnlyTheReporterIsTold", (m, _, a) => a.Kind != ChildStepKind.Informed || m.ChildTask.Has(ChildStepKind.Asked)),
            new("TheReporterIsToldAfterTheDecision", (m, _, a) => a.Kind != ChildStepKind.Informed || m.ChildTask.Has(ChildStepKind.Decided)),
            new("AStepForAChildIsTakenOnce", (m, _, a) => !Once.Contains(a.Kind) || !m.ChildTask.Has(a.Kind)),
            new("OnlyAnOpenedInquiryIsFinished", (m, _, a) => a.Kind != ChildStepKind.Finished || m.ChildTask.Last(ChildStepKind.Decided)?.Outcome == ChildOutcome.Opened),
            // The child may have been heard, or a guardian suspected or appointed, before anybody reported.
            new("AStepForAChildFollows", (m, _, a) => !(a.On < (a.Kind switch
            {
                ChildStepKind.GuardianSuspected or ChildStepKind.Heard or ChildStepKind.GuardianAppointed or ChildStepKind.GuardianApplied => null,
                ChildStepKind.Finished or ChildStepKind.Informed => m.ChildTask.Last(ChildStepKind.Decided)?.On,
                _ => m.ChildTask.ReportedOn,
            }))),
            // SoL 3:4; who may be fifteen is treated as fifteen.
            new("AChildOfFifteenSpeaksForItself", (m, _, a) => a.Kind != ChildStepKind.Finished || m.Age is not ("15-17" or "U18" or "UNCERTAIN") || m.ChildTask.Has(ChildStepKind.Heard)),
            new("AStepIsExplained", (_, _, a) => a.Kind != ChildStepKind.GuardianAppointed || !string.IsNullOrWhiteSpace(a.Note)),
            new("TracingIsNotAgainstTheChildsInterest", (_, _, a) => a.Outcome != ChildOutcome.Trace || !a.AgainstInterest),
            new("ProtectedHousingIsWithACustodian", (_, _, a) => a.Outcome != ChildOutcome.ProtectedHousing || a.WithCustodian && a.CustodianIsGranted),
        ];

        private static Move<Step> Take(string name, string last, CaseOperation operation, int weight, ChildStepKind[] kinds, params string[] late) => new()
        {
            Name = name, Rows = Table.Rows([.. kinds.Select(kind => $"child {kind}"), last, .. late]), Weight = weight, Of = (m, _) => m.ChildTask, Otherwise = "AConcernIsAboutAChild",
            Fits = (m, a, row) => row.From == "Ended" ? a.Kind == ChildStepKind.Asked && m.Child && m.ChildTask.MayStillBeAsked : m.ChildTask.IsDoneBy(a.Kind, a.Outcome, m.Unaccompanied) ? row.Id == last : row.Id == $"child {a.Kind}",
            Draw = (m, _, d) => m.Lead is null || m.ChildTask.State == "" && d.Often(80) ? null : Drawn(m, d, d.One(kinds)),
            Guards = OnStep,
            Then = (m, _, a) =>
            {
                var task = m.ChildTask;
                // Who is told, is told what was decided.
                task.Steps.Add((a.Kind, a.Kind == ChildStepKind.Informed ? task.Last(ChildStepKind.Decided)?.Outcome : ChildOutcomes.Of(a.Kind).Count > 0 ? a.Outcome : null, a.On));
                task.Because = task.IsDone(m.Unaccompanied) ? "Done" : null;
            },
            Operation = _ => operation,
            Does = (p, _, act, a) => p.TheCase.ProtectChild(a.Kind, new()
            {
                On = a.On, Outcome = a.Outcome, AgainstInterest = a.AgainstInterest, WithCustodian = a.WithCustodian, CustodianIsGranted = a.CustodianIsGranted, Note = a.Note,
            }, act),
        };

        private const string Board = "what only the board does";

        public static readonly Room Room = new()
        {
            Name = "Child",
            Share = 3,
            Begins = [People.Malmo, People.Malmo, People.Lund, People.Haven, People.Police, People.Agency],
            Paths =
            [
                ["correct the age", "report the concern", Board, Board, "the child is heard", "the child is heard", Board, Board, "the child is heard", "the child is heard", "represent the child", "represent the child"],
                ["correct the age", "report the concern", "take the case on", "the child is heard", "represent the child", "represent the child", Board, Board, Board, Board],
                ["correct the age", "report the concern", "take the case on", Board, Board, Board, "the child is heard", "represent the child", "represent the child", "the child is heard", "the child is heard"],
                ["correct the age", "report the concern", Board, Board, "correct the age", "correct the age", "consent given"],
                ["correct the age", "report the concern", Board, Board, Board, "the child is heard", "the child is heard", "the child is heard", "the child is heard", Board, Board],
            ],
            Happening = p => p.TheCase.ChildTask is { } task ? [task] : [],
            GivesPart = (m, house) => m.IsOpen && m.ChildTask.State == "Open" && m.ChildTask.Board == house,
            Days = m => m.ChildTask.ReportedOn is { } on ? [on.AddDays(14).AddMonths(4)] : [],
            Expected = (m, sheet) =>
            {
                var t = m.ChildTask;
                if (t.State == "") return;
                sheet.Add("child", t.State, t.Because, t.Board, t.ReportedBy, t.ReportedOn, t.Last(ChildStepKind.Asked)?.On, t.BoardIsDone, t.Has(ChildStepKind.GuardianAppointed), t.Has(ChildStepKind.TracingDecided), t.Suspected);
                foreach (var (kind, outcome, on) in t.Steps) if (kind != ChildStepKind.Asked) sheet.Add("step", kind, outcome, on);
            },
            Actual = (p, sheet) =>
            {
                if (p.TheCase.ChildTask is not { } t) return;
                sheet.Add("child", t.State, t.EndedBecause, t.Board is { } board ? People.Of(board) : null, t.ReportedBy is { } by ? People.Of(by) : null, t.ReportedAt is { } at ? SwedishCalendar.DayOf(at) : null, t.AskedOn,
                    t.BoardIsDone, t.IsRepresented, t.TracingIsDecided, t.GuardianIsSuspected);
                foreach (var step in t.Steps) if (step.Kind is not (ChildStepKind.Reported or ChildStepKind.Asked)) sheet.Add("step", step.Kind, step.Outcome, step.On);
            },
            Moves =
            [
                new Move<Age>
                {
                    // Mostly to a child, since the walks of this room are about one.
                    Name = "correct the age", Rows = Table.Rows("age corrected"), Weight = 1, Of = (m, _) => m.Case, Otherwise = "CaseIsOpenForThis",
                    Draw = (m, _, d) => m.Case.State is "Draft" ? null : new(d.Mostly(d.One("15-17", "15-17", "0-11", "U18", "UNCERTAIN"), "25-34"), d.Often(65)),
                    Then = (m, _, a) =>
                    {
                        (m.Age, m.Unaccompanied) = (a.Group, a.Unaccompanied);
                        m.Protect();
                    },
                    Operation = _ => CaseOperation.Write,
                    Does = (p, _, act, a) => p.TheCase.RecordPerson(new() { Gender = "F", AgeGroup = a.Group, Unaccompanied = a.Unaccompanied ? "Yes" : "No" }, act),
                },
                new Move<Report>
                {
                    Name = "report the concern", Rows = Table.Rows("A28", "A28 done"), Of = (m, _) => m.ChildTask, Otherwise = "AConcernIsAboutAChild",
                    Fits = (m, a, row) => row.Id == "A28 done" == (!a.Here && !m.Unaccompanied),
                    Draw = (m, _, d) => m.Lead is null || m.ChildTask.State == "" && d.Often(80) 
                        ? null : new(d.Mostly(d.One(People.Malmo, People.Lund), People.Haven), d.Often(80), d.Mostly(d.One(0, 0, 30), -1), d.Mostly("Nobody knows where it sleeps.", " "), d.Often(40)),
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("AChildReportGoesToTheSocialBoard", (_, _, a) => a.Board.Kind == OrganisationKind.Municipality),
                        new("AConcernIsReportedOnce", (m, _, _) => m.ChildTask.Board is null),
                        new("DatesAreNotInTheFuture", (_, _, a) => a.Hours >= 0), new("AStepIsExplained", (_, _, a) => a.Concern.Trim() != ""),
                    ],
                    Then = (m, who, a) =>
                    {
                        var (task, on) = (m.ChildTask, m.Today.AddDays(a.Hours < 24 ? 0 : -1));
                        (task.Board, task.BoardIsHere, task.ReportedBy, task.ReportedOn) = (a.Board, a.Here, who.At, on);
                        if (a.TellMe) task.Steps.Add((ChildStepKind.Asked, null, on));
                        if (task.IsDone(m.Unaccompanied)) task.Because = "Done";
                        // The ground is recorded with it, to the last day on which the inquiry may end: nobody needs one to tell themselves, or whoever leads.
                        if (a.Board != who.At && a.Board != m.Lead) m.Grounds.Add(new(a.Board, who, Carried, on.AddDays(14).AddMonths(4)));
                    },
                    Operation = _ => CaseOperation.ReportConcern,
                    Does = (p, m, act, a) => p.TheCase.ReportConcern(new(a.Board.Id, a.Here, m.Now.AddHours(-a.Hours), a.Concern, a.TellMe), a.Board.Kind, act),
                },
                Take(Board, "child done by the board", CaseOperation.ProtectChild, 5, ByTheBoard),
                Take("represent the child", "child done by board or agency", CaseOperation.RepresentChild, 2, ByTheBoardOrAgency),
                Take("the child is heard", "child done by anybody", CaseOperation.ReportConcern, 3, ByAnybody, "child Asked late"),
            ],
        };
    }
}
