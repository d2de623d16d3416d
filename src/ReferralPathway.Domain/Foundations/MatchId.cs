namespace ReferralPathway.Domain.Foundations;

/// <summary>The same person may be met in two cases.</summary>
public readonly record struct MatchId(Guid Value) : ITypedId<MatchId>, IParsable<MatchId>
{
    public static MatchId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static MatchId From(Guid value) => new(value);

    public static MatchId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out MatchId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
