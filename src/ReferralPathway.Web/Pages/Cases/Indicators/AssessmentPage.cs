using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Indicators;

/// <summary>A sign that is asked about.</summary>
public sealed record Sign(string Code, string Text);

/// <summary>
/// Signs are answered on one page of a list; what was answered on its other pages stays. The conclusion is a person's own, and nothing but the record of the
/// assessment changes (S1-01).
/// </summary>
public abstract class AssessmentPage(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    /// <summary>The profile of the quick list.</summary>
    public const string Quick = "ILO11";

    [BindProperty]
    public Form Input { get; set; } = new();

    public CaseView View { get; private set; } = null!;

    public abstract IReadOnlyList<Sign> Signs { get; }

    /// <summary>Whether the signs can be weighed.</summary>
    public abstract bool IsWeighed { get; }

    public IEnumerable<Choice> Replies { get; } = [.. Enum.GetNames<IndicatorAnswer>().Select(a => new Choice(a, $"Indicators.Answer.{a}"))];

    public IEnumerable<Choice> Profiles { get; } = [.. Enum.GetNames<IloProfile>().Select(p => new Choice(p, $"Indicators.Profile.{p}"))];

    public sealed record Form
    {
        public string? Profile { get; init; }

        public Dictionary<string, string?> Answers { get; init; } = [];

        public string? Conclusion { get; init; }

        public DateOnly? On { get; init; }

        public DateOnly? NextReview { get; init; }
    }

    /// <summary>The latest assessment with this list.</summary>
    public AssessmentRow? Latest => View.Assessments.FirstOrDefault(a => a.Profile == Quick != IsWeighed);

    /// <summary>All that has been answered with this list.</summary>
    public Dictionary<string, string> Known => Latest?.Answers.Select(a => a.Split('=')).ToDictionary(a => a[0], a => a[1]) ?? [];

    /// <summary>What the saved answers say, dimension by dimension; empty for the quick list.</summary>
    public IReadOnlyList<IloAssessment> Weighed => IsWeighed && Latest is { } latest && Enum.TryParse<IloProfile>(latest.Profile, out var profile)
        ? [.. IloIndicators.Assess(profile, Known.ToDictionary(a => a.Key, a => Enum.Parse<IndicatorAnswer>(a.Value))).Where(a => a.Present + a.NotKnown > 0)]
        : [];

    /// <summary>The signs that the saved answers say are there, each with its weight.</summary>
    public IReadOnlyList<(string Text, string? Weight)> Present => [.. Known.Where(a => a.Value == nameof(IndicatorAnswer.Yes)).Select(a => (TextOf(a.Key), WeightOf(a.Key)))];

    /// <summary>How strongly a sign speaks under the chosen profile; null where it is not weighed.</summary>
    public string? WeightOf(string code) =>
        IsWeighed && Enum.TryParse<IloProfile>(Input.Profile, out var profile) && Sign(code)?.WeightFor(profile) is { } weight ? t[$"Indicators.Weight.{weight}"] : null;

    private string TextOf(string code) => Sign(code)?.In(Language) ?? t.Code("ilo_forced_labour_11", code);

    private static IloIndicator? Sign(string code) => IloIndicators.Delphi.FirstOrDefault(i => i.Code == code);

    protected string Language => t.Language.Code;

    protected async Task<IActionResult> ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var (known, latest) = (Known, Latest);
        Input = new()
        {
            Profile = latest?.Profile ?? Likely.ToString(),
            Answers = Signs.ToDictionary(s => s.Code, s => known.GetValueOrDefault(s.Code)),
            Conclusion = latest is { Conclusion.IsOpen: true } ? latest.Conclusion.Value : null,
            On = current.Today,
            NextReview = latest?.NextReviewOn >= current.Today ? latest.NextReviewOn : null,
        };
        return Page();
    }

    protected async Task<IActionResult> SaveAsync(string next, int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Check(new(ModelState, t, current.Today));
        if (!ModelState.IsValid) return Page();
        var answers = Known;
        foreach (var (code, answer) in Input.Answers)
            if (answer is not null) answers[code] = answer;
        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        theCase.Assess(IsWeighed ? Input.Profile! : Quick, answers, Input.Conclusion!, Input.On!.Value, Input.NextReview, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Indicators.Saved";
        return Redirect(next);
    }

    private void Check(Answers answers)
    {
        foreach (var sign in Signs)
        {
            Input.Answers.TryAdd(sign.Code, null);
            answers.Listed(Input.Answers[sign.Code], Replies, $"Input.Answers[{sign.Code}]");
        }
        foreach (var stranger in Input.Answers.Keys.Where(code => Signs.All(s => s.Code != code)).ToList()) Input.Answers.Remove(stranger);
        if (IsWeighed) answers.Need(Input.Profile, "Indicators.Profile");
        if (IsWeighed) answers.Listed(Input.Profile, Profiles);
        answers.Need(Input.Conclusion, "Indicators.Conclusion", "Input.Conclusion");
        answers.Text(Input.Conclusion, "Indicators.Conclusion", Answers.Longest, lines: true);
        answers.Need(Input.On, "Indicators.On");
        answers.NotInTheFuture(Input.On, "Indicators.On");
        answers.InOrder(Input.On, "Indicators.On", Input.NextReview, "Indicators.NextReview");
    }

    private IloProfile Likely => (View.Facts.TreatedAsChild, View.Facts.ExploitationTypes.Contains("SEXUAL")) switch
    {
        (true, true) => IloProfile.ChildSexual,
        (true, false) => IloProfile.ChildLabour,
        (false, true) => IloProfile.AdultSexual,
        (false, false) => IloProfile.AdultLabour,
    };
}
