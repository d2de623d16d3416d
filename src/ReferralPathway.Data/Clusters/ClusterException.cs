namespace ReferralPathway.Data.Clusters;

/// <summary>The private PostgreSQL cannot start or answer; the message tells a developer what to do about it.</summary>
public sealed class ClusterException(string message, Exception? inner = null) : Exception(message, inner);
