namespace ReferralPathway.Domain.Foundations;

/// <summary>An entry of the contact directory.</summary>
public readonly record struct EntryId(Guid Value) : ITypedId<EntryId>, IParsable<EntryId>
{
    public static EntryId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static EntryId From(Guid value) => new(value);

    public static EntryId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out EntryId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
