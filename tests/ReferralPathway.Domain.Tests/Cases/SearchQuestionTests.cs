using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class SearchQuestionTests
{
    private static readonly DateOnly Today = new(2026, 3, 16);

    [Theory]
    [InlineData("2026-000123", "2026-000123", null, null, null)]
    [InlineData(" 2026000123", "2026-000123", null, null, null)]
    [InlineData("2026–000123", "2026-000123", null, null, null)]
    [InlineData("Oksana Petrenko", null, "Oksana Petrenko", null, null)]
    [InlineData("Oksana Petrenko 1994-03-16", null, "Oksana Petrenko", "1994-03-16", null)]
    [InlineData("1994-03-16, Oksana", null, "Oksana", "1994-03-16", null)]
    [InlineData("Oksana 940316", null, "Oksana", "1994-03-16", null)]
    [InlineData("040316", null, null, "2004-03-16", null)]
    [InlineData("19940316", null, null, "1994-03-16", null)]
    [InlineData("16/3/1994", null, null, "1994-03-16", null)]
    [InlineData("16.3.1994", null, null, "1994-03-16", null)]
    [InlineData("Oksana 16 mars 1994", null, "Oksana", "1994-03-16", null)]
    [InlineData("16 March 1994", null, null, "1994-03-16", null)]
    [InlineData("640823-3234", null, null, null, "196408233234")]
    [InlineData("19640823-3234", null, null, null, "196408233234")]
    [InlineData("6408233234", null, null, null, "196408233234")]
    [InlineData("Ines Duarte 640823-3234", null, "Ines Duarte", null, "196408233234")]
    public void One_line_says_whom_somebody_looks_for(string typed, string? reference, string? name, string? birth, string? number)
    {
        var read = SearchQuestion.Read(typed, Today);

        Assert.Equal((reference, name, number), (read.Reference, read.Name, read.PersonalNumber));
        Assert.Equal(birth is null ? [] : [DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture)], read.BirthDates);
    }

    [Fact]
    public void What_can_be_two_days_is_both_and_a_month_is_all_its_days()
    {
        Assert.Equal([new(1994, 4, 3), new(1994, 3, 4)], SearchQuestion.Read("3/4/1994", Today).BirthDates);
        Assert.Equal(31, SearchQuestion.Read("1994-03", Today).BirthDates.Count);
        Assert.Equal(365, SearchQuestion.Read("Oksana 1994", Today).BirthDates.Count);
        // Everybody of a year is nobody.
        Assert.Empty(SearchQuestion.Read("1994", Today).BirthDates);
        Assert.Empty(SearchQuestion.Read("2027-01-01", Today).BirthDates);
    }

    [Theory]
    [InlineData("99-1234", "99-1234")]
    [InlineData("pt998877", "PT998877")]
    [InlineData("PT 998877", "PT998877")]
    [InlineData("LMA 12345678", "12345678")]
    public void A_number_of_a_document_is_looked_for_as_it_is_kept(string typed, string kept) => Assert.Contains(kept, SearchQuestion.Read(typed, Today).Numbers);

    [Fact]
    public void A_name_that_is_nearly_the_same_weighs_least_and_is_asked_for_last()
    {
        var question = SearchQuestion.Read("Kovalenko 1994-03-04", Today);
        var nearly = NameTokens.Of("Kovalekno").Single(NameTokens.IsHeard);

        Assert.DoesNotContain(question.Weighed(near: false), t => t.Token == nearly);
        Assert.Contains(question.Weighed(near: true), t => t.Token == nearly && t.Weight < question.Weighed(near: false).Where(o => NameTokens.IsHeard(o.Token)).Min(o => o.Weight));
        Assert.Contains(("b:1994-04-03", 10), question.Weighed(near: true));
        // So few sounds have nobody near, or everybody.
        Assert.Equal(SearchQuestion.Read("Bo", Today).Weighed(near: false), SearchQuestion.Read("Bo", Today).Weighed(near: true));
    }
}
