namespace ReferralPathway.Domain.Directory;

/// <summary>Why an entry cannot be kept as it was written.</summary>
public enum EntryProblem
{
    Missing,
    TooLong,
    CodeUnknown,
    PhoneFormat,
    EmailFormat,
    /// <summary>Neither http nor https with a host.</summary>
    WebFormat,
    /// <summary>A spelling that the national guide printed by mistake, on which a stranger could set a trap.</summary>
    KnownMisspelling,
    DuplicateChannel,
    /// <summary>The address of a shelter is never kept here.</summary>
    ShelterAddress,
    /// <summary>A day or time that ends before it begins.</summary>
    HoursOrder,
    /// <summary>A capacity without its day says nothing.</summary>
    CapacityDay,
    /// <summary>Between one day and five years.</summary>
    Interval,
}

/// <summary>A problem and where it lies.</summary>
/// <param name="Field">Path in <see cref="EntryContent"/>: "NameSv", "Channels[2].Value".</param>
/// <param name="Most">The most characters, where it is too long.</param>
/// <param name="Has">How many it has.</param>
public sealed record EntryFault(string Field, EntryProblem Problem, int Most = 0, int Has = 0);
