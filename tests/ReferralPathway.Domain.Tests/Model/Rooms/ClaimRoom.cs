using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Claim> Claims { get; } = [];

        /// <summary>What a municipality claims from the state for a quarter. It stands beside the case (decision 0029).</summary>
        internal sealed class Claim(House municipality, int year, int number, (DateOnly From, DateOnly? To) stay) : Thing("Draft")
        {
            public House Municipality => municipality;

            public (int Year, int Number) Quarter => (year, number);

            public DateOnly First => new(year, 3 * number - 2, 1);

            public DateOnly Last => First.AddMonths(3).AddDays(-1);

            /// <summary>Six calendar months from the end of the quarter, and the Sunday rule.</summary>
            public DateOnly By => SwedishCalendar.LastDayForAction(Last.AddMonths(6));

            public (DateOnly From, DateOnly? To) Stay { get; set; } = stay;

            public List<(DateOnly From, DateOnly To, decimal Amount)> Costs { get; } = [];

            public decimal Claimed => Costs.Sum(c => c.Amount);

            public decimal? Granted { get; set; }

            public decimal? ToRepay { get; set; }

            public DateOnly? SubmittedOn { get; set; }

            public DateOnly? DecidedOn { get; set; }

            public DateOnly? AppealedOn { get; set; }

            public DateOnly? AppealBy { get; set; }

            public bool InQuarter(DateOnly from, DateOnly to) => First <= from && from <= to && to <= Last;

            public bool InStay(DateOnly from, DateOnly to) => Stay.From <= from && !(to > Stay.To);
        }

        /// <summary>The days on which a person's costs count (B1): from the first application, or from the first reflection period, to the last day of the last permit; no end while an application waits.</summary>
        public (DateOnly From, DateOnly? To)? StayOf(ReimbursementFrom from)
        {
            var counted = Permits.Where(p => from == ReimbursementFrom.Application ? p.SubmittedOn is not null : p.From is not null).ToList();
            var begun = from == ReimbursementFrom.Application ? counted.Min(p => p.SubmittedOn) : counted.Where(p => p.Kind == "RP").Min(p => p.From);
            return begun is not { } first ? null : (first, counted.Any(p => p.StayEnds is null) ? null : counted.Max(p => p.StayEnds));
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.12: what the state pays back to a municipality, read by the two who have to do with it and by nobody else in the case.</summary>
    internal static class ClaimRoom
    {
        private const decimal Most = 99_999_999.99m;

        /// <summary>Whoever is neither a municipality nor the agency finds none; those who never read anything of a case are told so. Which of the two, and whose, is the claim's own.</summary>
        private static readonly Who Both = new((_, who) => who.Role is Role.NationalCoordinator or Role.Administrator or Role.System ? "403" : who.Role is Role.SocialWorker or Role.MigrationOfficer ? null : "404");

        private static readonly Row[] Table = Rooms.Table(
            new("B1", "", "Draft", Who.Of([Role.SocialWorker], Who.Team)),
            new("B1 cost", "Draft", "Draft", Both), new("B1 cost away", "Draft", "Draft", Both),
            new("B2", "Draft", "Submitted", Both),
            new("B3 all", "Submitted", "Granted", Both), new("B3 part", "Submitted", "PartlyGranted", Both), new("B3 nothing", "Submitted", "Refused", Both),
            new("claim appealed a", "PartlyGranted", "Appealed", Both), new("claim appealed b", "Refused", "Appealed", Both), new("claim appealed c", "RepaymentDemanded", "Appealed", Both),
            new("claim judged all", "Appealed", "Granted", Both), new("claim judged part", "Appealed", "PartlyGranted", Both), new("claim judged nothing", "Appealed", "Refused", Both),
            new("claim repaid a", "Granted", "RepaymentDemanded", Both), new("claim repaid b", "PartlyGranted", "RepaymentDemanded", Both),
            new("B4", "Draft", "Missed", Who.Night));

        private sealed record Begin(int Year, int Number, House Addressee, ReimbursementFrom Rules);

        private sealed record Cost(int Which, DateOnly From, DateOnly To, decimal Amount, ReimbursementFrom Rules);

        private sealed record Line(int Which, int At);

        private sealed record One(int Which);

        private sealed record Decision(int Which, DateOnly On, decimal Amount, string Reason);

        private static string? Kronor(decimal? amount) => amount?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

        private static int Find(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Claims.Count == 0) return -1;
            var n = d.Below(m.Claims.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Claims[n].State) && d.Often(80); tries++) n = d.Below(m.Claims.Count);
            return n;
        }

        private static ReimbursementFrom Rules(Draw d) => d.Mostly(ReimbursementFrom.Application, ReimbursementFrom.GrantedReflectionPeriod);

        /// <summary>How somebody stands to a claim: of the municipality its team, also when its part in the case has ended; the agency, once it is handed in.</summary>
        private static string? Stands(Reference m, Person who, int which, bool claims)
        {
            var claim = m.Claims[which];
            if (who.Role == Role.SocialWorker && who.At == claim.Municipality) return claims && m.Team.Contains(who) ? null : "403";
            return who.Role != Role.MigrationOfficer || claim.State is "Draft" or "Missed" ? "404" : claims ? "403" : null;
        }

        private static Verdict Answers(Product p, Person who, int which, ClaimOperation operation) => who.Role is Role.NationalCoordinator or Role.Administrator ? Verdict.Refused
            : ClaimAccess.Decide(ClaimAccess.StandingOf(who.AsActor, p.Claims[which], p.TheCase.Team.Any(t => t.IsOnTeam && t.UserId == who.Id)), operation);

        /// <summary>Whoever leads knows how the applications stand, and whoever a consent or a ground of law lets know.</summary>
        private static (DateOnly From, DateOnly? To)? Known(Reference m, House house, ReimbursementFrom rules) => house == m.Lead || m.Covered(house).Has(DataGroup.Migration) ? m.StayOf(rules) : null;

        /// <summary>What the reader of claims makes of the lines on how applications stand.</summary>
        private static ClaimWindow? Window(Product p, Reference m, Act act, ReimbursementFrom rules) => Known(m, People.Of(act.For), rules) is null ? null : ClaimWindow.Of(
            p.TheCase.Permits.Where(permit => permit.Summaries.Count > 0).Select(permit => permit.Summaries[^1] is var now 
                ? new Stay(now.Kind == PermitKind.ReflectionPeriod, permit.Summaries.FirstOrDefault(s => s.Status == PermitStatus.Submitted)?.On, now.ValidFrom,
                now.Status is PermitStatus.Refused or PermitStatus.Withdrawn || now.Status == PermitStatus.Revoked && now.On < now.ValidTo ? now.On : now.ValidTo) : null!), rules);

        private static Reference.Claim? Begun(Reference m, House house, Begin a) => Known(m, house, a.Rules) is { } stay ? new(house, a.Year, a.Number, stay) : null;

        private static readonly Guard<Decision> NotLater = new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today);

        private static Decision? Decided(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (Find(m, d, usual) is not (>= 0 and var n)) return null;
            var claim = m.Claims[n];
            return new(n, d.Day(m.Today, claim.SubmittedOn, claim.DecidedOn, claim.AppealedOn),
                d.Mostly(d.One(claim.Claimed, decimal.Floor(claim.Claimed / 2), decimal.Floor(claim.Claimed / 2), 0), claim.Claimed + 1, -1, 1.005m), d.Mostly("So decided.", " "));
        }

        private static readonly string[] Handed = ["draft an application", "hand in an application", "begin a claim", "write down a cost", "write down a cost", "40 days pass", "hand a claim in", "decide on a claim"];

        public static readonly Room Room = new()
        {
            Name = "Claim",
            Share = 4,
            Begins = [People.Malmo, People.Malmo, People.Lund],
            Paths =
            [
                [.. Handed, "appeal a decision on a claim", "decide on a claim"], [.. Handed, "demand money back", "appeal a decision on a claim", "decide on a claim"],
                [.. Handed, "appeal a decision on a claim", "decide on a claim", "appeal a decision on a claim", "decide on a claim"], [.. Handed[..^3], "strike a cost", "240 days pass", "the night misses claims"],
                ["draft an application", "hand in an application", "take the case on", "grant", "revoke", "begin a claim",
                    "write down a cost", "30 days pass", "the night ends what is over", "write down a cost", "write down a cost"],
                ["draft an application", "hand in an application", "call an application back", "draft an application", "hand in an application", "begin a claim", "write down a cost"],
                ["draft an application", "hand in an application", "begin a claim", "35 days pass", "write down a cost", "days pass", "hand a claim in", "decide on a claim"],
            ],
            Happening = p => p.Claims,
            Days = m => m.Claims.SelectMany(c => new DateOnly?[] { c.State == "Draft" ? c.By : null, c.State == "Draft" ? c.Last : null, c.AppealBy }),
            Expected = (m, sheet) =>
            {
                foreach (var c in m.Claims)
                    sheet.Add("claim", c.State, c.Municipality, $"{c.Quarter.Year}-{c.Quarter.Number}", c.By, c.Stay.From, c.Stay.To, c.Costs.Count, Kronor(c.Claimed),
                        Kronor(c.Granted), Kronor(c.ToRepay), c.SubmittedOn, c.DecidedOn, c.AppealedOn, c.AppealBy);
            },
            Actual = (p, sheet) =>
            {
                foreach (var c in p.Claims)
                    sheet.Add("claim", c.Status, People.Of(c.Claimant), c.Quarter, c.ClaimBy, c.WindowFrom, c.WindowTo, c.Costs.Count, Kronor(c.Claimed),
                        Kronor(c.Granted), Kronor(c.ToRepay), c.SubmittedOn, c.DecidedOn, c.AppealedOn, c.AppealBy);
            },
            Moves =
            [
                new Move<Begin>
                {
                    Name = "begin a claim", Rows = Table.Rows("B1"),
                    // Mostly where there is something to claim for.
                    Draw = (m, _, d) => m.Lead is null || !m.Permits.Any(p => p.SubmittedOn is not null) && d.Often(85) ? null
                        : m.Today.AddMonths(d.Mostly(0, 3, -3, -9)) is var day ? new(day.Year, (day.Month + 2) / 3, d.Mostly(People.Agency, People.Police), Rules(d)) : null,
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.Case.State is "Open" or "Closed"), new("CostsAreClaimedFromTheMigrationAgency", (_, _, a) => a.Addressee == People.Agency),
                        new("CostsAreClaimedForAStay", (m, who, a) => Begun(m, who.At, a) is { } claim && claim.First <= m.Today && claim.Stay.From <= claim.Last && !(claim.Stay.To < claim.First)),
                        new("OneClaimForAQuarter", (m, who, a) => m.Claims.All(c => c.Municipality != who.At || c.Quarter != (a.Year, a.Number))),
                        new("AClaimIsMadeInTime", (m, who, a) => m.Today <= new Reference.Claim(who.At, a.Year, a.Number, default).By),
                    ],
                    Then = (m, who, a) => m.Claims.Add(Begun(m, who.At, a)!),
                    Operation = _ => CaseOperation.ClaimCosts,
                    Does = (p, m, act, a) => p.Claims.Add(p.TheCase.BeginClaim(
                        new(a.Year, a.Number), Window(p, m, act, a.Rules), [.. p.Claims.Where(c => c.Claimant == act.For).Select(c => c.Quarter)], a.Addressee.Id, a.Addressee.Kind, act)),
                },
                new Move<Cost>
                {
                    Name = "write down a cost", Rows = Table.Rows("B1 cost"), Of = (m, a) => m.Claims[a.Which], Otherwise = "AClaimFollowsItsStates", Stands = (m, who, a) => Stands(m, who, a.Which, claims: true),
                    Answers = (p, who, a) => Answers(p, who, a.Which, ClaimOperation.Claim),
                    Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n && m.Claims[n] is var claim &&
                        d.Mostly(claim.Stay.From > claim.First ? claim.Stay.From : claim.First, m.Today, claim.First.AddDays(-1), claim.Stay.From.AddDays(-1)) is var from
                        ? new(n, from, d.Mostly(from.AddDays(d.Below(3)), claim.Last, claim.Last.AddDays(1), claim.Stay.To ?? m.Today, claim.Stay.To?.AddDays(1) ?? m.Today, from.AddDays(-1)),
                            d.Mostly(d.One(100m, 12_400.50m, 0m), Most, -1m, 0.001m), Rules(d)) : null,
                    Guards =
                    [
                        new("AnAmountIsInKronor", (m, _, a) => a.Amount is >= 0 and <= Most && a.Amount * 100 == decimal.Floor(a.Amount * 100) && m.Claims[a.Which].Claimed + a.Amount <= Most),
                        new("ACostLiesInTheQuarter", (m, _, a) => m.Claims[a.Which].InQuarter(a.From, a.To)),
                        new("ACostLiesInTheStay", (m, who, a) => new Reference.Claim(who.At, 1, 1, Known(m, who.At, a.Rules) ?? m.Claims[a.Which].Stay).InStay(a.From, a.To)),
                    ],
                    Then = (m, who, a) =>
                    {
                        // The stay may have grown longer, or been cut short, since the claim was begun.
                        m.Claims[a.Which].Stay = Known(m, who.At, a.Rules) ?? m.Claims[a.Which].Stay;
                        m.Claims[a.Which].Costs.Add((a.From, a.To, a.Amount));
                    },
                    Does = (p, m, act, a) =>
                    {
                        var (claim, before) = (p.Claims[a.Which], p.Claims[a.Which].Window);
                        claim.FollowStay(Window(p, m, act, a.Rules));
                        try
                        {
                            claim.AddCost(new(CostKind.Intervention, a.From, a.To, a.Amount), act);
                        }
                        catch (RuleBrokenException)
                        {
                            // What is refused is not saved.
                            claim.FollowStay(before);
                            throw;
                        }
                    },
                },
                new Move<Line>
                {
                    Name = "strike a cost", Rows = Table.Rows("B1 cost away"), Weight = 1, Of = (m, a) => m.Claims[a.Which], Otherwise = "AClaimFollowsItsStates",
                    Stands = (m, who, a) => Stands(m, who, a.Which, claims: true),
                    Answers = (p, who, a) => Answers(p, who, a.Which, ClaimOperation.Claim),
                    Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n && m.Claims[n].Costs.Count > 0 ? new(n, d.Below(m.Claims[n].Costs.Count)) : null,
                    Then = (m, _, a) => m.Claims[a.Which].Costs.RemoveAt(a.At),
                    Does = (p, _, act, a) => p.Claims[a.Which].RemoveCost(p.Claims[a.Which].Costs[a.At].Id, act),
                },
                new Move<One>
                {
                    Name = "hand a claim in", Rows = Table.Rows("B2"), Of = (m, a) => m.Claims[a.Which], Otherwise = "AClaimFollowsItsStates", Stands = (m, who, a) => Stands(m, who, a.Which, claims: true),
                    Answers = (p, who, a) => Answers(p, who, a.Which, ClaimOperation.Claim), Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n) : null,
                    Guards =
                    [
                        new("AClaimIsMadeInArrears", (m, _, a) => m.Today > m.Claims[a.Which].Last), new("AClaimIsMadeInTime", (m, _, a) => m.Today <= m.Claims[a.Which].By),
                        new("AClaimHasCosts", (m, _, a) => m.Claims[a.Which].Claimed > 0),
                        // Where the stay was cut short, what was written down before may lie outside it.
                        new("ACostLiesInTheStay", (m, _, a) => m.Claims[a.Which].Costs.All(c => m.Claims[a.Which].InStay(c.From, c.To))),
                    ],
                    Then = (m, _, a) => m.Claims[a.Which].SubmittedOn = m.Today,
                    Does = (p, _, act, a) => p.Claims[a.Which].Submit(act),
                },
                new Move<Decision>
                {
                    Name = "decide on a claim", Rows = Table.Rows("B3 all", "B3 part", "B3 nothing", "claim judged all", "claim judged part", "claim judged nothing"), Weight = 3,
                    Of = (m, a) => m.Claims[a.Which], Otherwise = "AClaimFollowsItsStates",
                    Stands = (m, who, a) => Stands(m, who, a.Which, claims: false), Answers = (p, who, a) => Answers(p, who, a.Which, ClaimOperation.Decide), Draw = (m, _, d) => Decided(m, d, "Submitted", "Appealed"),
                    Fits = (m, a, row) => row.Id.EndsWith(a.Amount >= m.Claims[a.Which].Claimed ? "all" : a.Amount > 0 ? "part" : "nothing", StringComparison.Ordinal),
                    Guards =
                    [
                        NotLater, new("ADecisionFollowsTheApplication", (m, _, a) => m.Claims[a.Which] is var c && !(a.On < (c.State == "Appealed" ? c.AppealedOn : c.SubmittedOn))),
                        new("AnAmountIsInKronor", (_, _, a) => a.Amount is >= 0 and <= Most && a.Amount * 100 == decimal.Floor(a.Amount * 100)),
                        new("NoMoreIsGrantedThanClaimed", (m, _, a) => a.Amount <= m.Claims[a.Which].Claimed),
                        new("AStepIsExplained", (m, _, a) => a.Amount >= m.Claims[a.Which].Claimed || a.Reason.Trim() != ""),
                    ],
                    Then = (m, _, a) =>
                    {
                        var claim = m.Claims[a.Which];
                        var byCourt = claim.State == "Appealed";
                        (claim.DecidedOn, claim.Granted, claim.AppealBy) = (a.On, a.Amount, byCourt || a.Amount == claim.Claimed ? null : SwedishCalendar.LastDayForAction(a.On.AddDays(21)));
                        if (byCourt) claim.ToRepay = null;
                    },
                    Does = (p, _, act, a) => p.Claims[a.Which].Decide(a.On, a.Amount, "MIG-1", a.Reason, act),
                },
                new Move<Decision>
                {
                    Name = "appeal a decision on a claim", Rows = Table.Rows("claim appealed a", "claim appealed b", "claim appealed c"), Of = (m, a) => m.Claims[a.Which], Otherwise = "AClaimFollowsItsStates",
                    Stands = (m, who, a) => Stands(m, who, a.Which, claims: true), Answers = (p, who, a) => Answers(p, who, a.Which, ClaimOperation.Claim),
                    Draw = (m, _, d) => Decided(m, d, "PartlyGranted", "Refused", "RepaymentDemanded"),
                    // Late is said, and never barred.
                    Guards = [NotLater, new("ADecisionFollowsTheApplication", (m, _, a) => !(a.On < m.Claims[a.Which].DecidedOn))],
                    Then = (m, _, a) => (m.Claims[a.Which].AppealedOn, m.Claims[a.Which].AppealBy) = (a.On, null),
                    Does = (p, _, act, a) => p.Claims[a.Which].Appeal(a.On, act),
                },
                new Move<Decision>
                {
                    Name = "demand money back", Rows = Table.Rows("claim repaid a", "claim repaid b"), Weight = 1, Of = (m, a) => m.Claims[a.Which], Otherwise = "AClaimFollowsItsStates",
                    Stands = (m, who, a) => Stands(m, who, a.Which, claims: false), Answers = (p, who, a) => Answers(p, who, a.Which, ClaimOperation.Decide), Draw = (m, _, d) => Decided(m, d, "Granted", "PartlyGranted"),
                    Guards =
                    [
                        NotLater, new("ADecisionFollowsTheApplication", (m, _, a) => !(a.On < m.Claims[a.Which].DecidedOn)),
                        new("OnlyWhatWasGrantedIsPaidBack", (m, _, a) => a.Amount > 0 && a.Amount * 100 == decimal.Floor(a.Amount * 100) && a.Amount <= m.Claims[a.Which].Granted),
                        new("AStepIsExplained", (_, _, a) => a.Reason.Trim() != ""),
                    ],
                    Then = (m, _, a) => (m.Claims[a.Which].DecidedOn, m.Claims[a.Which].ToRepay, m.Claims[a.Which].AppealBy) = (a.On, a.Amount, SwedishCalendar.LastDayForAction(a.On.AddDays(21))),
                    Does = (p, _, act, a) => p.Claims[a.Which].DemandRepayment(a.On, a.Amount, a.Reason, act),
                },
                new Move<One>
                {
                    Name = "the night misses claims", Rows = Table.Rows("B4"), Quiet = true, Of = (m, a) => m.Claims[a.Which], Otherwise = "nothing is due",
                    Draw = (m, _, d) => m.Claims.FindIndex(c => c.State == "Draft" && c.By < m.Today) is >= 0 and var due && d.Often(80) ? new(due) : Find(m, d, "Draft") is >= 0 and var n ? new(n) : null,
                    Guards = [new("nothing is due", (m, _, a) => m.Claims[a.Which].By < m.Today)],
                    Does = (p, _, act, a) => p.Claims[a.Which].Miss(act),
                },
            ],
        };
    }
}
