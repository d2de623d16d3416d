namespace ReferralPathway.Domain.Foundations;

/// <summary>An account: one role in one organisation.</summary>
public readonly record struct UserId(Guid Value) : ITypedId<UserId>, IParsable<UserId>
{
    public static UserId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static UserId From(Guid value) => new(value);

    public static UserId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out UserId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
