namespace ReferralPathway.Domain.Integration;

/// <summary>How a plan for integration stands. That public components are not open to the person is no state: it is reckoned from the right to stay, each time anew.</summary>
public enum IntegrationStatus { Draft, Active, Completed, Discontinued }

/// <summary>Who gives a component: the state, a municipality, or an NGO.</summary>
public enum ComponentProvider { State, Municipal, Ngo }
