using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Statistics;

/// <summary>The ten reports (8.1), who reads them (A33, DG15), and what their tables count. The query that counts names the same codes.</summary>
public static class Reports
{
    /// <summary>The edition of these tables: the second brought the tables that are marked so. A release says by which it was counted.</summary>
    public const int Catalogue = 2;

    /// <summary>A row, column or answer that nobody wrote down.</summary>
    public const string NotRecorded = "NOT_RECORDED";

    /// <summary>The whole country among the places.</summary>
    public const string Nation = "SE";

    /// <summary>One's own organisation among the places.</summary>
    public const string Own = "own";

    private static readonly Role[] National = [Role.NationalCoordinator];
    private static readonly Role[] Regional = [Role.RegionalCoordinator];
    private static readonly Role[] Nobody = [];

    /// <summary>Those who register and refer (A33). Lawyers have no statistics.</summary>
    private static readonly Role[] Caseworkers = [Role.SocialWorker, Role.InvestigationLeader, Role.MigrationOfficer, Role.NgoWorker];

    public static IReadOnlyList<Report> All { get; } =
    [
        new("S-01", National, Regional, Caseworkers,
            new("PERSONS", Counting.Persons, "gender", "age"),
            new("PURPOSE", Counting.Several, "exploitation_type", "gender"),
            new("MAIN", Counting.Persons, "exploitation_type"),
            new("SECTOR", Counting.Several, "labour_sector"),
            new("CITIZENSHIP", Counting.Persons, "Consultations.WorldRegion"),
            new("CHILDREN", Counting.Persons, "children"))
        {
            NotRecorded = ["Country"],
        },
        new("S-02", National, Nobody, Nobody,
            new("PERSONS", Counting.Persons, "gender", "age"),
            new("MEASURES", Counting.Several, "greta", "gender"),
            new("CHILDREN", Counting.Several, "greta"),
            new("NATIONALITY", Counting.Persons, "Consultations.WorldRegion", "age"),
            new("FORM", Counting.Several, "exploitation_type", "IdentificationStatus"),
            new("ROUTE", Counting.Persons, "route"),
            new("IDENTIFIED", Counting.Persons, "gender", "age") { Of = "identified", Since = 2 },
            new("IDENTIFIED_NATIONALITY", Counting.Persons, "Consultations.WorldRegion") { Of = "identified", Since = 2 },
            new("IDENTIFIED_ROUTE", Counting.Persons, "route") { Of = "identified", Since = 2 },
            new("PERMITS", Counting.Several, "legal_status") { Since = 2 },
            new("RETURNED", Counting.Persons, "gender", "age") { Of = "returned", Since = 2 },
            new("RETURNED_TO", Counting.Persons, "Consultations.WorldRegion") { Of = "returned", Since = 2 },
            new("INVESTIGATIONS", Counting.Acts, "investigation") { Since = 2 })
        {
            Sames =
            [
                new(new("MEASURES", "PRESUMED"), new("PERSONS"), "gender"), new(new("CHILDREN", "PRESUMED"), new("PERSONS") { Column = "CHILD" }),
                new(new("MEASURES", "IDENTIFIED"), new("IDENTIFIED"), "gender"), new(new("CHILDREN", "IDENTIFIED"), new("IDENTIFIED") { Column = "CHILD" }),
                new(new("MEASURES", "RETURNED"), new("RETURNED"), "gender"), new(new("CHILDREN", "RETURNED"), new("RETURNED") { Column = "CHILD" }),
            ],
            NotRecorded = ["Convictions", "Compensation", "AsylumGround", "Country"],
        },
        new("S-03", National, Nobody, [Role.MigrationOfficer],
            new("APPLICATIONS", Counting.Acts, "PermitKind", "OrganisationKind") { Of = "applications" },
            new("STATUS", Counting.Acts, "PermitStatus", "PermitKind") { Of = "applications" },
            new("DECISIONS", Counting.Acts, "permit_decision", "PermitKind") { Of = "applications", Since = 2 },
            new("CHANGES", Counting.Several, "permit_change", "PermitKind"),
            new("DAYS", Counting.Days, "PermitKind"))
        {
            Sames = [new(new("STATUS", "Submitted"), new("DECISIONS", "WAITING"), "PermitKind"), new(new("STATUS", "Withdrawn"), new("DECISIONS", "WITHDRAWN"), "PermitKind")],
        },
        new("S-04", National, Regional, [Role.IomCaseworker],
            new("REGION", Counting.Acts, "region") { Of = "applications" },
            new("STATUS", Counting.Acts, "Returns.ReturnStatus", "exposure_category") { Of = "applications" },
            new("DECISION", Counting.Acts, "return_decision") { Of = "applications", Since = 2 },
            new("AGE", Counting.Acts, "age", "gender") { Of = "applications" },
            new("CITIZENSHIP", Counting.Acts, "Consultations.WorldRegion") { Of = "applications" },
            new("TRAVELLED", Counting.Acts, "age", "exposure_category") { Of = "travelled", Since = 2 },
            new("DESTINATION", Counting.Acts, "Consultations.WorldRegion") { Of = "travelled", Since = 2 },
            new("REINTEGRATION", Counting.Acts, "Returns.ReintegrationKind") { Of = "travelled", Since = 2 },
            new("MONITORING", Counting.Several, "Returns.MonitoringEnd"),
            new("JUSTICE", Counting.Several, "justice"),
            new("DAYS", Counting.Days, "return_step"))
        {
            Sames =
            [
                new(new("STATUS", "RejectedByCoordinator"), new("DECISION", "REJECTED")), new(new("STATUS", "MonitoringEnded"), new("MONITORING")),
                new(new("STATUS", "Travelled", "Monitoring", "MonitoringEnded"), new("TRAVELLED"), "exposure_category"),
            ],
            NotRecorded = ["Country", "OlderReturns"],
        },
        new("S-05", National, Regional, [Role.SocialWorker, Role.NgoWorker],
            new("STATUS", Counting.Persons, "legal_status", "gender"),
            new("SERVICES", Counting.Several, "service", "OrganisationKind"),
            new("UNMET", Counting.Several, "service"),
            new("IRREGULAR", Counting.Acts, "helped_by"),
            new("DAYS", Counting.Days, "first_service"))
        {
            Sames = [new(new("STATUS", "IRREGULAR"), new("IRREGULAR"))],
        },
        new("S-06", Nobody, Regional, Caseworkers,
            new("SENT", Counting.Acts, "ReferralStatus", "Urgency"),
            new("RECEIVED", Counting.Acts, "ReferralStatus", "Urgency"),
            new("DECLINED", Counting.Several, "referral_decline_reason"),
            new("DAYS", Counting.Days, "Urgency"))
        {
            Sames = [new(new("SENT", "Declined"), new("DECLINED"))],
        },
        new("S-07", National, Nobody, Nobody,
            new("MONTH", Counting.Acts, "month", "hours") { Of = "questions" },
            new("REGION", Counting.Acts, "region") { Of = "questions" },
            new("TYPE", Counting.Acts, "question", "asked_of") { Of = "questions" },
            new("TARGET", Counting.Acts, "answered") { Of = "questions" }),
        new("S-08", Nobody, Nobody, [Role.SocialWorker, Role.MigrationOfficer],
            new("CLAIMS", Counting.Acts, "ClaimStatus", "quarter"),
            new("AMOUNTS", Counting.Amounts, "quarter", "amount"),
            new("NEXT", Counting.Acts, "claim_by")),
        new("S-09", National, Regional, [Role.SocialWorker],
            new("CHILDREN", Counting.Persons, "gender", "unaccompanied"),
            new("STEPS", Counting.Several, "child_step"),
            new("DAYS", Counting.Days, "child_decision")),
        new("S-10", Nobody, Nobody, [Role.Administrator],
            new("ENTRIES", Counting.Acts, "Directory.OrganisationKind", "review"),
            new("CONCERNS", Counting.Acts, "concern", "concern_state")),
    ];

    public static Report? Find(string? code) => All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everybody who reads at least one.</summary>
    public static IReadOnlyList<Role> Readers { get; } = [.. Enum.GetValues<Role>().Where(role => All.Any(r => r.IsReadBy(role)))];

    /// <summary>For whom statistics are main work: they follow a region or the country.</summary>
    public static bool AreMainWorkOf(Role role) => role is Role.RegionalCoordinator or Role.NationalCoordinator;

    /// <summary>The places of which a role may read a report, the own first; the row-level security of the releases says the same.</summary>
    /// <param name="own">The region that the acting organisation coordinates; null where it coordinates none.</param>
    public static IReadOnlyList<string> PlacesOf(Report report, Role role, CoordinationRegion? own) =>
    [
        .. report.Own.Contains(role) ? [Own] : Array.Empty<string>(),
        .. report.Nation.Contains(role) ? [Nation] : Array.Empty<string>(),
        .. report.Region.Contains(role) && own is not null ? CoordinationRegions.All.OrderBy(r => r != own).Select(r => r.ToString()) : [],
    ];
}
