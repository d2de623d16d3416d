namespace ReferralPathway.Domain.Foundations;

/// <summary>A plan for long-term integration.</summary>
public readonly record struct IntegrationPlanId(Guid Value) : ITypedId<IntegrationPlanId>, IParsable<IntegrationPlanId>
{
    public static IntegrationPlanId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static IntegrationPlanId From(Guid value) => new(value);

    public static IntegrationPlanId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out IntegrationPlanId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
