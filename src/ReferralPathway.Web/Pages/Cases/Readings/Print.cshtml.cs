using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Cases.Readings;

/// <summary>A page for the person: which organisations have opened the case, what they were shown, and when. Staff are not named.</summary>
public sealed class PrintModel(CaseInHand hand, PathwayDb db, CurrentPerson current) : PageModel
{
    public string Reference => hand.Standing.Reference;

    public string Case => $"/cases/{hand.Id}";

    public DateTimeOffset At => current.At;

    public IReadOnlyList<Opened> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var id = hand.Id.Value;
        Organisations = await db.Database.SqlQuery<Opened>($"""
            SELECT o.name_sv AS "NameSv", o.name_en AS "NameEn", bit_or(e.groups) AS "Groups", min(e.at) AS "First", max(e.at) AS "Last", count(*)::integer AS "Times"
            FROM pathway.audit_entries e JOIN pathway.organisations o ON o.id = e.organisation_id
            WHERE e.case_id = {id} AND e.kind LIKE 'Read.%' GROUP BY o.id, o.name_sv, o.name_en ORDER BY min(e.at), o.name_sv
            """).ToListAsync(stopping);
    }

    public sealed class Opened
    {
        public required string NameSv { get; init; }
        public required string NameEn { get; init; }
        public required int Groups { get; init; }
        public required DateTimeOffset First { get; init; }
        public required DateTimeOffset Last { get; init; }
        public required int Times { get; init; }
    }
}
