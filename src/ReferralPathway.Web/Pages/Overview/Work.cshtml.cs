using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Overview;

/// <summary>All that is the person's to do, however far ahead; or one of the lists that the overview counts: what is due today, what within the week, what waits on others.</summary>
public sealed class WorkModel(DeskReader desks, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>Null for all there is to do.</summary>
    public DeskPart? Part { get; private set; }

    public string? First { get; private set; }

    public string? Next { get; private set; }

    public string Text(string what) => Part is { } part ? $"Overview.{part}.{what}" : $"Overview.All{what}";

    public async Task OnGetAsync(string? after, string? due, CancellationToken stopping)
    {
        var behind = Place.Read(after);
        Part = Enum.GetValues<DeskPart>().Cast<DeskPart?>().FirstOrDefault(p => Code(p!.Value) == due);
        var found = Part is { } part
            ? await desks.PartAsync(part, current.Who, current.At, behind, Size + 1, stopping)
            : await desks.WorkAsync(current.Who, current.At, behind, Size + 1, stopping);
        Lines = [.. found.Take(Size)];
        if (behind is not null) First = Part is { } shown ? AddressOf(shown) : "/work";
        if (found.Count > Size) Next = QueryHelpers.AddQueryString(Part is { } more ? AddressOf(more) : "/work", "after", Place.Write(Lines[^1].DueAt, Lines[^1].Id));
    }

    public string Since(Wording t, WorkLine line) => t["Overview.WaitingText", ("who", t.Whom(line)), ("day", t.Day(Wording.DayOf(line.OpenedAt)))]
        + " · " + t.Count("Overview.WaitingFor", current.Today.DayNumber - Wording.DayOf(line.OpenedAt).DayNumber);

    public static string AddressOf(DeskPart part) => $"/work?due={Code(part)}";

    private static string Code(DeskPart part) => part switch
    {
        DeskPart.Today => "today",
        DeskPart.Week => "week",
        _ => "waiting",
    };
}
