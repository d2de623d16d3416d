using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages;

/// <summary>The words of a line of work, and of a line of news.</summary>
public static class Saying
{
    public static string Title(this Wording t, WorkLine line) => line switch
    {
        { Escalated: true, Kind: WorkKind.AnswerReferral } => t["Overview.Escalated"],
        { Waits: true } => t[$"Overview.Waits.{line.Kind}"],
        { Kind: WorkKind.AnswerReferral, Urgency: { } urgency } => t[$"Overview.AnswerReferral.{urgency}"],
        _ => t[$"Overview.{line.Kind}"],
    };

    public static string Text(this Wording t, WorkLine line) => line switch
    {
        { Escalated: true } => t[line.Kind == WorkKind.AnswerReferral ? "Overview.Escalated.Text" : "Overview.WaitedInVain.Text", ("organisation", IndexModel.Name(t, line.OrganisationSv, line.OrganisationEn))],
        { Missed: true } => t["Overview.Missed.Text"],
        { Kind: WorkKind.AnswerReferral, Service: { } service } => t["Overview.AnswerReferral.Text", ("sender", IndexModel.Name(t, line.OrganisationSv, line.OrganisationEn)), ("service", t.InSentence(t.Code("service", service)))],
        { Kind: WorkKind.AnswerReferral } => "",
        { Kind: WorkKind.TakeOn } => t["Overview.TakeOn.Text", ("organisation", IndexModel.Name(t, line.OrganisationSv, line.OrganisationEn))],
        _ => t[$"Overview.{line.Kind}.Text", ("organisation", IndexModel.Name(t, line.OrganisationSv, line.OrganisationEn))],
    };

    /// <summary>Whom a line concerns, masked; or what, where it concerns nobody.</summary>
    public static string Whom(this Wording t, WorkLine line) => line.Kind == WorkKind.ReviewEntry ? IndexModel.Name(t, line.OrganisationSv, line.OrganisationEn) : t.Who(line.Who, line.Reference);

    /// <summary>What somebody did; of a consent and an investigation also how it stands since.</summary>
    /// <param name="kind">The name of the event.</param>
    public static string Happened(this Wording t, string kind, string payload)
    {
        var state = payload.Split('\n').FirstOrDefault(l => kind switch
        {
            "ConsentRecorded" => l.StartsWith("state=", StringComparison.Ordinal),
            "InvestigationMoved" or "ReturnMoved" => l.StartsWith("to=", StringComparison.Ordinal),
            _ => false,
        })?.Split('=')[1];
        var key = $"Overview.Changed.{kind}{(state is null ? "" : $".{state}")}";
        var said = t.Say(key);
        return said == key ? t["Overview.Changed.Other"] : said;
    }

    /// <summary>What an auditor looks at, with the ground of law where there is one.</summary>
    public static string What(this Wording t, WatchLine line) =>
        line.Payload.Split('\n').FirstOrDefault(l => l.StartsWith("ground=", StringComparison.Ordinal)) is { } ground
            ? t["Overview.Watched.LegalGroundRecorded", ("ground", t.Code("disclosure_ground", ground["ground=".Length..]))]
            : t[$"Overview.Watched.{line.Kind}"];
}
