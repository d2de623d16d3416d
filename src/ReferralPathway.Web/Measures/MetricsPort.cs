using System.Globalization;
using System.Text;

namespace ReferralPathway.Web.Measures;

/// <summary>
/// <c>/metrics</c> in the format of Prometheus, on the port of <c>PATHWAY_METRICS_PORT</c> and nowhere else: a server of its own beside the application, so that neither answers where
/// the other does. Without the setting there is none.
/// </summary>
public sealed class MetricsPort(MeasureBook book, IConfiguration configuration) : IHostedService
{
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue<int?>("PATHWAY_METRICS_PORT") is not { } port) return;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.ListenAnyIP(port);
        });
        _server = builder.Build();
        _server.Run(context =>
        {
            if (context.Request.Path == "/metrics" && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
                return context.Response.WriteAsync(Written(book.Read()));
            }
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await _server.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null) return;
        await _server.StopAsync(cancellationToken);
        await _server.DisposeAsync();
    }

    internal static string Written(IReadOnlyList<Measured> measured)
    {
        var text = new StringBuilder();
        foreach (var group in measured.GroupBy(m => (Name: Name(m), m.Kind)))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key.Name} {Type(group.Key.Kind)}\n");
            foreach (var one in group)
            {
                if (one.Kind != MeasureKind.Duration)
                {
                    Line(group.Key.Name, one.Labels, one.Sum);
                    continue;
                }
                for (var i = 0; i < one.Steps.Count; i++) Line($"{group.Key.Name}_bucket", [.. one.Labels, ("le", MeasureBook.Steps[i].ToString(CultureInfo.InvariantCulture))], one.Steps[i]);
                Line($"{group.Key.Name}_bucket", [.. one.Labels, ("le", "+Inf")], one.Count);
                Line($"{group.Key.Name}_sum", one.Labels, one.Sum);
                Line($"{group.Key.Name}_count", one.Labels, one.Count);
            }
        }
        return text.ToString();

        void Line(string name, IReadOnlyList<(string Name, string Value)> labels, double value)
        {
            var written = string.Join(',', labels.Select(l => $"{l.Name.Replace('.', '_')}=\"{l.Value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\""));
            text.Append(CultureInfo.InvariantCulture, $"{name}{(written.Length > 0 ? $"{{{written}}}" : "")} {value}\n");
        }
    }

    private static string Name(Measured measured) => measured.Name.Replace('.', '_') + measured.Unit switch
    {
        "s" => "_seconds",
        "By" => "_bytes",
        _ => "",
    } + (measured.Kind == MeasureKind.Count ? "_total" : "");

    private static string Type(MeasureKind kind) => kind switch
    {
        MeasureKind.Count => "counter",
        MeasureKind.Level => "gauge",
        _ => "histogram",
    };
}
