namespace ReferralPathway.Domain.Foundations;

/// <summary>An identity that cannot be mistaken for another kind's. UUID version 7, made from the instant of the act.</summary>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
