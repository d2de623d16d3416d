using ReferralPathway.Data.Codes;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Hosting;

/// <summary>The labels of the code lists: those of the domain, and over them what administrators have written.</summary>
public sealed class CodeLabels(CodeBook book, TimeProvider clock) : ICodeLabels
{
    /// <summary>What was changed, to be asked when the page's transaction begins.</summary>
    public CodeQuestion Question { get; private set; } = new();

    private IReadOnlyDictionary<(string List, string Code), CodeQuestion.Changed> Changes => (Question = Question.IsAnswered ? Question : book.Read()).Changes;

    public IReadOnlyList<string> Codes(string list) => [.. CodeLists.Get(list).Items.Select(i => i.Code)];

    public bool IsOffered(string list, string code) => !(Changes.GetValueOrDefault((list, code))?.WithdrawnFrom <= SwedishCalendar.DayOf(clock.GetUtcNow()));

    public string Label(string list, string code, PageLanguage language) =>
        Changes.GetValueOrDefault((list, code)) is { } changed ? language == PageLanguage.English ? changed.En : changed.Sv : CodeLists.Get(list).Label(code, language.Code);
}
