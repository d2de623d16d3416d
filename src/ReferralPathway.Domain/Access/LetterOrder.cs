using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Domain.Access;

/// <summary>A letter that can be written now, from what its writer sees: of what, and to whom.</summary>
/// <param name="Source">What it is of.</param>
/// <param name="To">Null where it goes to the person.</param>
public sealed record LetterOrder(LetterKind Kind, Guid Source, OrganisationId? To)
{
    public ReferralRow? Referral { get; private init; }

    public PermitRow? Permit { get; private init; }

    public ReturnRow? Return { get; private init; }

    public PlanRow? Plan { get; private init; }

    public ExtractRow? Extract { get; private init; }

    /// <summary>"referral-sheet-…", below the letters of a case.</summary>
    public string Path => PathOf(Kind, Source);

    public static string PathOf(LetterKind kind, Guid source) => $"{LetterKinds.Word(kind)}-{source}";

    /// <summary>What a path names; null where it is none.</summary>
    public static (LetterKind Kind, Guid Source)? Read(string? path) =>
        path is { Length: > 37 } && Guid.TryParse(path[^36..], out var source) && LetterKinds.Find(path[..^37]) is { } kind ? (kind, source) : null;

    /// <summary>Every letter that the viewer can write: of what their own organisation sent, applied for, planned or answers for, and of nothing else.</summary>
    public static IEnumerable<LetterOrder> All(CaseView view, DateTimeOffset at)
    {
        foreach (var referral in view.Referrals.Where(r => r.Sender == view.Mine && r.Status is (ReferralStatus.Sent or ReferralStatus.Accepted)))
            yield return new(LetterKind.ReferralSheet, referral.Id.Value, referral.Recipient) { Referral = referral };
        foreach (var permit in view.Permits.Where(p => p.Applicant == view.Mine && p.Form.IsOpen))
            yield return new(permit.Kind == PermitKind.ReflectionPeriod ? LetterKind.ReflectionPeriod : LetterKind.TemporaryPermit, permit.Id.Value, permit.AddressedTo) { Permit = permit };
        foreach (var plan in view.Plans.Where(p => p.Owner == view.Mine))
            yield return new(LetterKind.Plan, plan.Id.Value, null) { Plan = plan };
        foreach (var one in view.Returns.Where(r => r.IsOpen))
        {
            // On paper it goes when it goes in the system: part A once it is handed over, the rest once it is sent.
            if (one.Status is not (ReturnStatus.Draft or ReturnStatus.CoordinatorContacted or ReturnStatus.RejectedByCoordinator or ReturnStatus.Withdrawn)
                && one.Author == view.Mine && one.Coordinator is { } coordinator && coordinator != view.Mine)
                yield return new(LetterKind.ReturnPartA, one.Id.Value, coordinator) { Return = one };
            if (one.Status is ReturnStatus.SentToIom or ReturnStatus.IomProcessing or ReturnStatus.IomAccepted or ReturnStatus.PreDeparture or ReturnStatus.Travelled or ReturnStatus.Monitoring
                && one.Coordinator == view.Mine && one.Iom is { } iom)
            {
                yield return new(LetterKind.ReturnPartB, one.Id.Value, iom) { Return = one };
                yield return new(LetterKind.IomPacket, one.Id.Value, iom) { Return = one };
            }
        }
        foreach (var extract in view.Extracts.Where(view.CanBePrinted))
            yield return new(LetterKind.SubjectExtract, extract.Id, null) { Extract = extract };
        if (view.Standing.Leads)
            foreach (var recipient in view.Consents.Select(c => c.Recipient).Concat(view.Grounds.Where(g => g.HoldsAt(at)).Select(g => g.Recipient)).Distinct().Where(r => !view.CoveredFor(r).IsEmpty))
                yield return new(LetterKind.DisclosureExtract, recipient.Value, recipient);
    }

    /// <summary>Null where the viewer can write no such letter.</summary>
    public static LetterOrder? Find(CaseView view, LetterKind kind, Guid source, DateTimeOffset at) =>
        kind == LetterKind.ConsentForm ? new(kind, source, null) : All(view, at).FirstOrDefault(o => o.Kind == kind && o.Source == source);

    /// <summary>What the reader of the letter may read: of an organisation, what the projection would show it; of the person, what the letter is about.</summary>
    /// <param name="role">Of the reader's organisation.</param>
    /// <param name="ofReturn">What the consents to a return open to the reader, as the database works it out.</param>
    public DataGroups Reads(CaseView view, Role? role, DataGroups ofReturn) => Kind switch
    {
        LetterKind.ReferralSheet => Reach.OfRecipient(role ?? Role.System, view.CoveredFor(To!.Value) & new DataGroups(Referral!.Groups), healthIsNamed: true),
        LetterKind.DisclosureExtract => Reach.OfRecipient(role ?? Role.System, view.CoveredFor(To!.Value), healthIsNamed: true),
        LetterKind.ReflectionPeriod or LetterKind.TemporaryPermit => Reach.OfApplication,
        LetterKind.ReturnPartA or LetterKind.ReturnPartB or LetterKind.IomPacket => ofReturn,
        LetterKind.Plan => DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.Plan),
        LetterKind.SubjectExtract => Whole(new(Extract!.Holds & ~Extract.Withheld)) | DataGroups.Of(DataGroup.Facts),
        LetterKind.ConsentForm => DataGroups.Of(DataGroup.Facts),
        _ => DataGroups.None,
    };

    /// <summary>What the writer sees of a group may be its summary: that is then what there is of it for the person.</summary>
    private static DataGroups Whole(DataGroups held) => Enum.GetValues<DataGroup>().Where(group => !(Reach.SummaryOf(group) & held).IsEmpty).Aggregate(held, (all, group) => all | DataGroups.Of(group));

    /// <summary>On what it rests that the reader may read this: a line of the ledger, a ground of law, or the letter's own purpose.</summary>
    public LetterBasis BasisOf(CaseView view, DateTimeOffset at)
    {
        if (To is not { } reader) return new(LetterBasisKind.Own, null, null);
        if (Permit is { } permit) return new(LetterBasisKind.Application, null, permit.SubmittedOn);
        var purpose = Return is null ? Purposes.Referral : Purposes.Return;
        if (ConsentLedger.InForce(view.Consents, reader, purpose, at) is { } consent) return new(LetterBasisKind.Consent, $"{consent.Number}", consent.DecidedOn);
        if (Return is null && view.Grounds.Where(g => g.Recipient == reader && g.HoldsAt(at)).MaxBy(g => g.RecordedAt) is { } ground)
            return new(LetterBasisKind.Ground, ground.Ground, SwedishCalendar.DayOf(ground.RecordedAt));
        return Return is null ? new(LetterBasisKind.None, null, null) : new(LetterBasisKind.Return, null, null);
    }
}

/// <summary>On what a letter rests.</summary>
public enum LetterBasisKind
{
    /// <summary>A line of the ledger of consents.</summary>
    Consent,
    /// <summary>A ground of law.</summary>
    Ground,
    /// <summary>The application that the letter is.</summary>
    Application,
    /// <summary>The consents to a return, which the writer may not read but the database does.</summary>
    Return,
    /// <summary>It is the person's own.</summary>
    Own,
    /// <summary>Nothing yet: the reader gets what anybody asked may know.</summary>
    None,
}

/// <param name="Reference">The number in the ledger, or the code of the ground.</param>
public sealed record LetterBasis(LetterBasisKind Kind, string? Reference, DateOnly? On);
