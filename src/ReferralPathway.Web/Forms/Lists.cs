using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Forms;

/// <summary>Long lists to choose from: languages, countries, municipalities.</summary>
public static class Lists
{
    /// <summary>Those often interpreted first.</summary>
    public static IEnumerable<Choice> Languages(Wording t) =>
        Domain.Foundations.Languages.InOrder(t.Language.Code).Select(l => new Choice(l.Code, l.NameIn(t.Language.Code), Group: l.IsOftenInterpreted ? "Intake.Languages.Often" : "Intake.Languages.Others"));

    public static IEnumerable<Choice> Countries(Wording t) =>
        Domain.Foundations.Countries.InOrder(t.Language.Code).Where(c => c.IsPlace).Select(c => new Choice(c.Code, c.NameIn(t.Language.Code)));

    /// <summary>Countries, stateless and unknown.</summary>
    public static IEnumerable<Choice> Nationalities(Wording t) => Domain.Foundations.Countries.InOrder(t.Language.Code).Select(c => new Choice(c.Code, c.NameIn(t.Language.Code)));

    public static IEnumerable<Choice> Municipalities { get; } = [.. Geography.Municipalities.Select(m => new Choice(m.Code, m.Name))];
}
