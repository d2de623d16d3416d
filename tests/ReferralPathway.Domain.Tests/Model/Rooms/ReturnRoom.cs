using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Return> Returns { get; } = [];

        public List<Word> Words { get; } = [];

        /// <summary>An application for voluntary return.</summary>
        internal sealed class Return(House author) : Thing("Draft")
        {
            public House Author => author;

            /// <summary>Who wrote in part A, whatever account they used.</summary>
            public HashSet<PersonId> Writers { get; } = [];

            public House? Coordinator { get; set; }

            /// <summary>What is missing in part A; everything, until something has been written.</summary>
            public string? Missing { get; set; } = "everything";

            public DateOnly? TravelFrom { get; set; }

            /// <summary>IOM is named when part A is handed over; before, it has nothing to do with it.</summary>
            public bool NamesIom { get; set; }

            public bool HasPlan { get; set; }

            public bool BestForTheChild { get; set; }

            public HashSet<string> Assessed { get; } = [];

            public DateOnly? TravelOn { get; set; }

            public DateOnly? Arrived { get; set; }

            /// <summary>The months after arrival in which IOM still has to get in touch.</summary>
            public List<int> Months { get; } = [];

            /// <summary>How often in a row nobody was reached.</summary>
            public int Failed { get; set; }

            /// <summary>The pieces of support to reintegration, and whether each is settled.</summary>
            public List<bool> Settled { get; } = [];

            /// <summary>Something is planned and not given: IOM keeps its part, and the case stays open.</summary>
            public bool SupportIsOpen { get; set; }

            /// <summary>The code of the last step, where it has one.</summary>
            public string? Because { get; set; }

            public DateOnly? EarliestEnd => State is "Monitoring" or "MonitoringEnded" && Because != "NotWanted" ? Arrived?.AddMonths(6) : null;

            public bool IsWithIom => State is "SentToIom" or "IomProcessing" or "IomAccepted" or "PreDeparture";

            /// <summary>Handed over, and the journey not made: until then it rests on its consents.</summary>
            public bool RestsOnConsent => State is "PartAComplete" or "PartBComplete" or "ApprovedByCoordinator" || IsWithIom;

            public bool IsApproved => State is "ApprovedByCoordinator" or "Monitoring" || IsWithIom || SupportIsOpen;

            public bool IsOver => State is "RejectedByCoordinator" or "IomNotPossible" or "MonitoringEnded" or "Withdrawn";
        }

        /// <summary>What was released of an investigation or a trial.</summary>
        internal sealed class Word(House by) : Thing("Released")
        {
            public House By => by;
        }

        /// <summary>A consent has ended: before the journey it stops a return that rests on it, after it the contact (decision 0025).</summary>
        public void ReturnsLose(House recipient, string purpose, bool withdrawn)
        {
            foreach (var one in Returns)
            {
                if (one.RestsOnConsent && (purpose == "RETURN" && (recipient == one.Coordinator || recipient == People.Iom) || purpose == "RETURN_ABROAD" && recipient == People.Iom))
                    (one.State, one.Because, one.SupportIsOpen) = ("Withdrawn", "CONSENT_ENDED", false);
                else if (one.State == "Monitoring" && purpose == "MONITORING" && recipient == People.Iom)
                    (one.State, one.Because) = ("MonitoringEnded", withdrawn ? "ReturneeUnwilling" : "Other");
                if (one.Arrived is not null && recipient == People.Iom && purpose is "RETURN" or "RETURN_ABROAD") one.SupportIsOpen = false;
            }
        }

        /// <summary>What part A and the sending to IOM rest on (R3, R7). Nobody needs a consent to tell themselves.</summary>
        public bool AgreedToReturn(Return one) =>
            (one.Coordinator == one.Author || one.Coordinator == Lead || Yes(one.Coordinator!, "RETURN") is not null) && Yes(People.Iom, "RETURN") is not null && Yes(People.Iom, "RETURN_ABROAD") is not null;

        /// <summary>Somebody has gone home and wants to hear (3.9j).</summary>
        public bool WantsToHear => Returns.Any(r => r.Arrived is not null) && Yes(People.Iom, "JUSTICE_FOLLOWUP") is not null;
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.9: voluntary return, the contact afterwards, and word of a trial (3.9j).</summary>
    internal static class ReturnRoom
    {
        private static readonly Who Coordinators = Who.Of([Role.RegionalCoordinator], Who.Team);

        private static readonly Who ByIom = Who.Of([Role.IomCaseworker], [Relation.PartTeam]);

        private static readonly string[] Begun = ["Draft", "CoordinatorContacted", "ReturnedForChanges"];

        private static readonly string[] Before = [.. Begun, "PartAComplete", "PartBComplete", "ApprovedByCoordinator", "SentToIom", "IomProcessing", "IomAccepted", "PreDeparture"];

        /// <summary>Support to reintegration is planned from acceptance on, and given until all of it is.</summary>
        private static readonly string[] Supported = ["IomAccepted", "PreDeparture", "Monitoring", "MonitoringEnded"];

        private static readonly Row[] Table =
        [
            new("R1", "", "Draft", Who.AnyTeam),
            new("R2", "Draft", "CoordinatorContacted", Who.AnyTeam), new("R2 again", "CoordinatorContacted", "CoordinatorContacted", Who.AnyTeam),
            .. Begun.Select(state => new Row($"part A {state}", state, state, Who.AnyTeam)),
            .. Begun.Select(state => new Row($"travel health {state}", state, state, Who.AnyTeam)),
            .. Begun.Append("PartAComplete").Append("PartBComplete").Select(state => new Row($"support plan {state}", state, state, Who.AnyTeam)),
            new("R3", "CoordinatorContacted", "PartAComplete", Who.AnyTeam), new("R3 again", "ReturnedForChanges", "PartAComplete", Who.AnyTeam),
            new("R4", "PartAComplete", "PartBComplete", Coordinators), new("R4 again", "PartBComplete", "PartBComplete", Coordinators),
            new("R5", "PartBComplete", "ApprovedByCoordinator", Coordinators),
            new("R6 changes a", "PartAComplete", "ReturnedForChanges", Coordinators), new("R6 changes b", "PartBComplete", "ReturnedForChanges", Coordinators),
            new("R6 no a", "PartAComplete", "RejectedByCoordinator", Coordinators), new("R6 no b", "PartBComplete", "RejectedByCoordinator", Coordinators),
            new("R7", "ApprovedByCoordinator", "SentToIom", Coordinators),
            new("R8 begin", "SentToIom", "IomProcessing", ByIom),
            new("R8 Risk", "IomProcessing", "IomProcessing", ByIom), new("R8 Needs", "IomProcessing", "IomProcessing", ByIom), new("R8 Health", "IomProcessing", "IomProcessing", ByIom),
            new("R8 accepted", "IomProcessing", "IomAccepted", ByIom), new("R8 not possible", "IomProcessing", "IomNotPossible", ByIom),
            new("R9", "IomAccepted", "PreDeparture", ByIom), new("R9 again", "PreDeparture", "PreDeparture", ByIom),
            new("R9 pick-up", "PreDeparture", "PreDeparture", Who.Of([Role.SocialWorker, Role.NgoWorker], Who.Team)),
            new("R10 R11", "PreDeparture", "Monitoring", ByIom), new("R10 R11b", "PreDeparture", "MonitoringEnded", ByIom),
            new("R11 reached", "Monitoring", "Monitoring", ByIom), new("R11 not reached", "Monitoring", "Monitoring", ByIom),
            .. Enum.GetNames<MonitoringEnd>().Where(end => end != "NotWanted").Select(end => new Row($"R12 {end}", "Monitoring", "MonitoringEnded", ByIom)),
            .. Before.Select(state => new Row($"R13 {state}", state, "Withdrawn", Who.AnyTeamWithIom)),
            .. Supported.Select(state => new Row($"reintegration planned {state}", state, state, ByIom)),
            .. Supported.Select(state => new Row($"reintegration settled {state}", state, state, ByIom)),
            new("3.9j released", "", "Released", Who.Of([Role.InvestigationLeader, Role.Lawyer], Who.Team)),
            new("3.9j relayed", "Released", "Relayed", ByIom), new("3.9j not reached", "Released", "Released", ByIom),
        ];

        private static readonly string[] Afterwards = ["MONITORING", "JUSTICE_FOLLOWUP"];

        private static IReadOnlyList<Row> Rows(string begin) => [.. Table.Where(r => r.Id.StartsWith(begin, StringComparison.Ordinal))];

        private sealed record Start(string Nationality);

        private sealed record Contact(int Which, House With, DateOnly On);

        /// <param name="Missing">Which part is left out; null for none.</param>
        private sealed record Page(int Which, string Nationality, string? Country, string? Missing, DateOnly? From, DateOnly? To, string Wish);

        private sealed record One(int Which);

        private sealed record Day(int Which, DateOnly On, string Code);

        private sealed record Second(int Which, string Component, bool Whole, bool InSweden, bool Abroad);

        private sealed record No(int Which, bool MayChange, string Because, string Reason);

        private sealed record Assessment(int Which, PaperKind Kind, DateOnly On);

        private sealed record Plan(int Which, DateOnly On, bool Document);

        private sealed record Place(int Which, DateOnly On, string Address);

        /// <summary>A journey from Malmö at six, to Cluj at an hour there, which is one ahead.</summary>
        private sealed record Trip(int Which, DateOnly Left, DateOnly Arrived, int Hour);

        private sealed record Piece(int Which, int Item, decimal Amount, DateOnly On);

        private sealed record Given(int Which, int Item, bool Delivered, DateOnly On, string? Why);

        private sealed record Talk(int Which, DateOnly On);

        private sealed record End(int Which, MonitoringEnd Because, string Reason);

        private sealed record Released(JusticeKind Kind, DateOnly On);

        private sealed record Relayed(int Word, DateOnly On, bool Reached);

        private static int Find(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Returns.Count == 0) return -1;
            var n = m.Returns.Count - 1;
            for (var tries = 0; tries < 4 && !usual.Contains(m.Returns[n].State) && d.Often(80); tries++) n = d.Below(m.Returns.Count);
            return n;
        }

        private static Guard<T> Open<T>() => new("CaseIsOpenForThis", (m, _, _) => m.IsOpen);

        private static Guard<T> Authors<T>(Func<T, int> which) => new("AReturnIsItsAuthors", (m, who, a) => m.Returns[which(a)].Author == who.At);

        private static Guard<T> Coordinates<T>(Func<T, int> which) => new("OnlyTheCoordinatorDecides", (m, who, a) => m.Returns[which(a)].Coordinator == who.At);

        private static Guard<T> WithIom<T>(Func<T, int> which) => new("OnlyIomCarriesOutAReturn", (m, _, a) => m.Returns[which(a)].NamesIom);

        /// <summary>Four eyes are two persons', whatever accounts they use (G-RET-4).</summary>
        private static Guard<T> FourEyes<T>(Func<T, int> which) => new("WhoeverWrotePartADoesNotDecide", (m, who, a) => !m.Returns[which(a)].Writers.Contains(who.Self));

        private static Guard<T> NotLater<T>(Func<T, DateOnly> day) => new("DatesAreNotInTheFuture", (m, _, a) => day(a) <= m.Today);

        private static Guid Item(int number) => new(number + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

        private static ReturnId Id(Product p, int which) => p.TheCase.Returns[which].Id;

        private static PartA Written(Page a) => new()
        {
            Nationality = a.Nationality, ContactPerson = a.Missing == "Person" ? null : "Maria", Document = TravelDocument.Has, Languages = ["ro"],
            Country = a.Country, Place = a.Missing == "Destination" ? " " : "Cluj", Right = DestinationRight.Citizen, TravelFrom = a.From, TravelTo = a.To,
            Risks = a.Missing == "Risks" ? new Dictionary<ReturnRisk, RiskLevel>() : new() { [ReturnRisk.Debt] = RiskLevel.Low },
            Wishes = a.Missing == "Support" ? [] : [a.Wish], SafeContact = "By her sister.",
            FreeDecision = a.Missing != "FreeDecision", Informed = a.Missing != "Informed", MayCancel = a.Missing != "MayCancel",
        };

        private static readonly string[] HandedOver = ["begin a return", "contact a coordinator", "write part A", "consent to the return", "consent to the return", "consent to the return", "say what is wanted afterwards", "say what is wanted afterwards", "hand part A over"];

        private static readonly string[] Decided = [.. HandedOver, "take the case on", "write a support plan", "write part B", "approve a return"];

        private static readonly string[] Accepted = [.. Decided, "send to IOM", "take the case on", "begin processing", "assess", "assess", "assess", "accept a return"];

        private static readonly string[] Travelled = [.. Accepted, "arrange the journey", "consent to the return", "travel"];

        /// <summary>IOM tries to speak with the person after the journey.</summary>
        private static Move<Talk> Speaking(string name, bool reached) => new()
        {
            Name = name, Rows = Table.Rows(reached ? "R11 reached" : "R11 not reached"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
            Draw = (m, _, d) => Find(m, d, "Monitoring") is >= 0 and var n ? new(n, d.Day(m.Today, m.Returns[n].Arrived)) : null,
            Guards =
            [
                WithIom<Talk>(a => a.Which), NotLater<Talk>(a => a.On), new("ArrivalFollowsDeparture", (m, _, a) => !(a.On < m.Returns[a.Which].Arrived)),
                // Nobody gets in touch who is not wanted (S4-08).
                new("ContactAfterReturnIsWanted", (m, _, _) => m.Yes(People.Iom, "MONITORING") is not null),
            ],
            Then = (m, _, a) =>
            {
                var one = m.Returns[a.Which];
                one.Failed = reached ? 0 : one.Failed + 1;
                // A talk answers the months up to it, and one that comes within a fortnight.
                if (reached) one.Months.RemoveAll(month => one.Arrived?.AddMonths(month) <= a.On.AddDays(14));
            },
            Operation = _ => CaseOperation.CarryOutReturn,
            Does = (p, _, act, a) => p.TheCase.RecordReturneeContact(Id(p, a.Which), a.On, reached, new() { Channel = ContactChannel.Telephone }, act),
        };

        public static readonly Room Room = new()
        {
            Name = "Return",
            Share = 9,
            Begins = [People.Malmo, People.Haven, People.South, People.Police, People.Counsel],
            Paths =
            [
                [.. HandedOver, "take the case on", "write part B", "decline a return", "write part A", "hand part A over"], [.. HandedOver, "take the case on", "decline a return", "write part A", "write travel health", "call a return off"],
                [.. Decided, "consent withdrawn"], [.. Decided, "call a return off"], [.. Accepted[..^5], "call a return off"], [.. Accepted[..^4], "call a return off"], [.. Accepted[..^1], "not possible"], [.. Accepted, "call a return off"],
                [.. Accepted, "arrange the journey", "arrange the journey", "release where to fetch"], [.. Accepted, "arrange the journey", "call a return off"], [.. Travelled, "consent withdrawn"],
                [.. Travelled, "days pass", "speak with the returnee", "184 days pass", "end the contact"], [.. Travelled, "nobody answers", "nobody answers", "end the contact", "nobody answers", "end the contact"],
                [.. Travelled, "nobody answers", "nobody answers", "nobody answers", "end the contact"],
                ["consent given", "draft a referral", "send a referral", "accept a referral", .. Decided],
                [.. Accepted, "plan support", "arrange the journey", "plan support", "settle support", "travel", "settle support", "close", "plan support", "settle support"],
                [.. Accepted, "plan support", "settle support", "settle support", "plan support"], [.. Travelled, "plan support", "settle support", "settle support"], [.. Accepted[..^6], "call a return off"],
                [.. Travelled, "plan support", "plan support", "end the contact", "end the contact", "plan support", "settle support", "settle support"],
                [.. Travelled, "consent to be told of a trial", "release word", "relay word", "relay word", "relay word"],
                [.. Travelled, "end the contact", "consent to be told of a trial", "release word", "close", "relay word", "relay word"],
            ],
            Happening = p => p.TheCase.Returns,
            GivesPart = (m, house) =>
                // From the moment part A is handed over: the first talk needs no name.
                m.IsOpen && m.Returns.Any(r => r.Coordinator == house && house != m.Lead && (r.RestsOnConsent || r.State is "ReturnedForChanges" or "Monitoring")) && m.Yes(house, "RETURN") is not null
                || house == People.Iom && m.IsOpen && m.Returns.Any(r => r.IsWithIom) && m.Yes(house, "RETURN") is not null && m.Yes(house, "RETURN_ABROAD") is not null
                || house == People.Iom && m.IsOpen && m.Returns.Any(r => r.State == "Monitoring") && m.Yes(house, "MONITORING") is not null
                || house == People.Iom && m.IsOpen && m.Returns.Any(r => r.State == "MonitoringEnded" && r.SupportIsOpen) && m.Yes(house, "RETURN") is not null && m.Yes(house, "RETURN_ABROAD") is not null
                // Word of a trial outlives the case (decision 0026).
                || house == People.Iom && m.Returns.Any(r => r.State == "MonitoringEnded") && m.Yes(house, "JUSTICE_FOLLOWUP") is not null,
            Days = m => m.Returns.SelectMany(r => new[] { r.TravelFrom, r.TravelOn, r.EarliestEnd, r.EarliestEnd, r.State == "Monitoring" && r.Months.Count > 0 ? r.Arrived?.AddMonths(r.Months[0]).AddDays(-14) : null }),
            Expected = (m, sheet) =>
            {
                foreach (var r in m.Returns) sheet.Add("return", r.State, r.Author, r.Coordinator, r.Writers.Count, r.TravelOn, r.Arrived, r.EarliestEnd, string.Join('+', r.Months), r.Failed, r.Because, r.Settled.Count, r.SupportIsOpen);
                foreach (var w in m.Words) sheet.Add("word", w.State, w.By);
            },
            Actual = (p, sheet) =>
            {
                foreach (var r in p.TheCase.Returns)
                {
                    sheet.Add("return", r.Status, People.Of(r.Author), r.Coordinator is { } at ? People.Of(at) : null, r.Writers.Count, r.TravelOn, r.MonitoringStart, r.MonitoringEarliestEnd,
                        string.Join('+', r.Points.Where(point => point.AnsweredOn is null).Select(point => point.Month)), r.FailedAttempts, r.Steps[^1].Because, r.Support.Count, r.SupportIsOpen);
                }
                foreach (var w in p.TheCase.JusticeEvents) sheet.Add("word", w.Reached == true ? "Relayed" : "Released", People.Of(w.ReleasedBy));
            },
            Moves =
            [
                // What the return rests on is asked for in its room: the consents that are missing, and then the others.
                ConsentRoom.Giving("consent to the return", (m, d) =>
                {
                    var coordinator = m.Returns.LastOrDefault()?.Coordinator ?? People.South;
                    (House, string)[] needed = [(coordinator, "RETURN"), (People.Iom, "RETURN"), (People.Iom, "RETURN_ABROAD"), (People.Iom, "MONITORING")];
                    var (to, purpose) = d.Often(95) && needed.FirstOrDefault(n => m.Yes(n.Item1, n.Item2) is null && n.Item1 != m.Lead) is { Item1: not null } missing 
                        ? missing : d.One<(House, string)>([.. needed, (People.Iom, "JUSTICE_FOLLOWUP")]);
                    return new(to, purpose, ConsentRoom.Some, d.Mostly(m.Today, m.Today.AddDays(1)), d.Often(15) ? m.Today.AddDays(d.Below(9)) : null, d.Often(97), "ORAL_WITNESSED", d.Often(90));
                }),
                // What comes after the journey is asked too, and a no is an answer (5.10).
                ConsentRoom.Refusing("say what is wanted afterwards", (m, d) => new(
                    People.Iom, Afterwards.FirstOrDefault(purpose => m.Last(People.Iom, purpose) is null) ?? d.One("MONITORING", "JUSTICE_FOLLOWUP"), ConsentRoom.Some, m.Today, null, true, "ORAL_WITNESSED", true)),
                ConsentRoom.Giving("consent to be told of a trial", (m, _) => new(People.Iom, "JUSTICE_FOLLOWUP", ConsentRoom.Some, m.Today, null, true, "ORAL_WITNESSED", true)),
                new Move<Start>
                {
                    Name = "begin a return", Rows = Table.Rows("R1"), Draw = (m, _, d) => m.Lead is null ? null : new(d.Mostly("RO", "NG", "SE", "XX")),
                    Guards =
                    [
                        Open<Start>(), new("CodesAreListed", (_, _, a) => a.Nationality != "XX"), new("TheReturnProgrammeIsForForeignCitizens", (_, _, a) => a.Nationality != "SE"),
                        new("TheReturnProgrammeHasATargetGroup", (m, _, _) => m.Exposure is "THB" or "EXPL" or "THB_LIKE" or "PROST"), new("OneReturnAtATime", (m, _, _) => m.Returns.All(r => r.IsOver)),
                    ],
                    Then = (m, who, _) =>
                    {
                        m.Returns.Add(new(who.At));
                        m.Returns[^1].Writers.Add(who.Self);
                    },
                    Operation = _ => CaseOperation.WriteReturn,
                    Does = (p, _, act, a) => p.TheCase.StartReturn(a.Nationality, People.Of(act).Self, act),
                },
                new Move<Contact>
                {
                    Name = "contact a coordinator", Rows = Table.Rows("R2", "R2 again"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n, d.Mostly(People.South, People.West, People.Lund), d.Day(m.Today)) : null,
                    Guards = [Open<Contact>(), new("ReturnsGoToARegionalCoordinator", (_, _, a) => a.With == People.South || a.With == People.West), Authors<Contact>(a => a.Which), NotLater<Contact>(a => a.On)],
                    Then = (m, _, a) => m.Returns[a.Which].Coordinator = a.With,
                    Operation = _ => CaseOperation.WriteReturn,
                    Does = (p, _, act, a) => p.TheCase.ContactCoordinator(Id(p, a.Which), a.With.Id, a.With.Kind, a.On, act),
                },
                new Move<Page>
                {
                    Name = "write part A", Rows = Rows("part A"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, Begun) is >= 0 and var n && (d.Often(25) ? d.Day(m.Today) : (DateOnly?)null) is var from
                        ? new(n, d.Mostly("RO", "SE", "XX"), d.Mostly("RO", "SE", "XX"), d.Often(94) ? null : d.One("Person", "Destination", "Risks", "Support", "FreeDecision", "Informed", "MayCancel"),
                            from, d.Mostly(null, from?.AddDays(9), m.Today.AddDays(-1)), d.Mostly("COUNSELLING", "NO SUCH CODE")) : null,
                    Guards =
                    [
                        Open<Page>(), Authors<Page>(a => a.Which), new("TheReturnProgrammeIsForForeignCitizens", (_, _, a) => a.Nationality != "SE"),
                        new("CodesAreListed", (_, _, a) => a is { Nationality: not "XX", Country: not ("SE" or "XX") } && (a.Wish == "COUNSELLING" || a.Missing == "Support")),
                        new("TheTravelWindowLiesAhead", (m, _, a) => !(a.From < m.Today) && !(a.To < (a.From ?? m.Today))),
                    ],
                    Then = (m, who, a) =>
                    {
                        var one = m.Returns[a.Which];
                        (one.Missing, one.TravelFrom) = (a.Missing, a.From);
                        one.Writers.Add(who.Self);
                    },
                    Operation = _ => CaseOperation.WriteReturn,
                    Does = (p, _, act, a) => p.TheCase.WritePartA(Id(p, a.Which), Written(a), People.Of(act).Self, act),
                },
                new Move<One>
                {
                    Name = "write travel health", Rows = Rows("travel health"), Weight = 1, Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, Begun) is >= 0 and var n ? new(n) : null,
                    Guards = [Open<One>(), Authors<One>(a => a.Which)],
                    Then = (m, who, a) => m.Returns[a.Which].Writers.Add(who.Self),
                    Operation = _ => CaseOperation.WriteReturn,
                    Does = (p, _, act, a) => p.TheCase.WriteTravelHealth(Id(p, a.Which), "Afraid of flying.", People.Of(act).Self, act),
                },
                new Move<Day>
                {
                    Name = "write a support plan", Rows = Rows("support plan"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, [.. Begun, "PartAComplete", "PartBComplete"]) is >= 0 and var n ? new(n, d.Day(m.Today), d.Mostly("COUNSELLING", "NO SUCH CODE")) : null,
                    Guards =
                    [
                        Open<Day>(), new("CodesAreListed", (_, _, a) => a.Code == "COUNSELLING"),
                        new("AReturnIsItsAuthors", (m, who, a) => m.Returns[a.Which] is var r && (r.Author == who.At || r.Coordinator == who.At)), NotLater<Day>(a => a.On),
                    ],
                    Then = (m, _, a) => m.Returns[a.Which].HasPlan = true,
                    Operation = _ => CaseOperation.WriteReturn,
                    Does = (p, _, act, a) => p.TheCase.PlanReturn(Id(p, a.Which), new("A room and work.", [a.Code], "IOM Bucharest", "Social services", a.On), act),
                },
                new Move<One>
                {
                    Name = "hand part A over", Rows = Table.Rows("R3", "R3 again"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "CoordinatorContacted", "ReturnedForChanges") is >= 0 and var n ? new(n) : null,
                    Guards =
                    [
                        Open<One>(), Authors<One>(a => a.Which),
                        new("TheCoordinatorIsContactedFirst", (m, _, a) => m.Returns[a.Which].Coordinator is not null),
                        new("AReturnIsVoluntary", (m, _, a) => m.Returns[a.Which].Missing is not ("everything" or "FreeDecision" or "Informed" or "MayCancel")),
                        new("PartAIsComplete", (m, _, a) => m.Returns[a.Which].Missing is not ("everything" or "Person" or "Destination" or "Risks" or "Support")),
                        // The window that was written lies ahead on the day on which it is handed over (5.10).
                        new("TheTravelWindowLiesAhead", (m, _, a) => !(m.Returns[a.Which].TravelFrom < m.Today)),
                        new("AReturnNeedsConsent", (m, _, a) => m.Returns[a.Which] is { Coordinator: not null } r && m.AgreedToReturn(r)),
                        new("ThePersonIsAskedWhatIsWantedAfterwards", (m, _, _) => Afterwards.All(purpose => m.Last(People.Iom, purpose) is not null)),
                    ],
                    Then = (m, _, a) => (m.Returns[a.Which].NamesIom, m.Returns[a.Which].Because) = (true, null),
                    Operation = _ => CaseOperation.WriteReturn,
                    Does = (p, _, act, a) => p.TheCase.CompletePartA(Id(p, a.Which), People.Iom.Id, act),
                },
                new Move<Second>
                {
                    Name = "write part B", Rows = Table.Rows("R4", "R4 again"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "PartAComplete", "PartBComplete") is >= 0 and var n ? new(n, d.Mostly("COUNSELLING", "NO SUCH CODE"), d.Often(93), d.Often(85), d.Often(85)) : null,
                    Guards = [Open<Second>(), Coordinates<Second>(a => a.Which), new("CodesAreListed", (_, _, a) => a.Component == "COUNSELLING"), new("PartBIsComplete", (_, _, a) => a.Whole)],
                    Then = (m, _, a) => m.Returns[a.Which].BestForTheChild = a.InSweden && a.Abroad,
                    Operation = _ => CaseOperation.CoordinateReturn,
                    Does = (p, _, act, a) => p.TheCase.WritePartB(Id(p, a.Which), new()
                    {
                        TargetGroup = "Exploited.", InformationGiven = "All of it.", SafetyCheck = a.Whole ? "Nobody waits for her." : " ", Components = [a.Component],
                        BestInterestsInSweden = a.InSweden ? "Best." : null, BestInterestsAbroad = a.Abroad ? "Best." : null,
                    }, act),
                },
                new Move<One>
                {
                    Name = "approve a return", Rows = Table.Rows("R5"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "PartBComplete") is >= 0 and var n ? new(n) : null,
                    Guards =
                    [
                        Open<One>(), Coordinates<One>(a => a.Which), FourEyes<One>(a => a.Which), new("ASupportPlanComesFirst", (m, _, a) => m.Returns[a.Which].HasPlan),
                        new("TwoCountriesFindTheReturnBestForTheChild", (m, _, a) => !m.Child || m.Returns[a.Which].BestForTheChild),
                    ],
                    Operation = _ => CaseOperation.CoordinateReturn,
                    Does = (p, _, act, a) => p.TheCase.ApproveReturn(Id(p, a.Which), People.Of(act).Self, act),
                },
                new Move<No>
                {
                    Name = "decline a return", Rows = Rows("R6"), Weight = 1, Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Fits = (_, a, row) => row.Id.StartsWith("R6 changes", StringComparison.Ordinal) == a.MayChange,
                    Draw = (m, _, d) => Find(m, d, "PartAComplete", "PartBComplete") is >= 0 and var n 
                        ? new(n, d.Often(60), d.Mostly("INCOMPLETE", "NOT_SAFE", "NO SUCH CODE"), d.Mostly("The place is not named.", "too short")) : null,
                    Guards =
                    [
                        Open<No>(), Coordinates<No>(a => a.Which), FourEyes<No>(a => a.Which), new("CodesAreListed", (_, _, a) => a.Because != "NO SUCH CODE"),
                        new("AReturnDecisionIsExplained", (_, _, a) => a.Reason.Trim().Length >= 10),
                    ],
                    Then = (m, _, a) => m.Returns[a.Which].Because = a.Because,
                    Operation = _ => CaseOperation.CoordinateReturn,
                    Does = (p, _, act, a) => p.TheCase.DeclineReturn(Id(p, a.Which), a.MayChange, a.Because, a.Reason, People.Of(act).Self, act),
                },
                new Move<One>
                {
                    Name = "send to IOM", Rows = Table.Rows("R7"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "ApprovedByCoordinator") is >= 0 and var n ? new(n) : null,
                    Guards = [Open<One>(), Coordinates<One>(a => a.Which), new("AReturnNeedsConsent", (m, _, a) => m.Returns[a.Which] is { Coordinator: not null } r && m.AgreedToReturn(r))],
                    Operation = _ => CaseOperation.CoordinateReturn,
                    Does = (p, _, act, a) => p.TheCase.SendReturn(Id(p, a.Which), act),
                },
                new Move<Day>
                {
                    Name = "begin processing", Rows = Table.Rows("R8 begin"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "SentToIom") is >= 0 and var n ? new(n, d.Day(m.Today), "") : null,
                    Guards = [WithIom<Day>(a => a.Which), NotLater<Day>(a => a.On)],
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.BeginReturn(Id(p, a.Which), a.On, act),
                },
                new Move<Assessment>
                {
                    Name = "assess", Rows = Table.Rows("R8 Risk", "R8 Needs", "R8 Health"), Weight = 3, Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Fits = (_, a, row) => row.Id == $"R8 {a.Kind}" || a.Kind == PaperKind.Journey,
                    Draw = (m, _, d) => Find(m, d, "IomProcessing") is >= 0 and var n ? new(n, d.Mostly(d.One(PaperKind.Risk, PaperKind.Needs, PaperKind.Health), PaperKind.Journey), d.Day(m.Today)) : null,
                    Guards = [WithIom<Assessment>(a => a.Which), NotLater<Assessment>(a => a.On), new("CodesAreListed", (_, _, a) => a.Kind != PaperKind.Journey)],
                    Then = (m, _, a) => m.Returns[a.Which].Assessed.Add(a.Kind.ToString()),
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.AssessReturn(Id(p, a.Which), a.Kind, AssessmentResult.NoConcern, a.On, "Nobody waits for her.", act),
                },
                new Move<One>
                {
                    Name = "accept a return", Rows = Table.Rows("R8 accepted"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "IomProcessing") is >= 0 and var n ? new(n) : null,
                    Guards = [WithIom<One>(a => a.Which), new("ThreeAssessmentsComeFirst", (m, _, a) => m.Returns[a.Which].Assessed.IsSupersetOf(["Risk", "Needs", "Health"]))],
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.AcceptReturn(Id(p, a.Which), act),
                },
                new Move<No>
                {
                    Name = "not possible", Rows = Table.Rows("R8 not possible"), Weight = 1, Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "IomProcessing") is >= 0 and var n ? new(n, false, "", d.Mostly("No safe place was found.", "too short")) : null,
                    Guards = [WithIom<No>(a => a.Which), new("AReturnDecisionIsExplained", (_, _, a) => a.Reason.Trim().Length >= 10)],
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.ReturnIsNotPossible(Id(p, a.Which), a.Reason, act),
                },
                new Move<Plan>
                {
                    Name = "arrange the journey", Rows = Table.Rows("R9", "R9 again"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "IomAccepted", "PreDeparture") is >= 0 and var n ? new(n, m.Today.AddDays(d.Mostly(0, 3, 9, -1)), d.Often(93)) : null,
                    Guards = [WithIom<Plan>(a => a.Which), new("AJourneyIsPlannedAhead", (m, _, a) => a.Document && a.On >= m.Today)],
                    Then = (m, _, a) => m.Returns[a.Which].TravelOn = a.On,
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.ArrangeJourney(Id(p, a.Which), new() { On = a.On, HasTravelDocument = a.Document, Route = "Malmö to Cluj", Tickets = "Booked", Arrival = "Met by IOM" }, act),
                },
                new Move<Place>
                {
                    Name = "release where to fetch", Rows = Table.Rows("R9 pick-up"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "PreDeparture") is >= 0 and var n ? new(n, d.Often(70) ? m.Returns[n].TravelOn ?? m.Today : d.One(m.Today, m.Today.AddDays(3)), d.Mostly("The back door.", " ")) : null,
                    Guards =
                    [
                        new("AReturnIsItsAuthors", (m, who, a) => who.At == m.Returns[a.Which].Author || who.At == m.Lead),
                        new("APickUpIsForTheDayOfTravel", (m, _, a) => a.On == m.Returns[a.Which].TravelOn && a.On >= m.Today && a.Address.Trim() != ""),
                    ],
                    Operation = _ => CaseOperation.ReleasePickUp,
                    Does = (p, _, act, a) => p.TheCase.ReleasePickUp(Id(p, a.Which), a.On, a.Address, act),
                },
                new Move<Trip>
                {
                    Name = "travel", Rows = Table.Rows("R10 R11", "R10 R11b"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates",
                    Fits = (m, _, row) => row.Id == "R10 R11" == (m.Yes(People.Iom, "MONITORING") is not null),
                    Draw = (m, _, d) => Find(m, d, "PreDeparture") is >= 0 and var n && d.Day(m.Today, m.Returns[n].TravelOn) is var left ? new(n, left, d.Mostly(left, left.AddDays(1)), d.Mostly(9, 6, 23)) : null,
                    Guards =
                    [
                        WithIom<Trip>(a => a.Which),
                        new("ArrivalFollowsDeparture", (_, _, a) => a.Arrived > a.Left || a.Hour > 6 + 1),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.Arrived < m.Today || a.Arrived == m.Today && a.Hour < 23),
                    ],
                    Then = (m, _, a) =>
                    {
                        var one = m.Returns[a.Which];
                        (one.TravelOn, one.Arrived) = (a.Left, a.Arrived);
                        if (m.Yes(People.Iom, "MONITORING") is null) one.Because = "NotWanted";
                        else one.Months.AddRange([1, 3, 6]);
                    },
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.RecordTravel(Id(p, a.Which), new(a.Left, new(6, 0), "Europe/Stockholm"), new(a.Arrived, new(a.Hour, 0), "Europe/Bucharest"), act),
                },
                new Move<Piece>
                {
                    Name = "plan support", Rows = Rows("reintegration planned"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates", Fits = (m, a, row) => row.From != "MonitoringEnded" || m.Returns[a.Which].SupportIsOpen,
                    Draw = (m, _, d) => Find(m, d, Supported) is >= 0 and var n ? new(n, d.Below(m.Returns[n].Settled.Count + 1), d.Mostly(500, 0), m.Today.AddDays(d.Below(30))) : null,
                    Guards =
                    [
                        WithIom<Piece>(a => a.Which), new("SupportSaysWhatIsGiven", (_, _, a) => a.Amount > 0),
                        new("SupportIsSettledOnce", (m, _, a) => m.Returns[a.Which].Settled is var all && (a.Item >= all.Count || !all[a.Item])),
                    ],
                    Then = (m, _, a) =>
                    {
                        var one = m.Returns[a.Which];
                        if (a.Item == one.Settled.Count) one.Settled.Add(false);
                        one.SupportIsOpen = true;
                    },
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.PlanReintegration(Id(p, a.Which), new() { Id = Item(a.Item), Form = SupportForm.Cash, Amount = a.Amount, Currency = "EUR", PlannedOn = a.On }, act),
                },
                new Move<Given>
                {
                    Name = "settle support", Rows = Rows("reintegration settled"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates", Fits = (m, a, row) => row.From != "MonitoringEnded" || m.Returns[a.Which].SupportIsOpen,
                    Draw = (m, _, d) => Find(m, d, Supported) is >= 0 and var n && m.Returns[n].Settled.Count is > 0 and var count
                        ? new(n, m.Returns[n].Settled.IndexOf(false) is >= 0 and var open && d.Often(85) ? open : d.Below(count), d.Often(70), d.Day(m.Today), d.Mostly("She has found one herself.", "No.")) : null,
                    Guards =
                    [
                        WithIom<Given>(a => a.Which), NotLater<Given>(a => a.On), new("SupportIsSettledOnce", (m, _, a) => !m.Returns[a.Which].Settled[a.Item]),
                        new("AReturnDecisionIsExplained", (_, _, a) => a.Delivered || a.Why!.Length >= 10),
                    ],
                    Then = (m, _, a) =>
                    {
                        var one = m.Returns[a.Which];
                        one.Settled[a.Item] = true;
                        one.SupportIsOpen = one.Settled.Contains(false);
                    },
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.SettleReintegration(Id(p, a.Which), Item(a.Item), a.Delivered ? SupportOutcome.Delivered : SupportOutcome.NotDelivered, a.On, a.Why, act),
                },
                Speaking("speak with the returnee", reached: true), Speaking("nobody answers", reached: false),
                new Move<End>
                {
                    Name = "end the contact", Rows = Rows("R12"), Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnFollowsItsStates", Fits = (_, a, row) => row.Id == $"R12 {a.Because}",
                    Draw = (m, _, d) => Find(m, d, "Monitoring") is >= 0 and var n 
                        ? new(n, m.Returns[n].Failed > 1 && d.Often(60) ? MonitoringEnd.LostContact : m.Returns[n].EarliestEnd <= m.Today.AddDays(1) && d.Often(60) ? MonitoringEnd.PeriodCompleted : d.One(MonitoringEnd.PeriodCompleted, MonitoringEnd.LostContact, MonitoringEnd.ReturneeUnwilling, MonitoringEnd.Other), d.Mostly("She has moved on.", "short")) : null,
                    Guards =
                    [
                        WithIom<End>(a => a.Which),
                        new("ContactLastsSixMonths", (m, _, a) => a.Because != MonitoringEnd.PeriodCompleted || m.Returns[a.Which].Arrived?.AddMonths(6) <= m.Today),
                        new("LostContactFollowsThreeAttempts", (m, _, a) => a.Because != MonitoringEnd.LostContact || m.Returns[a.Which].Failed >= 3),
                        new("AReturnDecisionIsExplained", (_, _, a) => a.Because != MonitoringEnd.Other || a.Reason.Length >= 10),
                    ],
                    Then = (m, _, a) =>
                    {
                        m.Returns[a.Which].Because = a.Because.ToString();
                        if (a.Because == MonitoringEnd.ReturneeUnwilling && m.Yes(People.Iom, "MONITORING") is { } yes) m.Ledger.Add(new(People.Iom, "MONITORING", "Withdrawn", yes.Groups, null));
                    },
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.EndMonitoring(Id(p, a.Which), a.Because, a.Reason, act),
                },
                new Move<One>
                {
                    // No reason is asked for, and nothing else changes for the person.
                    Name = "call a return off", Rows = Rows("R13"), Weight = 1, Of = (m, a) => m.Returns[a.Which], Otherwise = "AReturnIsCalledOffBeforeTheJourney",
                    Draw = (m, _, d) => Find(m, d, Before) is >= 0 and var n ? new(n) : null,
                    Then = (m, _, a) => (m.Returns[a.Which].Because, m.Returns[a.Which].SupportIsOpen) = (null, false),
                    Operation = _ => CaseOperation.WithdrawReturn,
                    Does = (p, _, act, a) => p.TheCase.WithdrawReturn(Id(p, a.Which), act),
                },
                new Move<Released>
                {
                    // Also in a closed case: a judgment comes late (decision 0026).
                    Name = "release word", Rows = Table.Rows("3.9j released"),
                    Draw = (m, _, d) => m.Returns.Any(r => r.Arrived is not null) || d.Often(20) ? new(d.One(Enum.GetValues<JusticeKind>()), d.Day(m.Today)) : null,
                    Guards =
                    [
                        new("JusticeIsFollowedWithConsent", (m, _, _) => m.WantsToHear),
                        // A hearing lies ahead.
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today || a.Kind is JusticeKind.HearingDate or JusticeKind.TrialParticipation),
                    ],
                    Then = (m, who, _) => m.Words.Add(new(who.At)),
                    Operation = _ => CaseOperation.ReleaseJustice,
                    // As the database says whether there is a way: justice_way.
                    Does = (p, _, act, a) => p.TheCase.ReleaseJustice(
                        p.TheCase.Returns.LastOrDefault(r => r.HasTravelled) is { Iom: { } iom } home && ConsentLedger.InForce(p.TheCase.Consents, iom, Purposes.JusticeFollowUp, act.At) is not null ? new(home.Id, iom) : null,
                        a.Kind, a.On, "The court has judged.", act),
                },
                new Move<Relayed>
                {
                    Name = "relay word", Rows = Table.Rows("3.9j relayed", "3.9j not reached"), Weight = 3, Of = (m, a) => m.Words[a.Word], Otherwise = "JusticeIsRelayedOnce",
                    Fits = (_, a, row) => row.To == "Relayed" == a.Reached,
                    Draw = (m, _, d) => m.Words.Count == 0 ? null : new(d.Below(m.Words.Count), d.Day(m.Today), d.Often(60)),
                    Guards = [NotLater<Relayed>(a => a.On), new("JusticeIsFollowedWithConsent", (m, _, _) => m.Yes(People.Iom, "JUSTICE_FOLLOWUP") is not null)],
                    Operation = _ => CaseOperation.CarryOutReturn,
                    Does = (p, _, act, a) => p.TheCase.RelayJustice(p.TheCase.JusticeEvents[a.Word].Id, a.On, a.Reached, JusticeWish.Undecided, [], act),
                },
            ],
        };
    }
}
