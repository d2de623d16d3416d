using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Plan> Plans { get; } = [];

        /// <summary>A plan of assistance.</summary>
        internal sealed class Plan(House owner) : Thing("Draft")
        {
            public House Owner => owner;

            /// <summary>The day that was set for the next review.</summary>
            public DateOnly ReviewOn { get; set; }

            /// <summary>The day on which it began, or was last gone through.</summary>
            public DateOnly Since { get; set; }

            public List<Service> Services { get; } = [];
        }

        internal sealed class Service(string code, House[] givers) : Thing("Planned")
        {
            public string Code { get; set; } = code;

            public House[] Givers { get; set; } = givers;

            public bool IsSettled => State is "Done" or "Cancelled" or "NotAvailable";
        }

        /// <summary>The day on which it is to be gone through: the day that was set, or a week before a reflection period ends, where that comes first and has not been looked past (L4).</summary>
        public DateOnly ReviewDay(Plan plan) =>
            Held == "RP" && Permits.LastOrDefault(p => p is { Kind: "RP", State: "Granted" })?.To?.AddDays(-7) is { } week && week > plan.Since && week < plan.ReviewOn ? week : plan.ReviewOn;

        /// <summary>Whoever takes part no longer leaves what they own to the lead.</summary>
        public bool HasLeft(House owner) => owner != Lead && !TakesPart(owner);

        public bool Owns(House house, House owner) => house == owner || house == Lead && HasLeft(owner);
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.7: plans of assistance, and the services in them (decision 0023).</summary>
    internal static class PlanRoom
    {
        private static readonly Who Planners = Who.Of([Role.SocialWorker, Role.RegionalCoordinator, Role.MigrationOfficer, Role.NgoWorker], Who.Team);

        private static readonly string[] GivenUp = ["Draft", "Proposed", "Agreed", "Active"];

        private static readonly (string From, string[] To)[] Steps =
            [("Planned", ["Approved", "Ongoing", "NotAvailable", "Cancelled"]), ("Approved", ["Ongoing", "Done", "NotAvailable", "Cancelled"]), ("Ongoing", ["Done", "NotAvailable", "Cancelled"])];

        private static readonly Row[] Table =
        [
            new("plan", "", "Draft", Planners), new("plan again", "Draft", "Draft", Planners),
            new("service in Draft", "Draft", "Draft", Planners), new("service in UnderReview", "UnderReview", "UnderReview", Planners),
            new("service again in Draft", "Draft", "Draft", Planners), new("service again in UnderReview", "UnderReview", "UnderReview", Planners),
            new("L1", "Draft", "Proposed", Planners), new("L2 yes", "Proposed", "Agreed", Planners),
            // A plan that the person says no to is a draft again (decision 0023).
            new("L2 no", "Proposed", "Draft", Planners),
            new("L3", "Agreed", "Active", Planners), new("L4", "Active", "UnderReview", Planners), new("L4 night", "Active", "UnderReview", Who.Night), new("L5", "UnderReview", "Active", Planners),
            new("L6 completed", "Active", "Completed", Planners), .. GivenUp.Select(state => new Row($"L6 given up {state}", state, "Discontinued", Planners)),
            .. Steps.SelectMany(step => step.To.Select(to => new Row($"service {step.From} {to}", step.From, to, Planners))),
        ];

        private static readonly IReadOnlyList<Row> ServiceRows = [.. Table.Where(r => Steps.Any(step => r.Id == $"service {step.From} {r.To}"))];

        private sealed record Terms(int Which, Person Responsible, DateOnly ReviewOn);

        private sealed record Item(int Which, int Service, string Code, House[] Givers, bool Need, bool Other, DateOnly? From, DateOnly? To)
        {
            public PlanItemTerms Written() => new()
            {
                Service = Code, Providers = [.. Givers.Select(g => g.Id)], Details = new() { Need = Need ? "A room." : " ", OtherProvider = Other ? "A health centre" : null }, From = From, To = To,
            };
        }

        private sealed record One(int Which);

        private sealed record Answer(int Which, bool Yes, DateOnly On, bool Whole, bool Guardian);

        private sealed record Review(int Which, string Note, DateOnly Next);

        private sealed record End(int Which, bool Completed, string Reason);

        private sealed record Becomes(int Which, int Service, ItemStatus To, DateOnly On, string? Reason);

        private static int Find(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Plans.Count == 0) return -1;
            var n = d.Below(m.Plans.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Plans[n].State) && d.Often(80); tries++) n = d.Below(m.Plans.Count);
            return n;
        }

        private static DateOnly NextReview(Reference m, Draw d) => m.Today.AddDays(d.Mostly(d.One(30, 30, 7, 365), 0, -1, 366));

        private static Item Drawn(Reference m, Person who, Draw d, int which, int service) => new(which, service,
            d.Mostly(who.Role == Role.RegionalCoordinator ? "RETURN" : "COUNSELLING", "TRACING", "COUNSELLING", "NO SUCH CODE"),
            d.Mostly<House[]>([who.At], [who.At, People.Haven], [People.Lund, People.Haven], [], [who.At, who.At], [People.Malmo, People.Lund, People.Haven]),
            d.Often(96), d.Often(10), d.Mostly((DateOnly?)m.Today, m.Today.AddDays(5), null), d.Mostly(null, (DateOnly?)m.Today.AddDays(9), m.Today.AddDays(-1)));

        private static Guard<T> Open<T>() => new("CaseIsOpenForThis", (m, _, _) => m.IsOpen);

        private static Guard<T> Owners<T>(Func<T, int> which) => new("APlanIsItsOwners", (m, who, a) => m.Owns(who.At, m.Plans[which(a)].Owner));

        private static readonly Guard<Terms>[] OnTerms =
        [
            Open<Terms>(), new("ThePlansWorkerIsOnTheTeam", (m, who, a) => a.Responsible.At == who.At && m.Team.Contains(a.Responsible)),
            new("AReviewLiesAhead", (m, _, a) => a.ReviewOn > m.Today && a.ReviewOn <= m.Today.AddDays(365)),
        ];

        private static readonly Guard<Item>[] OnItem =
        [
            Open<Item>(), Owners<Item>(a => a.Which), new("CodesAreListed", (_, _, a) => a.Code != "NO SUCH CODE"),
            new("APlanItemIsComplete", (_, _, a) => a.Need && a.Givers.Length + (a.Other ? 1 : 0) > 0 && a.Givers.Length <= 2 && a.Givers.Distinct().Count() == a.Givers.Length && a.From is not null && !(a.To < a.From)),
            new("TracingIsForUnaccompaniedMinors", (m, _, a) => a.Code != "TRACING" || m is { Child: true, Unaccompanied: true } && m.ChildTask.Last(ChildStepKind.TracingDecided)?.Outcome != ChildOutcome.AgainstInterest),
        ];

        private static bool Left(Reference m, int which) => m.HasLeft(m.Plans[which].Owner);

        private static bool IsDue(Reference m, Reference.Plan plan) => m.IsOpen && plan.State == "Active" && m.ReviewDay(plan) <= m.Today;

        private static readonly string[] Agreed = ["draft a plan", "plan a service", "propose a plan", "the person answers the plan"];

        private static readonly string[] Begun = [.. Agreed, "record a service", "begin a plan"];

        private static PlanId Id(Product p, int which) => p.TheCase.Plans[which].Id;

        public static readonly Room Room = new()
        {
            Name = "Plan",
            Share = 3,
            Begins = [People.Malmo, People.Malmo, People.Haven, People.South, People.Agency],
            Paths =
            [
                [.. Begun, "30 days pass", "the night reviews plans", "plan a service", "change a service", "go through a plan"], [.. Begun, "record a service", "end a plan"],
                [.. Begun, "record a service", "end a plan"],
                [.. Begun, "days pass", "begin a review", "go through a plan"], [.. Agreed, "record a service", "record a service", "record a service"], [.. Agreed, "end a plan"],
                ["consent given", "draft a referral", "send a referral", "accept a referral", .. Begun, "complete a referral", "30 days pass", "begin a review", "go through a plan"],
                ["draft an application", "hand in an application", "take the case on", "grant", .. Begun, "days pass", "the night reviews plans"],
                ["draft an application", "hand in an application", "take the case on", "grant", .. Begun, "23 days pass", "the night reviews plans", "go through a plan", "the night reviews plans"],
            ],
            Happening = p => p.TheCase.Plans,
            Days = m => m.Plans.Where(plan => plan.State == "Active").Select(plan => (DateOnly?)m.ReviewDay(plan)),
            Expected = (m, sheet) =>
            {
                foreach (var plan in m.Plans)
                {
                    sheet.Add("plan", plan.State, plan.Owner, plan.ReviewOn);
                    foreach (var s in plan.Services) sheet.Add("service", s.Code, s.State, string.Join('+', s.Givers.Select(g => g.Name)));
                }
            },
            Actual = (p, sheet) =>
            {
                foreach (var plan in p.TheCase.Plans)
                {
                    sheet.Add("plan", plan.Status, People.Of(plan.Owner), plan.ReviewOn);
                    foreach (var s in plan.Items) sheet.Add("service", s.Service, s.Status, string.Join('+', s.Providers.Select(g => People.Of(g).Name)));
                }
            },
            Moves =
            [
                new Move<Terms>
                {
                    Name = "draft a plan", Rows = Table.Rows("plan"), Draw = (m, who, d) => m.Lead is null ? null : new(0, d.Mostly(who, d.One(People.All)), NextReview(m, d)), Guards = OnTerms,
                    Then = (m, who, a) => m.Plans.Add(new(who.At) { ReviewOn = a.ReviewOn }),
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.DraftPlan(new(a.Responsible.Id, m.Today, a.ReviewOn, null), act),
                },
                new Move<Terms>
                {
                    Name = "change a plan", Rows = Table.Rows("plan again"), Weight = 1, Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates",
                    Draw = (m, who, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n, d.Mostly(who, d.One(People.All)), NextReview(m, d)) : null, Guards = [.. OnTerms, Owners<Terms>(a => a.Which)],
                    Then = (m, _, a) => m.Plans[a.Which].ReviewOn = a.ReviewOn,
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.RewritePlan(Id(p, a.Which), new(a.Responsible.Id, m.Today, a.ReviewOn, null), act, Left(m, a.Which)),
                },
                new Move<Item>
                {
                    Name = "plan a service", Rows = Table.Rows("service in Draft", "service in UnderReview"), Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates",
                    Draw = (m, who, d) => Find(m, d, "Draft", "UnderReview") is >= 0 and var n ? Drawn(m, who, d, n, 0) : null, Guards = OnItem,
                    Then = (m, _, a) => m.Plans[a.Which].Services.Add(new(a.Code, a.Givers)),
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.AddPlanItem(Id(p, a.Which), a.Written(), act, Left(m, a.Which)),
                },
                new Move<Item>
                {
                    Name = "change a service", Rows = Table.Rows("service again in Draft", "service again in UnderReview"), Weight = 1, Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates",
                    Draw = (m, who, d) => Find(m, d, "Draft", "UnderReview") is >= 0 and var n && m.Plans[n].Services.Count > 0 ? Drawn(m, who, d, n, d.Below(m.Plans[n].Services.Count)) : null,
                    Guards = [.. OnItem, new("AServiceFollowsItsStates", (m, _, a) => m.Plans[a.Which].Services[a.Service].State == "Planned")],
                    Then = (m, _, a) => (m.Plans[a.Which].Services[a.Service].Code, m.Plans[a.Which].Services[a.Service].Givers) = (a.Code, a.Givers),
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.RewritePlanItem(Id(p, a.Which), p.TheCase.Plans[a.Which].Items[a.Service].Id, a.Written(), act, Left(m, a.Which)),
                },
                new Move<One>
                {
                    Name = "propose a plan", Rows = Table.Rows("L1"), Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates", Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n) : null,
                    Guards =
                    [
                        Open<One>(), Owners<One>(a => a.Which), new("APlanHasServices", (m, _, a) => m.Plans[a.Which].Services.Any(s => !s.IsSettled)),
                        // S1-37, S1-12: what a coordinator and the agency plan for.
                        new("ACoordinatorPlansAReturn", (m, who, a) => who.Role != Role.RegionalCoordinator || m.Plans[a.Which].Services.Any(s => s is { IsSettled: false, Code: "RETURN" })),
                        new("TheAgencyPlansForAsylumSeekers", (m, who, _) => who.Role != Role.MigrationOfficer || m.Held == "ASYLUM"),
                    ],
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.ProposePlan(Id(p, a.Which), act, Left(m, a.Which)),
                },
                new Move<Answer>
                {
                    Name = "the person answers the plan", Rows = Table.Rows("L2 yes", "L2 no"), Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates", Fits = (_, a, row) => row.Id == "L2 yes" == a.Yes,
                    Draw = (m, _, d) => Find(m, d, "Proposed") is >= 0 and var n ? new(n, d.Often(85), d.Day(m.Today), d.Often(94), d.Often(85)) : null,
                    Guards =
                    [
                        Open<Answer>(), Owners<Answer>(a => a.Which), new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today), new("ThePersonAnswersThePlan", (_, _, a) => a.Whole),
                        new("AChildsPlanHasGuardianAndOwnView", (m, _, a) => !m.Child || a.Guardian),
                    ],
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.AnswerPlan(Id(p, a.Which), Said(a.Yes, a.On, a.Whole, a.Guardian), act, Left(m, a.Which)),
                },
                new Move<One>
                {
                    Name = "begin a plan", Rows = Table.Rows("L3"), Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates", Draw = (m, _, d) => Find(m, d, "Agreed") is >= 0 and var n ? new(n) : null,
                    Guards = [Open<One>(), Owners<One>(a => a.Which), new("SomethingIsUnderWay", (m, _, a) => m.Plans[a.Which].Services.Any(s => s.State is "Approved" or "Ongoing"))],
                    Then = (m, _, a) => m.Plans[a.Which].Since = m.Today,
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.ActivatePlan(Id(p, a.Which), act, Left(m, a.Which)),
                },
                new Move<One>
                {
                    Name = "begin a review", Rows = Table.Rows("L4"), Weight = 1, Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "Active") is >= 0 and var n ? new(n) : null,
                    Guards = [Open<One>(), Owners<One>(a => a.Which), new("AReviewHasItsDay", (m, _, a) => m.ReviewDay(m.Plans[a.Which]) <= m.Today)],
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.StartPlanReview(Id(p, a.Which), act, Left(m, a.Which)),
                },
                new Move<One>
                {
                    Name = "the night reviews plans", Rows = Table.Rows("L4 night"), Quiet = true, Of = (m, a) => m.Plans[a.Which], Otherwise = "nothing is due",
                    Draw = (m, _, d) => m.Plans.FindIndex(plan => IsDue(m, plan)) is >= 0 and var due ? new(due) : Find(m, d, "Active") is >= 0 and var n ? new(n) : null,
                    Guards = [new("nothing is due", (m, _, a) => IsDue(m, m.Plans[a.Which]))],
                    Then = (m, _, _) =>
                    {
                        foreach (var plan in m.Plans.Where(plan => IsDue(m, plan)).ToList()) plan.State = "UnderReview";
                    },
                    Does = (p, m, act, _) => p.TheCase.PlansMoveOn([.. People.Houses.Where(h => !m.HasLeft(h)).Select(h => h.Id)], act),
                },
                new Move<Review>
                {
                    Name = "go through a plan", Rows = Table.Rows("L5"), Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "UnderReview") is >= 0 and var n ? new(n, d.Mostly("It goes well.", " "), NextReview(m, d)) : null,
                    Guards =
                    [
                        Open<Review>(), Owners<Review>(a => a.Which), new("AStepIsExplained", (_, _, a) => a.Note.Trim() != ""),
                        new("AReviewLiesAhead", (m, _, a) => a.Next > m.Today && a.Next <= m.Today.AddDays(365)),
                    ],
                    Then = (m, _, a) => (m.Plans[a.Which].ReviewOn, m.Plans[a.Which].Since) = (a.Next, m.Today),
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.ReviewPlan(Id(p, a.Which), a.Note, a.Next, act, Left(m, a.Which)),
                },
                new Move<End>
                {
                    Name = "end a plan", Rows = Table.Rows(["L6 completed", .. GivenUp.Select(state => $"L6 given up {state}")]), Of = (m, a) => m.Plans[a.Which], Otherwise = "APlanFollowsItsStates",
                    Fits = (_, a, row) => row.Id == "L6 completed" == a.Completed,
                    Draw = (m, _, d) => Find(m, d, "Active", "Agreed") is >= 0 and var n ? new(n, d.Often(60), d.Mostly("She needs no more.", " ")) : null,
                    Guards =
                    [
                        Open<End>(), Owners<End>(a => a.Which), new("AStepIsExplained", (_, _, a) => a.Reason.Trim() != ""),
                        new("EverythingIsSettledAtTheEnd", (m, _, a) => m.Plans[a.Which] is var plan && (plan.State != "Active" || plan.Services.All(s => s.IsSettled))),
                    ],
                    Then = (m, _, a) =>
                    {
                        foreach (var open in m.Plans[a.Which].Services.Where(s => !s.IsSettled)) open.State = "Cancelled";
                    },
                    Operation = _ => CaseOperation.WritePlan,
                    Does = (p, m, act, a) => p.TheCase.EndPlan(Id(p, a.Which), a.Completed, a.Reason, act, Left(m, a.Which)),
                },
                new Move<Becomes>
                {
                    Name = "record a service", Rows = ServiceRows, Weight = 4, Of = (m, a) => m.Plans[a.Which].Services[a.Service], Otherwise = "AServiceFollowsItsStates", Fits = (_, a, row) => row.To == a.To.ToString(),
                    Draw = (m, _, d) => Find(m, d, "Agreed", "Active", "UnderReview") is >= 0 and var n && m.Plans[n].Services.Count > 0
                        ? new(n, d.Below(m.Plans[n].Services.Count),
                            m.Plans[n].State == "Agreed" && d.Often(60) ? d.One(ItemStatus.Approved, ItemStatus.Ongoing) : d.One(Enum.GetValues<ItemStatus>()), d.Day(m.Today), d.Mostly("As it was.", null, " ")) : null,
                    Guards =
                    [
                        Open<Becomes>(),
                        new("AServiceIsItsOwnersAndProviders", (m, who, a) => m.Plans[a.Which] is var plan && (m.Owns(who.At, plan.Owner) || plan.Services[a.Service].Givers.Contains(who.At))),
                        // A coordinator delivers nothing (A17).
                        new("OnlyProvidersRecordDelivery", (_, who, a) => a.To is not (ItemStatus.Ongoing or ItemStatus.Done) || who.Role is Role.SocialWorker or Role.NgoWorker or Role.MigrationOfficer),
                        // What a draft no longer plans is struck from it.
                        new("APlanFollowsItsStates", (m, _, a) => m.Plans[a.Which].State is "Agreed" or "Active" or "UnderReview" || m.Plans[a.Which].State == "Draft" && a.To == ItemStatus.Cancelled),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AStepIsExplained", (m, _, a) => a.To is not (ItemStatus.Cancelled or ItemStatus.NotAvailable) || m.Plans[a.Which].State == "Draft" || !string.IsNullOrWhiteSpace(a.Reason)),
                    ],
                    Operation = _ => CaseOperation.RecordService,
                    Does = (p, m, act, a) => p.TheCase.RecordService(Id(p, a.Which), p.TheCase.Plans[a.Which].Items[a.Service].Id, a.To, a.On, a.Reason, act, Left(m, a.Which)),
                },
            ],
        };

        /// <summary>What the person says to a plan, whole or with something missing; of a child with guardian and own view, or without.</summary>
        public static PersonsAnswer Said(bool yes, DateOnly on, bool whole, bool guardian) => new()
        {
            Agrees = yes, On = on, Language = yes && whole ? "en" : null, Method = "ORAL_WITNESSED",
            Notes = new() { Reason = yes || !whole ? null : "She wants to wait.", Guardian = guardian ? "an aunt" : null, ChildsView = guardian ? "the same" : null },
        };
    }
}
