using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Consultations;

/// <summary>Questions asked and answered through the pages.</summary>
internal static class Asking
{
    public const string Question = "Who is responsible for housing when the municipality says no to somebody without a permit?";

    /// <summary>Fills in the form and sends it.</summary>
    public static async Task<WebPage> AskAsync(this Browser browser, params (string Name, string? Value)[] fields) =>
        await browser.Submit(await browser.Get("/consultations/ask"), With(fields));

    /// <summary>A question that was sent, by its id.</summary>
    public static async Task<ConsultationId> AskedAsync(this PathwayHost host, string account, params (string Name, string? Value)[] fields)
    {
        var sent = await host.As(account).AskAsync(fields);
        Assert.True(sent.Errors.Count == 0, string.Join(" ", sent.Errors));
        return ConsultationId.Parse(sent.Address.Split('/')[^1], null);
    }

    public static async Task TakenOnAsync(this PathwayHost host, string account, ConsultationId id)
    {
        var desk = host.As(account);
        await desk.Submit(await desk.Get($"/consultations/{id}"), $"/consultations/{id}/take-on");
    }

    public static async Task ReturnedAsync(this PathwayHost host, string account, ConsultationId id)
    {
        var desk = host.As(account);
        await desk.Submit(await desk.Get($"/consultations/{id}/return"), ("Input.Because", "Name"));
    }

    public static async Task<WebPage> AnsweredAsync(this PathwayHost host, string account, ConsultationId id, string text = "The municipality of stay is responsible in an acute situation.")
    {
        var desk = host.As(account);
        return await desk.Submit(await desk.Get($"/consultations/{id}/answer"), ("Input.Text", text));
    }

    public static Task<string> StatusAsync(this PathwayHost host, ConsultationId id) => host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.consultations WHERE id = {id.Value}");

    private static (string Name, string? Value)[] With((string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] usual =
        [
            ("Input.Type", nameof(QuestionType.Protection)), ("Input.AskedOf", nameof(AskedOf.National)), ("Input.Region", nameof(CoordinationRegion.Syd)), ("Input.AgeGroup", "25-34"), ("Input.WorldRegion", nameof(WorldRegion.Africa)),
            ("Input.Urgency", nameof(QuestionUrgency.Normal)), ("Input.Question", Question),
        ];
        return [.. usual.Where(u => fields.All(f => f.Name != u.Name)), .. fields];
    }
}
