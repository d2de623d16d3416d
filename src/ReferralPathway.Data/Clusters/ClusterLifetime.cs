namespace ReferralPathway.Data.Clusters;

/// <summary>How long the data of a private cluster are meant to live.</summary>
public enum ClusterLifetime
{
    /// <summary>Data outlive the host and a crash of the machine.</summary>
    Kept,

    /// <summary>For tests: nothing is flushed to disk, and the directory is deleted when the cluster stops.</summary>
    Temporary,
}
