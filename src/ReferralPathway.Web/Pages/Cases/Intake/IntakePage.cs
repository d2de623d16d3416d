using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>
/// One part of the intake: filled in from what is known, looked over, recorded. While the case is a draft it leads on to the next part without an answer;
/// when the case is open it corrects and leads back to the case.
/// </summary>
/// <param name="part">The required part, or none.</param>
public abstract class IntakePage(IntakeDesk desk, IntakeParts part) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseFacts Facts => View.Facts;

    public bool IsDraft => View.Core!.Status == CaseStatus.Draft;

    public int Revision => View.Core!.Revision;

    public string List => $"/cases/{View.Id}/intake";

    /// <summary>Where one goes without saving.</summary>
    public string Back => IsDraft ? List : $"/cases/{View.Id}";

    public bool IsAnswered => ((IntakeParts)View.Core!.Intake).HasFlag(part);

    public IReadOnlyList<Choice> YesNo { get; } = [new("Yes", "Look.Yes"), new("No", "Look.No")];

    public IReadOnlyList<Choice> YesNoUnknown { get; } = [new("Yes", "Look.Yes"), new("No", "Look.No"), new("Unknown", "Look.Unknown")];

    protected IntakeDesk Desk => desk;

    /// <summary>Whether the part can be left before it is complete: in a draft, where there is more than one question.</summary>
    public bool MayWait => IsDraft && part is not (IntakeParts.None or IntakeParts.Danger);

    public virtual async Task OnGetAsync(CancellationToken stopping)
    {
        View = await LookAsync(stopping);
        await PrepareAsync(stopping);
        if (View.TypedIn(part) is { } typed) TakeUp(typed);
        else Fill();
    }

    /// <param name="later">What is missing may come later: the part stays begun, and the list shows so.</param>
    public async Task<IActionResult> OnPostAsync(int revision, bool later, CancellationToken stopping)
    {
        View = await LookAsync(stopping);
        await PrepareAsync(stopping);
        var answers = new Answers(ModelState, desk.T, desk.Today) { MayWait = later && MayWait };
        Check(answers);
        if (!ModelState.IsValid) return Page();
        var theCase = await desk.Hand.ForActAsync(CaseParts.Core, revision, stopping);
        if (answers.Waits) theCase.LeaveUnfinished(part, Typed(), desk.Act);
        else Record(theCase, desk.Act);
        await desk.Db.SaveChangesAsync(stopping);
        TempData["Done"] = answers.Waits ? "Intake.SavedForLater" : Done;
        return Redirect(answers.MayWait ? List : Next(theCase));
    }

    /// <summary>A code list to choose from, with what there is to know about a choice.</summary>
    public IEnumerable<Choice> Offered(CodeList list) => list.Items.Select(i => new Choice(i.Code, desk.T.Code(list.Name, i.Code), i.NoteIn(desk.T.Language.Code), Withdrawn: !desk.T.IsOffered(list.Name, i.Code)));

    /// <summary>The sentence that says what was saved, with what should be looked at once more.</summary>
    protected virtual string Done => "Intake.Saved";

    protected virtual Task<CaseView> LookAsync(CancellationToken stopping) => desk.Hand.ViewAsync(stopping);

    /// <summary>Reads what the questions offer to choose from.</summary>
    protected virtual Task PrepareAsync(CancellationToken stopping) => Task.CompletedTask;

    protected abstract void Fill();

    /// <summary>The fields as they are typed, to go on with later.</summary>
    protected abstract string Typed();

    protected abstract void TakeUp(string typed);

    protected abstract void Check(Answers answers);

    protected abstract void Record(Case theCase, Act act);

    /// <summary>A list of a few selects: what is answered, and always room for one more.</summary>
    protected static List<string?> Room(IEnumerable<string?> answered, int least)
    {
        var rows = answered.Reverse().SkipWhile(string.IsNullOrEmpty).Reverse().ToList();
        return [.. rows, .. Enumerable.Repeat<string?>(null, Math.Max(1, least - rows.Count))];
    }

    protected static IReadOnlyList<string> Given(IEnumerable<string?> codes) => [.. codes.OfType<string>().Where(c => c.Length > 0).Distinct()];

    private string Next(Case theCase) =>
        theCase.Status != CaseStatus.Draft ? Back
        : part == IntakeParts.None ? List
        : $"{List}/{IntakeStep.After(part, theCase.Intake)?.Page ?? "check"}";
}

/// <summary>A part of the intake with the form that asks for it.</summary>
public abstract class IntakePage<TForm>(IntakeDesk desk, IntakeParts part) : IntakePage(desk, part) where TForm : class, new()
{
    [BindProperty]
    public TForm Input { get; set; } = new();

    protected override string Typed() => JsonSerializer.Serialize(Input);

    protected override void TakeUp(string typed) => Input = JsonSerializer.Deserialize<TForm>(typed)!;
}
