using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Cases;

namespace ReferralPathway.Domain.Tests.Consents;

/// <summary>Whatever was decided in whatever order: the ledger answers for each instant what somebody would have said who was there.</summary>
public sealed class LedgerReplayTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(5), InlineData(8), InlineData(13), InlineData(21), InlineData(34), InlineData(55), InlineData(89)]
    public void The_ledger_at_any_instant_equals_a_replay_of_what_had_happened_by_then(int seed)
    {
        var random = new Random(seed);
        var theCase = Acting.OpenCase();
        var recipients = Enumerable.Range(0, 3).Select(_ => OrganisationId.New(Acting.Jonas.At)).ToArray();
        string[] purposes = [Purposes.Referral, Purposes.ShareHealth];
        var at = Acting.Jonas.At;
        var memory = new Dictionary<(OrganisationId, string), (ConsentState State, DateOnly? Until)>();
        var snapshots = new List<(DateTimeOffset At, Dictionary<(OrganisationId, string), (ConsentState State, DateOnly? Until)> Then)>();

        for (var n = 0; n < 60; n++)
        {
            at += TimeSpan.FromHours(random.Next(1, 60));
            var act = Acting.Jonas with { At = at };
            var key = (recipients[random.Next(3)], purposes[random.Next(2)]);
            var terms = new ConsentTerms
            {
                Recipient = key.Item1, RecipientKind = OrganisationKind.Ngo, Purpose = key.Item2, Groups = DataGroups.Of(DataGroup.Identity), DecidedOn = act.Day, Method = "WRITTEN", FullyInformed = true,
                ValidUntil = random.Next(2) == 0 ? act.Day.AddDays(random.Next(6)) : null,
            };
            switch (random.Next(3))
            {
                case 0:
                    theCase.GiveConsent(terms, act);
                    memory[key] = (ConsentState.Given, terms.ValidUntil);
                    break;
                case 1:
                    theCase.RefuseConsent(terms, act);
                    memory[key] = (ConsentState.Refused, null);
                    break;
                default:
                    if (!memory.TryGetValue(key, out var known) || known.State != ConsentState.Given || known.Until < act.Day) continue;
                    theCase.WithdrawConsent(key.Item1, key.Item2, act.Day, null, [], act);
                    memory[key] = (ConsentState.Withdrawn, null);
                    break;
            }
            theCase.TakeEvents();
            snapshots.Add((at, new(memory)));
        }

        Assert.NotEmpty(snapshots);
        foreach (var (instant, then) in snapshots.Select((s, i) => (At: i + 1 < snapshots.Count && random.Next(2) == 0 ? snapshots[i + 1].At.AddTicks(-10) : s.At, s.Then)))
        {
            var ledger = ConsentLedger.At(theCase.Consents, instant).ToDictionary(line => (line.Line.Recipient, line.Line.Purpose), line => line.State);
            Assert.Equal(then.Count, ledger.Count);
            foreach (var (key, (state, until)) in then)
            {
                var expected = state == ConsentState.Given && until < SwedishCalendar.DayOf(instant) ? ConsentState.Expired : state;
                Assert.Equal(expected, ledger[key]);
                Assert.Equal(expected, ConsentLedger.StateAt(theCase.Consents, key.Item1, key.Item2, instant));
                Assert.Equal(expected == ConsentState.Given, ConsentLedger.InForce(theCase.Consents, key.Item1, key.Item2, instant) is not null);
            }
        }
    }
}
