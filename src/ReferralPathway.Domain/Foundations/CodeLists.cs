namespace ReferralPathway.Domain.Foundations;

/// <summary>The code lists of the pathway, with labels in Swedish and English.</summary>
public static class CodeLists
{
    private static readonly Dictionary<string, CodeList> ByName = EmbeddedTable.Rows("codelists.csv")
        .GroupBy(row => row[0], row => new CodeItem(row[1], row[2], row[3], OrNull(row[4]), OrNull(row[5])))
        .ToDictionary(list => list.Key, list => new CodeList(list.Key, list));

    public static IReadOnlyCollection<CodeList> All => ByName.Values;

    /// <summary>What the person is presumed to have been exposed to.</summary>
    public static CodeList ExposureCategory { get; } = Get("exposure_category");

    /// <summary>Purposes of trafficking and human exploitation, brottsbalken 4:1 a and 4:1 b.</summary>
    public static CodeList ExploitationType { get; } = Get("exploitation_type");

    /// <summary>Where the work was done; asked only for exploitation of work.</summary>
    public static CodeList LabourSector { get; } = Get("labour_sector");

    /// <summary>What was done to the person, brottsbalken 4:1 a and 4:1 b.</summary>
    public static CodeList Act { get; } = Get("act");

    /// <summary>By what means; none is needed when the person is under 18.</summary>
    public static CodeList Means { get; } = Get("means");

    /// <summary>As the national statistics record it.</summary>
    public static CodeList Gender { get; } = Get("gender");

    /// <summary>Age where the date of birth is not known or not to be used.</summary>
    public static CodeList AgeGroup { get; } = Get("age_group");

    /// <summary>The right to stay in Sweden, or the lack of it (S1-13).</summary>
    public static CodeList LegalStatus { get; } = Get("legal_status");

    /// <summary>Who first detected the person, in the order of the guide (S1-01, S1-07).</summary>
    public static CodeList FirstIdentifier { get; } = Get("first_identifier");

    /// <summary>Presumed, formally identified (S1-08) or ruled out.</summary>
    public static CodeList IdentificationStatus { get; } = Get("identification_status");

    /// <summary>Kinds of support (S1-21, S1-24, S1-27, S1-38).</summary>
    public static CodeList Service { get; } = Get("service");

    /// <summary>Kinds of organisation a person can be referred to.</summary>
    public static CodeList ReferralRecipient { get; } = Get("referral_recipient");

    /// <summary>Why a referral is declined.</summary>
    public static CodeList ReferralDeclineReason { get; } = Get("referral_decline_reason");

    /// <summary>What the person consents to.</summary>
    public static CodeList ConsentPurpose { get; } = Get("consent_purpose");

    /// <summary>How the consent was given.</summary>
    public static CodeList ConsentMethod { get; } = Get("consent_method");

    /// <summary>On what ground details may be disclosed.</summary>
    public static CodeList DisclosureGround { get; } = Get("disclosure_ground");

    /// <summary>Whether the person wishes to cooperate in criminal proceedings (S1-16).</summary>
    public static CodeList Cooperation { get; } = Get("cooperation");

    /// <summary>How far a preliminary investigation has come.</summary>
    public static CodeList InvestigationStatus { get; } = Get("investigation_status");

    /// <summary>Who leads the preliminary investigation (S1-08).</summary>
    public static CodeList InvestigationLeaderKind { get; } = Get("investigation_leader_kind");

    /// <summary>The offence under investigation.</summary>
    public static CodeList OffenceLabel { get; } = Get("offence_label");

    /// <summary>What the return programme can give (S1-32, S4-06).</summary>
    public static CodeList ReturnComponent { get; } = Get("return_component");

    /// <summary>What long-term integration can consist of (S1-38, S1-39).</summary>
    public static CodeList IntegrationComponent { get; } = Get("integration_component");

    /// <summary>Protection of personal data, decided elsewhere or flagged in the case.</summary>
    public static CodeList ProtectedIdentity { get; } = Get("protected_identity");

    /// <summary>The International Labour Organization's eleven indicators of forced labour.</summary>
    public static CodeList IloForcedLabour11 { get; } = Get("ilo_forced_labour_11");

    /// <summary>The list of that name ("gender").</summary>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public static CodeList Get(string name) =>
        ByName.TryGetValue(name, out var list) ? list : throw new ArgumentException($"There is no code list {name}.", nameof(name));

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
