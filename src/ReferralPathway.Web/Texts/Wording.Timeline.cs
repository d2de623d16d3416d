using ReferralPathway.Data.Audit;
using System.Globalization;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Web.Texts;

/// <summary>What happened, as a line to read: <c>Timeline.{Kind}</c>, or <c>Timeline.{Kind}.{variant}</c> where one of its details makes it another sentence.</summary>
public sealed partial class Wording
{
    private static readonly string[] Variants = ["withheld", "state", "change", "because", "to", "appointed", "justified", "leader"];

    private static readonly HashSet<string> KeyEvents =
    [
        nameof(CaseOpened), nameof(RuledOut), nameof(PresumedAgain), nameof(FormallyIdentified), nameof(IdentificationCorrected), nameof(CaseClosed), nameof(CaseReopened),
        nameof(LeadTransferred), nameof(InvestigationInitiated), nameof(InvestigationMoved),
        nameof(ConcernReported), nameof(AsylumDecided), nameof(AsylumTrackLeft), nameof(PermitGranted), nameof(PermitRefused), nameof(PermitRevoked), nameof(PermitEnded), nameof(ExtensionDecided),
        nameof(PlanActivated), nameof(PlanEnded), nameof(IntegrationBegan), nameof(IntegrationEnded), nameof(ReturnMoved), nameof(ClaimDecided), nameof(ClaimMissed),
    ];

    /// <summary>A decision, or a change of status.</summary>
    public static bool IsKey(EventRow line) => KeyEvents.Contains(line.Kind);

    /// <summary>The lines of a case, newest first; what one person answered on one day, one after the other, is one line.</summary>
    public IEnumerable<(EventRow Line, string What)> Story(CaseView view)
    {
        var lines = view.Timeline;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind != nameof(FactsRecorded))
            {
                yield return (line, Happened(view, line));
                continue;
            }
            var parts = new List<string> { Details(line)["part"] };
            while (i + 1 < lines.Count && lines[i + 1] is var next && next.Kind == line.Kind && next.UserId == line.UserId && DayOf(next.At) == DayOf(line.At)
                && view.NotesOn(line.Id).Count == 0 && view.NotesOn(next.Id).Count == 0)
            {
                parts.Insert(0, Details(next)["part"]);
                i++;
            }
            yield return (line, this["Timeline.FactsRecorded", ("part", string.Join(", ", parts.Distinct().Select(p => this[$"IntakeParts.{p}"])))]);
        }
    }

    public string Happened(CaseView view, EventRow line)
    {
        var details = Details(line);
        var variant = Variants.Select(v => details.GetValueOrDefault(v)).Where(v => v is not null)
            .Select(v => book.Find(language, $"Timeline.{line.Kind}.{v}")).FirstOrDefault(t => t is not null);
        return Fill(variant ?? book.Text(language, $"Timeline.{line.Kind}"), [.. details.Select(d => (d.Key, (object?)Told(view, line.Kind, d.Key, d.Value)))]);
    }

    /// <summary>The day it happened, when it was recorded if that was later, and who recorded it.</summary>
    public string HappenedWhen(EventRow line)
    {
        var recorded = DayOf(line.At);
        var by = string.Join(", ", new[] { line.Name ?? (line.UserId == Act.System ? this["Case.Timeline.System"] : null), line.OrganisationSv is null ? null : Named(line.OrganisationSv, line.OrganisationEn!) }.Where(n => n is not null));
        return line.OccurredOn is { } on && on != recorded
            ? this["Case.Timeline.Later", ("day", Day(on)), ("recorded", Day(recorded)), ("by", by)]
            : this["Case.Timeline.By", ("day", Moment(line.At)), ("by", by)];
    }

    /// <summary>What was opened, for the record of readings: "name and numbers".</summary>
    /// <param name="kind">"Read.Identity".</param>
    public string Opened(string kind) => this[$"{nameof(Reading)}.{kind[AuditEntry.ReadPrefix.Length..]}"];

    /// <summary>The reason that was chosen; a code that is no longer offered stands as it is.</summary>
    public string Reason(string? purpose) => purpose is null ? "" : book.Find(language, $"{nameof(ReadingPurpose)}.{purpose}") ?? purpose;

    /// <summary>The details of a line, by name.</summary>
    public static IReadOnlyDictionary<string, string> Details(EventRow line) =>
        line.Payload.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l[1]);

    private string Told(CaseView view, string kind, string name, string value) => name switch
    {
        "permit" => InSentence(this[$"{nameof(PermitKind)}.{value}"]),
        "step" => this[$"Children.Done.{value}"],
        "outcome" when kind is nameof(ChildStepTaken) or nameof(ChildStepKept) => InSentence(this[$"{nameof(ChildOutcome)}.{value}"]),
        "outcome" when kind == nameof(ClaimDecided) => InSentence(this[$"{nameof(ClaimStatus)}.{value}"]),
        "quarter" when Quarter.TryParse(value, out var quarter) => InSentence(quarter),
        "outcome" when kind == nameof(ExtensionDecided) => InSentence(this[$"{nameof(ExtensionStatus)}.{value}"]),
        "service" => InSentence(Code("service", value)),
        "component" => InSentence(Code("integration_component", value)),
        "status" when kind == nameof(ServiceRecorded) => InSentence(this[$"{nameof(ItemStatus)}.{value}"]),
        "status" when kind == nameof(LegalStatusChanged) => InSentence(Code("legal_status", value)),
        "from" or "to" or "day" or "heard" when DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Date(day),
        "part" => string.Join(", ", value.Split(", ").Select(p => this[$"IntakeParts.{p}"])),
        "purpose" => InSentence(Code("consent_purpose", value)),
        "ground" => InSentence(Code("disclosure_ground", value)),
        "reason" => InSentence(Code("referral_decline_reason", value)),
        "because" when kind == nameof(CaseClosed) => InSentence(this[$"ClosingReason.{value}"]),
        "state" when kind == nameof(ConsentRecorded) => this[$"{nameof(ConsentState)}.{value}"],
        "state" when kind == nameof(AsylumDecided) => InSentence(this[$"{nameof(AsylumState)}.{value}"]),
        "way" => InSentence(this[$"AnswerWay.{value}"]),
        "document" => InSentence(this[$"{nameof(AttachmentKind)}.{value}"]),
        "mistake" => InSentence(this[$"{nameof(DocumentMistake)}.{value}"]),
        "note" => InSentence(this[$"EntryNoteKind.{value}"]),
        "letter" => InSentence(this[$"LetterKind.{value}"]),
        "delivery" => InSentence(this[$"DeliveryWay.{value}"]),
        "leader" => InSentence(this[$"{nameof(LeaderKind)}.{value}"]),
        "answerBy" => Due(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture)),
        "to" when kind == nameof(ReturnMoved) => InSentence(this[$"Returns.{nameof(ReturnStatus)}.{value}"]),
        "paper" => InSentence(this[$"Returns.{nameof(PaperKind)}.{value}"]),
        "on" or "until" when DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Date(day),
        "to" when kind == nameof(InvestigationMoved) => this[$"{nameof(InvestigationStatus)}.{value}"],
        _ => Guid.TryParse(value, out var id) && view.NameOf(id) is { } known ? Named(known) : value,
    };
}
