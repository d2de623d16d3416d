using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Measures;

namespace ReferralPathway.Web.Pages.Administration.Running;

/// <summary>How the installation runs, for administrators: what waits in the database, and what the instance that answers has counted since it started. Nothing of any case.</summary>
public sealed class IndexModel(MeasureBook book, Counts counts) : PageModel
{
    private const int MostRoutes = 30;

    /// <summary>Which step of the durations ends at one second: what took longer is slow.</summary>
    private static readonly int OneSecond = Array.IndexOf(MeasureBook.Steps, 1);

    private IReadOnlyList<Measured> _measured = [];

    public Waiting? Waiting => counts.Waiting;

    /// <summary>Those that were asked for most.</summary>
    public IReadOnlyList<(string Method, string Route, long Requests, long Mean, long Slow, long Faults)> Routes { get; private set; } = [];

    public long Requests => Answers.Sum(a => a.Count);

    public long Faults => FaultsOf(Answers);

    public long Slow => SlowOf(Answers);

    public long ConnectionsInUse => (long)_measured.Where(m => m.Name == "db.client.connection.count" && m.Label("db.client.connection.state") == "used").Sum(m => m.Sum);

    /// <summary>All of one name, whatever the labels.</summary>
    public long Of(string name) => (long)_measured.Where(m => m.Name == name).Sum(m => m.Sum);

    public void OnGet()
    {
        _measured = book.Read();
        Routes = [.. Answers.Where(a => Route(a).Length > 0).GroupBy(a => (Method: a.Label("http.request.method"), Route: Route(a)))
            .Select(g => (g.Key.Method, g.Key.Route, g.Sum(a => a.Count), (long)(1000 * g.Sum(a => a.Sum) / g.Sum(a => a.Count)), SlowOf(g), FaultsOf(g)))
            .OrderByDescending(r => r.Item3).Take(MostRoutes)];
    }

    private IEnumerable<Measured> Answers => _measured.Where(m => m.Name == "http.server.request.duration");

    private static string Route(Measured answer) => answer.Label("http.route").TrimStart('/');

    private static long SlowOf(IEnumerable<Measured> answers) => answers.Sum(a => a.Count - a.Steps[OneSecond]);

    private static long FaultsOf(IEnumerable<Measured> answers) => answers.Where(a => a.Label("http.response.status_code").StartsWith('5')).Sum(a => a.Count);
}
