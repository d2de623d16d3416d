namespace ReferralPathway.Domain.Foundations;

/// <summary>A plan of assistance.</summary>
public readonly record struct PlanId(Guid Value) : ITypedId<PlanId>, IParsable<PlanId>
{
    public static PlanId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static PlanId From(Guid value) => new(value);

    public static PlanId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out PlanId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
