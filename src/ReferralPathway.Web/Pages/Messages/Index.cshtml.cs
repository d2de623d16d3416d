using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Messages;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Messages;

/// <summary>The inbox, newest first.</summary>
public sealed class IndexModel(PathwayDb db, Inbox inbox, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public IReadOnlyList<InboxLine> Lines { get; private set; } = [];

    /// <summary>At most one more than <see cref="UnreadMessages.Most"/>.</summary>
    public int Unread { get; private set; }

    public bool IsFirst { get; private set; }

    public string? Next { get; private set; }

    /// <summary>Only what nobody has read yet.</summary>
    public bool IsNewOnly { get; private set; }

    public async Task OnGetAsync(string? after, string? only, CancellationToken stopping)
    {
        var behind = Place.Read(after);
        IsFirst = behind is null;
        IsNewOnly = only == "new";
        var found = await inbox.ReadAsync(current.Who, behind, Size + 1, stopping, IsNewOnly);
        Lines = [.. found.Take(Size)];
        Unread = db.Unread?.Count ?? 0;
        if (found.Count > Size) Next = $"/messages?{(IsNewOnly ? "only=new&" : "")}after={Place.Write(Lines[^1].At, Lines[^1].Id)}";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        foreach (var notice in await inbox.UnreadAsync(current.Who, stopping)) notice.Read(current.At);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Messages.MarkedAll";
        return Redirect("/messages");
    }
}
