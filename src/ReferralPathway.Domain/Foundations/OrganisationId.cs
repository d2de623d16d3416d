namespace ReferralPathway.Domain.Foundations;

/// <summary>An organisation of the system: a municipality, an NGO, the police, …</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>, IParsable<OrganisationId>
{
    public static OrganisationId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static OrganisationId From(Guid value) => new(value);

    public static OrganisationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out OrganisationId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
