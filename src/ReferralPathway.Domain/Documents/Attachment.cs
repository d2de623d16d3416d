using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Documents;

/// <summary>What an attachment is. Each kind belongs to one data group, and is read by whoever may read that group. What tells where the person stays is of no kind.</summary>
public enum AttachmentKind
{
    /// <summary>The form that the person signed.</summary>
    SignedConsent,
    /// <summary>A decision of the Migration Agency.</summary>
    MigrationDecision,
    /// <summary>A decision of another authority, about support and services.</summary>
    AuthorityDecision,
    MedicalCertificate,
    IdentityDocument,
    CourtDocument,
    Photograph,
    OtherDocument,
}

/// <summary>To which data group each kind belongs.</summary>
public static class AttachmentKinds
{
    /// <summary>What a team adds as a document; a signed form comes with its consent.</summary>
    public static readonly IReadOnlyList<AttachmentKind> Documents = [.. Enum.GetValues<AttachmentKind>().Where(k => k != AttachmentKind.SignedConsent)];

    public static DataGroup GroupOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.SignedConsent => DataGroup.Consents,
        AttachmentKind.MigrationDecision => DataGroup.Migration,
        AttachmentKind.AuthorityDecision => DataGroup.Plan,
        AttachmentKind.MedicalCertificate => DataGroup.Health,
        AttachmentKind.IdentityDocument => DataGroup.Identity,
        AttachmentKind.CourtDocument or AttachmentKind.Photograph or AttachmentKind.OtherDocument => DataGroup.Narrative,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>Why a document should not have been added.</summary>
public enum DocumentMistake
{
    /// <summary>It is about somebody else.</summary>
    WrongPerson,
    /// <summary>It is another kind of document than was said, and others read it than may.</summary>
    WrongKind,
    /// <summary>It tells where the person stays.</summary>
    TellsWhereabouts,
    /// <summary>Help does not require it.</summary>
    NotNeeded,
    /// <summary>It cannot be read, or is there twice.</summary>
    OfNoUse,
}

/// <summary>
/// A file that belongs to a case: cut into pieces that are sealed each for itself with the case's key, never changed, and handed out only as a download. What it was called is not kept;
/// names tell.
/// </summary>
public sealed class Attachment
{
    public const int MostMegabytes = 10;

    public const int MostBytes = MostMegabytes * 1024 * 1024;

    private readonly List<AttachmentPiece> _pieces = [];

    private Attachment() { }

    /// <exception cref="RuleBrokenException">It is too large, or by its bytes nothing that is taken.</exception>
    internal Attachment(CaseId caseId, AttachmentKind kind, byte[] content, Act act)
    {
        if (content.Length > MostBytes) throw new RuleBrokenException(Rule.AnAttachmentIsAtMostTenMegabytes, ("most", MostMegabytes));
        Id = AttachmentId.New(act.At);
        CaseId = caseId;
        Kind = kind;
        Groups = DataGroups.Of(AttachmentKinds.GroupOf(kind));
        Format = FileFormats.Of(content) ?? throw new RuleBrokenException(Rule.AFileIsAPdfOrAPicture);
        Size = content.Length;
        _pieces.AddRange(content.Chunk(AttachmentPiece.MostBytes).Select((piece, number) => new AttachmentPiece(this, number, piece)));
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public AttachmentId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public AttachmentKind Kind { get; private set; }

    /// <summary>The group of its kind.</summary>
    public DataGroups Groups { get; private set; }

    /// <summary>The Swedish day that stands on it.</summary>
    public DateOnly? On { get; private init; }

    public Sealed<string>? Note { get; private init; }

    public FileFormat Format { get; private set; }

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    /// <summary>The whole file in one, as files were sealed before they were cut; null where it is in pieces.</summary>
    public Sealed<byte[]>? Content { get; private set; }

    public IReadOnlyList<AttachmentPiece> Pieces => _pieces;

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }

    /// <summary>Why it should not have been added; null while nobody says so. It stays in the record and is no longer handed out.</summary>
    public DocumentMistake? Mistake { get; private set; }

    public DateTimeOffset? MistakenAt { get; private set; }

    public UserId? MistakenBy { get; private set; }

    /// <summary>A document, with what is written beside it.</summary>
    internal static Attachment Document(CaseId caseId, AttachmentKind kind, byte[] content, DateOnly? on, string? note, Act act) =>
        new(caseId, kind, content, act) { On = on, Note = string.IsNullOrWhiteSpace(note) ? null : new(note.Trim()) };

    internal void Mark(DocumentMistake mistake, Act act) => (Mistake, MistakenAt, MistakenBy) = (mistake, act.At, act.By);
}

/// <summary>
/// A piece of a file. It is sealed together with which file it is of, its number, and whether it is the last: moved, left out or put elsewhere it does not open, and neither does what comes
/// before an end that is not the end.
/// </summary>
public sealed class AttachmentPiece
{
    /// <summary>Every piece but the last is as long as this.</summary>
    public const int MostBytes = 64 * 1024;

    private AttachmentPiece() { }

    internal AttachmentPiece(Attachment of, int number, byte[] content)
    {
        AttachmentId = of.Id;
        CaseId = of.CaseId;
        Number = number;
        IsLast = number == CountOf(of.Size) - 1;
        Content = new(content);
    }

    public AttachmentId AttachmentId { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>From nought.</summary>
    public int Number { get; private set; }

    public bool IsLast { get; private set; }

    public Sealed<byte[]> Content { get; private set; } = null!;

    /// <summary>How many pieces a file of so many bytes has.</summary>
    public static int CountOf(int size) => (size + MostBytes - 1) / MostBytes;
}
