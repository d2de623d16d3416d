using Microsoft.AspNetCore.Http.HttpResults;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Guidance;

/// <summary>
/// <c>GET /api/guidance?legalStatus=IRREGULAR&amp;exposure=THB</c>: the lines of the guidance in the order in which they are read. Open to everybody; keeps nothing, and its
/// address is not logged. Codes are English; sentences are in Swedish for who prefers it, in English for who says nothing.
/// </summary>
public static class GuidanceApi
{
    /// <param name="PracticeNote">How it goes in practice; null when there is nothing to add.</param>
    /// <param name="NextStep">What to do; of what is NOT_NOW, first what is missing.</param>
    public sealed record Line(string RuleId, string Code, string Provider, string Strength, string LegalBasis, string? PracticeNote, bool ConsentNeeded, string NextStep);

    public sealed record Answer(IReadOnlyList<Line> Lines);

    public static void MapGuidance(this IEndpointRouteBuilder app) => app.MapGet("/api/guidance", AskAsync).AllowAnonymous();

    private static async Task<Results<Ok<Answer>, ValidationProblem>> AskAsync(HttpRequest request, GuidanceDesk desk, IHotline hotline, Phrasebook book, Wording said, TimeProvider clock, ICodeLabels codes, CancellationToken stopping)
    {
        var t = request.Headers.AcceptLanguage.Count > 0 ? said : new Wording(book, PageLanguage.English, clock, codes);
        var errors = request.Query.Where(q => q.Value.Count > 1).ToDictionary(q => q.Key, _ => new[] { t["Guidance.Error.Once"] });
        var question = new GuidanceQuestion(name => request.Query[name].FirstOrDefault());
        var answer = await desk.AnswerAsync(question, stopping);
        foreach (var fault in question.Faults) errors[fault.Name] = [Sentence(t, fault.Why, fault.Codes)];
        if (answer is null || errors.Count > 0) return TypedResults.ValidationProblem(errors, title: t["Guidance.Error.Title"]);
        var number = hotline.Now;
        return TypedResults.Ok(new Answer([.. answer.Lines.Select(line => Of(line, answer, number, t))]));
    }

    private static Line Of(GuidanceLine line, GuidanceAnswer answer, HotlineNow number, Wording t)
    {
        var missing = line.Missing.Count == 0 ? "" : $"{t["Look.Line.Missing"]} {string.Join("; ", t.Lacking(line))}. ";
        return new(line.RuleId, Codes.Of(line.Support), Codes.Of(line.Provider), Codes.Of(line.Strength), line.LegalBasis, t.Practice(line, iso: true), line.ConsentNeeded, missing + t.Next(line, answer, number, iso: true));
    }

    private static string Sentence(Wording t, Unreadable why, IReadOnlyList<string> codes) =>
        why == Unreadable.Code ? t["Guidance.Error.ApiCode", ("codes", string.Join(", ", codes))] : t[$"Guidance.Error.{why}"];
}
