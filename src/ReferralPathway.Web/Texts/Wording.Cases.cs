using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Web.Texts;

/// <summary>What belongs to a case in words: the masked person, names in two languages, codes of places and tongues.</summary>
public sealed partial class Wording
{
    /// <summary>"woman", or "girl" of whoever is a child or may be one.</summary>
    /// <param name="code">Code list gender.</param>
    public string Gender(string code, bool ofChild) => this[$"Case.Gender.{code}{(ofChild ? "Child" : "")}"];

    /// <summary>"M.K., woman, 25–34": what may stand in a heading. A protected person has no initials anywhere.</summary>
    public string Masked(CaseView view)
    {
        var facts = view.Facts;
        var gender = facts.Gender is { } code ? Gender(code, facts.TreatedAsChild) : null;
        var age = facts.AgeGroup is { } group ? InSentence(Code("age_group", group)) : null;
        var initials = facts.IsProtected ? this["Case.Protected"] : view.Initials;
        string?[] parts = [initials, gender, age];
        return Capital(string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)))) is { Length: > 0 } masked ? masked : view.Reference;
    }

    /// <summary>"away until 2 April, Maria Berg answers"; null: they are here.</summary>
    public string? Away(TeamRow member) => member.AwayUntil is not { } day ? null
        : member.Deputy is { } name ? this["Away.UntilAnswers", ("day", Date(day)), ("name", name)] : this["Away.Until", ("day", Date(day))];

    /// <summary>A name that is kept in both languages.</summary>
    public string Named(string sv, string en) => language == PageLanguage.English ? en : sv;

    public string Named(Named? name) => name?.In(language.Code) ?? "";

    /// <summary>The word for a value of the domain, from the texts named like its type.</summary>
    public string Word<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];

    public string Spoken(string code) => Languages.Find(code)?.NameIn(language.Code) ?? code;

    public string Land(string code) => Countries.Find(code)?.NameIn(language.Code) ?? code;

    public string Place(string municipality) => Geography.FindMunicipality(municipality)?.Name ?? municipality;

    /// <summary>"Identity, safe contact": the groups of personal data in a mask, summaries under the name of their group.</summary>
    public string Groups(DataGroups groups) => string.Join(", ", groups
        .Where(g => g is not (DataGroup.AnswersForCase or DataGroup.SafeContactSummary or DataGroup.InvestigationSummary or DataGroup.MigrationSummary or DataGroup.PlanSummary or DataGroup.ReturnSummary or DataGroup.TravelHealth) || !groups.Has(Whole(g)))
        .Where(g => g is not DataGroup.AnswersForCase)
        .Select((g, i) => i == 0 ? Word(g) : InSentence(Word(g))));

    /// <summary>A deadline: a day when it ends with the day, else the moment.</summary>
    public string Due(DateTimeOffset at) => EndsADay(at) ? Day(LastDay(at)) : Moment(at);

    /// <summary>The last day on which something can be done in time.</summary>
    public static DateOnly LastDay(DateTimeOffset at) => WorkDate.DayOf(at);

    private static bool EndsADay(DateTimeOffset at) => WorkDate.EndsADay(at);

    private static DataGroup Whole(DataGroup summary) => summary switch
    {
        DataGroup.SafeContactSummary => DataGroup.SafeContact,
        DataGroup.InvestigationSummary => DataGroup.Investigation,
        DataGroup.MigrationSummary => DataGroup.Migration,
        DataGroup.PlanSummary => DataGroup.Plan,
        DataGroup.ReturnSummary => DataGroup.Return,
        DataGroup.TravelHealth => DataGroup.Health,
        _ => summary,
    };
}
