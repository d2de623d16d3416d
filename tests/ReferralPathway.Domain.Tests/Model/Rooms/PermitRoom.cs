using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Application> Permits { get; } = [];

        /// <summary>A reflection period ("RP") or a temporary permit ("TRP").</summary>
        internal sealed class Application(string kind, House applicant, bool byBoard) : Thing
        {
            public string Kind => kind;

            public House Applicant => applicant;

            public bool ByBoard => byBoard;

            public Answers Form { get; set; } = null!;

            /// <summary>The place of the investigation it names in the list; null for none.</summary>
            public int? Investigation => Form.Investigation;

            /// <summary>With whom the leader has talked, and when.</summary>
            public List<(DialogueWith With, DateOnly On)> Talks { get; } = [];

            public DateOnly? SubmittedOn { get; set; }

            public DateOnly? DecidedOn { get; set; }

            public DateOnly? From { get; set; }

            public DateOnly? To { get; set; }

            public DateOnly? AppealBy { get; set; }

            public DateOnly? AppealedOn { get; set; }

            public DateOnly? CalledBackOn { get; set; }

            /// <summary>The last day of the stay that it gives, or of an application that came to nothing; null while it waits.</summary>
            public DateOnly? StayEnds => State switch { "Refused" => DecidedOn, "Withdrawn" => CalledBackOn, "Revoked" when DecidedOn < To => DecidedOn, _ => To };

            public bool WasRevoked { get; set; }

            public List<More> Extensions { get; } = [];
        }

        internal sealed class More(DateOnly on) : Thing("Submitted")
        {
            public DateOnly On => on;
        }

        internal sealed record Answers(
            int? Investigation, bool? InSweden, DateOnly? WantedOn, string Language, bool? Needed, bool? NothingAgainst, bool? Cooperates, bool? TiesBroken, DateOnly ConditionsOn, bool Why);

        /// <summary>Whether there is an investigation that an application can rest on: initiated, whatever came of it, and not discontinued.</summary>
        public static bool Bears(Inquiry investigation) => investigation is { Counts: true, State: not "Discontinued" };
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.5 and 3.6: the two permits of UtlL 5:15, with their extensions and the sweep that ends them.</summary>
    internal static class PermitRoom
    {
        private static readonly Who Applicants = Who.Of([Role.InvestigationLeader, Role.SocialWorker], Who.Team);

        private static readonly (string Number, string From, string To, Who Who)[] Both =
        [
            ("2", "Draft", "Submitted", Applicants), ("3", "Submitted", "Granted", Who.Agency), ("4", "Submitted", "Refused", Who.Agency),
            ("5", "Refused", "Appealed", Applicants), ("5b granted", "Appealed", "Granted", Who.Agency), ("5b refused", "Appealed", "Refused", Who.Agency),
            ("9", "Granted", "Revoked", Who.Agency), ("9b", "Revoked", "Appealed", Applicants), ("9b stands", "Appealed", "Revoked", Who.Agency),
            ("8", "Granted", "Ended", Who.Night), ("10a", "Draft", "Withdrawn", Applicants), ("10b", "Submitted", "Withdrawn", Applicants),
            ("1", "", "Draft", Applicants), ("1 again", "Draft", "Draft", Applicants), ("2 talk Person", "Draft", "Draft", Applicants), ("2 talk AssistanceProvider", "Draft", "Draft", Applicants),
            ("4 final", "Refused", "Refused", Who.Night), ("9 final", "Revoked", "Revoked", Who.Night),
        ];

        /// <summary>The rows of 3.5 and 3.6, which differ in what they ask, and not in how they go.</summary>
        private static readonly Row[] Table =
        [
            .. Both.Select(r => new Row("RP " + r.Number, r.From, r.To, r.Who)), .. Both.Select(r => new Row("TRP " + r.Number, r.From, r.To, r.Who)),
        ];

        private static readonly string[] Applied = ["initiate an investigation", "draft an application", "talk before applying", "talk before applying", "hand in an application", "take the case on"];

        private static readonly Row[] More = Rooms.Table(
            // What was asked for in time may be recorded after the period has ended.
            new("P6 T5", "Granted", "Granted", Who.Leaders), new("P6 T5 late", "Ended", "Ended", Who.Leaders),
            new("P7 granted", "Submitted", "Granted", Who.Agency), new("P7 refused", "Submitted", "Refused", Who.Agency),
            new("P6 withdrawn", "Submitted", "Withdrawn", Who.Leaders));

        private static IReadOnlyList<Row> Rows(params string[] numbers) => Table.Rows([.. numbers.Select(n => "RP " + n), .. numbers.Select(n => "TRP " + n)]);

        private static bool OfKind(Reference m, int which, Row row) => row.Id.StartsWith(m.Permits[which].Kind + " ", StringComparison.Ordinal);

        private sealed record Terms(int Which, string Kind, House Addressee, ReflectionPeriodRuleSet Rules, Reference.Answers Form)
        {
            public PermitForm Written(Product p)
            {
                var condition = (bool? met) => new Condition(met, Form.ConditionsOn, "Because.");
                return new()
                {
                    Investigation = Form.Investigation is { } n ? p.TheCase.Investigations[n].Id : null, Ground = Form.Why ? "What she told us." : " ", InSweden = Form.InSweden, Wanted = Form.WantedOn is not null, WantedOn = Form.WantedOn,
                    WantedIn = Form.Language, Needed = condition(Form.Needed), NothingAgainst = condition(Form.NothingAgainst), Cooperates = condition(Form.Cooperates), TiesBroken = condition(Form.TiesBroken),
                    DeemedNecessary = Form.Why ? "She needs it now." : "",
                };
            }
        }

        private sealed record Talk(int Which, DialogueWith With, DateOnly On, string Note);

        private sealed record HandIn(int Which, DateOnly On, ReflectionPeriodRuleSet Rules);

        private sealed record Decision(int Which, DateOnly On, DateOnly From, DateOnly To, string Reason, DateOnly HeardOn);

        private sealed record Ask(int Which, DateOnly On, string Reasons, bool StillMet);

        private sealed record Answer(int Which, int Extension, DateOnly On, DateOnly? NewLast);

        private static Terms Drawn(Reference m, Draw d, int which) => new(which, which < 0 ? d.One("RP", "TRP") : m.Permits[which].Kind, d.Mostly(People.Agency, People.Haven), d.Mostly(ReflectionPeriodRuleSet.Law2022, ReflectionPeriodRuleSet.Guide), new(
            Names(m, d), d.Mostly((bool?)true, false, null), d.Often(94) ? d.Day(m.Today) : null, d.Mostly("en", "no such language"),
            Met(d), Met(d), d.Mostly((bool?)true, false, null), Met(d), m.Today.AddDays(d.Often(92) ? -d.Below(3) : 5), d.Often(92)));

        /// <summary>Mostly an investigation that bears it, where there is one.</summary>
        private static int? Names(Reference m, Draw d) =>
            m.Investigations.Count == 0 || d.Often(6) ? null : m.Investigations.FindLastIndex(Reference.Bears) is >= 0 and var bearing && d.Often(85) ? bearing : d.Below(m.Investigations.Count);

        private static bool? Met(Draw d) => d.Often(95) ? true : d.One((bool?)false, null);

        private static int One(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Permits.Count == 0) return -1;
            var n = d.Below(m.Permits.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Permits[n].State) && d.Often(80); tries++) n = d.Below(m.Permits.Count);
            return n;
        }

        private static Decision? Decided(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (One(m, d, usual) is not (>= 0 and var n)) return null;
            var permit = m.Permits[n];
            var on = d.Day(m.Today, permit.SubmittedOn, permit.AppealedOn, permit.DecidedOn);
            var from = d.Mostly(on, on.AddDays(3), m.Today);
            var to = permit.Kind == "RP" ? from.AddDays(d.Mostly(29, 30, 28, 31)) : from.AddMonths(6).AddDays(d.Mostly(-1, 0, -2, 100));
            return new(n, on, from, to, d.Mostly("So decided.", " "), d.Mostly(on, on.AddDays(-1), on.AddDays(1)));
        }

        private static Answer? Extension(Reference m, Person who, Draw d)
        {
            if (m.Permits.Where(p => p.Extensions.Count > 0).ToList() is not { Count: > 0 } asked) return null;
            var (permit, on) = (asked[d.Below(asked.Count)], d.Day(m.Today));
            var n = permit.Extensions.FindIndex(e => e.State == "Submitted") is >= 0 and var waiting && d.Often(80) ? waiting : d.Below(permit.Extensions.Count);
            return new(m.Permits.IndexOf(permit), n, d.Often(75) ? m.Today : d.Day(m.Today, permit.Extensions[n].On), d.Often(65) ? d.Mostly(permit.To?.AddDays(20), permit.To, permit.To?.AddDays(1)) : null);
        }

        private static readonly Guard<Decision>[] Deciding =
        [
            new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
            new("ADecisionFollowsTheApplication", (m, _, a) => m.Permits[a.Which] is var p && !(a.On < (p.State == "Appealed" ? p.AppealedOn : p.SubmittedOn))),
        ];

        private static readonly Guard<Decision> Explained = new("AStepIsExplained", (_, _, a) => a.Reason.Trim() != "");

        /// <summary>Three weeks, and the Sunday rule.</summary>
        private static DateOnly AppealBy(DateOnly decided) => SwedishCalendar.LastDayForAction(decided.AddDays(21));

        /// <summary>The permit was the legal status: another that runs is it now, else what was said of the person apart from the permits holds again (decision 0022).</summary>
        private static void FallBack(Reference m, Reference.Application permit, DateOnly from)
        {
            if (m.Held == permit.Kind) m.Held = m.Permits.FirstOrDefault(o => o != permit && o.State == "Granted" && o.From <= from && from <= o.To)?.Kind ?? m.Told;
        }

        private static bool IsDue(Reference m, Reference.Application p) => p.State == "Granted" && p.To < m.Today || p.State is "Refused" or "Revoked" && p.AppealBy < m.Today;

        public static readonly Room Room = new()
        {
            Name = "Permit",
            Share = 6,
            Paths =
            [
                [.. Applied, "grant", "revoke", "appeal", "refuse"],
                [.. Applied, "grant", "revoke", "25 days pass", "the night ends what is over"],
                [.. Applied, "call an application back"], [.. Applied, "grant", "ask for more time", "call back asking for more time"],
                [.. Applied, "refuse", "appeal", "refuse"],
                [.. Applied, "refuse", "appeal", "grant"],
                [.. Applied, "refuse", "25 days pass", "the night ends what is over"],
                [.. Applied, "grant", "ask for more time", "decide on more time"],
                [.. Applied, "grant", "days pass", "the night ends what is over", "ask for more time"],
            ],
            Begins = [People.Police, People.Police, People.Prosecutor, People.Malmo],
            Happening = p => p.TheCase.Permits,
            Days = m => m.Permits.SelectMany(p => new[] { p.To, p.AppealBy, p.State == "Granted" ? p.To?.AddDays(1) : null }),
            // From the handing in until nothing is left to decide.
            GivesPart = (m, house) => m.IsOpen && house == People.Agency && m.Permits.Any(p =>
                p.State is "Submitted" or "Granted" or "Appealed" || p.State is "Refused" or "Revoked" && p.AppealBy is not null || p.State == "Ended" && p.Extensions.Any(e => e.State == "Submitted")),
            Expected = (m, sheet) =>
            {
                foreach (var p in m.Permits)
                {
                    sheet.Add("permit", p.Kind, p.State, p.Applicant, p.SubmittedOn, p.DecidedOn, p.From, p.To, p.AppealBy, p.Talks.Count);
                    foreach (var e in p.Extensions) sheet.Add("extension", e.State, e.On);
                }
            },
            Actual = (product, sheet) =>
            {
                foreach (var p in product.TheCase.Permits)
                {
                    sheet.Add("permit", p.Kind == PermitKind.ReflectionPeriod ? "RP" : "TRP", p.Status, People.Of(p.Applicant), p.SubmittedOn, p.DecidedOn, p.ValidFrom, p.ValidTo, p.AppealBy, p.Dialogues.Count);
                    foreach (var e in p.Extensions) sheet.Add("extension", e.Status, e.SubmittedOn);
                }
            },
            Moves =
            [
                new Move<Terms>
                {
                    Name = "draft an application", Rows = Rows("1"), Weight = 4, Fits = (_, a, row) => row.Id.StartsWith(a.Kind + " ", StringComparison.Ordinal), 
                    // A leader mostly waits for an investigation to apply with.
                    Draw = (m, who, d) => m.Lead is null || who.Role == Role.InvestigationLeader && !m.Investigations.Any(Reference.Bears) && d.Often(85) ? null : Drawn(m, d, -1),
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
                        new("OnlyALeaderAppliesUnderTheGuide", (_, who, a) => a.Kind == "TRP" || who.Role == Role.InvestigationLeader || a.Rules == ReflectionPeriodRuleSet.Law2022),
                        new("OnlyALeaderAppliesForTheTemporaryPermit", (_, who, a) => a.Kind == "RP" || who.Role == Role.InvestigationLeader),
                        new("PermitsAreDecidedByTheMigrationAgency", (_, _, a) => a.Addressee == People.Agency),
                        new("ThePermitNeedsAnInvestigation", (m, _, a) => a.Kind == "RP" || m.Investigations.Any(Reference.Bears)),
                    ],
                    Then = (m, who, a) => m.Permits.Add(new(a.Kind, who.At, who.Role == Role.SocialWorker) { State = "Draft", Form = a.Form }),
                    Operation = _ => CaseOperation.ApplyForPermit,
                    Does = (p, _, act, a) => p.TheCase.DraftPermit(a.Kind == "RP" ? PermitKind.ReflectionPeriod : PermitKind.TemporaryPermit, a.Addressee.Id, a.Addressee.Kind, a.Written(p), a.Rules, act),
                },
                new Move<Terms>
                {
                    Name = "change an application", Rows = Rows("1 again"), Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "APermitFollowsItsStates",
                    Draw = (m, _, d) => One(m, d, "Draft") is >= 0 and var n ? Drawn(m, d, n) : null,
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("AnApplicationIsItsApplicants", (m, who, a) => m.Permits[a.Which].Applicant == who.At),
                        new("PermitsAreDecidedByTheMigrationAgency", (_, _, a) => a.Addressee == People.Agency),
                    ],
                    Then = (m, _, a) => m.Permits[a.Which].Form = a.Form,
                    Operation = _ => CaseOperation.ApplyForPermit,
                    Does = (p, _, act, a) => p.TheCase.RewritePermit(p.TheCase.Permits[a.Which].Id, a.Addressee.Id, a.Addressee.Kind, a.Written(p), act),
                },
                new Move<Talk>
                {
                    Name = "talk before applying", Rows = Rows("2 talk Person", "2 talk AssistanceProvider"), Weight = 3, Of = (m, a) => m.Permits[a.Which],
                    Fits = (m, a, row) => OfKind(m, a.Which, row) && row.Id.EndsWith(" " + a.With, StringComparison.Ordinal), Otherwise = "APermitFollowsItsStates",
                    Draw = (m, _, d) => One(m, d, "Draft") is >= 0 and var n ? new(n, d.One(DialogueWith.Person, DialogueWith.AssistanceProvider), d.Day(m.Today), d.Mostly("She knows what it means.", " ")) : null,
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("AnApplicationIsItsApplicants", (m, who, a) => m.Permits[a.Which].Applicant == who.At),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today), new("AStepIsExplained", (_, _, a) => a.Note.Trim() != ""),
                    ],
                    Then = (m, _, a) => m.Permits[a.Which].Talks.Add((a.With, a.On)),
                    Operation = _ => CaseOperation.ApplyForPermit,
                    Does = (p, _, act, a) => p.TheCase.RecordDialogue(p.TheCase.Permits[a.Which].Id, a.With, a.On, a.Note, act),
                },
                new Move<HandIn>
                {
                    Name = "hand in an application", Rows = Rows("2"), Weight = 4, Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "APermitFollowsItsStates",
                    Draw = (m, _, d) => One(m, d, "Draft") is >= 0 and var n ? new(n, d.Day(m.Today), d.Mostly(ReflectionPeriodRuleSet.Law2022, ReflectionPeriodRuleSet.Guide)) : null,
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AnApplicationIsItsApplicants", (m, who, a) => m.Permits[a.Which].Applicant == who.At),
                        new("OnlyALeaderAppliesUnderTheGuide", (m, who, a) => m.Permits[a.Which].Kind == "TRP" || who.Role == Role.InvestigationLeader || a.Rules == ReflectionPeriodRuleSet.Law2022),
                        new("OnlyALeaderAppliesForTheTemporaryPermit", (m, who, a) => m.Permits[a.Which].Kind == "RP" || who.Role == Role.InvestigationLeader),
                        new("ThePermitNeedsAnInvestigation", (m, _, a) => m.Permits[a.Which] is var p && (p.ByBoard || p.Investigation is { } n && Reference.Bears(m.Investigations[n]))),
                        new("TheApplicationFollowsTheInvestigation", (m, _, a) => m.Permits[a.Which] is var p && (p.ByBoard || p.Investigation is not { } n || !(a.On < m.Investigations[n].InitiatedOn))),
                        new("ThePersonIsInSweden", (m, _, a) => m.Permits[a.Which].Form.InSweden == true),
                        // G-RP-2..4, and what the social board says instead of an investigation.
                        Only("RP", "TheSocialBoardSaysWhy", (_, p, _) => !p.ByBoard || p.Form.Why),
                        Only("RP", "ThePersonWantsTheReflectionPeriod", (_, p, a) => p.Form.WantedOn <= a.On && p.Form.Language == "en"),
                        Only("RP", "TheConditionsAreAnswered", (_, p, _) => p.Form is { Needed: not null, NothingAgainst: not null }),
                        Only("RP", "OneReflectionPeriodInACase", (m, p, _) => m.Permits.All(o => o == p || o.Kind != "RP" || o.State is "Draft" or "Refused" or "Withdrawn")),
                        // G-TRP-1..4: each condition met, and on a day that has come.
                        Only("TRP", "TheStayIsNeeded", (_, p, a) => p.Form.Needed == true && p.Form.ConditionsOn <= a.On),
                        Only("TRP", "ThePersonCooperates", (_, p, a) => p.Form.Cooperates == true && p.Form.ConditionsOn <= a.On),
                        Only("TRP", "TiesAreBroken", (_, p, a) => p.Form.TiesBroken == true && p.Form.ConditionsOn <= a.On),
                        Only("TRP", "NothingSpeaksAgainst", (_, p, a) => p.Form.NothingAgainst == true && p.Form.ConditionsOn <= a.On),
                        Only("TRP", "OneTemporaryPermitAtATime", (m, p, a) => m.Permits.All(o => o == p || o.Kind != "TRP" || o.State is not ("Submitted" or "Appealed") && !(o.State == "Granted" && o.From <= a.On && a.On <= o.To))),
                        Only("TRP", "ADirectApplicationFollowsADialogue", (m, p, a) => !IsDirect(m) || Enum.GetValues<DialogueWith>().All(with => p.Talks.Any(t => t.With == with && t.On <= a.On))),
                        Only("TRP", "ADirectApplicationSaysWhy", (m, p, _) => !IsDirect(m) || p.Form.Why),
                    ],
                    Then = (m, _, a) =>
                    {
                        m.Permits[a.Which].SubmittedOn = a.On;
                        m.Asylum.Leave(a.On);
                    },
                    Operation = _ => CaseOperation.ApplyForPermit,
                    Does = (p, _, act, a) => p.TheCase.SubmitPermit(p.TheCase.Permits[a.Which].Id, a.On, "Form", a.Rules, act),
                },
                new Move<Decision>
                {
                    Name = "grant", Rows = Rows("3", "5b granted"), Weight = 4, Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "APermitFollowsItsStates", Draw = (m, _, d) => Decided(m, d, "Submitted", "Appealed"),
                    Guards =
                    [
                        .. Deciding,
                        new("AReflectionPeriodIsThirtyDays", (m, _, a) => m.Permits[a.Which].Kind == "TRP" || a.To == a.From.AddDays(29) || a.To == a.From.AddDays(30)),
                        new("ATemporaryPermitIsAtLeastSixMonths", (m, _, a) => m.Permits[a.Which].Kind == "RP" || a.To >= a.From.AddMonths(6).AddDays(-1)),
                    ],
                    Then = (m, _, a) =>
                    {
                        var permit = m.Permits[a.Which];
                        (permit.DecidedOn, permit.From, permit.To, permit.AppealBy, permit.WasRevoked) = (a.On, a.From, a.To, null, false);
                        m.Held = permit.Kind;
                    },
                    Operation = _ => CaseOperation.DecidePermit,
                    Does = (p, _, act, a) => p.TheCase.GrantPermit(p.TheCase.Permits[a.Which].Id, new(a.On, a.From, a.To, "MIG-1"), act),
                },
                new Move<Decision>
                {
                    Name = "refuse", Rows = Rows("4", "5b refused", "9b stands"), Weight = 4, Of = (m, a) => m.Permits[a.Which], Otherwise = "APermitFollowsItsStates", Draw = (m, _, d) => Decided(m, d, "Submitted", "Appealed"),
                    Fits = (m, a, row) => OfKind(m, a.Which, row) && (row.From == "Submitted" || row.To == "Revoked" == m.Permits[a.Which].WasRevoked),
                    Guards = [.. Deciding, Explained],
                    Then = (m, _, a) => (m.Permits[a.Which].DecidedOn, m.Permits[a.Which].AppealBy) = (a.On, m.Permits[a.Which].State == "Appealed" ? null : AppealBy(a.On)),
                    Operation = _ => CaseOperation.DecidePermit,
                    Does = (p, _, act, a) => p.TheCase.RefusePermit(p.TheCase.Permits[a.Which].Id, a.On, a.Reason, act),
                },
                new Move<Decision>
                {
                    Name = "appeal", Rows = Rows("5", "9b"), Weight = 2, Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "APermitFollowsItsStates", Draw = (m, _, d) => Decided(m, d, "Refused", "Revoked"),
                    Guards =
                    [
                        new("AnApplicationIsItsApplicants", (m, who, a) => m.Permits[a.Which].Applicant == who.At), new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("ADecisionFollowsTheApplication", (m, _, a) => !(a.On < m.Permits[a.Which].DecidedOn)),
                    ],
                    Then = (m, _, a) => m.Permits[a.Which].AppealedOn = a.On,
                    Operation = _ => CaseOperation.ApplyForPermit,
                    Does = (p, _, act, a) => p.TheCase.AppealPermit(p.TheCase.Permits[a.Which].Id, a.On, act),
                },
                new Move<Decision>
                {
                    Name = "revoke", Rows = Rows("9"), Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "APermitFollowsItsStates", Draw = (m, _, d) => Decided(m, d, "Granted"),
                    Guards =
                    [
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today), Explained,
                        new("TheApplicantIsHeardBeforeARevocation", (m, _, a) => a.HeardOn <= a.On && !(a.On < m.Permits[a.Which].DecidedOn)),
                    ],
                    Then = (m, _, a) =>
                    {
                        var permit = m.Permits[a.Which];
                        (permit.DecidedOn, permit.AppealBy, permit.WasRevoked) = (a.On, AppealBy(a.On), true);
                        FallBack(m, permit, a.On);
                    },
                    Operation = _ => CaseOperation.DecidePermit,
                    Does = (p, _, act, a) => p.TheCase.RevokePermit(p.TheCase.Permits[a.Which].Id, a.HeardOn, a.On, a.Reason, act),
                },
                new Move<Decision>
                {
                    Name = "call an application back", Rows = Rows("10a", "10b"), Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "APermitFollowsItsStates", Draw = (m, _, d) => Decided(m, d, "Draft", "Submitted"),
                    Guards = [new("AnApplicationIsItsApplicants", (m, who, a) => m.Permits[a.Which].Applicant == who.At), Explained],
                    Then = (m, _, a) => m.Permits[a.Which].CalledBackOn = m.Today,
                    Operation = _ => CaseOperation.ApplyForPermit,
                    Does = (p, _, act, a) => p.TheCase.WithdrawPermit(p.TheCase.Permits[a.Which].Id, a.Reason, act),
                },
                new Move<Ask>
                {
                    Name = "ask for more time", Rows = More.Rows("P6 T5", "P6 T5 late"), Weight = 2, Of = (m, a) => m.Permits[a.Which], Otherwise = "APermitFollowsItsStates",
                    Draw = (m, _, d) => One(m, d, "Granted", "Ended") is >= 0 and var n ? new(n, d.Day(m.Today, m.Permits[n].To, m.Permits[n].DecidedOn), d.Mostly("The trial has been put off.", "Nineteen letters it"), d.Often(92)) : null,
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AnExtensionIsAskedForInTime", (m, _, a) => !(a.On > m.Permits[a.Which].To)), new("ADecisionFollowsTheApplication", (m, _, a) => !(a.On < m.Permits[a.Which].DecidedOn)),
                        new("OneExtensionAtATime", (m, _, a) => m.Permits[a.Which].Extensions.All(e => e.State != "Submitted")),
                        new("TheConditionsAreStillMet", (_, _, a) => a.StillMet), new("SpecialReasonsAreGiven", (_, _, a) => a.Reasons.Trim().Length >= 20),
                    ],
                    Then = (m, _, a) => m.Permits[a.Which].Extensions.Add(new(a.On)),
                    Operation = _ => CaseOperation.ExtendPermit,
                    Does = (p, _, act, a) => p.TheCase.ExtendPermit(p.TheCase.Permits[a.Which].Id, a.On, null, a.Reasons, a.StillMet, act),
                },
                new Move<Answer>
                {
                    Name = "decide on more time", Rows = More.Rows("P7 granted", "P7 refused"), Weight = 6, Of = (m, a) => m.Permits[a.Which].Extensions[a.Extension], Otherwise = "APermitFollowsItsStates",
                    Fits = (_, a, row) => row.To == (a.NewLast is null ? "Refused" : "Granted"),
                    Draw = Extension,
                    Guards =
                    [
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today), new("ADecisionFollowsTheApplication", (m, _, a) => !(a.On < m.Permits[a.Which].Extensions[a.Extension].On)),
                        new("AnExtensionIsLonger", (m, _, a) => !(a.NewLast <= m.Permits[a.Which].To)),
                        // What was revoked is not made longer.
                        new("APermitFollowsItsStates", (m, _, a) => a.NewLast is null || m.Permits[a.Which].State is "Granted" or "Ended"),
                    ],
                    Then = (m, _, a) =>
                    {
                        if (a.NewLast is not { } last) return;
                        var permit = m.Permits[a.Which];
                        permit.To = last;
                        if (permit.State == "Ended" && last >= m.Today) permit.State = "Granted";
                        if (permit.State == "Granted") m.Held = permit.Kind;
                    },
                    Operation = _ => CaseOperation.DecidePermit,
                    Does = (p, _, act, a) => p.TheCase.DecideExtension(p.TheCase.Permits[a.Which].Id, p.TheCase.Permits[a.Which].Extensions[a.Extension].Id, a.On, a.NewLast, act),
                },
                new Move<Answer>
                {
                    Name = "call back asking for more time", Rows = More.Rows("P6 withdrawn"), Of = (m, a) => m.Permits[a.Which].Extensions[a.Extension], Otherwise = "APermitFollowsItsStates", Draw = Extension,
                    Operation = _ => CaseOperation.ExtendPermit,
                    Does = (p, _, act, a) => p.TheCase.WithdrawExtension(p.TheCase.Permits[a.Which].Id, p.TheCase.Permits[a.Which].Extensions[a.Extension].Id, act),
                },
                new Move<Decision>
                {
                    Name = "the night ends what is over", Rows = Rows("8", "4 final", "9 final"), Weight = 4, Quiet = true, Of = (m, a) => m.Permits[a.Which], Fits = (m, a, row) => OfKind(m, a.Which, row), Otherwise = "nothing is due",
                    Draw = (m, _, d) => m.Permits.FindIndex(p => IsDue(m, p)) is >= 0 and var due ? new(due, m.Today, m.Today, m.Today, "", m.Today) : One(m, d) is >= 0 and var n ? new(n, m.Today, m.Today, m.Today, "", m.Today) : null,
                    Guards = [new("nothing is due", (m, _, a) => IsDue(m, m.Permits[a.Which]))],
                    Then = (m, _, a) =>
                    {
                        foreach (var permit in m.Permits.Where(p => IsDue(m, p)).ToList())
                        {
                            if (permit.State == "Granted") FallBack(m, permit, permit.To!.Value.AddDays(1));
                            else permit.AppealBy = null;
                            if (permit.State == "Granted") permit.State = "Ended";
                        }
                    },
                    Does = (p, _, act, _) => p.TheCase.PermitsMoveOn(act),
                },
            ],
        };

        private static Guard<HandIn> Only(string kind, string rule, Func<Reference, Reference.Application, HandIn, bool> holds) =>
            new(rule, (m, _, a) => m.Permits[a.Which].Kind != kind || holds(m, m.Permits[a.Which], a));

        /// <summary>No reflection period was ever granted in the case: whoever asks for the permit talks first, and says why (S1-18).</summary>
        private static bool IsDirect(Reference m) => !m.Permits.Any(p => p.Kind == "RP" && p.From is not null);
    }
}
