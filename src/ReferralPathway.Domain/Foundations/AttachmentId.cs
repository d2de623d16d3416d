namespace ReferralPathway.Domain.Foundations;

/// <summary>One file of a case.</summary>
public readonly record struct AttachmentId(Guid Value) : ITypedId<AttachmentId>, IParsable<AttachmentId>
{
    public static AttachmentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static AttachmentId From(Guid value) => new(value);

    public static AttachmentId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out AttachmentId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
