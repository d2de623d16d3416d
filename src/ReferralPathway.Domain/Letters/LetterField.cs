using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Letters;

/// <summary>Something that a template may name in braces, and the group of data it is of: a reader who may not read the group gets nothing in its place.</summary>
public sealed record LetterField(string Name, DataGroup Group)
{
    private static readonly LetterField[] Always =
    [
        Of("reference", DataGroup.Facts), Of("today", DataGroup.Facts), Of("writer", DataGroup.Facts), Of("recipient", DataGroup.Facts),
    ];

    private static readonly LetterField[] Facts =
    [
        Of("age_group", DataGroup.Facts), Of("gender", DataGroup.Facts), Of("languages", DataGroup.Facts), Of("interpreter", DataGroup.Facts), Of("exposure", DataGroup.Facts),
        Of("exploitation", DataGroup.Facts), Of("municipality", DataGroup.Facts), Of("legal_status", DataGroup.Facts),
    ];

    private static readonly LetterField[] Person =
    [
        Of("name", DataGroup.Identity), Of("birth_date", DataGroup.Identity), Of("personal_number", DataGroup.Identity), Of("dossier_number", DataGroup.Identity), Of("citizenship", DataGroup.Identity),
    ];

    private static readonly LetterField[] Case =
    [
        .. Facts, .. Person, Of("safe_contact", DataGroup.SafeContact), Of("contact_through", DataGroup.SafeContactSummary), Of("story", DataGroup.Narrative),
        Of("investigations", DataGroup.Investigation), Of("plan_goals", DataGroup.Plan), Of("plan_services", DataGroup.Plan),
    ];

    private static readonly LetterField[] Referral =
        [Of("service", DataGroup.Facts), Of("urgency", DataGroup.Facts), Of("answer_by", DataGroup.Facts), Of("groups", DataGroup.Facts), Of("message", DataGroup.Facts)];

    private static readonly LetterField[] Permit =
    [
        .. Person, Of("languages", DataGroup.Facts), Of("identity_documents", DataGroup.Identity), Of("investigation", DataGroup.Investigation), Of("submitted_on", DataGroup.Migration),
        Of("address_for_service", DataGroup.Migration), Of("in_sweden", DataGroup.Migration), Of("children", DataGroup.Migration), Of("ground", DataGroup.Migration), Of("wanted", DataGroup.Migration),
        Of("conditions", DataGroup.Migration), Of("necessary", DataGroup.Migration), Of("dialogues", DataGroup.Migration),
    ];

    private static readonly LetterField[] Return =
        [.. Person, Of("author", DataGroup.Return), Of("coordinator", DataGroup.Return), Of("declaration", DataGroup.Return), Of("part_a", DataGroup.Return), Of("support_plan", DataGroup.Return)];

    private static readonly LetterField[] PartB = [Of("part_b", DataGroup.Return)];

    private static readonly LetterField[] Plan =
        [Of("name", DataGroup.Identity), Of("plan_goals", DataGroup.Plan), Of("plan_services", DataGroup.Plan), Of("plan_from", DataGroup.Plan), Of("plan_review", DataGroup.Plan), Of("responsible", DataGroup.Plan)];

    private static readonly LetterField[] Consent = [Of("asked", DataGroup.Facts), Of("purposes", DataGroup.Facts), Of("groups", DataGroup.Facts), Of("until", DataGroup.Facts)];

    private static readonly LetterField[] Extract =
    [
        .. Case, Of("health", DataGroup.Health), Of("permits", DataGroup.Migration), Of("returns", DataGroup.Return), Of("consents", DataGroup.Consents), Of("referrals", DataGroup.Consents),
        Of("readers", DataGroup.Facts), Of("disagreements", DataGroup.Facts), Of("withheld", DataGroup.Facts),
    ];

    /// <summary>What may stand in a letter of a kind.</summary>
    public static IReadOnlyList<LetterField> Of(LetterKind kind) => ByKind[kind];

    private static readonly Dictionary<LetterKind, LetterField[]> ByKind = new()
    {
        [LetterKind.ReferralSheet] = [.. Always, .. Referral, .. Case],
        [LetterKind.ReflectionPeriod] = [.. Always, .. Permit],
        [LetterKind.TemporaryPermit] = [.. Always, .. Permit],
        [LetterKind.ReturnPartA] = [.. Always, .. Return],
        [LetterKind.ReturnPartB] = [.. Always, .. Return, .. PartB],
        [LetterKind.IomPacket] = [.. Always, .. Return, .. PartB],
        [LetterKind.Plan] = [.. Always, .. Plan],
        [LetterKind.ConsentForm] = [.. Always, .. Consent],
        [LetterKind.DisclosureExtract] = [.. Always, Of("groups", DataGroup.Facts), .. Case],
        [LetterKind.SubjectExtract] = [.. Always, .. Extract],
    };

    private static LetterField Of(string name, DataGroup group) => new(name, group);
}
