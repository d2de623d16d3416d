using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public Track Asylum { get; } = new();

        /// <summary>How the application for asylum stands.</summary>
        internal sealed class Track : Thing
        {
            public bool Confirmed { get; set; }

            public DateOnly? RegisteredOn { get; set; }

            public DateOnly? LeftOn { get; set; }

            public DateOnly? TakenOverOn { get; set; }

            public DateOnly? DecidedOn { get; set; }

            /// <summary>What a withdrawn application returns to.</summary>
            public string? Before { get; set; }

            public DateOnly? BeforeUntil { get; set; }

            public bool Waits => State is "Registered" or "SupportByMigrationAgency" or "LeftTrack";

            /// <summary>An application under UtlL 5:15 leads out of the reception (LMA 1 a § 4).</summary>
            public void Leave(DateOnly on)
            {
                if (State is "Registered" or "SupportByMigrationAgency") (State, LeftOn) = ("LeftTrack", on);
            }
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.11: the asylum track. It gives nobody a part in the case (decision 0028).</summary>
    internal static class AsylumRoom
    {
        private static readonly Row[] Table =
        [
            new("asylum registered", "", "Registered", Who.AnyTeam),
            new("asylum again a", "Granted", "Registered", Who.AnyTeam), new("asylum again b", "Refused", "Registered", Who.AnyTeam), new("asylum again c", "Withdrawn", "Registered", Who.AnyTeam),
            new("asylum confirmed a", "Registered", "Registered", Who.AnyTeam), new("asylum confirmed b", "LeftTrack", "LeftTrack", Who.AnyTeam),
            new("asylum support a", "Registered", "SupportByMigrationAgency", Who.Agency), new("asylum support b", "LeftTrack", "SupportByMigrationAgency", Who.Agency),
            new("asylum taken over", "LeftTrack", "LeftTrack", Who.AnyTeam),
            .. from state in new[] { "Registered", "SupportByMigrationAgency", "LeftTrack" }
               from outcome in new[] { "Granted", "Refused", "Withdrawn" }
               select new Row($"asylum {outcome} {state}", state, outcome, Who.Agency),
        ];

        private static readonly string[] Decisions = [.. Table.Skip(9).Select(r => r.Id)];

        /// <param name="Stay">The municipality in which the person stays, where one is named.</param>
        private sealed record Day(DateOnly On, House? Stay = null);

        private sealed record Decision(DateOnly On, string Outcome, string? Status, DateOnly? Until);

        private static Day? Drawn(Reference m, Draw d) => m.Lead is null ? null : new(d.Day(m.Today, m.Asylum.RegisteredOn, m.Asylum.LeftOn, m.Asylum.DecidedOn));

        private static readonly Guard<Day>[] OnADay = [new("CaseIsOpenForThis", (m, _, _) => m.IsOpen), new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today)];

        public static readonly Room Room = new()
        {
            Name = "Asylum",
            Begins = [People.Agency, People.Malmo],
            Share = 3,
            Paths = [["register an application for asylum", "support by the agency"], ["register an application for asylum", "draft an application", "hand in an application"], ["register an application for asylum", "decide on asylum"],
                ["register an application for asylum", "draft an application", "hand in an application", "take the case on", "decide on asylum"],
                ["register an application for asylum", "draft an application", "hand in an application", "take the case on", "refuse", "support by the agency"]],
            Happening = p => p.TheCase.AsylumTrack is { } track ? [track] : [],
            Expected = (m, sheet) =>
            {
                if (m.Asylum.State != "") sheet.Add("asylum", m.Asylum.State, m.Asylum.Confirmed, m.Asylum.RegisteredOn, m.Asylum.LeftOn, m.Asylum.TakenOverOn, m.Asylum.DecidedOn);
            },
            Actual = (p, sheet) =>
            {
                if (p.TheCase.AsylumTrack is { } track) sheet.Add("asylum", track.State, track.IsConfirmed, track.RegisteredOn, track.LeftOn, track.TakenOverOn, track.DecidedOn);
            },
            Moves =
            [
                new Move<Day>
                {
                    Name = "register an application for asylum", Rows = Table.Rows("asylum registered", "asylum again a", "asylum again b", "asylum again c", "asylum confirmed a", "asylum confirmed b"), Of = (m, _) => m.Asylum,
                    Otherwise = "AnAsylumTrackFollowsItsStates", Draw = (m, _, d) => Drawn(m, d),
                    Guards =
                    [
                        .. OnADay,
                        // What the person said is confirmed once, and by the agency.
                        new("AnAsylumTrackFollowsItsStates", (m, who, _) => !m.Asylum.Waits || !m.Asylum.Confirmed && who.At == People.Agency),
                        new("AnAsylumStepFollows", (m, _, a) => m.Asylum.Waits || !(a.On < m.Asylum.DecidedOn)),
                    ],
                    Then = (m, who, a) =>
                    {
                        var track = m.Asylum;
                        if (track.State == "") (track.Before, track.BeforeUntil) = m.Told is null or "ASYLUM" ? ("UNKNOWN", null) : (m.Told, m.ToldUntil);
                        if (!track.Waits) (track.LeftOn, track.TakenOverOn, track.DecidedOn) = (null, null, null);
                        (track.Confirmed, track.RegisteredOn) = (who.At == People.Agency, a.On);
                        // Nobody loses a right to stay by asking for asylum as well.
                        if (m.Held is "IRREGULAR" or "VISIT" or "UNKNOWN" or "ASYLUM_REFUSED") (m.Held, m.Told, m.ToldUntil) = ("ASYLUM", "ASYLUM", null);
                    },
                    Operation = _ => CaseOperation.RecordAsylum,
                    Does = (p, _, act, a) => p.TheCase.RegisterAsylum(a.On, act),
                },
                new Move<Day>
                {
                    Name = "support by the agency", Rows = Table.Rows("asylum support a", "asylum support b"), Of = (m, _) => m.Asylum, Otherwise = "AnAsylumTrackFollowsItsStates",
                    Draw = (m, _, d) => Drawn(m, d) is { } day ? day with { Stay = d.Often(85) ? People.Malmo : null } : null,
                    Guards =
                    [
                        .. OnADay,
                        // LMA 3 §.
                        new("AnUnaccompaniedChildIsAssignedAMunicipality", (m, _, a) => !(m.Child && m.Unaccompanied) || a.Stay is not null),
                        new("ReceptionEndsWithAPermitApplication", (m, _, _) => !m.Permits.Any(p => p.State is "Submitted" or "Appealed" || p.State == "Granted" && p.From <= m.Today && m.Today <= p.To)),
                        new("AnAsylumStepFollows", (m, _, a) => !(a.On < (m.Asylum.LeftOn ?? m.Asylum.RegisteredOn))),
                    ],
                    Then = (m, _, _) => (m.Asylum.Confirmed, m.Asylum.LeftOn, m.Asylum.TakenOverOn) = (true, null, null),
                    Operation = _ => CaseOperation.DecideAsylum,
                    Does = (p, _, act, a) => p.TheCase.SupportAsylum(a.On, a.Stay?.Id, act),
                },
                new Move<Day>
                {
                    Name = "a municipality takes over", Rows = Table.Rows("asylum taken over"), Of = (m, _) => m.Asylum, Otherwise = "AnAsylumTrackFollowsItsStates", Draw = (m, _, d) => Drawn(m, d),
                    Guards =
                    [
                        .. OnADay, new("AnAsylumTrackFollowsItsStates", (m, _, _) => m.Asylum.TakenOverOn is null), new("AnAsylumStepFollows", (m, _, a) => !(a.On < m.Asylum.LeftOn)),
                    ],
                    Then = (m, _, a) => m.Asylum.TakenOverOn = a.On,
                    Operation = _ => CaseOperation.RecordAsylum,
                    Does = (p, _, act, a) => p.TheCase.TakeOverFromReception(a.On, act),
                },
                new Move<Decision>
                {
                    Name = "decide on asylum", Rows = Table.Rows(Decisions), Of = (m, _) => m.Asylum, Otherwise = "AnAsylumTrackFollowsItsStates", Fits = (_, a, row) => row.To == a.Outcome,
                    Draw = (m, _, d) => Drawn(m, d) is { } day ? new(day.On, d.One("Granted", "Refused", "Withdrawn"), d.Mostly("PERMANENT", "TRP_OTHER", "RP", null), d.Often(15) ? m.Today.AddDays(d.One(400, -3)) : null) : null,
                    Guards =
                    [
                        new("DatesAreNotInTheFuture", (m, _, a) => a.On <= m.Today),
                        new("AGrantSaysWhichPermit", (_, _, a) => a.Outcome != "Granted" || a.Status == "PERMANENT" && a.Until is null || a.Status == "TRP_OTHER" && a.Until >= a.On),
                        new("AnAsylumStepFollows", (m, _, a) => !(a.On < m.Asylum.RegisteredOn)),
                    ],
                    Then = (m, _, a) =>
                    {
                        (m.Asylum.Confirmed, m.Asylum.DecidedOn) = (true, a.On);
                        (m.Told, m.ToldUntil) = a.Outcome switch { "Granted" => (a.Status, a.Until), "Refused" => ("ASYLUM_REFUSED", null), _ => (m.Asylum.Before, m.Asylum.BeforeUntil) };
                        // A permit of 5:15 that holds stays what it is, unless asylum gives more.
                        if (a.Outcome == "Granted" || !m.Permits.Any(p => p.State == "Granted" && p.Kind == m.Held)) m.Held = m.Told;
                    },
                    Operation = _ => CaseOperation.DecideAsylum,
                    Does = (p, _, act, a) => p.TheCase.DecideAsylum(Enum.Parse<AsylumState>(a.Outcome), a.On, a.Outcome == "Granted" ? a.Status : null, a.Until, act),
                },
            ],
        };
    }
}
