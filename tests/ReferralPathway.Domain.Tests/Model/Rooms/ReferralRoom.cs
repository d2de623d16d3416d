using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Request> Referrals { get; } = [];

        /// <summary>One organisation asks another to help.</summary>
        internal sealed class Request(House sender, House recipient, string kind, string urgency, DataGroups groups) : Thing
        {
            public House Sender => sender;

            public House Recipient { get; set; } = recipient;

            public string Kind { get; set; } = kind;

            public string Urgency { get; set; } = urgency;

            public DataGroups Groups { get; set; } = groups;

            /// <summary>The ground of law it stands on; null while it stands on consent.</summary>
            public Ground? Ground { get; set; }

            public DateOnly? SentOn { get; set; }

            /// <summary>The sender wrote down what an organisation without accounts answered: it opens no part (decision 0018).</summary>
            public bool Told { get; set; }
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.8: one organisation asks another; and the transfer of the case (C8).</summary>
    internal static class ReferralRoom
    {
        /// <summary>Whoever may answer at all; that it is their own to answer is the law of the referral.</summary>
        private static readonly Who Answerers = Who.Registrars;

        private static readonly Who Completers = Who.Of(Who.Six, Who.Team);

        private static readonly Row[] Table = Rooms.Table(
            new("F1", "", "Draft", Who.AnyTeam),
            new("F1 again", "Draft", "Draft", Who.AnyTeam),
            new("F2", "Draft", "Sent", Who.AnyTeam),
            new("F3", "Sent", "Accepted", Answerers), new("F3 C8", "Sent", "Accepted", Answerers),
            new("F4", "Sent", "Declined", Answerers),
            new("F3 told", "Sent", "Accepted", Who.AnyTeam), new("F4 told", "Sent", "Declined", Who.AnyTeam),
            new("F5", "Accepted", "Completed", Completers),
            new("F6a", "Draft", "Withdrawn", Who.AnyTeam), new("F6b", "Sent", "Withdrawn", Who.AnyTeam), new("F7", "Accepted", "Withdrawn", Who.AnyTeam));

        /// <summary>What the new lead of a case cannot do without.</summary>
        private static readonly DataGroups Carried = DataGroups.Of(DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

        private sealed record Terms(int Which, House Recipient, bool Active, string Kind, string Urgency, DataGroups Groups, string Service)
        {
            public ReferralTerms Written() => new()
            {
                Recipient = Recipient.Id, RecipientKind = Recipient.Kind, RecipientIsActive = Active, Kind = Enum.Parse<ReferralKind>(Kind), Urgency = Enum.Parse<Urgency>(Urgency), Groups = Groups, Service = Service,
            };
        }

        private sealed record Send(int Which, bool Danger, bool Active);

        private sealed record Accept(int Which, Person Responsible);

        private sealed record Decline(int Which, string Reason, string? Text);

        private sealed record Told(int Which, bool Yes, DateOnly On, bool HasAccounts, string Reason);

        private sealed record Done(int Which, string Outcome, DateOnly On);

        private sealed record One(int Which);

        private static Terms Drawn(Reference m, Draw d, int which) => new(which,
            d.Often(60) && m.Ledger.LastOrDefault(l => l.State == "Given") is { } agreed ? agreed.Recipient : d.One(People.Houses), d.Often(96), d.Often(70) ? "Service" : "Transfer",
            d.Mostly("Normal", "ImmediateDanger", "Urgent"), d.Mostly(DataGroups.Of(DataGroup.Facts) | Carried, DataGroups.Of(DataGroup.Identity), Carried | DataGroups.Of(DataGroup.Health), DataGroups.Of(DataGroup.Whereabouts)), d.Mostly("COUNSELLING", "NO SUCH CODE"));

        private static readonly Guard<Terms>[] Writing =
        [
            new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
            new("CodesAreListed", (_, _, a) => a.Service != "NO SUCH CODE"),
            new("RecipientReceivesReferrals", (_, who, a) => a.Active && a.Recipient != who.At && a.Recipient != People.Iom && a.Recipient != People.Jamy && a.Recipient != People.Operator),
            new("SomeGroupsAreInNoConsent", (_, _, a) => !a.Groups.Has(DataGroup.Whereabouts)),
            new("ReferralNeedsConsent", (m, _, a) => !m.Covered(a.Recipient).IsEmpty),
            new("OnlyTheLeadTransfersTheCase", (m, who, a) => a.Kind != "Transfer" || who.At == m.Lead),
        ];

        private static T? Any<T>(Reference m, Draw d, Func<int, T> of, params ReadOnlySpan<string> usual) where T : class
        {
            if (m.Referrals.Count == 0) return null;
            var n = d.Below(m.Referrals.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Referrals[n].State) && d.Often(80); tries++) n = d.Below(m.Referrals.Count);
            return of(n);
        }

        public static readonly Room Room = new()
        {
            Name = "Referral",
            Share = 2,
            Paths = [["consent given", "draft a referral", "send a referral", "accept a referral", "complete a referral"], ["emergency", "draft a referral", "send a referral"]],
            Happening = p => p.TheCase.Referrals,
            GivesPart = (m, house) => m.IsOpen && m.Referrals.Any(r => r.State == "Accepted" && r.Recipient == house && r.Kind != "Transfer" && !r.Told) && !m.Covered(house).IsEmpty,
            Expected = (m, sheet) =>
            {
                foreach (var r in m.Referrals) sheet.Add("referral", r.Sender, r.Recipient, r.State, r.Kind, r.Urgency, r.Groups.Mask, r.Ground is null, r.Told);
            },
            Actual = (p, sheet) =>
            {
                foreach (var r in p.TheCase.Referrals) sheet.Add("referral", People.Of(r.Sender), People.Of(r.Recipient), r.Status, r.Kind, r.Urgency, r.Groups.Mask, r.RestsOnConsent, r.IsRecordedBySender);
            },
            Moves =
            [
                new Move<Terms>
                {
                    Name = "draft a referral", Rows = Table.Rows("F1"), Weight = 2, Draw = (m, _, d) => m.Lead is null ? null : Drawn(m, d, 0), Guards = Writing,
                    Then = (m, who, a) => m.Referrals.Add(new(who.At, a.Recipient, a.Kind, a.Urgency, a.Groups) { State = "Draft" }),
                    Operation = _ => CaseOperation.Refer,
                    Does = (p, _, act, a) => p.TheCase.DraftReferral(a.Written(), act),
                },
                new Move<Terms>
                {
                    Name = "change a draft", Rows = Table.Rows("F1 again"), Of = (m, a) => m.Referrals[a.Which], Otherwise = "ReferralIsSentOnce", Draw = (m, _, d) => Any(m, d, n => Drawn(m, d, n), "Draft"),
                    Guards = [.. Writing, new("AReferralIsChangedByItsSender", (m, who, a) => m.Referrals[a.Which].Sender == who.At)],
                    Then = (m, _, a) =>
                    {
                        var draft = m.Referrals[a.Which];
                        (draft.Recipient, draft.Kind, draft.Urgency, draft.Groups) = (a.Recipient, a.Kind, a.Urgency, a.Groups);
                    },
                    Operation = _ => CaseOperation.Refer,
                    Does = (p, _, act, a) => p.TheCase.RedraftReferral(p.TheCase.Referrals[a.Which].Id, a.Written(), act),
                },
                new Move<Send>
                {
                    Name = "send a referral", Rows = Table.Rows("F2"), Weight = 2, Of = (m, a) => m.Referrals[a.Which], Otherwise = "ReferralIsSentOnce", Draw = (m, _, d) => Any(m, d, n => new Send(n, d.Often(70), d.Often(96)), "Draft"),
                    Guards =
                    [
                        new("CaseIsOpenForThis", (m, _, _) => m.IsOpen),
                        new("AReferralIsChangedByItsSender", (m, who, a) => m.Referrals[a.Which].Sender == who.At),
                        new("RecipientReceivesReferrals", (_, _, a) => a.Active),
                        new("OnlyTheLeadTransfersTheCase", (m, _, a) => m.Referrals[a.Which] is var r && (r.Kind != "Transfer" || r.Sender == m.Lead)),
                        new("ReferralNeedsConsent", (m, _, a) => m.Referrals[a.Which].Recipient is var to && (m.Yes(to, "REFERRAL") is not null || m.GroundsFor(to).Any())),
                        new("ReferralSendsOnlyWhatIsCovered", (m, _, a) => m.Referrals[a.Which] is var r && m.Covered(r.Recipient).Covers(r.Groups)),
                        new("ATransferCarriesTheCase", (m, _, a) => m.Referrals[a.Which] is var r && (r.Kind != "Transfer" || r.Groups.Covers(Carried))),
                        new("ImmediateDangerMeans112First", (m, _, a) => m.Referrals[a.Which].Urgency != "ImmediateDanger" || a.Danger),
                    ],
                    Then = (m, _, a) =>
                    {
                        var sent = m.Referrals[a.Which];
                        sent.SentOn = m.Today;
                        sent.Groups |= DataGroups.Of(DataGroup.Facts);
                        if (m.Yes(sent.Recipient, "REFERRAL") is null) sent.Ground = m.GroundsFor(sent.Recipient).Last();
                    },
                    Operation = _ => CaseOperation.Refer,
                    Does = (p, _, act, a) => p.TheCase.SendReferral(p.TheCase.Referrals[a.Which].Id, a.Danger, act, a.Active),
                },
                new Move<Accept>
                {
                    Name = "accept a referral", Rows = Table.Rows("F3", "F3 C8"), Weight = 2, Of = (m, a) => m.Referrals[a.Which], Otherwise = "ReferralIsAnsweredOnce",
                    Fits = (m, a, row) => row.Id == "F3 C8" == (m.Referrals[a.Which].Kind == "Transfer"),
                    Draw = (m, who, d) => Any(m, d, n => new Accept(n, d.One([.. People.All.Where(p => p.At == who.At)])), "Sent"),
                    Guards =
                    [
                        new("AReferralIsAnsweredByItsRecipient", (m, who, a) => m.Referrals[a.Which].Recipient == who.At),
                        new("ReferralNeedsConsent", (m, _, a) => !m.Covered(m.Referrals[a.Which].Recipient).IsEmpty),
                        new("OnlyTheLeadTransfersTheCase", (m, _, a) => m.Referrals[a.Which] is var r && (r.Kind != "Transfer" || r.Sender == m.Lead)),
                    ],
                    Then = (m, who, a) =>
                    {
                        m.Team.Add(a.Responsible);
                        if (m.Referrals[a.Which].Kind == "Transfer") m.Lead = who.At;
                    },
                    Asks = who => CaseAccess.MayAnswerReferral(who.Role),
                    Does = (p, _, act, a) =>
                    {
                        var referral = p.TheCase.Referrals[a.Which];
                        // The database looks the consent up again before it lets anybody in: settle_acceptance.
                        if (referral.Status == ReferralStatus.Sent && p.TheCase.CoveredFor(referral.Recipient, act.At).IsEmpty) throw new RuleBrokenException(Rule.ReferralNeedsConsent);
                        p.TheCase.AcceptReferral(referral, a.Responsible.Id, act.Day, Guid.CreateVersion7(act.At), act);
                    },
                },
                new Move<Decline>
                {
                    Name = "decline a referral", Rows = Table.Rows("F4"), Of = (m, a) => m.Referrals[a.Which], Otherwise = "ReferralIsAnsweredOnce",
                    Draw = (m, _, d) => Any(m, d, n => new Decline(n, d.Mostly("NO_CAPACITY", "OTHER", "NO SUCH CODE"), d.One(null, "too short", "We are moving house")), "Sent"),
                    Guards =
                    [
                        new("AReferralIsAnsweredByItsRecipient", (m, who, a) => m.Referrals[a.Which].Recipient == who.At),
                        new("CodesAreListed", (_, _, a) => a.Reason != "NO SUCH CODE"),
                        new("DecliningForAnotherReasonIsExplained", (_, _, a) => a.Reason != "OTHER" || a.Text?.Length >= 10),
                    ],
                    Asks = who => CaseAccess.MayAnswerReferral(who.Role),
                    Does = (p, _, act, a) => p.TheCase.Referrals[a.Which].Decline(a.Reason, a.Text, act),
                },
                new Move<Told>
                {
                    Name = "write down an answer", Rows = Table.Rows("F3 told", "F4 told"), Of = (m, a) => m.Referrals[a.Which], Otherwise = "ReferralIsAnsweredOnce",
                    Fits = (_, a, row) => row.To == (a.Yes ? "Accepted" : "Declined"),
                    Draw = (m, _, d) => Any(m, d, n => new Told(n, d.Often(60), d.Day(m.Today, m.Referrals[n].SentOn), d.Often(20), d.Mostly("NO_CAPACITY", "NO SUCH CODE")), "Sent"),
                    Guards =
                    [
                        new("OnlyAnOrganisationWithoutAccountsIsAnsweredFor", (m, who, a) => !a.HasAccounts && m.Referrals[a.Which].Sender == who.At),
                        new("ATransferIsAcceptedByTheNewLead", (m, _, a) => !a.Yes || m.Referrals[a.Which].Kind != "Transfer"),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AnAnswerFollowsTheReferral", (m, _, a) => !(a.On < m.Referrals[a.Which].SentOn)),
                        new("CodesAreListed", (_, _, a) => a.Yes || a.Reason != "NO SUCH CODE"),
                    ],
                    Then = (m, _, a) => m.Referrals[a.Which].Told = true,
                    Operation = _ => CaseOperation.Refer,
                    Does = (p, _, act, a) => p.TheCase.Referrals[a.Which].RecordAnswer(new()
                    {
                        Accepted = a.Yes, Way = AnswerWay.Telephone, On = a.On, Answer = new() { Function = "duty officer" }, DeclinedBecause = a.Yes ? null : a.Reason,
                    }, a.HasAccounts, act),
                },
                new Move<Done>
                {
                    Name = "complete a referral", Rows = Table.Rows("F5"), Of = (m, a) => m.Referrals[a.Which], Otherwise = "OnlyAnAcceptedReferralIsCompleted",
                    Draw = (m, _, d) => Any(m, d, n => new Done(n, d.Mostly("Housed and safe.", "  "), d.Day(m.Today)), "Accepted"),
                    Guards =
                    [
                        new("AReferralIsAnsweredByItsRecipient", (m, who, a) => m.Referrals[a.Which] is var r && (r.Recipient == who.At || r.Told && r.Sender == who.At)),
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AStepIsExplained", (_, _, a) => a.Outcome.Trim() != ""),
                    ],
                    Operation = _ => CaseOperation.CompleteReferral,
                    Does = (p, _, act, a) => p.TheCase.Referrals[a.Which].Complete(a.Outcome, a.On, act),
                },
                new Move<One>
                {
                    Name = "withdraw a referral", Rows = Table.Rows("F6a", "F6b", "F7"), Of = (m, a) => m.Referrals[a.Which], Otherwise = "ReferralIsWithdrawnBeforeItEnds", Draw = (m, _, d) => Any(m, d, n => new One(n), "Draft", "Sent", "Accepted"),
                    Guards =
                    [
                        new("AReferralIsChangedByItsSender", (m, who, a) => m.Referrals[a.Which].Sender == who.At),
                        new("ReferralIsWithdrawnBeforeItEnds", (m, _, a) => m.Referrals[a.Which] is not { Kind: "Transfer", State: "Accepted" }),
                    ],
                    Operation = _ => CaseOperation.Refer,
                    Does = (p, _, act, a) => p.TheCase.Referrals[a.Which].Withdraw(served: false, act),
                },
            ],
        };
    }
}
