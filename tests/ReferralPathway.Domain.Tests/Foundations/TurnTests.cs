using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Tests.Investigations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class TurnTests
{
    [Fact]
    public void What_happened_first_has_the_lower_turn_whichever_aggregate_it_happened_to()
    {
        var theCase = Some.OpenCase();

        var initiated = theCase.InitiateInvestigation(null, Some.Terms(), Some.Police());
        theCase.RecordDanger(true, Some.Police());

        var told = theCase.TakeEvents().Concat(initiated.TakeEvents()).OrderBy(e => e.Turn).Select(e => e.Kind);
        Assert.Equal([nameof(InvestigationInitiated), nameof(FormallyIdentified), nameof(FactsRecorded)], told);
    }

    [Fact]
    public void The_same_event_at_another_turn_is_the_same_event()
    {
        var act = Some.Police();
        var id = CaseId.New(act.At);

        Assert.Equal(new RuledOut(id, act), new RuledOut(id, act));
        Assert.NotEqual<CaseEvent>(new RuledOut(id, act), new PresumedAgain(id, act));
        Assert.NotEqual(new CaseClosed(id, "DUPLICATE", act), new CaseClosed(id, "DECEASED", act));
    }
}
