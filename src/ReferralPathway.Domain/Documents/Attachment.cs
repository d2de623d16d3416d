using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Documents;

/// <summary>What an attachment is of.</summary>
public enum AttachmentKind { SignedConsent }

/// <summary>A file that belongs to a case: sealed with the case's key, never changed, and handed out only as a download. What it was called is not kept; names tell.</summary>
public sealed class Attachment
{
    public const int MostMegabytes = 10;

    public const int MostBytes = MostMegabytes * 1024 * 1024;

    private Attachment() { }

    internal Attachment(CaseId caseId, AttachmentKind kind, FileFormat format, byte[] content, Act act)
    {
        Id = AttachmentId.New(act.At);
        CaseId = caseId;
        Kind = kind;
        Format = format;
        Size = content.Length;
        Content = new(content);
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public AttachmentId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public AttachmentKind Kind { get; private set; }

    public FileFormat Format { get; private set; }

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    public Sealed<byte[]> Content { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }
}
