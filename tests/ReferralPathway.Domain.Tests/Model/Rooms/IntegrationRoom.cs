using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Settling> Integrations { get; } = [];

        /// <summary>A plan for long-term integration.</summary>
        internal sealed class Settling(House owner) : Thing("Draft")
        {
            public House Owner => owner;

            /// <summary>The day of the person's yes to the draft as it stands.</summary>
            public DateOnly? AgreedOn { get; set; }

            public DateOnly? ReviewSince { get; set; }

            /// <summary>How many rights to stay had been recorded when it was last looked at, and whether the public components were open then.</summary>
            public int Seen { get; set; }

            public bool WasOpen { get; set; }

            /// <summary>A review was asked for, and then the case was closed: it is asked for again when the case is taken up.</summary>
            public bool AskAgain { get; set; }

            public List<Component> Components { get; } = [];

            public IEnumerable<Component> Running => Components.Where(c => c.EndedOn is null);
        }

        internal sealed class Component(string code)
        {
            public string Code { get; set; } = code;

            public DateOnly? EndedOn { get; set; }

            public bool IsPublic => Code != "NGO_PLAN";
        }

        /// <summary>Whether the public components are open to the person now (S1-38): with a permanent permit, a work permit that has not run out, or Swedish or Nordic citizenship.</summary>
        public bool PublicIsOpen => Held is "PERMANENT" or "SE" or "NORDIC" || Held == "WORK" && !(ToldUntil < Today);

        /// <summary>The right to stay is another than the plan has seen, or has run out.</summary>
        public bool IsUnseen(Settling plan) =>
            IsOpen && plan.State is "Draft" or "Active" && (plan.Seen < Stays || plan.WasOpen && Held == "WORK" && ToldUntil < Today || plan.AskAgain);
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.10: long-term integration. That the public components are not open is no state, but reckoned each time (decision 0031).</summary>
    internal static class IntegrationRoom
    {
        private static readonly Who Integrators = Who.Of([Role.SocialWorker, Role.NgoWorker], Who.Team);

        private static readonly Row[] Table = Rooms.Table(
            new("stay told", "Open", "Open", Who.LeadTeam),
            new("integration", "", "Draft", Integrators), new("integration again", "Draft", "Draft", Integrators),
            new("component in Draft", "Draft", "Draft", Integrators), new("component in Active", "Active", "Active", Integrators), new("component again", "Draft", "Draft", Integrators),
            new("integration yes", "Draft", "Draft", Integrators), new("integration no", "Draft", "Draft", Integrators),
            new("integration begins", "Draft", "Active", Integrators),
            new("integration review a", "Draft", "Draft", Who.Night), new("integration review b", "Active", "Active", Who.Night),
            new("integration reviewed a", "Draft", "Draft", Integrators), new("integration reviewed b", "Active", "Active", Integrators),
            new("component ends in Draft", "Draft", "Draft", Integrators), new("component ends in Active", "Active", "Active", Integrators),
            new("integration completed", "Active", "Completed", Integrators), new("integration given up a", "Draft", "Discontinued", Integrators), new("integration given up b", "Active", "Discontinued", Integrators));

        private sealed record Stay(string Code, DateOnly? Until);

        private sealed record Terms(int Which, Person Responsible);

        private sealed record Part(int Which, int Component, string Code, ComponentProvider By, bool Named, bool InWords, DateOnly? From, DateOnly? To, DateOnly? AgreedOn)
        {
            public ComponentTerms Written() => new()
                { Component = Code, By = By, Provider = Named ? People.Haven.Id : null, Details = new() { OtherProvider = InWords ? "An adult education centre" : " " }, From = From, To = To, AgreedOn = AgreedOn };
        }

        private sealed record One(int Which);

        private sealed record Answer(int Which, bool Yes, DateOnly On, bool Whole, bool Guardian);

        private sealed record Note(int Which, string Text);

        private sealed record Ends(int Which, int Component, DateOnly On, string Outcome);

        private sealed record End(int Which, bool Completed, string Reason);

        private static int Find(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Integrations.Count == 0) return -1;
            var n = d.Below(m.Integrations.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Integrations[n].State) && d.Often(80); tries++) n = d.Below(m.Integrations.Count);
            return n;
        }

        private static Part Drawn(Reference m, Person who, Draw d, int which, int component)
        {
            var code = d.Mostly(who.Role == Role.NgoWorker || !m.PublicIsOpen ? "NGO_PLAN" : d.One("LANGUAGE_CULTURE", "JOB"), "LANGUAGE_CULTURE", "NGO_PLAN", "NO SUCH CODE");
            return new(which, component, code, d.Mostly(code == "NGO_PLAN" ? ComponentProvider.Ngo : d.One(ComponentProvider.State, ComponentProvider.Municipal), ComponentProvider.Ngo, ComponentProvider.State),
                d.Often(60), d.Often(85), d.Mostly((DateOnly?)m.Today, m.Today.AddDays(5), null), d.Mostly(null, (DateOnly?)m.Today.AddDays(9), m.Today.AddDays(-1)), d.Mostly((DateOnly?)m.Today, null, m.Today.AddDays(1)));
        }

        private static Guard<T> Open<T>() => new("CaseIsOpenForThis", (m, _, _) => m.IsOpen);

        private static Guard<T> Owners<T>(Func<T, int> which) => new("APlanIsItsOwners", (m, who, a) => m.Owns(who.At, m.Integrations[which(a)].Owner));

        private static Guard<T> OnTeam<T>(Func<T, Person> responsible) => new("ThePlansWorkerIsOnTheTeam", (m, who, a) => responsible(a).At == who.At && m.Team.Contains(responsible(a)));

        private static readonly Guard<Part>[] OnPart =
        [
            Open<Part>(), Owners<Part>(a => a.Which), new("CodesAreListed", (_, _, a) => a.Code != "NO SUCH CODE"),
            // S1-39: there is no state programme; an NGO plans what NGOs give.
            new("AnNgoPlansWhatNgosGive", (_, who, a) => who.Role != Role.NgoWorker || a.Code == "NGO_PLAN"),
            new("PublicIntegrationNeedsALastingRight", (m, _, a) => a.Code == "NGO_PLAN" || m.PublicIsOpen),
            new("AComponentHasItsProvider", (_, _, a) => (a.Named || a.InWords) && a.Code == "NGO_PLAN" == (a.By == ComponentProvider.Ngo) && a.From is not null && !(a.To < a.From)),
        ];

        private static bool Left(Reference m, int which) => m.HasLeft(m.Integrations[which].Owner);

        private static IntegrationPlanId Id(Product p, int which) => p.TheCase.Integrations[which].Id;

        /// <summary>The person said yes to another draft than this one has become.</summary>
        private static void Unsettle(Reference.Settling plan)
        {
            if (plan.State == "Draft") plan.AgreedOn = null;
        }

        private static readonly string[] Begun = ["tell of the right to stay", "draft an integration plan", "add a component", "the person answers the integration plan", "begin integration"];

        private const string Night = "the night looks at the right to stay";

        public static readonly Room Room = new()
        {
            Name = "Integration",
            Share = 3,
            Begins = [People.Malmo, People.Malmo, People.Haven],
            Paths =
            [
                [.. Begun, "end a component", "end integration"], [.. Begun, "add a component", "tell of the right to stay", Night, "go through integration", "end a component"],
                [.. Begun, "30 days pass", Night, "close", "reopen", Night],
                ["tell of the right to stay", "draft an integration plan", "add a component", "change a component", "tell of the right to stay", Night, "go through integration"],
                ["consent given", "draft a referral", "send a referral", "accept a referral", "draft an integration plan", "add a component", "complete a referral", "the person answers the integration plan", "begin integration"],
            ],
            Happening = p => p.TheCase.Integrations,
            Days = m => [m.Held == "WORK" ? m.ToldUntil : null],
            Expected = (m, sheet) =>
            {
                foreach (var plan in m.Integrations)
                {
                    sheet.Add("integration", plan.State, plan.Owner, plan.AgreedOn, plan.ReviewSince, plan.WasOpen);
                    foreach (var c in plan.Components) sheet.Add("component", c.Code, c.EndedOn);
                }
            },
            Actual = (p, sheet) =>
            {
                foreach (var plan in p.TheCase.Integrations)
                {
                    sheet.Add("integration", plan.Status, People.Of(plan.Owner), plan.AgreedOn, plan.ReviewSince, plan.PublicWasOpen);
                    foreach (var c in plan.Components) sheet.Add("component", c.Component, c.EndedOn);
                }
            },
            Moves =
            [
                new Move<Stay>
                {
                    // What the person is said to have, whatever it was before.
                    Name = "tell of the right to stay", Rows = Table.Rows("stay told"), Weight = 1, Of = (m, _) => m.Case, Otherwise = "CaseIsOpenForThis",
                    Draw = (m, _, d) => m.Case.State == "Draft" ? null : d.One("PERMANENT", "WORK", "WORK", "NORDIC", "IRREGULAR", "NO SUCH CODE") is var code 
                        ? new(code, code == "WORK" ? d.One<DateOnly?>(null, m.Today.AddDays(5), m.Today.AddDays(20), m.Today.AddDays(-1)) : null) : null,
                    Guards = [new("CodesAreListed", (_, _, a) => a.Code != "NO SUCH CODE")],
                    Then = (m, _, a) => m.Tell(a.Code, a.Until),
                    Operation = _ => CaseOperation.Write,
                    Does = (p, _, act, a) => p.TheCase.RecordLegalStatus(a.Code, a.Until, act),
                },
                new Move<Terms>
                {
                    Name = "draft an integration plan", Rows = Table.Rows("integration"), Draw = (m, who, d) => m.Lead is null ? null : new(0, d.Mostly(who, d.One(People.All))),
                    Guards = [Open<Terms>(), OnTeam<Terms>(a => a.Responsible)],
                    Then = (m, who, _) => m.Integrations.Add(new(who.At) { Seen = m.Stays, WasOpen = m.PublicIsOpen }),
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.DraftIntegration(new(a.Responsible.Id, m.Today, null), act),
                },
                new Move<Terms>
                {
                    Name = "change an integration plan", Rows = Table.Rows("integration again"), Weight = 1, Of = (m, a) => m.Integrations[a.Which], Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Draw = (m, who, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n, d.Mostly(who, d.One(People.All))) : null, Guards = [Open<Terms>(), OnTeam<Terms>(a => a.Responsible), Owners<Terms>(a => a.Which)],
                    Then = (m, _, a) => Unsettle(m.Integrations[a.Which]),
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.RewriteIntegration(Id(p, a.Which), new(a.Responsible.Id, m.Today, null), act, Left(m, a.Which)),
                },
                new Move<Part>
                {
                    Name = "add a component", Rows = Table.Rows("component in Draft", "component in Active"), Of = (m, a) => m.Integrations[a.Which], Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Draw = (m, who, d) => Find(m, d, "Draft", "Active") is >= 0 and var n ? Drawn(m, who, d, n, 0) : null,
                    Guards =
                    [
                        .. OnPart, new("DatesAreNotInTheFuture", (m, _, a) => !(a.AgreedOn > m.Today)),
                        // What is added to a plan under way has a yes of its own.
                        new("ThePersonAgreesToIntegration", (m, _, a) => m.Integrations[a.Which].State != "Active" || a.AgreedOn is not null),
                    ],
                    Then = (m, _, a) =>
                    {
                        m.Integrations[a.Which].Components.Add(new(a.Code));
                        Unsettle(m.Integrations[a.Which]);
                    },
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.AddComponent(Id(p, a.Which), a.Written(), act, Left(m, a.Which)),
                },
                new Move<Part>
                {
                    Name = "change a component", Rows = Table.Rows("component again"), Weight = 1, Of = (m, a) => m.Integrations[a.Which], Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Draw = (m, who, d) => Find(m, d, "Draft") is >= 0 and var n && m.Integrations[n].Components.Count > 0 ? Drawn(m, who, d, n, d.Below(m.Integrations[n].Components.Count)) : null,
                    Guards = [.. OnPart, new("AComponentEndsOnce", (m, _, a) => m.Integrations[a.Which].Components[a.Component].EndedOn is null)],
                    Then = (m, _, a) =>
                    {
                        m.Integrations[a.Which].Components[a.Component].Code = a.Code;
                        Unsettle(m.Integrations[a.Which]);
                    },
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.RewriteComponent(Id(p, a.Which), p.TheCase.Integrations[a.Which].Components[a.Component].Id, a.Written(), act, Left(m, a.Which)),
                },
                new Move<Answer>
                {
                    Name = "the person answers the integration plan", Rows = Table.Rows("integration yes", "integration no"), Of = (m, a) => m.Integrations[a.Which],
                    Otherwise = "AnIntegrationPlanFollowsItsStates", Fits = (_, a, row) => row.Id == "integration yes" == a.Yes,
                    Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n, d.Often(85), d.Day(m.Today), d.Often(94), d.Often(85)) : null,
                    Guards =
                    [
                        Open<Answer>(), Owners<Answer>(a => a.Which), new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today), new("ThePersonAnswersThePlan", (_, _, a) => a.Whole),
                        new("AChildsPlanHasGuardianAndOwnView", (m, _, a) => !m.Child || a.Guardian), new("AnIntegrationPlanHasComponents", (m, _, a) => m.Integrations[a.Which].Running.Any()),
                    ],
                    Then = (m, _, a) => m.Integrations[a.Which].AgreedOn = a.Yes ? a.On : null,
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.AnswerIntegration(Id(p, a.Which), PlanRoom.Said(a.Yes, a.On, a.Whole, a.Guardian), act, Left(m, a.Which)),
                },
                new Move<One>
                {
                    Name = "begin integration", Rows = Table.Rows("integration begins"), Of = (m, a) => m.Integrations[a.Which], Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n ? new(n) : null,
                    Guards =
                    [
                        Open<One>(), Owners<One>(a => a.Which), new("AnIntegrationPlanHasComponents", (m, _, a) => m.Integrations[a.Which].Running.Any()),
                        new("ThePersonAgreesToIntegration", (m, _, a) => m.Integrations[a.Which].AgreedOn is not null),
                        // The right to stay may have changed since the component was written down.
                        new("PublicIntegrationNeedsALastingRight", (m, _, a) => m.PublicIsOpen || !m.Integrations[a.Which].Running.Any(c => c.IsPublic)),
                    ],
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.BeginIntegration(Id(p, a.Which), act, Left(m, a.Which)),
                },
                new Move<One>
                {
                    Name = Night, Rows = Table.Rows("integration review a", "integration review b"), Quiet = true, Of = (m, a) => m.Integrations[a.Which], Otherwise = "nothing is due",
                    Draw = (m, _, d) => m.Integrations.FindIndex(m.IsUnseen) is >= 0 and var due ? new(due) : Find(m, d, "Active") is >= 0 and var n ? new(n) : null,
                    Guards = [new("nothing is due", (m, _, a) => m.IsUnseen(m.Integrations[a.Which]))],
                    Then = (m, _, _) =>
                    {
                        foreach (var plan in m.Integrations.Where(m.IsUnseen).ToList()) (plan.Seen, plan.WasOpen, plan.ReviewSince, plan.AskAgain) = (m.Stays, m.PublicIsOpen, m.Today, false);
                    },
                    // As the sweep asks for them: which rights to stay were recorded since, and whether anybody is asked for a review, it looks up where no case does.
                    Does = (p, m, act, _) => p.TheCase.IntegrationsComeUnderReview([.. p.TheCase.Integrations.Where((plan, n) => !plan.IsOver && (
                        m.Integrations[n].Seen < m.Stays || plan.PublicWasOpen && p.TheCase.Facts is { LegalStatus: "WORK" } facts && facts.LegalStatusValidTo < act.Day || m.Integrations[n].AskAgain)).Select(plan => plan.Id)],
                        [.. People.Houses.Where(h => !m.HasLeft(h)).Select(h => h.Id)], act),
                },
                new Move<Note>
                {
                    Name = "go through integration", Rows = Table.Rows("integration reviewed a", "integration reviewed b"), Of = (m, a) => m.Integrations[a.Which], Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "Draft", "Active") is >= 0 and var n ? new(n, d.Mostly("It goes on.", " ")) : null,
                    Guards =
                    [
                        Open<Note>(), Owners<Note>(a => a.Which), new("AnIntegrationPlanFollowsItsStates", (m, _, a) => m.Integrations[a.Which].ReviewSince is not null),
                        new("AStepIsExplained", (_, _, a) => a.Text.Trim() != ""),
                    ],
                    Then = (m, _, a) => (m.Integrations[a.Which].ReviewSince, m.Integrations[a.Which].AskAgain) = (null, false),
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.ReviewIntegration(Id(p, a.Which), a.Text, act, Left(m, a.Which)),
                },
                new Move<Ends>
                {
                    Name = "end a component", Rows = Table.Rows("component ends in Draft", "component ends in Active"), Of = (m, a) => m.Integrations[a.Which], Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Draw = (m, _, d) => Find(m, d, "Draft", "Active") is >= 0 and var n && m.Integrations[n].Components.Count > 0 
                        ? new(n, d.Below(m.Integrations[n].Components.Count), d.Day(m.Today), d.Mostly("She speaks Swedish.", " ")) : null,
                    Guards =
                    [
                        Open<Ends>(), Owners<Ends>(a => a.Which), new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today), new("AStepIsExplained", (_, _, a) => a.Outcome.Trim() != ""),
                        new("AComponentEndsOnce", (m, _, a) => m.Integrations[a.Which].Components[a.Component].EndedOn is null),
                    ],
                    Then = (m, _, a) =>
                    {
                        m.Integrations[a.Which].Components[a.Component].EndedOn = a.On;
                        Unsettle(m.Integrations[a.Which]);
                    },
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.EndComponent(Id(p, a.Which), p.TheCase.Integrations[a.Which].Components[a.Component].Id, a.On, a.Outcome, act, Left(m, a.Which)),
                },
                new Move<End>
                {
                    Name = "end integration", Rows = Table.Rows("integration completed", "integration given up a", "integration given up b"), Weight = 1, Of = (m, a) => m.Integrations[a.Which],
                    Otherwise = "AnIntegrationPlanFollowsItsStates",
                    Fits = (_, a, row) => row.Id == "integration completed" == a.Completed,
                    Draw = (m, _, d) => Find(m, d, "Draft", "Active") is >= 0 and var n ? new(n, d.Often(50), d.Mostly("She has a job.", " ")) : null,
                    Guards =
                    [
                        Open<End>(), Owners<End>(a => a.Which), new("AStepIsExplained", (_, _, a) => a.Reason.Trim() != ""),
                        new("EveryComponentHasItsOutcome", (m, _, a) => !a.Completed || !m.Integrations[a.Which].Running.Any()),
                    ],
                    Then = (m, _, a) =>
                    {
                        var plan = m.Integrations[a.Which];
                        foreach (var left in plan.Running.ToList()) left.EndedOn = m.Today;
                        (plan.ReviewSince, plan.AskAgain) = (null, false);
                    },
                    Operation = _ => CaseOperation.WriteIntegration,
                    Does = (p, m, act, a) => p.TheCase.EndIntegration(Id(p, a.Which), a.Completed, a.Reason, act, Left(m, a.Which)),
                },
            ],
        };
    }
}
