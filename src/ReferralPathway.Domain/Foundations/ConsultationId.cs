namespace ReferralPathway.Domain.Foundations;

/// <summary>An anonymous consultation.</summary>
public readonly record struct ConsultationId(Guid Value) : ITypedId<ConsultationId>, IParsable<ConsultationId>
{
    public static ConsultationId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static ConsultationId From(Guid value) => new(value);

    public static ConsultationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out ConsultationId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
