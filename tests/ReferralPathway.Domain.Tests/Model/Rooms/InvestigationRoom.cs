using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Inquiry> Investigations { get; } = [];

        /// <summary>A preliminary investigation, as far as it is known from outside.</summary>
        internal sealed class Inquiry : Thing
        {
            public House? ReportedTo { get; set; }

            public House? LedBy { get; set; }

            public string? Number { get; set; }

            public DateOnly? ReportedOn { get; set; }

            public DateOnly? InitiatedOn { get; set; }

            /// <summary>The next step is on this day or later.</summary>
            public DateOnly? LatestStep { get; set; }

            public DateOnly? InformedOn { get; set; }

            public bool Counts => InitiatedOn is not null && State != "RecordedInError";
        }

        /// <summary>Since when the person is formally identified (C3).</summary>
        public DateOnly? FirstInitiated { get; set; }

        /// <summary>Formal identification follows from the investigations, and from nothing else (S1-08).</summary>
        public void Identify()
        {
            var first = Investigations.Where(i => i.Counts).Min(i => i.InitiatedOn);
            if (first == FirstInitiated) return;
            FirstInitiated = first;
            Identification.State = first is null ? "Presumed" : "FormallyIdentified";
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.4: what becomes of a report to the police; and formal identification, which follows from it (C3).</summary>
    internal static class InvestigationRoom
    {
        private static readonly Row[] Table = Rooms.Table(
            new("U1", "", "Reported", Who.AnyTeam),
            new("U2a", "", "Initiated", Who.Leaders), new("U2b", "Reported", "Initiated", Who.Leaders),
            new("U3", "Reported", "NotInitiated", Who.Leaders),
            // The prosecutor who takes over may do so after the prosecution too (docs/pathway.md).
            new("U4", "Initiated", "Initiated", Who.Leaders), new("U4 in court", "ProsecutionBrought", "ProsecutionBrought", Who.Leaders),
            new("U4b", "Initiated", "RecordedInError", Who.Leaders),
            new("U5", "Initiated", "Discontinued", Who.Leaders),
            new("U6", "Discontinued", "Initiated", Who.Leaders),
            new("U7a", "Initiated", "ProsecutionBrought", Who.Leaders), new("U7b", "ProsecutionBrought", "Judgment", Who.Leaders), new("U7c", "Judgment", "FinalJudgment", Who.Leaders),
            new("told a", "Initiated", "Initiated", Who.Leaders), new("told b", "Discontinued", "Discontinued", Who.Leaders), new("told c", "ProsecutionBrought", "ProsecutionBrought", Who.Leaders));

        private sealed record Report(DateOnly On, House? To);

        /// <param name="Which">The report it answers; -1 for none.</param>
        private sealed record Terms(int Which, LeaderKind Leader, string Number, string? Offence, DateOnly On, DateOnly? ReportedOn, bool Reason);

        private sealed record Step(int Which, DateOnly On, string Reason);

        private sealed record Handover(int Which, DateOnly On, House To, LeaderKind Leader);

        private static LeaderKind? Leads(House house) => house == People.Police ? LeaderKind.Police : house == People.Prosecutor ? LeaderKind.Prosecutor : null;

        private static Step? Drawn(Reference m, Draw d, params ReadOnlySpan<string> usual) =>
            One(m, d, usual) is >= 0 and var n ? new(n, d.Day(m.Today, m.Investigations[n].LatestStep), d.Mostly("No suspect was found.", "  ")) : null;

        private static int One(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Investigations.Count == 0) return -1;
            var n = d.Below(m.Investigations.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Investigations[n].State) && d.Often(80); tries++) n = d.Below(m.Investigations.Count);
            return n;
        }

        private static readonly Guard<Step> NotLater = new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today);

        private static readonly Guard<Step> Ascending = new("StepsOfAnInvestigationAscend", (m, _, a) => !(a.On < m.Investigations[a.Which].LatestStep));

        private static readonly Guard<Step> Explained = new("AStepIsExplained", (_, _, a) => a.Reason.Trim() != "");

        /// <summary>Recorded also where the case is closed (decision 0016).</summary>
        private static readonly Guard<Step> Kept = new("CaseIsOpenForThis", (m, _, _) => m.Case.State is "Open" or "Closed");

        private static Move<Step> Follow(string name, string row, string from, Action<Investigation, Step, Act> does, bool explained) => new()
        {
            Name = name, Rows = Table.Rows(row), Of = (m, a) => m.Investigations[a.Which], Otherwise = "InvestigationGoesForward", Draw = (m, _, d) => Drawn(m, d, from),
            Guards = explained ? [Kept, NotLater, Ascending, Explained] : [Kept, NotLater, Ascending],
            Then = (m, _, a) => m.Investigations[a.Which].LatestStep = a.On,
            Operation = _ => CaseOperation.FollowInvestigation,
            Does = (p, _, act, a) => p.TheCase.FollowInvestigation(p.TheCase.Investigations[a.Which].Id, i => does(i, a, act), act),
        };

        public static readonly Room Room = new()
        {
            Name = "Investigation",
            Paths = [["report to the police", "initiate an investigation", "discontinue"], ["initiate an investigation", "bring prosecution", "judge", "judge finally"]],
            Begins = [People.Police, People.Police, People.Prosecutor, People.Malmo],
            Happening = p => p.TheCase.Investigations,
            GivesPart = (m, house) =>
                m.IsOpen && m.Investigations.Any(i => i.ReportedTo == house && i.State != "RecordedInError") && !m.Covered(house).IsEmpty
                // Also while it is discontinued (decision 0007), and in a closed case (decision 0016).
                || m.Investigations.Any(i => i.LedBy == house && i.State is "Initiated" or "Discontinued" or "ProsecutionBrought" or "Judgment"),
            Expected = (m, sheet) =>
            {
                foreach (var i in m.Investigations) sheet.Add("investigation", i.State, i.ReportedOn, i.InitiatedOn, i.LatestStep, i.ReportedTo, i.LedBy, i.InformedOn);
            },
            Actual = (p, sheet) =>
            {
                foreach (var i in p.TheCase.Investigations) sheet.Add("investigation", i.Status, i.ReportedOn, i.InitiatedOn, i.LatestStepOn, i.ReportedTo is { } to ? People.Of(to) : null, i.LedBy is { } by ? People.Of(by) : null, i.InformedOfPermitsOn);
            },
            Moves =
            [
                new Move<Report>
                {
                    Name = "report to the police", Rows = Table.Rows("U1"), Weight = 1, Draw = (m, _, d) => m.Lead is null ? null : new(d.Day(m.Today), d.One(null, People.Police, People.Prosecutor)),
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AReportToThePoliceNeedsConsentOrGround", (m, who, a) => a.To is null || a.To == who.At || !m.Covered(a.To).IsEmpty),
                    ],
                    Then = (m, _, a) => m.Investigations.Add(new() { State = "Reported", ReportedOn = a.On, LatestStep = a.On, ReportedTo = a.To }),
                    Operation = _ => CaseOperation.ReportToPolice,
                    Does = (p, _, act, a) => p.TheCase.ReportToPolice(a.On, "NOA", a.To?.Id, null, act),
                },
                new Move<Terms>
                {
                    Name = "initiate an investigation", Rows = Table.Rows("U2a", "U2b"), Weight = 4, Of = (m, a) => a.Which < 0 ? null : m.Investigations[a.Which], Otherwise = "InvestigationIsRecordedOnce",
                    Draw = (m, who, d) =>
                    {
                        if (m.Lead is null) return null;
                        var which = d.Often(50) ? -1 : One(m, d, "Reported");
                        return new(which, d.Mostly(Leads(who.At) ?? LeaderKind.Police, LeaderKind.Prosecutor, LeaderKind.Police), d.Mostly($"5000-K{d.Below(1000)}-26", m.Investigations.LastOrDefault()?.Number?.ToLowerInvariant() ?? "5000-K1-26"),
                            d.Mostly("BRB_4_1A", "NO SUCH CODE", null), d.Day(m.Today, which < 0 ? null : m.Investigations[which].ReportedOn), d.Often(20) ? d.Day(m.Today) : null, d.Often(93));
                    },
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
                        new("LeaderKindFitsOrganisation", (_, who, a) => Leads(who.At) == a.Leader),
                        new("ReasonToAssumeAnOffence", (_, _, a) => a.Reason),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("InvestigationFollowsReport", (m, _, a) => !(a.On < ((a.Which < 0 ? null : m.Investigations[a.Which].ReportedOn) ?? a.ReportedOn))),
                        new("CodesAreListed", (_, _, a) => a.Offence == "BRB_4_1A"),
                        new("InvestigationIsRecordedOnce", (m, _, a) => !m.Investigations.Any(i => i.Counts && string.Equals(i.Number, a.Number, StringComparison.OrdinalIgnoreCase))),
                    ],
                    Then = (m, who, a) =>
                    {
                        if (a.Which < 0) m.Investigations.Add(new() { State = "Initiated" });
                        var one = a.Which < 0 ? m.Investigations[^1] : m.Investigations[a.Which];
                        (one.ReportedOn, one.InitiatedOn, one.LedBy, one.Number) = (one.ReportedOn ?? a.ReportedOn, a.On, who.At, a.Number);
                        if (!(a.On < one.LatestStep)) one.LatestStep = a.On;
                        m.Identify();
                    },
                    Operation = _ => CaseOperation.InitiateInvestigation,
                    Does = (p, m, act, a) => p.TheCase.InitiateInvestigation(a.Which < 0 ? null : p.TheCase.Investigations[a.Which], new()
                    {
                        LeaderKind = a.Leader, Organisation = People.Of(act.For).Kind, AuthorityUnit = "NOA", LeaderName = "Per Grahn", ReferenceNumber = a.Number, Offences = a.Offence is null ? [] : [a.Offence], On = a.On, ReportedOn = a.ReportedOn,
                        ReasonToAssume = a.Reason,
                    }, act),
                },
                Follow("not initiated", "U3", "Reported", (i, a, act) => i.NotInitiated(a.On, a.Reason, act), explained: true),
                Follow("discontinue", "U5", "Initiated", (i, a, act) => i.Discontinue(a.On, a.Reason, act), explained: true),
                Follow("resume", "U6", "Discontinued", (i, a, act) => i.Resume(a.On, act), explained: false),
                Follow("bring prosecution", "U7a", "Initiated", (i, a, act) => i.BringProsecution(a.On, act), explained: false),
                Follow("judge", "U7b", "ProsecutionBrought", (i, a, act) => i.Judge(a.On, act), explained: false),
                Follow("judge finally", "U7c", "Judgment", (i, a, act) => i.JudgeFinally(a.On, act), explained: false),
                new Move<Handover>
                {
                    Name = "change the leader", Rows = Table.Rows("U4", "U4 in court"), Of = (m, a) => m.Investigations[a.Which], Otherwise = "InvestigationGoesForward",
                    Draw = (m, _, d) => One(m, d, "Initiated", "ProsecutionBrought") is >= 0 and var n && d.Mostly(d.One(People.Prosecutor, People.Police), People.Haven) is var to
                        ? new(n, d.Day(m.Today, m.Investigations[n].LatestStep), to, d.Mostly(Leads(to) ?? LeaderKind.Police, LeaderKind.Police)) : null,
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.Case.State is "Open" or "Closed"),
                        new("LeaderKindFitsOrganisation", (_, _, a) => Leads(a.To) == a.Leader),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("StepsOfAnInvestigationAscend", (m, _, a) => !(a.On < m.Investigations[a.Which].LatestStep)),
                    ],
                    Then = (m, _, a) => (m.Investigations[a.Which].LedBy, m.Investigations[a.Which].LatestStep) = (a.To, a.On),
                    Operation = _ => CaseOperation.FollowInvestigation,
                    Does = (p, _, act, a) => p.TheCase.FollowInvestigation(p.TheCase.Investigations[a.Which].Id, i => i.ChangeLeader(a.Leader, a.To.Id, a.To.Kind, "City", "Ann Hjelm", a.On, act), act),
                },
                new Move<Step>
                {
                    Name = "recorded in error", Rows = Table.Rows("U4b"), Weight = 1, Of = (m, a) => m.Investigations[a.Which], Otherwise = "InvestigationGoesForward", Draw = (m, _, d) => Drawn(m, d, "Initiated"),
                    Guards =
                    [
                        Explained,
                        new("OnlyTheSameOrganisationCorrects", (m, who, a) => m.Investigations[a.Which].LedBy == who.At),
                        new("AnApplicationRestsOnTheInvestigation", (m, _, a) => !m.Permits.Any(p => p.Investigation == a.Which && p.State is "Submitted" or "Granted" or "Appealed")),
                    ],
                    Then = (m, _, a) =>
                    {
                        m.Investigations[a.Which].LatestStep = m.Today;
                        m.Investigations[a.Which].State = "RecordedInError";
                        m.Identify();
                    },
                    Operation = _ => CaseOperation.FollowInvestigation,
                    Does = (p, _, act, a) => p.TheCase.InvestigationWasMistaken(p.TheCase.Investigations[a.Which].Id, a.Reason, act),
                },
                new Move<Step>
                {
                    Name = "told of the permits", Rows = Table.Rows("told a", "told b", "told c"), Of = (m, a) => m.Investigations[a.Which], Otherwise = "OnlyALiveInvestigationIsAttendedTo",
                    Draw = (m, _, d) => Drawn(m, d, "Initiated") is { } step && m.Investigations[step.Which].State is not ("Judgment" or "FinalJudgment") ? step with { On = d.Day(m.Today, m.Investigations[step.Which].InitiatedOn) } : null,
                    Guards = [Kept, NotLater, new("StepsOfAnInvestigationAscend", (m, _, a) => !(a.On < m.Investigations[a.Which].InitiatedOn))],
                    Then = (m, _, a) => m.Investigations[a.Which].InformedOn = a.On,
                    Operation = _ => CaseOperation.FollowInvestigation,
                    Does = (p, _, act, a) => p.TheCase.FollowInvestigation(p.TheCase.Investigations[a.Which].Id, i => i.InformedOfPermits(a.On, act), act),
                },
            ],
        };
    }
}
