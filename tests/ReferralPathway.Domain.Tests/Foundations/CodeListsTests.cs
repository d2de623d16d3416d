using System.Reflection;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class CodeListsTests
{
    [Fact]
    public void There_are_twenty_four_lists_and_each_has_a_member_of_its_own()
    {
        var members = typeof(CodeLists).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(CodeList))
            .Select(property => (CodeList)property.GetValue(null)!)
            .ToList();

        Assert.Equal(24, members.Count);
        Assert.Equal(CodeLists.All.Select(list => list.Name).Order(StringComparer.Ordinal), members.Select(list => list.Name).Order(StringComparer.Ordinal));
        Assert.All(members, list => Assert.Same(list, CodeLists.Get(list.Name)));
    }

    [Fact]
    public void Every_value_has_a_label_in_both_languages_and_a_note_in_both_or_none() =>
        Assert.All(CodeLists.All.SelectMany(list => list.Items), item =>
        {
            Assert.NotEmpty(item.Code);
            Assert.NotEmpty(item.Sv);
            Assert.NotEmpty(item.En);
            Assert.Equal(item.NoteSv is null, item.NoteEn is null);
        });

    [Fact]
    public void No_two_values_of_a_list_have_the_same_label() =>
        Assert.All(CodeLists.All, list =>
        {
            Assert.Distinct(list.Items.Select(item => item.Sv));
            Assert.Distinct(list.Items.Select(item => item.En));
        });

    [Fact]
    public void The_first_identifiers_stand_in_the_order_of_the_guide() =>
        Assert.Equal(
            ["SOCIAL_WORKER", "REGIONAL_COORDINATOR", "POLICE_BORDER", "MIGRATION_AGENCY", "LAWYER", "SHELTER", "NGO", "OTHER"],
            CodeLists.FirstIdentifier.Items.Select(item => item.Code));

    [Fact]
    public void A_label_is_given_in_the_language_asked_for()
    {
        Assert.Equal("Tvångsarbete", CodeLists.ExploitationType.Label("FORCED_LABOUR", "sv"));
        Assert.Equal("Forced labour", CodeLists.ExploitationType.Label("FORCED_LABOUR", "en"));
        Assert.Equal("Behandlas som barn tills annat har visats", CodeLists.AgeGroup.Find("UNCERTAIN")?.NoteIn("sv"));
        Assert.Equal("Treated as a child until shown otherwise", CodeLists.AgeGroup.Find("UNCERTAIN")?.NoteIn("en"));
    }

    [Fact]
    public void A_code_the_list_does_not_have_is_told_apart_and_still_readable()
    {
        Assert.True(CodeLists.Gender.Has("X"));
        Assert.False(CodeLists.Gender.Has("x"));
        Assert.False(CodeLists.Gender.Has(null));
        Assert.Equal("WITHDRAWN_CODE", CodeLists.Gender.Label("WITHDRAWN_CODE", "sv"));
        Assert.Throws<ArgumentException>(() => CodeLists.Get("genders"));
    }
}
