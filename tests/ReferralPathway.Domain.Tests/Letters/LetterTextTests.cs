using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Tests.Cases;

namespace ReferralPathway.Domain.Tests.Letters;

/// <summary>What stands in a template, and what becomes of it.</summary>
public sealed class LetterTextTests
{
    public static TheoryData<LetterKind, string> Presets() =>
        [.. Enum.GetValues<LetterKind>().SelectMany(k => LetterKinds.LanguagesOf(k).Select(l => new TheoryDataRow<LetterKind, string>(k, l)))];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_text_that_comes_with_the_product_has_one_title_and_only_its_own_fields(LetterKind kind, string language)
    {
        var text = LetterTemplate.Preset(kind, language);

        Assert.True(LetterText.HasOneTitle(text));
        Assert.Empty(LetterText.Unknown(kind, text));
        // In every language the same is said in the same order, with the same fields.
        var swedish = LetterTemplate.Preset(kind, "sv");
        Assert.Equal(LetterText.Lines(swedish).Select(l => l.Kind), LetterText.Lines(text).Select(l => l.Kind));
        Assert.Equal(LetterText.Lines(swedish).Select(l => string.Join(' ', LetterText.Fields(l.Text).Order())), LetterText.Lines(text).Select(l => string.Join(' ', LetterText.Fields(l.Text).Order())));
    }

    [Fact]
    public void The_form_of_consent_has_every_word_in_every_language_and_none_in_two()
    {
        Assert.Equal(14, LetterKinds.ConsentLanguages.Count);
        string[] keys = [.. CodeLists.ConsentPurpose.Items.Select(i => i.Code), .. DataGroups.Consentable.Select(g => g.ToString()), "UntilTakenBack", "Draft"];
        Assert.All(LetterKinds.ConsentLanguages, language =>
        {
            var words = ConsentWords.All(language);
            Assert.Equal(keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
            Assert.All(words.Values, w => Assert.False(string.IsNullOrWhiteSpace(w)));
            Assert.Equal(words.Count, words.Values.Distinct().Count());
            Assert.True(Languages.Find(language) is not null);
        });
        var said = LetterKinds.ConsentLanguages.SelectMany(l => LetterText.Lines(LetterTemplate.Preset(LetterKind.ConsentForm, l)).Where(line => line.Kind == LetterLineKind.Point).Select(line => line.Text)).ToList();
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Fact]
    public void A_line_whose_fields_are_empty_leaves_no_gap_and_no_heading_behind()
    {
        var lines = LetterText.Fill("# T\n## Person\n= Name: {name}\n## Else\nTo {recipient}, from {writer}.\n- {story}", field => field == "recipient" ? new("Haven") : null);

        Assert.Equal(["T", "Else", "To Haven, from ."], lines.Select(l => l.Text));
    }

    [Fact]
    public void A_field_alone_on_its_line_keeps_its_facts_and_inside_a_sentence_its_words()
    {
        var value = new LetterValue("A: 1; B: 2", [("A", "1"), ("B", "2")]);
        var lines = LetterText.Fill("# T\n{part_a}\nSaid: {part_a}", _ => value);

        Assert.Equal(value.Facts, lines[1].Facts);
        Assert.Equal("Said: A: 1; B: 2", lines[2].Text);
        // What was typed into a case is no template.
        Assert.Equal("{name}", LetterText.Fill("# T\n{story}", _ => new("{name}"))[1].Text);
    }

    [Theory]
    [InlineData("Dear reader", nameof(Rule.ALetterHasOneTitle))]
    [InlineData("# One\n# Two", nameof(Rule.ALetterHasOneTitle))]
    [InlineData("# One\n{health}", nameof(Rule.ALetterNamesOnlyItsFields))]
    [InlineData("# One\n{nobody_knows}", nameof(Rule.ALetterNamesOnlyItsFields))]
    [InlineData("# One\n{}", nameof(Rule.ALetterNamesOnlyItsFields))]
    public void A_template_that_no_letter_can_be_made_of_is_refused(string text, string rule) =>
        Assert.Equal(rule, Acting.Breaks(() => LetterTemplate.Write(LetterKind.ReferralSheet, "sv", 1, text, false, Acting.Jonas)).Name);

    [Fact]
    public void A_letter_is_put_into_the_languages_it_has_and_a_translation_is_a_draft_until_it_is_read()
    {
        const string text = "# T\n{asked}";
        Assert.Equal(Rule.CodesAreListed, Acting.Breaks(() => LetterTemplate.Write(LetterKind.Plan, "ar", 1, "# T", true, Acting.Jonas)));
        Assert.False(LetterTemplate.Write(LetterKind.ConsentForm, "ar", 1, text, false, Acting.Jonas).Reviewed);
        Assert.True(LetterTemplate.Write(LetterKind.ConsentForm, "ar", 2, text, true, Acting.Jonas).Reviewed);
        Assert.True(LetterTemplate.Write(LetterKind.ConsentForm, "sv", 1, text, false, Acting.Jonas).Reviewed);
    }

    [Fact]
    public void Every_kind_is_found_by_its_word_and_by_no_other()
    {
        Assert.All(Enum.GetValues<LetterKind>(), k => Assert.Equal(k, LetterKinds.Find(LetterKinds.Word(k))));
        Assert.Null(LetterKinds.Find("fax"));
    }
}
