using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public Thing Case { get; } = new();

        public Thing Identification { get; } = new();

        public HashSet<string> Answered { get; } = [];

        public DateOnly? DetectedOn { get; set; }

        public string? Age { get; set; }

        /// <summary>A child, or somebody who may be one.</summary>
        public bool Child => Age is "0-11" or "12-14" or "15-17" or "U18" or "UNCERTAIN";

        public bool Unaccompanied { get; set; }

        /// <summary>The kind of exposure.</summary>
        public string? Exposure { get; set; }

        /// <summary>The legal status that the person was last said to have, apart from the permits of 5:15.</summary>
        public string? Told { get; set; }

        /// <summary>The last day of what was told, where it has one.</summary>
        public DateOnly? ToldUntil { get; set; }

        /// <summary>The legal status that holds.</summary>
        public string? Held
        {
            get;
            set
            {
                field = value;
                Stays++;
            }
        }

        /// <summary>How often a right to stay was recorded.</summary>
        public int Stays { get; private set; }

        /// <summary>The person is said to have this right to stay: news, or nothing new.</summary>
        public void Tell(string status, DateOnly? until)
        {
            if (Held != status || HeldUntil != until) Held = status;
            (Told, ToldUntil) = (status, until);
        }

        /// <summary>The last day of what holds; of a permit of 5:15 its own.</summary>
        public DateOnly? HeldUntil => Held is "RP" or "TRP" ? Permits.LastOrDefault(p => p.Kind == Held && p.State == "Granted")?.To : ToldUntil;

        public bool IsOpen => Case.State == "Open";
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.1: the case, who is formally identified, and the team of each organisation.</summary>
    internal static class CaseRoom
    {
        private static readonly string[] Parts = ["Danger", "SafeContact", "Detection", "Exploitation", "Person", "LegalStatus", "Rights"];

        private static readonly Row[] Table = Rooms.Table(
            new("C1", "", "Draft", Who.Registrars),
            new("C1a", "Draft", "Draft", Who.LeadTeam), new("C1b", "Open", "Open", Who.LeadTeam), new("C1c", "Draft", "Draft", Who.LeadTeam),
            new("C2", "Draft", "Open", Who.LeadTeam),
            new("C4", "Presumed", "RuledOut", Who.LeadTeam),
            new("C5", "RuledOut", "Presumed", Who.LeadTeam),
            new("C6", "Open", "Closed", Who.LeadTeam),
            new("C7", "Closed", "Open", Who.LeadTeam),
            new("team: take on", "", "", Who.Of([.. Who.Six, Role.IomCaseworker], Who.PartHouse)),
            new("team: add", "", "", Who.AnyTeamWithIom));

        private sealed record Nothing;

        /// <param name="Besides">Of the exploitation, what kind of exposure it is; of the person, whether anybody came along.</param>
        /// <param name="Until">The last day of a right to stay.</param>
        private sealed record Answer(string Part, DateOnly On, string? Code, string? Besides = null, DateOnly? Until = null);

        private sealed record Reason(string Text);

        private sealed record Because(string Code);

        private sealed record Colleague(Person Who, bool Responsible);

        public static readonly Room Room = new()
        {
            Name = "Case",
            Happening = p => [p.TheCase],
            Expected = (m, sheet) =>
            {
                sheet.Add("case", m.Case.State, m.Identification.State, m.FirstInitiated, m.Lead, m.Held, m.HeldUntil, m.Answered.Count);
                foreach (var person in People.All) if (m.Team.Contains(person)) sheet.Add("team", person);
            },
            Actual = (p, sheet) =>
            {
                var c = p.TheCase;
                sheet.Add("case", c.Status, c.Identification, c.FormallyIdentifiedOn, People.Of(c.Lead), c.Facts.LegalStatus, c.Facts.LegalStatusValidTo, System.Numerics.BitOperations.PopCount((uint)c.Intake));
                foreach (var person in People.All) if (c.Team.Any(t => t.IsOnTeam && t.UserId == person.Id)) sheet.Add("team", person);
            },
            Moves =
            [
                new Move<Nothing>
                {
                    Name = "start a case", Rows = Table.Rows("C1"), Of = (m, _) => m.Case, Draw = (m, _, _) => m.Case.State == "" ? new() : null,
                    Then = (m, who, _) => { m.Lead = who.At; m.Team.Add(who); m.Identification.State = "Presumed"; },
                    Asks = who => CaseAccess.MayRegister(who.Role),
                    Does = (p, _, act, _) => p.Case = Case.Start("2026-000001", act),
                },
                new Move<Answer>
                {
                    Name = "answer a part of the intake", Rows = Table.Rows("C1a", "C1b"), Weight = 1, Of = (m, _) => m.Case, Otherwise = "CaseIsOpenForThis",
                    Draw = (m, _, d) => (d.Often(85) && Parts.FirstOrDefault(p => !m.Answered.Contains(p)) is { } open ? open : d.One(Parts)) is var part ? new(part, d.Day(m.Today), part switch
                    {
                        "LegalStatus" => d.One("IRREGULAR", "VISIT", "ASYLUM", d.One("PERMANENT", "WORK", "NORDIC"), "NO SUCH CODE"),
                        "Person" => d.One("25-34", "25-34", "25-34", d.One("15-17", "0-11", "U18", "UNCERTAIN"), "NO SUCH CODE"),
                        "Exploitation" => d.One("FORCED_LABOUR", "FORCED_LABOUR", "NO SUCH CODE"),
                        _ => null,
                    }, part switch { "Exploitation" => d.Mostly("THB", "PROST", "UNKNOWN"), "Person" => d.One("Yes", "No"), _ => null }, d.Often(20) ? m.Today.AddDays(d.Below(30)) : null) : null,
                    Guards =
                    [
                        new("DatesAreNotInTheFuture", (m, _, a) => a.Part is not ("Detection" or "SafeContact") || a.On <= m.Today),
                        new("CodesAreListed", (_, _, a) => a.Code != "NO SUCH CODE"),
                    ],
                    Then = (m, _, a) =>
                    {
                        m.Answered.Add(a.Part);
                        if (a.Part == "Detection") m.DetectedOn = a.On;
                        if (a.Part == "Exploitation") m.Exposure = a.Besides;
                        if (a.Part == "Person") (m.Age, m.Unaccompanied) = (a.Code, a.Besides == "Yes");
                        if (a.Part == "Person") m.Protect();
                        if (a.Part == "LegalStatus") m.Tell(a.Code!, a.Until);
                    },
                    Operation = _ => CaseOperation.Write,
                    Does = (p, _, act, a) =>
                    {
                        switch (a.Part)
                        {
                            case "Danger": p.TheCase.RecordDanger(true, act); break;
                            case "SafeContact": p.TheCase.RecordSafeContact(new() { Direct = "No", DeviceWatched = "Unknown", LastCheckedOn = a.On }, act); break;
                            case "Detection": p.TheCase.RecordDetection(a.On, "SOCIAL_WORKER", null, null, act); break;
                            case "Exploitation": p.TheCase.RecordExploitation(a.Besides!, [a.Code!], [], new(), act); break;
                            case "Person": p.TheCase.RecordPerson(new() { Gender = "F", AgeGroup = a.Code!, Unaccompanied = a.Besides! }, act); break;
                            case "LegalStatus": p.TheCase.RecordLegalStatus(a.Code!, a.Until, act); break;
                            default: p.TheCase.RecordRights("NotYet", null, act); break;
                        }
                    },
                },
                new Move<Answer>
                {
                    Name = "leave a part of the intake unfinished", Rows = Table.Rows("C1c"), Weight = 1, Of = (m, _) => m.Case, Otherwise = "OnlyADraftIsLeftUnfinished",
                    Draw = (m, _, d) => new(d.One(Parts), m.Today, null),
                    Then = (m, _, a) => m.Answered.Remove(a.Part),
                    Operation = _ => CaseOperation.Write,
                    Does = (p, _, act, a) => p.TheCase.LeaveUnfinished(Enum.Parse<IntakeParts>(a.Part), "{}", act),
                },
                new Move<Nothing>
                {
                    Name = "open", Rows = Table.Rows("C2"), Of = (m, _) => m.Case, Otherwise = "CaseIsOpenForThis", Draw = (_, _, _) => new(),
                    Guards = [new("IntakeIsComplete", (m, _, _) => Parts.All(m.Answered.Contains))],
                    Then = (m, _, _) =>
                    {
                        m.Case.State = "Open";
                        m.Protect();
                    },
                    Operation = _ => CaseOperation.Write,
                    Does = (p, _, act, _) => p.TheCase.Open(act),
                },
                new Move<Reason>
                {
                    Name = "rule out", Rows = Table.Rows("C4"), Weight = 1, Of = (m, _) => m.Identification, Otherwise = "OnlyAPresumedPersonIsRuledOut",
                    Draw = (_, _, d) => new(d.Mostly("The signs had another explanation.", "Nineteen letters it", "   ")),
                    Guards = [new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("RulingOutIsExplained", (_, _, a) => a.Text.Trim().Length >= 20)],
                    Operation = _ => CaseOperation.RuleOut,
                    Does = (p, _, act, a) => p.TheCase.RuleOut(a.Text, act),
                },
                new Move<Reason>
                {
                    Name = "put back", Rows = Table.Rows("C5"), Weight = 1, Of = (m, _) => m.Identification, Otherwise = "OnlyARuledOutPersonIsPutBack",
                    Draw = (_, _, d) => new(d.Mostly("New signs.", "", "   ")),
                    Guards = [new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("AStepIsExplained", (_, _, a) => a.Text.Trim() != "")],
                    Operation = _ => CaseOperation.RuleOut,
                    Does = (p, _, act, a) => p.TheCase.PutBack(a.Text, act),
                },
                new Move<Because>
                {
                    Name = "close", Rows = Table.Rows("C6"), Weight = 1, Of = (m, _) => m.Case, Otherwise = "CaseIsOpenForThis",
                    Draw = (_, _, d) => new(d.Mostly("LOST_CONTACT", "NO SUCH CODE")),
                    Guards =
                    [
                        new("CodesAreListed", (_, _, a) => a.Code == "LOST_CONTACT"),
                        new("OpenReferralsKeepTheCaseOpen", (m, _, _) => m.Referrals.All(r => r.State is not ("Sent" or "Accepted"))),
                        new("AChildTaskKeepsTheCaseOpen", (m, _, _) => m.ChildTask.State != "Open"),
                        new("ReturnsKeepTheCaseOpen", (m, _, _) => !m.Returns.Any(r => r.IsApproved)),
                        new("ApplicationsKeepTheCaseOpen", (m, _, _) => m.Permits.All(p => p.State is not ("Submitted" or "Appealed") && p.Extensions.All(e => e.State != "Submitted"))),
                    ],
                    Then = (m, _, _) =>
                    {
                        // Plans rest, and with them what was asked for.
                        foreach (var plan in m.Integrations) plan.AskAgain = plan.ReviewSince is not null;
                    },
                    Operation = _ => CaseOperation.Close,
                    Does = (p, _, act, a) => p.TheCase.Close(a.Code, p.TheCase.Referrals.Count(r => r.IsInTheAir), act,
                        // As the database counts them: permits_waiting, returns_under_way.
                        p.TheCase.Permits.Count(one => one.IsPending || one.Extensions.Any(e => e.Status == ExtensionStatus.Submitted)), p.TheCase.Returns.Count(one => one.KeepsCaseOpen)),
                },
                new Move<Reason>
                {
                    Name = "reopen", Rows = Table.Rows("C7"), Of = (m, _) => m.Case, Otherwise = "OnlyAClosedCaseIsReopened",
                    Draw = (_, _, d) => new(d.Mostly("They came back.", "", "   ")),
                    Guards = [new("AStepIsExplained", (_, _, a) => a.Text.Trim() != "")],
                    Operation = _ => CaseOperation.Close,
                    Does = (p, _, act, a) => p.TheCase.Reopen(a.Text, act),
                },
                new Move<Nothing>
                {
                    Name = "take the case on", Rows = Table.Rows("team: take on"), Weight = 12, Draw = (m, _, _) => m.Lead is null ? null : new(),
                    Guards = [new("ACaseIsTakenOnOnce", (m, who, _) => m.Team.All(t => t.At != who.At))],
                    Then = (m, who, _) => m.Team.Add(who),
                    Operation = _ => CaseOperation.TakeOn,
                    Does = (p, _, act, _) => p.TheCase.TakeOn(act),
                },
                new Move<Colleague>
                {
                    Name = "add a colleague", Rows = Table.Rows("team: add"), Weight = 1,
                    Draw = (m, who, d) => m.Lead is null ? null : new(d.One([.. People.All.Where(p => p.At == who.At)]), d.Often(30)),
                    Guards = [new("AColleagueIsAddedOnce", (m, _, a) => !m.Team.Contains(a.Who))],
                    Then = (m, _, a) => m.Team.Add(a.Who),
                    Operation = _ => CaseOperation.ChangeTeam,
                    Does = (p, _, act, a) => p.TheCase.AddToTeam(a.Who.Id, a.Responsible, act),
                },
            ],
        };
    }
}
