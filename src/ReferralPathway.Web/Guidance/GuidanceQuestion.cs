using System.Globalization;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Directory;

namespace ReferralPathway.Web.Guidance;

/// <summary>Why an answer to one of the questions could not be read.</summary>
public enum Unreadable { Code, Date, Instant, Order }

/// <summary>
/// The questions of the guidance by the names that its API gives them, read from wherever they were answered. What is left out is what the domain assumes; what cannot
/// be read is told, name by name.
/// </summary>
/// <param name="said">The answer to the question of that name; null or empty when it was left out.</param>
public sealed class GuidanceQuestion(Func<string, string?> said)
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    private readonly List<(string Name, Unreadable Why, IReadOnlyList<string> Codes)> _faults = [];

    /// <summary>The names of the questions that could not be read, why, and the codes that could have been.</summary>
    public IReadOnlyList<(string Name, Unreadable Why, IReadOnlyList<string> Codes)> Faults => _faults;

    /// <param name="chosen">Which reading of the rules the installation has chosen, and from when.</param>
    /// <param name="hotline">The days with other hours, from a Swedish day on.</param>
    public Situation Read(DateTimeOffset now, IEnumerable<DatedRuleSettings> chosen, Func<DateOnly, IReadOnlyCollection<HotlineChange>> hotline)
    {
        var today = SwedishCalendar.DayOf(now);
        var asOf = Date("asOf");
        var day = asOf ?? today;
        var at = Instant("at") ?? (asOf is null ? now : SwedishCalendar.InstantOf(day, HotlineHours.Opens));
        var returned = Code<ReturnState>("returnState");
        var settings = RuleSettings.On(day, chosen);
        return new()
        {
            AsOf = day,
            At = at,
            HotlineChanges = hotline(SwedishCalendar.DayOf(at)),
            AgeClass = Code<AgeClass>("ageClass"),
            Unaccompanied = Answer("unaccompanied"),
            LegalStatus = Code<LegalStatus>("legalStatus"),
            LegalStatusValidTo = Date("legalStatusValidTo"),
            Citizenship = Code("citizenship", ResidenceClass.Unknown),
            // Who has returned is not here, unless somebody says so.
            InSweden = Answer("inSweden") switch { YesNoUnknown.Yes => true, YesNoUnknown.No => false, _ => returned != ReturnState.Returned },
            Identification = Code<Identification>("identification"),
            Investigation = Code<InvestigationState>("investigation"),
            ReflectionPeriod = Permission("rp"),
            TemporaryPermit = Permission("trp"),
            Cooperation = Code<Cooperation>("cooperation"),
            TiesBroken = Answer("tiesBroken"),
            AcuteNeed = Answer("acuteNeed") == YesNoUnknown.Yes,
            WishesReturn = Answer("wishesReturn"),
            Exposure = Code<Exposure>("exposure"),
            ReturnState = returned,
            ReturnedOn = Date("returnedOn"),
            ConsentMunicipality = Code<ConsentAnswer>("consentMunicipality"),
            ConsentNgo = Code<ConsentAnswer>("consentNgo"),
            ConsentMigrationAgency = Code<ConsentAnswer>("consentMigrationAgency"),
            ConsentCoordinator = Code<ConsentAnswer>("consentCoordinator"),
            ConsentIom = Code<ConsentAnswer>("consentIom"),
            ConsentMonitoring = Code<ConsentAnswer>("consentMonitoring"),
            ConsentJustice = Code<ConsentAnswer>("consentJustice"),
            Settings = new(Named("ruleSet", settings.RuleSet), Named("reimbursementFrom", settings.ReimbursementFrom)),
        };
    }

    private Permission Permission(string name)
    {
        var (from, to) = (Date($"{name}ValidFrom"), Date($"{name}ValidTo"));
        if (to < from) Wrong($"{name}ValidTo", Unreadable.Order);
        return new(Code<ApplicationState>(name), from, to);
    }

    private YesNoUnknown Answer(string name) => Said(name) switch
    {
        null or "unknown" => YesNoUnknown.Unknown,
        "yes" => YesNoUnknown.Yes,
        "no" => YesNoUnknown.No,
        _ => Wrong<YesNoUnknown>(name, Unreadable.Code, ["yes", "no", "unknown"]),
    };

    private T Code<T>(string name, T otherwise = default) where T : struct, Enum =>
        Said(name) is not { } code ? otherwise : Codes.TryParse<T>(code, out var value) ? value : Wrong<T>(name, Unreadable.Code, [.. Codes.All<T>()]);

    private T Named<T>(string name, T otherwise) where T : struct, Enum =>
        Said(name) is not { } code ? otherwise : Enum.GetNames<T>().Contains(code) ? Enum.Parse<T>(code) : Wrong<T>(name, Unreadable.Code, Enum.GetNames<T>());

    private DateOnly? Date(string name) =>
        Said(name) is not { } text ? null
        : DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last ? day
        : Wrong<DateOnly?>(name, Unreadable.Date);

    private DateTimeOffset? Instant(string name) =>
        Said(name) is not { } text ? null
        : HotlineApi.TryRead(text, out var instant) && instant.Year >= First.Year && instant.Year <= Last.Year ? instant
        : Wrong<DateTimeOffset?>(name, Unreadable.Instant);

    private string? Said(string name) => said(name)?.Trim() is { Length: > 0 } text ? text : null;

    private void Wrong(string name, Unreadable why) => _faults.Add((name, why, []));

    private T? Wrong<T>(string name, Unreadable why, IReadOnlyList<string>? codes = null)
    {
        _faults.Add((name, why, codes ?? []));
        return default;
    }
}
