namespace ReferralPathway.Domain.Foundations;

/// <summary>The staff person behind one or more accounts; every four-eyes rule compares persons, not accounts.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>, IParsable<PersonId>
{
    public static PersonId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static PersonId From(Guid value) => new(value);

    public static PersonId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out PersonId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
