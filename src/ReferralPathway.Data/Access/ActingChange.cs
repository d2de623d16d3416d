using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ReferralPathway.Data.Access;

public static class ActingChange
{
    /// <summary>From here on in this transaction somebody else acts: nobody has become the person whose password or link was right.</summary>
    public static Task GoOnAsAsync(this PathwayDb db, ActingAs acting, CancellationToken stopping)
    {
        db.Acting = acting;
        var (user, organisation, at) = (acting.User?.ToString() ?? "", acting.Organisation?.ToString() ?? "", acting.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture));
        return db.Database.ExecuteSqlAsync($"SELECT set_config('pathway.user', {user}, true), set_config('pathway.organisation', {organisation}, true), set_config('pathway.role', {acting.Role}, true), set_config('pathway.at', {at}, true)", stopping);
    }
}
