using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Overview;

/// <summary>All that is the person's to do, however far ahead.</summary>
public sealed class WorkModel(DeskReader desks, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    public bool IsFirst { get; private set; }

    public string? Next { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        var behind = Place.Read(after);
        IsFirst = behind is null;
        var found = await desks.WorkAsync(current.Who, current.At, behind, Size + 1, stopping);
        Lines = [.. found.Take(Size)];
        if (found.Count > Size) Next = $"/work?after={Place.Write(Lines[^1].DueAt, Lines[^1].Id)}";
    }
}
