using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>What was answered in each part of the intake, in few words.</summary>
public sealed class Summary(CaseView view, Wording t)
{
    private CaseFacts Facts => view.Facts;

    public string Of(IntakeParts part) => part switch
    {
        IntakeParts.Danger => t[Facts.AcuteNeed == true ? "Intake.Danger.IsAcute" : "Intake.Danger.IsNotAcute"],
        IntakeParts.SafeContact => SafeContact,
        IntakeParts.Detection => Joined(Facts.DetectedOn is { } on ? t.Date(on) : null, Code("first_identifier", Facts.DetectedBy), Place),
        IntakeParts.Exploitation => Joined(Codes("exploitation_type", Facts.ExploitationTypes), t.InSentence(Codes("labour_sector", Facts.LabourSectors))),
        IntakeParts.Person => Joined([Code("gender", Facts.Gender), Age, .. Languages, Facts.InterpreterNeeded ? t["Intake.Person.InterpreterNeeded"] : null]),
        IntakeParts.LegalStatus => Joined(Code("legal_status", Facts.LegalStatus), Facts.LegalStatusValidTo is { } until ? t["Intake.LegalStatus.Until", ("day", t.Date(until))] : null),
        IntakeParts.Rights => Joined(t[$"Intake.Rights.{Facts.InformedOfRights}"], Language(Facts.InformedInLanguage)),
        _ => "",
    };

    /// <summary>"Umeå, Västerbotten county, region Norr".</summary>
    public string? Place => Geography.FindMunicipality(Facts.Municipality) is not { } place || Geography.CountyOf(place.Code) is not { } county ? null
        : t[county.MappingInferred ? "Intake.Detected.PlaceInferred" : "Intake.Detected.Place",
            ("municipality", place.Name), ("county", county.NameIn(t.Language.Code)), ("region", CoordinationRegions.Name(county.Region))];

    public string Age => t.Code("age_group", Facts.AgeGroup ?? "UNKNOWN");

    public IEnumerable<string> Languages => Facts.Languages.Select(l => Language(l)!);

    public string? Language(string? code) => code is null ? null : Domain.Foundations.Languages.Find(code)?.NameIn(t.Language.Code) ?? code;

    public string? Country(string? code) => code is null ? null : Countries.Find(code)?.NameIn(t.Language.Code) ?? code;

    public string? Code(string list, string? code) => code is null ? null : t.Code(list, code);

    public string Codes(string list, IEnumerable<string>? codes) => t.Codes(list, codes ?? []);

    public string SafeContact => view.SafeContact.Value is not { } contact ? t["Intake.SafeContact.Hint"]
        : contact.Direct == "Through" ? t["Intake.SafeContact.ThroughOnly", ("organisation", view.OnlyThrough is { } only ? t.Named(only.NameSv, only.NameEn) : contact.Through)] : t[$"Intake.SafeContact.Direct.{contact.Direct}"];

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
