using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Demand> Demands { get; } = [];

        /// <summary>A formal request for disclosure, put to an organisation and to no case (decision 0030).</summary>
        /// <param name="asker">Null where it came on paper.</param>
        internal sealed class Demand(House? asker, House holder, string ground) : Thing("Received")
        {
            public House? Asker => asker;

            public House Holder => holder;

            public string Ground => ground;

            /// <summary>Which of its cases the holder found it to concern.</summary>
            public bool Concerns { get; set; }

            public bool HandedOver { get; set; }
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.14: what those who fight crime demand, and what a manager decides. For the asker it waits, and then it is answered.</summary>
    internal static class DisclosureRoom
    {
        private static readonly Role[] Deciding = [Role.SocialWorker, Role.RegionalCoordinator, Role.MigrationOfficer, Role.NgoWorker];

        private static readonly Who Askers = new((_, who) => who.Role == Role.InvestigationLeader ? null : "403");

        private static readonly Who Deciders = new((_, who) => MayDecide(who) ? null : "403");

        /// <summary>Whoever neither asks nor decides anywhere is told so; for whom there is none, there is none.</summary>
        private static readonly Who Holders = new((_, who) => who.Role == Role.InvestigationLeader || Deciding.Contains(who.Role) ? null : "403");

        private static readonly Row[] Table = Rooms.Table(
            new("D1 asked", "", "Received", Askers), new("D1 on paper", "", "Received", Deciders),
            new("D2", "Received", "UnderAssessment", Holders), new("D2 concerns", "UnderAssessment", "UnderAssessment", Holders),
            new("D3 Granted", "UnderAssessment", "Granted", Holders), new("D4 PartlyGranted", "UnderAssessment", "PartlyGranted", Holders), new("D5 Refused", "UnderAssessment", "Refused", Holders));

        private sealed record Ask(House Of, string Ground, DateOnly ReceivedOn, DateOnly AnswerBy, bool Officer, bool About, bool OwnCase, bool Law, bool Authority)
        {
            public DisclosureTerms Written() => new(Ground, AnswerBy, new()
            {
                Officer = Officer ? "Per Grahn" : " ", About = About ? "A woman of thirty" : "", CaseReference = OwnCase ? "2026-000001" : null, Law = Law ? "A law" : null, Asked = "Where she stays",
                Authority = Authority ? "The court" : null,
            });
        }

        private sealed record One(int Which, bool Ours);

        private sealed record Decision(int Which, string Outcome, string Reasons, bool HandedOver, string Answer);

        private static bool MayDecide(Person who) => who.Role is Role.RegionalCoordinator or Role.MigrationOfficer || who.Manager && who.Role is Role.SocialWorker or Role.NgoWorker;

        private static string? Stands(Reference m, Person who, int which)
        {
            var demand = m.Demands[which];
            if (who.Role == Role.InvestigationLeader) return who.At == demand.Asker ? "403" : "404";
            return who.At == demand.Holder && MayDecide(who) ? null : "404";
        }

        private static Verdict Answers(Product p, Person who, int which, DisclosureOperation operation) => DisclosureAccess.Roles.Contains(who.Role)
            ? DisclosureAccess.Decide(DisclosureAccess.StandingOf(who.AsActor, p.Disclosures[which]), operation) : Verdict.Refused;

        private static int Find(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Demands.Count == 0) return -1;
            var n = d.Below(m.Demands.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Demands[n].State) && d.Often(80); tries++) n = d.Below(m.Demands.Count);
            return n;
        }

        private static Ask Drawn(Reference m, Draw d) => new(
            d.Mostly(d.One(People.Malmo, People.Lund, People.Haven, People.South, People.Agency), d.One(People.Counsel, People.Iom, People.Jamy, People.Operator, People.Prosecutor)),
            d.Mostly(d.One("CONTACT_REQUEST", "CRIME_SERIOUS", "CRIME_CHILD", "LEGAL_DUTY"), "SHELTER_REQUEST", "SHELTER_REQUEST", "CONSENT", "NO SUCH CODE"), d.Day(m.Today), m.Today.AddDays(d.Mostly(d.One(0, 3, 14), -1, -9)),
            d.Often(95), d.Often(80), d.Often(50), d.Often(80), d.Often(92));

        private static readonly Guard<Ask>[] OnAny =
        [
            new("CodesAreListed", (_, _, a) => a.Ground is "CONTACT_REQUEST" or "SHELTER_REQUEST" or "CRIME_SERIOUS" or "CRIME_CHILD" or "LEGAL_DUTY"),
            new("ADisclosureSaysWhatIsAsked", (_, _, a) => a.Officer && (a.About || a.OwnCase) && (a.Ground != "LEGAL_DUTY" || a.Law)),
        ];

        public static readonly Room Room = new()
        {
            Name = "Disclosure",
            Paths =
            [
                ["ask for disclosure", "assess a request", "say which case it concerns", "decide on disclosure"], ["register a request from paper", "assess a request", "decide on disclosure"],
                ["ask for disclosure", "assess a request", "decide on disclosure"],
            ],
            Beside = p => p.Disclosures.SelectMany(one => one.TakeEvents()).Select(e => new Happened(e.Kind, e.Act, null)),
            Expected = (m, sheet) =>
            {
                foreach (var one in m.Demands)
                {
                    sheet.Add("request", one.State, one.Asker, one.Holder, one.Ground, one.Concerns, one.HandedOver);
                    // Neither that somebody works on it, nor how it was decided, nor why, nor which case it touches.
                    sheet.Add("for the asker", one.State is "Received" or "UnderAssessment" ? "waits" : "answered", null, null, null, null, 0);
                }
            },
            Actual = (p, sheet) =>
            {
                foreach (var one in p.Disclosures)
                {
                    sheet.Add("request", one.Status, one.AskedFor is { } at ? People.Of(at) : null, People.Of(one.AddressedTo), one.Ground, one.Assessment?.CaseId is not null, one.Assessment?.HandedOver is not null);
                    var seen = DisclosureView.Of(one, DisclosureStanding.Asker);
                    sheet.Add("for the asker", seen.Answer is null && seen.AnsweredAt is null ? "waits" : seen.Answer is not null && seen.AnsweredAt is not null ? "answered" : "?",
                        seen.Status, seen.CaseId, seen.Reasons, seen.HandedOver, seen.Revision);
                }
            },
            Moves =
            [
                new Move<Ask>
                {
                    Name = "ask for disclosure", Rows = Table.Rows("D1 asked"), Weight = 1, Draw = (m, _, d) => m.Lead is null ? null : Drawn(m, d),
                    Guards =
                    [
                        .. OnAny,
                        new("ADisclosureIsAskedOfAHolder", (_, _, a) => a.Of.Kind is OrganisationKind.Municipality or OrganisationKind.Ngo or OrganisationKind.RegionalCoordinator or OrganisationKind.MigrationAgency),
                        // SoL 15:7.
                        new("ShelterIsAskedOfTheSocialBoard", (_, _, a) => a.Ground != "SHELTER_REQUEST" || a.Of.Kind == OrganisationKind.Municipality),
                        new("AnAnswerIsAskedForInTime", (m, _, a) => a.AnswerBy >= m.Today),
                    ],
                    Then = (m, who, a) => m.Demands.Add(new(who.At, a.Of, a.Ground)),
                    Asks = who => DisclosureDesk.Askers.Contains(who.Role),
                    Does = (p, _, act, a) => p.Disclosures.Add(DisclosureRequest.Ask("U-2026-000001", a.Written(), a.Of.Id, a.Of.Kind, act)),
                },
                new Move<Ask>
                {
                    // On paper may stand what nobody could ask for here.
                    Name = "register a request from paper", Rows = Table.Rows("D1 on paper"), Weight = 1, Draw = (m, _, d) => m.Lead is null ? null : Drawn(m, d),
                    Guards =
                    [
                        .. OnAny, new("ADisclosureSaysWhatIsAsked", (_, _, a) => a.Authority), new("DatesAreNotInTheFuture", (m, _, a) => a.ReceivedOn <= m.Today),
                        new("AnAnswerIsAskedForInTime", (_, _, a) => a.AnswerBy >= a.ReceivedOn),
                    ],
                    Then = (m, who, a) => m.Demands.Add(new(null, who.At, a.Ground)),
                    Asks = who => DisclosureDesk.MayDecide(who.Role, who.Manager),
                    Does = (p, _, act, a) => p.Disclosures.Add(DisclosureRequest.Register("U-2026-000001", a.Written(), a.ReceivedOn, People.Of(act.For).Kind, act)),
                },
                new Move<One>
                {
                    Name = "assess a request", Rows = Table.Rows("D2"), Of = (m, a) => m.Demands[a.Which], Otherwise = "ADisclosureGoesForward", Stands = (m, who, a) => Stands(m, who, a.Which),
                    Answers = (p, who, a) => Answers(p, who, a.Which, DisclosureOperation.Assess), Draw = (m, _, d) => Find(m, d, "Received") is >= 0 and var n ? new(n, false) : null,
                    Does = (p, _, act, a) => p.Disclosures[a.Which].Assess(act),
                },
                new Move<One>
                {
                    Name = "say which case it concerns", Rows = Table.Rows("D2 concerns"), Weight = 1, Of = (m, a) => m.Demands[a.Which], Otherwise = "ADisclosureGoesForward",
                    Stands = (m, who, a) => Stands(m, who, a.Which),
                    Answers = (p, who, a) => Answers(p, who, a.Which, DisclosureOperation.Assess),
                    // One in which the organisation takes, or took, part; the page asks the database.
                    Draw = (m, who, d) => Find(m, d, "UnderAssessment") is >= 0 and var n ? new(n, m.StandingOf(who) != Relation.None && d.Often(70)) : null,
                    Then = (m, _, a) => m.Demands[a.Which].Concerns = a.Ours,
                    Does = (p, _, act, a) => p.Disclosures[a.Which].Link(a.Ours ? p.TheCase.Id : null, act),
                },
                new Move<Decision>
                {
                    Name = "decide on disclosure", Rows = Table.Rows("D3 Granted", "D4 PartlyGranted", "D5 Refused"), Weight = 3, Of = (m, a) => m.Demands[a.Which], Otherwise = "ADisclosureGoesForward",
                    Stands = (m, who, a) => Stands(m, who, a.Which),
                    Fits = (_, a, row) => row.Id.EndsWith(' ' + a.Outcome, StringComparison.Ordinal), Answers = (p, who, a) => Answers(p, who, a.Which, DisclosureOperation.Decide),
                    Draw = (m, _, d) => Find(m, d, "UnderAssessment") is >= 0 and var n && d.One("Granted", "PartlyGranted", "Refused") is var outcome 
                        ? new(n, outcome, d.Mostly("So we weighed it.", " "), outcome == "Refused" == d.Often(15), d.Mostly("You get this.", " ")) : null,
                    Guards =
                    [
                        new("ADisclosureDecisionIsWritten", (_, _, a) => a.Reasons.Trim() != "" && a.Answer.Trim() != ""), new("WhatIsHandedOverIsWrittenDown", (_, _, a) => a.HandedOver == (a.Outcome != "Refused")),
                    ],
                    Then = (m, _, a) => m.Demands[a.Which].HandedOver = a.HandedOver,
                    Does = (p, _, act, a) => p.Disclosures[a.Which].Decide(new(Enum.Parse<DisclosureStatus>(a.Outcome), a.Reasons, a.HandedOver ? "A telephone number, by letter." : null, a.Answer), act),
                },
            ],
        };
    }
}
