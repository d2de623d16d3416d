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
        Part = PartOf(due);
        var found = await desks.WorkAsync(Part, current.Who, current.At, behind, Size + 1, stopping);
        Lines = [.. found.Take(Size)];
        if (behind is not null) First = AddressOf(Part);
        if (found.Count > Size) Next = QueryHelpers.AddQueryString(AddressOf(Part), "after", Place.Write(Lines[^1].DueAt, Lines[^1].Id));
    }

    public string Since(Wording t, WorkLine line) => t["Overview.WaitingText", ("who", t.Whom(line)), ("day", t.Day(Wording.DayOf(line.OpenedAt)))]
        + " · " + t.Count("Overview.WaitingFor", current.Today.DayNumber - Wording.DayOf(line.OpenedAt).DayNumber);

    public static string AddressOf(DeskPart? part) => part is { } chosen ? $"/work?due={Code(chosen)}" : "/work";

    public static string ExportOf(DeskPart? part) => part is { } chosen ? $"/work/export?due={Code(chosen)}" : "/work/export";

    /// <summary>The part with this name in an address; null for all there is to do.</summary>
    public static DeskPart? PartOf(string? due) => Enum.GetValues<DeskPart>().Cast<DeskPart?>().FirstOrDefault(p => Code(p!.Value) == due);

    private static string Code(DeskPart part) => part.ToString().ToLowerInvariant();
}
