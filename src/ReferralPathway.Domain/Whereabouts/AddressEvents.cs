using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Whereabouts;

/// <summary>Something happened to what one organisation knows of where a person stays. Nobody else learns that there is anything to know.</summary>
public abstract record AddressEvent(CaseId CaseId, Guid AddressId, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Whereabouts;

    public override Guid? Record => AddressId;
}

/// <param name="Sealed">The record that holds the address, under its own key.</param>
public sealed record AddressRecorded(CaseId CaseId, Guid AddressId, Guid Sealed, Act Act) : AddressEvent(CaseId, AddressId, Act);

public sealed record AddressGranted(CaseId CaseId, Guid AddressId, Guid Grant, UserId To, DateOnly Until, Act Act) : AddressEvent(CaseId, AddressId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("grant", Grant.ToString()), ("person", To.ToString()), ("day", $"{Until:O}")];
}

public sealed record AddressGrantEnded(CaseId CaseId, Guid AddressId, Guid Grant, UserId Of, Act Act) : AddressEvent(CaseId, AddressId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("grant", Grant.ToString()), ("person", Of.ToString())];
}
