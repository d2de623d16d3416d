using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        /// <summary>Every line of the ledger, in the order in which it was written.</summary>
        public List<Line> Ledger { get; } = [];

        public List<Ground> Grounds { get; } = [];

        /// <summary>A decision of the person. Its state is what the line says; whether it still holds is asked of the last line for its recipient and purpose.</summary>
        internal sealed class Line(House recipient, string purpose, string state, DataGroups groups, DateOnly? until) : Thing(state)
        {
            public House Recipient => recipient;

            public string Purpose => purpose;

            public DataGroups Groups => groups;

            public DateOnly? Until => until;
        }

        internal sealed class Ground(House recipient, Person by, DataGroups groups, DateOnly until) : Thing("Standing")
        {
            public House Recipient => recipient;

            public Person By => by;

            public DataGroups Groups => groups;

            public DateOnly Until => until;
        }

        /// <summary>Everybody the person was ever asked about, or a ground of law names.</summary>
        public IEnumerable<House> Asked => Ledger.Select(l => l.Recipient).Concat(Grounds.Select(g => g.Recipient)).Distinct();

        public Line? Last(House recipient, string purpose) => Ledger.LastOrDefault(l => l.Recipient == recipient && l.Purpose == purpose);

        /// <summary>The yes that holds today.</summary>
        public Line? Yes(House recipient, string purpose) => Last(recipient, purpose) is { State: "Given" } line && !(line.Until < Today) ? line : null;

        public IEnumerable<Ground> GroundsFor(House recipient) => Grounds.Where(g => g.Recipient == recipient && g.State is "Standing" or "Upheld" && g.Until >= Today);

        /// <summary>What may be shared with somebody today: what the person agreed to, health only where they agreed to that too, and what grounds of law name.</summary>
        public DataGroups Covered(House recipient)
        {
            var covered = GroundsFor(recipient).Aggregate(DataGroups.None, (all, g) => all | g.Groups);
            if (Yes(recipient, "REFERRAL") is not { } yes) return covered;
            covered |= yes.Groups.Without(DataGroup.Health);
            return Yes(recipient, "SHARE_HEALTH") is { } health && health.Groups.Has(DataGroup.Health) ? covered | DataGroups.Of(DataGroup.Health) : covered;
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.2: what the person agreed to, refused and took back, and the grounds of law that stand instead (A37).</summary>
    internal static class ConsentRoom
    {
        public static readonly DataGroups Some = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

        private static readonly Who CaseManager = Who.Of(Who.Six, Who.LeadHouse, managers: true);

        private static readonly Row[] Table = Rooms.Table(
            new("K1a", "", "Given", Who.AnyTeamWithIom), new("K1b", "Refused", "Given", Who.AnyTeamWithIom), new("K1c", "Withdrawn", "Given", Who.AnyTeamWithIom),
            new("K1d", "Expired", "Given", Who.AnyTeamWithIom), new("K1e", "Given", "Given", Who.AnyTeamWithIom),
            new("K2a", "", "Refused", Who.AnyTeamWithIom), new("K2b", "Refused", "Refused", Who.AnyTeamWithIom), new("K2c", "Withdrawn", "Refused", Who.AnyTeamWithIom),
            new("K2d", "Expired", "Refused", Who.AnyTeamWithIom), new("K2e", "Given", "Refused", Who.AnyTeamWithIom),
            new("K3", "Given", "Withdrawn", Who.AnyTeamWithIom),
            new("K4", "Given", "Expired", Who.Night),
            new("A37 ground", "", "", CaseManager), new("A37 emergency", "", "", Who.Of(Who.Six, Who.LeadHouse)),
            new("A37 upheld", "Standing", "Upheld", CaseManager), new("A37 overturned", "Standing", "Overturned", CaseManager));

        public sealed record Terms(House Recipient, string Purpose, DataGroups Groups, DateOnly On, DateOnly? Until, bool Informed, string Method, bool Guardian)
        {
            public ConsentTerms Asked() => new()
            {
                Recipient = Recipient.Id, RecipientKind = Recipient.Kind, Purpose = Purpose, Groups = Groups, DecidedOn = On, ValidUntil = Until, FullyInformed = Informed, Method = Method,
                Notes = Guardian ? new() { Guardian = "an aunt", ChildsOpinion = "the same" } : null,
            };
        }

        private sealed record Back(House Recipient, string Purpose, DateOnly On);

        private sealed record Over(int Line);

        private sealed record Instead(House Recipient, string Ground, DataGroups Groups, DateOnly Until);

        private sealed record Review(int Ground, bool Upheld, bool SamePerson);

        /// <summary>A yes that has run out is no yes, whether or not the night has said so.</summary>
        private static Thing Standing(Reference m, House recipient, string purpose) => m.Last(recipient, purpose) switch
        {
            null => new(""),
            { State: "Given" } line when line.Until < m.Today => new("Expired"),
            var line => new(line.State),
        };

        private static Terms Drawn(Reference m, Draw d)
        {
            var on = d.Day(m.Today, m.DetectedOn);
            return new(
                d.Mostly(d.One(People.Lund, People.Haven, People.Police, People.Agency, People.Prosecutor, People.South), People.West, People.Malmo, People.Iom, People.Jamy, People.Operator),
                d.Mostly("REFERRAL", "SHARE_HEALTH", "MONITORING", "NO SUCH CODE"),
                d.Mostly(Some | DataGroups.Of(DataGroup.Health), DataGroups.Of(DataGroup.Identity), DataGroups.None, DataGroups.Of(DataGroup.Whereabouts, DataGroup.Identity)),
                on, d.Often(40) ? d.Often(80) ? m.Today.AddDays(d.Below(12)) : on.AddDays(-1) : null, d.Often(95), d.Mostly("ORAL_WITNESSED", "NO SUCH CODE"), d.Often(85));
        }

        private static readonly Guard<Terms>[] ForAny =
        [
            new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
            new("JamyNeverReceivesIdentity", (_, _, a) => a.Recipient != People.Jamy),
            new("CodesAreListed", (_, _, a) => a.Purpose != "NO SUCH CODE"),
            new("ConsentIsForAnotherOrganisation", (_, who, a) => a.Recipient != People.Operator && (a.Recipient != who.At || who.At == People.Iom && a.Purpose is "MONITORING" or "JUSTICE_FOLLOWUP")),
            new("SomeGroupsAreInNoConsent", (_, _, a) => !a.Groups.Has(DataGroup.Whereabouts)),
            new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
            new("ConsentComesAfterDetection", (m, _, a) => !(a.On < m.DetectedOn)),
        ];

        /// <summary>What waits at somebody falls with the consent it rests on; what was accepted stays (K3 a, b).</summary>
        private static void CallBack(Reference m, House recipient, string purpose, bool withdrawn)
        {
            m.ReturnsLose(recipient, purpose, withdrawn);
            if (purpose != "REFERRAL") return;
            foreach (var waiting in m.Referrals.Where(r => r.Recipient == recipient && r.Ground is null && r.State is "Draft" or "Sent")) waiting.State = "Withdrawn";
        }

        /// <summary>A no after a yes takes the yes back, with all that follows from that (K3).</summary>
        public static Move<Terms> Refusing(string name, Func<Reference, Draw, Terms?> drawn) => new()
        {
            Name = name, Rows = Table.Rows("K2a", "K2b", "K2c", "K2d", "K2e"), Weight = 1, Of = (m, a) => Standing(m, a.Recipient, a.Purpose), Draw = (m, _, d) => m.Lead is null ? null : drawn(m, d),
            Guards = ForAny,
            Then = (m, _, a) =>
            {
                // Also where the yes has run out and the night has not said so: then nobody says it any more.
                if (m.Last(a.Recipient, a.Purpose) is { State: "Given" }) CallBack(m, a.Recipient, a.Purpose, withdrawn: true);
                m.Ledger.Add(new(a.Recipient, a.Purpose, "Refused", DataGroups.None, null));
            },
            Operation = _ => CaseOperation.RecordConsent,
            Does = (p, _, act, a) => p.TheCase.RefuseConsent(a.Asked(), act),
        };

        /// <summary>The person says yes (K1); what is asked for depends on the room in which it is asked.</summary>
        public static Move<Terms> Giving(string name, Func<Reference, Draw, Terms> drawn) => new()
        {
            Name = name, Rows = Table.Rows("K1a", "K1b", "K1c", "K1d", "K1e"), Of = (m, a) => Standing(m, a.Recipient, a.Purpose), Draw = (m, _, d) => m.Lead is null ? null : drawn(m, d),
            Guards =
            [
                .. ForAny,
                new("ConsentIsInformed", (_, _, a) => a.Informed),
                new("ConsentNamesWhatIsShared", (_, _, a) => !a.Groups.IsEmpty),
                new("AConsentEndsAfterItBegins", (m, _, a) => !(a.Until < a.On) && !(a.Until < m.Today)),
                new("CodesAreListed", (_, _, a) => a.Method != "NO SUCH CODE"),
                new("ASuspectedGuardianDecidesNothing", (m, _, _) => !m.ChildTask.NobodyDecides),
                new("AChildsConsentHasGuardianAndOwnOpinion", (m, _, a) => !m.Child || a.Guardian),
            ],
            Then = (m, _, a) => m.Ledger.Add(new(a.Recipient, a.Purpose, "Given", a.Groups, a.Until)),
            Operation = _ => CaseOperation.RecordConsent,
            Does = (p, _, act, a) => p.TheCase.GiveConsent(a.Asked(), act),
        };

        public static readonly Room Room = new()
        {
            Name = "Consent",
            Paths =
            [
                ["consent given", "draft a referral", "send a referral", "consent withdrawn"], ["consent given", "days pass", "consent expires", "consent given"], ["consent given", "12 days pass", "consent refused"],
                ["emergency", "draft a referral", "send a referral", "review a ground"],
            ],
            Days = m => [.. m.Ledger.Where(l => l.State == "Given").Select(l => l.Until), .. m.Grounds.Select(g => (DateOnly?)g.Until)],
            Expected = (m, sheet) =>
            {
                foreach (var line in m.Ledger) sheet.Add("consent", line.Recipient, line.Purpose, line.State, line.Groups.Mask, line.Until);
                foreach (var ground in m.Grounds) sheet.Add("ground", ground.Recipient, ground.Groups.Mask, ground.Until, ground.State);
                foreach (var house in m.Asked) sheet.Add("covered", house, m.Covered(house).Mask);
            },
            Actual = (p, sheet) =>
            {
                var c = p.TheCase;
                foreach (var line in c.Consents) sheet.Add("consent", People.Of(line.Recipient), line.Purpose, line.State, line.Groups.Mask, line.ValidUntil);
                foreach (var ground in c.LegalGrounds) sheet.Add("ground", People.Of(ground.Recipient), ground.Groups.Mask, ground.ValidUntil, ground.Upheld switch { null => "Standing", true => "Upheld", false => "Overturned" });
                foreach (var house in c.Consents.Select(l => l.Recipient).Concat(c.LegalGrounds.Select(g => g.Recipient)).Distinct()) sheet.Add("covered", People.Of(house), c.CoveredFor(house, sheet.At).Mask);
            },
            Moves =
            [
                Giving("consent given", Drawn),
                // Often of what was agreed to before.
                Refusing("consent refused", (m, d) => Drawn(m, d) is var terms && d.Often(40) && m.Ledger.LastOrDefault(l => l.State == "Given") is { } said ? terms with { Recipient = said.Recipient, Purpose = said.Purpose } : terms),
                new Move<Back>
                {
                    Name = "consent withdrawn", Rows = Table.Rows("K3"), Of = (m, a) => Standing(m, a.Recipient, a.Purpose), Otherwise = "OnlyAGivenConsentIsWithdrawn",
                    Draw = (m, _, d) => d.Among(m.Ledger) is { } line ? new(line.Recipient, line.Purpose, d.Day(m.Today)) : m.Lead is null ? null : new(People.Haven, "REFERRAL", m.Today),
                    Guards = [new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today)],
                    Then = (m, _, a) =>
                    {
                        m.Ledger.Add(new(a.Recipient, a.Purpose, "Withdrawn", m.Last(a.Recipient, a.Purpose)!.Groups, null));
                        CallBack(m, a.Recipient, a.Purpose, withdrawn: true);
                    },
                    Operation = _ => CaseOperation.WithdrawConsent,
                    Does = (p, _, act, a) => p.TheCase.WithdrawConsent(a.Recipient.Id, a.Purpose, a.On, null, p.TheCase.Referrals, act),
                },
                new Move<Over>
                {
                    // Whichever line it is asked to end: only the last word of its recipient and purpose ends, and only once its last day has passed.
                    Name = "consent expires", Rows = Table.Rows("K4"), Weight = 2, Of = (m, a) => m.Ledger[a.Line] is var line && m.Last(line.Recipient, line.Purpose) == line ? new(line.State) : new("superseded"), Otherwise = "OnlyAGivenConsentIsWithdrawn",
                    Draw = (m, _, d) => m.Ledger.Count == 0 ? null : new(m.Ledger.FindIndex(l => l.Until < m.Today && m.Last(l.Recipient, l.Purpose) == l && l.State == "Given") is >= 0 and var due && d.Often(70) ? due : d.Below(m.Ledger.Count)),
                    Guards = [new("OnlyAGivenConsentIsWithdrawn", (m, _, a) => m.Ledger[a.Line].Until < m.Today)],
                    Then = (m, _, a) =>
                    {
                        var line = m.Ledger[a.Line];
                        m.Ledger.Add(new(line.Recipient, line.Purpose, "Expired", line.Groups, null));
                        CallBack(m, line.Recipient, line.Purpose, withdrawn: false);
                    },
                    Does = (p, _, act, a) => p.TheCase.ExpireConsent(p.TheCase.Consents[a.Line].Id, p.TheCase.Referrals, act),
                },
                new Move<Instead>
                {
                    Name = "legal ground", Rows = Table.Rows("A37 ground"), Weight = 1, Draw = (m, _, d) => m.Lead is null ? null : Ground(m, d, d.One("CRIME_SERIOUS", "CRIME_CHILD", "CHILD_REPORT", "CONSENT")),
                    Guards = OnGround,
                    Then = (m, who, a) => m.Grounds.Add(new(a.Recipient, who, a.Groups, a.Until)),
                    Operation = _ => CaseOperation.RecordLegalGround,
                    Does = Record,
                },
                new Move<Instead>
                {
                    Name = "emergency", Rows = Table.Rows("A37 emergency"), Weight = 1, Draw = (m, _, d) => m.Lead is null ? null : Ground(m, d, "EMERGENCY"),
                    Guards = OnGround,
                    Then = (m, who, a) => m.Grounds.Add(new(a.Recipient, who, a.Groups, a.Until)),
                    Operation = _ => CaseOperation.RecordEmergency,
                    Does = Record,
                },
                new Move<Review>
                {
                    Name = "review a ground", Rows = Table.Rows("A37 upheld", "A37 overturned"), Of = (m, a) => m.Grounds[a.Ground], Otherwise = "AGroundIsReviewedOnce",
                    Fits = (_, a, row) => row.To == (a.Upheld ? "Upheld" : "Overturned"),
                    Draw = (m, who, d) => m.Grounds.Count == 0 ? null : d.Below(m.Grounds.Count) is var n ? new(n, d.Often(50), m.Grounds[n].By == who || d.Often(10)) : null,
                    Guards = [new("SomebodyElseReviewsAGround", (m, who, a) => !a.SamePerson && m.Grounds[a.Ground].By != who)],
                    Then = (m, _, a) =>
                    {
                        if (a.Upheld) return;
                        foreach (var waiting in m.Referrals) if (waiting.Ground == m.Grounds[a.Ground] && waiting.State == "Sent") waiting.State = "Withdrawn";
                    },
                    Operation = _ => CaseOperation.RecordLegalGround,
                    Does = (p, m, act, a) => p.TheCase.ReviewLegalGround(p.TheCase.LegalGrounds[a.Ground].Id, a.Upheld, People.All.Any(one => one.Id == act.By && one.Manager), a.SamePerson, p.TheCase.Referrals, act),
                },
            ],
        };

        private static Instead Ground(Reference m, Draw d, string ground) => new(
            ground == "CHILD_REPORT" ? d.Mostly(People.Lund, People.Haven) : d.Mostly(People.Police, People.Haven, People.Iom, People.Prosecutor), ground,
            d.Mostly(Some, DataGroups.None, DataGroups.Of(DataGroup.Whereabouts)), m.Today.AddDays(d.Mostly(d.Below(9), -1)));

        private static Guard<Instead>[] OnGround =>
        [
            new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
            new("RecipientReceivesReferrals", (_, _, a) => a.Recipient != People.Iom),
            new("ConsentIsForAnotherOrganisation", (_, who, a) => a.Recipient != who.At),
            new("CodesAreListed", (_, _, a) => a.Ground != "CONSENT"),
            new("AnEmergencyGoesToThePolice", (_, _, a) => a.Ground != "EMERGENCY" || a.Recipient == People.Police),
            new("AChildReportGoesToTheSocialBoard", (_, _, a) => a.Ground != "CHILD_REPORT" || a.Recipient.Kind == OrganisationKind.Municipality),
            new("AReferralToThePoliceIsNeverRequired", (m, _, a) => a.Ground != "CRIME_CHILD" || m.Child),
            new("ConsentNamesWhatIsShared", (_, _, a) => !a.Groups.IsEmpty),
            new("SomeGroupsAreInNoConsent", (_, _, a) => !a.Groups.Has(DataGroup.Whereabouts)),
            new("AConsentEndsAfterItBegins", (m, _, a) => a.Until >= m.Today),
            new("AnEmergencyIsShort", (m, _, a) => a.Ground != "EMERGENCY" || a.Until <= m.Today.AddDays(2)),
        ];

        private static void Record(Product p, Reference m, Act act, Instead a) =>
            p.TheCase.RecordLegalGround(a.Recipient.Id, a.Recipient.Kind, a.Ground, a.Groups, a.Until, "Somebody is in danger.", People.All.Any(one => one.Id == act.By && one.Manager), act);
    }
}
