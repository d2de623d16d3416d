using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Forms;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Forms;

/// <summary>
/// Every form that somebody fills in saves itself, so that neither a lock nor a lost network costs a word. A draft is no act and no answer: nobody but its author
/// reads it, and it goes when the form is sent.
/// </summary>
public sealed class Drafts(PathwayDb db, InstallationKeys keys, CurrentPerson current)
{
    /// <summary>Nothing is kept longer than this.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromDays(14);

    public const int Largest = 256 * 1024;

    /// <summary>So many of one person; when there are more, the oldest goes.</summary>
    public const int Most = 100;

    /// <summary>Names that are no answers: they belong to the form as it stood on the screen.</summary>
    private static readonly string[] OfTheForm = ["__RequestVerificationToken", "act", "of", "draft", "from", "page", "form"];

    /// <param name="id">Of the form on the screen.</param>
    /// <param name="form">Which form of the page.</param>
    /// <param name="act">The act that the form may become. When it has become it, there is nothing left to keep.</param>
    public Task SaveAsync(Guid id, string address, string form, Guid act, IFormCollection typed, CancellationToken stopping)
    {
        var fields = typed
            .Where(f => !OfTheForm.Contains(f.Key) && !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        var box = keys.Close(InstallationKeys.Accounts, JsonSerializer.SerializeToUtf8Bytes(new Typed(form, fields)), About(id, address));
        var (user, organisation, at) = (current.Who.User.Value, current.Who.Organisation.Value, current.At);
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO pathway.form_drafts (id, user_id, organisation_id, address, box, saved_at)
            SELECT {id}, {user}, {organisation}, {address}, {box}, {at} WHERE NOT EXISTS (SELECT FROM pathway.acts WHERE id = {act} AND answer IS NOT NULL)
            ON CONFLICT (user_id, id) DO UPDATE SET box = excluded.box, saved_at = excluded.saved_at WHERE form_drafts.address = excluded.address;
            DELETE FROM pathway.form_drafts WHERE user_id = {user} AND id IN (SELECT id FROM pathway.form_drafts WHERE user_id = {user} ORDER BY saved_at DESC, id OFFSET {Most})
            """, stopping);
    }

    public Task ForgetAsync(Guid id, CancellationToken stopping) => db.Database.ExecuteSqlAsync($"DELETE FROM pathway.form_drafts WHERE id = {id}", stopping);

    /// <summary>After the form was sent: its own draft goes, and the one it was taken up from, unless that has been written on since in another tab.</summary>
    public async Task SentAsync(HttpRequest request, CancellationToken stopping)
    {
        if (!request.HasFormContentType || !Guid.TryParse(request.Form["draft"], out var own)) return;
        var from = TakenUp.From(request.Form["from"]);
        await db.Database.ExecuteSqlAsync($"DELETE FROM pathway.form_drafts WHERE id = {own} OR id = {from?.Id ?? Guid.Empty} AND saved_at = {from?.SavedAt ?? default}", stopping);
    }

    /// <summary>What the reader left on the page that they open again: of each form the newest.</summary>
    public IReadOnlyList<TakenUp> TakeUp() => db.Opening.OfType<DraftQuestion>().FirstOrDefault() is not { } question ? [] :
    [
        .. question.Found
            .Select(d => (Draft: d, Typed: JsonSerializer.Deserialize<Typed>(keys.Open(InstallationKeys.Accounts, d.Box, About(d.Id, question.Address)))!))
            .GroupBy(d => d.Typed.Form)
            .Select(d => new TakenUp(d.First().Draft.Id, d.First().Draft.SavedAt, d.Key, d.First().Typed.Fields, d.Count() - 1)),
    ];

    private static string About(Guid id, string address) => $"form-draft/{id}/{address}";

    private sealed record Typed(string Form, IReadOnlyDictionary<string, string[]> Fields);
}

/// <summary>A draft that stands in a form again.</summary>
/// <param name="Form">Id of the form on its page.</param>
/// <param name="Others">Further drafts of the same form, from other tabs.</param>
public sealed record TakenUp(Guid Id, DateTimeOffset SavedAt, string Form, IReadOnlyDictionary<string, string[]> Fields, int Others)
{
    /// <summary>Which draft, as it was when it was taken up.</summary>
    public override string ToString() => $"{Id:n}-{SavedAt.UtcTicks}";

    internal static (Guid Id, DateTimeOffset SavedAt)? From(string? text) =>
        text?.Split('-') is [var id, var ticks] && Guid.TryParseExact(id, "n", out var found) && long.TryParse(ticks, out var at) && at > 0 && at <= DateTimeOffset.MaxValue.UtcTicks
            ? (found, new(at, TimeSpan.Zero))
            : null;
}
