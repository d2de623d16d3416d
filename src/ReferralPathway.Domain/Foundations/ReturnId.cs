namespace ReferralPathway.Domain.Foundations;

/// <summary>An application for voluntary return.</summary>
public readonly record struct ReturnId(Guid Value) : ITypedId<ReturnId>, IParsable<ReturnId>
{
    public static ReturnId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static ReturnId From(Guid value) => new(value);

    public static ReturnId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out ReturnId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
