using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ReferralPathway.Web.Tests.Hosting;

internal static class Questions
{
    public static Task<List<T>> SqlQueryToListAsync<T>(this DatabaseFacade database, FormattableString question) => database.SqlQuery<T>(question).ToListAsync();
}
