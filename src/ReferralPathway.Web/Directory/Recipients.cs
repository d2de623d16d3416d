using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary>The organisations to which an entry may belong.</summary>
public static class Recipients
{
    public static async Task<IReadOnlyList<Choice>> RecipientsAsync(this PathwayDb db, string language, CancellationToken stopping)
    {
        var organisations = await db.Organisations.Where(o => o.IsActive && o.Kind != OrganisationKind.Operator).ToListAsync(stopping);
        return [.. organisations.Select(o => new Choice(o.Id.ToString(), o.Name(language))).OrderBy(c => c.Text, StringComparer.CurrentCultureIgnoreCase)];
    }
}
