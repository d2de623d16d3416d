using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children.Show;

/// <summary>The steps that protect a child, in the order of the law: what is done, what is next, and by when.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public ChildTaskRow Task { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    internal IReadOnlyList<ChildLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.ChildTask is not { } task) return NotFound();
        Task = task;
        Lines = [.. ChildWay.Lines(View, $"{Case}/children")];
        return Page();
    }

    /// <summary>What was done last, or until when it is done; what is late says so.</summary>
    internal string Hint(ChildLine line) =>
        line.Done is { } done ? $"{When(done)}{(done.Outcome is { } outcome ? $": {t.InSentence(t[$"ChildOutcome.{outcome}"])}" : "")}"
        : line.Kind == Domain.Children.ChildStepKind.Asked && Task.AskedOn is { } asked ? t.Date(asked)
        : line.By is { } by ? t[by < current.Today ? "Children.Overdue" : "Children.By", ("day", t.Date(by))]
        : t[$"Children.Hint.{line.Kind}"];

    internal string When(ChildStepRow step) => t["Children.When", ("day", step.At is { } at ? t.Moment(at) : t.Date(step.On)), ("who", t.Named(step.RecordedBySv, step.RecordedByEn))];
}
