using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Consultations;

/// <summary>What the pages share on which a question is written: the form, the hotline's state above it, the warning.</summary>
public abstract class QuestionPage(QuestionCheck check, IHotline hotline) : PageModel
{
    [BindProperty]
    public QuestionForm Input { get; set; } = new();

    /// <summary>Given when the question is to be kept as a draft and not sent.</summary>
    [BindProperty(Name = "save")]
    public string? Saving { get; set; }

    public HotlineNow Hotline => hotline.Now;

    public bool IsDoubted => check.IsDoubted || Input.Checked;

    /// <summary>A returned question is sent again or taken back, and kept in no other way.</summary>
    public virtual bool MaySave => true;

    protected QuestionCheck Check => check;

    public static IEnumerable<Choice> Types => Named<QuestionType>();

    public static IEnumerable<Choice> Askeds => [.. Enum.GetNames<AskedOf>().Select(n => new Choice(n, $"Consultations.AskedOf.{n}", $"Consultations.AskedOf.{n}.Hint"))];

    public static IEnumerable<Choice> Regions => [.. CoordinationRegions.All.Select(r => new Choice(r.ToString(), CoordinationRegions.Name(r)))];

    public static IEnumerable<Choice> WorldRegions => Named<WorldRegion>();

    public static IEnumerable<Choice> StayClasses => Named<StayClass>();

    public static IEnumerable<Choice> Urgencies => Named<QuestionUrgency>();

    private static IEnumerable<Choice> Named<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(n => new Choice(n, $"Consultations.{typeof(T).Name}.{n}"))];
}
