namespace ReferralPathway.Domain.Foundations;

/// <summary>An aggregate that remembers what happened to it until that is written down.</summary>
public interface IHappens
{
    /// <summary>What happened since the last time, in order; the memory is empty afterwards.</summary>
    IReadOnlyList<CaseEvent> TakeEvents();
}
