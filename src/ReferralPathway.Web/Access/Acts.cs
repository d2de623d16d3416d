using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Web.TagHelpers;

namespace ReferralPathway.Web.Access;

/// <summary>The ids by which forms claim their acts. Fifty identical posts are one act and fifty times the same answer.</summary>
public sealed class Acts(PathwayDb db, CurrentPerson current, TimeProvider clock) : IActId
{
    public Guid New() => Guid.CreateVersion7(clock.GetUtcNow());

    public Guid? IdOn(HttpRequest request) => request.HasFormContentType && Guid.TryParse(request.Form["act"], out var id) ? id : null;

    /// <summary>Claims the act; the answer when it was done before. Waits while another request is doing it.</summary>
    public async Task<IActionResult?> AnswerOfAsync(Guid id, CancellationToken stopping)
    {
        var user = current.Who.User.Value;
        if (await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.acts (id, user_id, claimed_at) VALUES ({id}, {user}, {current.At}) ON CONFLICT (id) DO NOTHING", stopping) == 1) return null;
        var rows = await db.Database.SqlQuery<string?>($"SELECT answer AS \"Value\" FROM pathway.acts WHERE id = {id}").ToListAsync(stopping);
        // Somebody else's act is nobody's; one that ended in a corrected form may be tried again.
        return rows switch
        {
            [] => new NotFoundResult(),
            [null] => null,
            [var answer] => new LocalRedirectResult(answer),
            _ => throw new InvalidOperationException("An act has one answer."),
        };
    }

    /// <returns>Whether the act is done: a form that is shown again is not.</returns>
    public async Task<bool> AnswerAsync(Guid id, IActionResult? result, CancellationToken stopping)
    {
        var address = result switch
        {
            LocalRedirectResult local => local.Url,
            RedirectResult redirect => redirect.Url,
            _ => null,
        };
        if (address is null) return false;
        await db.Database.ExecuteSqlAsync($"UPDATE pathway.acts SET answer = {address} WHERE id = {id}", stopping);
        return true;
    }
}
