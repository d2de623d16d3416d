using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Hosting;

/// <summary>The labels of the code lists, from the domain.</summary>
public sealed class CodeLabels : ICodeLabels
{
    public IReadOnlyList<string> Codes(string list) => [.. CodeLists.Get(list).Items.Select(i => i.Code)];

    public string Label(string list, string code, PageLanguage language) => CodeLists.Get(list).Label(code, language.Code);
}
