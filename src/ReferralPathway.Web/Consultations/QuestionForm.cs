using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Consultations;

/// <summary>An anonymous question as it is typed (form F4).</summary>
public sealed record QuestionForm
{
    public string? Type { get; init; }

    public string? AskedOf { get; init; } = nameof(Domain.Consultations.AskedOf.National);

    public string? Region { get; init; }

    public string? AgeGroup { get; init; }

    public string? Gender { get; init; }

    public string? WorldRegion { get; init; }

    public string? ExploitationType { get; init; }

    public string? StayClass { get; init; }

    public string? Urgency { get; init; } = nameof(QuestionUrgency.Normal);

    public string? Question { get; init; }

    /// <summary>The author has looked at the warning.</summary>
    public bool Checked { get; init; }

    public static QuestionForm Of(ConsultationView view) => new()
    {
        Type = view.Type?.ToString(),
        AskedOf = view.AskedOf.ToString(),
        Region = view.Region?.ToString(),
        AgeGroup = view.AgeGroup,
        Gender = view.Gender,
        WorldRegion = view.WorldRegion?.ToString(),
        ExploitationType = view.ExploitationType,
        StayClass = view.StayClass?.ToString(),
        Urgency = view.Urgency.ToString(),
        Question = view.Question,
    };

    public ConsultationTerms Terms => new()
    {
        Type = Value<QuestionType>(Type),
        AskedOf = Value<AskedOf>(AskedOf) ?? Domain.Consultations.AskedOf.National,
        Region = Value<CoordinationRegion>(Region),
        AgeGroup = Given(AgeGroup),
        Gender = Given(Gender),
        WorldRegion = Value<WorldRegion>(WorldRegion),
        ExploitationType = Given(ExploitationType),
        StayClass = Value<StayClass>(StayClass),
        Urgency = Value<QuestionUrgency>(Urgency) ?? QuestionUrgency.Normal,
        Question = Question,
    };

    private static T? Value<T>(string? name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && name == value.ToString() ? value : null;

    private static string? Given(string? code) => string.IsNullOrEmpty(code) ? null : code;

    internal static bool IsOneOf<T>(string? name) where T : struct, Enum => string.IsNullOrEmpty(name) || Value<T>(name) is not null;
}

/// <summary>
/// Looks over a question before it is kept. What names a person is said beside the field, by its kind; the record learns the kinds and nothing of the text.
/// </summary>
public sealed class QuestionCheck(PathwayDb db, OwnNames own, Wording t)
{
    /// <summary>Whether the text holds something that may be a name, a date or an address, and the author has not said that they looked.</summary>
    public bool IsDoubted { get; private set; }

    /// <summary>Names of the organisation's own cases stand in the text.</summary>
    public bool NamesOwnCase { get; private set; }

    /// <param name="sending">Not only kept as a draft: everything that an answer needs must be there.</param>
    public async Task<bool> PassesAsync(QuestionForm input, bool sending, string page, ModelStateDictionary state, CancellationToken stopping)
    {
        var answers = new Answers(state, t, t.Today);
        var text = input.Question;
        if (sending)
        {
            answers.Need(input.Type, "Consultations.Type", "Input.Type");
            answers.Need(input.Region, "Consultations.Region", "Input.Region");
            answers.Need(input.AgeGroup, "Consultations.AgeGroup", "Input.AgeGroup");
            answers.Need(input.WorldRegion, "Consultations.WorldRegion", "Input.WorldRegion");
            if (answers.Need(text, "Consultations.Question", "Input.Question") && text!.Length < ConsultationTerms.ShortestQuestion)
                answers.Wrong("Input.Question", t["Consultations.TooShort", ("n", ConsultationTerms.ShortestQuestion)]);
        }
        answers.Text(input.Question, "Consultations.Question", ConsultationTerms.LongestQuestion, lines: true, "Input.Question");
        answers.Listed(input.AgeGroup, CodeLists.AgeGroup, "Input.AgeGroup");
        answers.Listed(input.Gender, CodeLists.Gender, "Input.Gender");
        answers.Listed(input.ExploitationType, CodeLists.ExploitationType, "Input.ExploitationType");
        Among<QuestionType>(input.Type, "Input.Type");
        Among<AskedOf>(input.AskedOf, "Input.AskedOf");
        Among<CoordinationRegion>(input.Region, "Input.Region");
        Among<WorldRegion>(input.WorldRegion, "Input.WorldRegion");
        Among<StayClass>(input.StayClass, "Input.StayClass");
        Among<QuestionUrgency>(input.Urgency, "Input.Urgency");

        NamesOwnCase = await own.StandInAsync(text, stopping);
        var found = PersonalDataDetector.Find(text);
        PersonalDataKind[] hard = [.. found.Where(k => k.IsHard()), .. NamesOwnCase ? [PersonalDataKind.KnownName] : Array.Empty<PersonalDataKind>()];
        IsDoubted = hard.Length == 0 && found.Count > 0 && !input.Checked;
        if (hard.Length > 0) answers.Wrong("Input.Question", t["Errors.PersonalData", ("kind", Kinds(hard))]);
        else if (sending && IsDoubted) answers.Wrong("Input.Checked", t["Consultations.Doubt", ("kind", Kinds(found))]);
        if (hard.Length > 0) await RecordAsync(Rule.AConsultationNamesNobody, hard, page, stopping);
        else if (sending && IsDoubted) await RecordAsync(Rule.ADoubtIsCheckedFirst, found, page, stopping);
        return state.IsValid;

        void Among<T>(string? name, string field) where T : struct, Enum
        {
            if (!QuestionForm.IsOneOf<T>(name)) answers.Wrong(field, t["Errors.CodeUnknown"]);
        }
    }

    private string Kinds(IReadOnlyList<PersonalDataKind> kinds)
    {
        string[] said = [.. kinds.Select(k => t[$"PersonalDataKind.{k}"])];
        return said.Length == 1 ? said[0] : t["Consultations.AndList", ("first", string.Join(", ", said[..^1])), ("last", said[^1])];
    }

    private async Task RecordAsync(Rule why, IEnumerable<PersonalDataKind> kinds, string page, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Rule", null, [("why", why.Name), ("page", page), .. kinds.Select(k => ("kind", k.ToString()))]));
        await db.SaveChangesAsync(stopping);
    }
}
