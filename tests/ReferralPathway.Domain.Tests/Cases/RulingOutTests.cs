using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class RulingOutTests
{
    private const string Reason = "The wages had been paid after all.";

    [Fact]
    public void A_presumed_person_is_ruled_out_and_put_back()
    {
        var theCase = OpenCase();

        theCase.RuleOut(Reason, Jonas);
        Assert.Equal(IdentificationStatus.RuledOut, theCase.Identification);
        theCase.PutBack("The debt is real.", Jonas);

        Assert.Equal(IdentificationStatus.Presumed, theCase.Identification);
        Assert.Equal([nameof(RuledOut), nameof(PresumedAgain)], theCase.TakeEvents().Select(e => e.Kind));
    }

    [Fact]
    public void Ruling_out_is_explained_in_at_least_twenty_characters() =>
        Assert.Equal(Rule.RulingOutIsExplained, Breaks(() => OpenCase().RuleOut("   nineteen letters   ", Jonas)));

    [Fact]
    public void A_formally_identified_person_is_never_ruled_out()
    {
        var theCase = OpenCase();
        theCase.InitiateInvestigation(null, Terms, Police);

        Assert.Equal(IdentificationStatus.FormallyIdentified, theCase.Identification);
        Assert.Equal(Rule.OnlyAPresumedPersonIsRuledOut, Breaks(() => theCase.RuleOut(Reason, Jonas)));
    }

    [Fact]
    public void Nobody_is_ruled_out_twice_and_only_the_ruled_out_are_put_back()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.OnlyARuledOutPersonIsPutBack, Breaks(() => theCase.PutBack(Reason, Jonas)));
        theCase.RuleOut(Reason, Jonas);
        Assert.Equal(Rule.OnlyAPresumedPersonIsRuledOut, Breaks(() => theCase.RuleOut(Reason, Jonas)));
    }

    [Fact]
    public void A_draft_is_not_ruled_out() =>
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => Case.Start("2026-000002", Jonas).RuleOut(Reason, Jonas)));

    private static Investigations.InvestigationTerms Terms => new()
    {
        LeaderKind = Investigations.LeaderKind.Police, Organisation = OrganisationKind.Police, AuthorityUnit = "Syd", LeaderName = "P. Grahn", ReferenceNumber = "5000-K1-26", Offences = ["BRB_4_1A"],
        On = Police.Day, ReasonToAssume = true,
    };
}
