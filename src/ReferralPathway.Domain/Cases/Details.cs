using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>Age, gender and language, as the form brings them (DG1).</summary>
public sealed record PersonAnswers
{
    public required string Gender { get; init; }

    /// <summary>Of no weight when the age is uncertain.</summary>
    public required string AgeGroup { get; init; }

    public bool AgeUncertain { get; init; }

    /// <summary>ISO 639 codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public string? Dialect { get; init; }

    public bool InterpreterNeeded { get; init; }

    /// <summary>F, M or null where it does not matter.</summary>
    public string? InterpreterGender { get; init; }

    /// <summary>Yes, No or Unknown; asked of children.</summary>
    public string? Unaccompanied { get; init; }

    public int AccompanyingChildren { get; init; }

    public IReadOnlyList<string> AccompanyingAges { get; init; } = [];
}

/// <summary>What the person wants, and where they are, on the day they said so (DG1).</summary>
/// <param name="Cooperation">Code list cooperation.</param>
/// <param name="Return">Whether they want to go home: Yes, No or Unknown.</param>
/// <param name="InSweden">Yes, No or Unknown.</param>
public sealed record PersonWishes(string Cooperation, string Return, string InSweden, DateOnly On);

/// <summary>DG2. Everything is optional: a name is never required (S1-11).</summary>
public sealed record IdentityDetails
{
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Alias { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Twelve digits: personal identity number or coordination number.</summary>
    public string? PersonalNumber { get; init; }

    /// <summary>ISO 3166 codes, XXA stateless, XXX unknown.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<IdentityDocument> Documents { get; init; } = [];

    /// <summary>The Migration Agency's file number, or that of the LMA card.</summary>
    public string? DossierNumber { get; init; }

    public string? MigrationAgencyContact { get; init; }

    public bool HasName => !string.IsNullOrWhiteSpace(GivenName) || !string.IsNullOrWhiteSpace(FamilyName) || !string.IsNullOrWhiteSpace(Alias);

    /// <summary>"M.K.", for a list or a heading; null where no name is known.</summary>
    public string? Initials
    {
        get
        {
            var letters = new[] { GivenName, FamilyName }.Where(n => !string.IsNullOrWhiteSpace(n)).ToArray();
            if (letters.Length == 0 && !string.IsNullOrWhiteSpace(Alias)) letters = [Alias];
            return letters.Length == 0 ? null : string.Concat(letters.Select(n => char.ToUpperInvariant(n!.Trim()[0]) + "."));
        }
    }
}

/// <param name="Kind">Passport, IdCard, ResidencePermit, Other.</param>
/// <param name="HeldBy">Person, Exploiter, Authority, Lost, Unknown.</param>
public sealed record IdentityDocument(string Kind, string? Number, string? Country, string HeldBy);

/// <summary>DG3: how the person may be contacted. Read before every contact.</summary>
public sealed record SafeContactDetails
{
    /// <summary>Yes, No (or no safe way known), Through.</summary>
    public required string Direct { get; init; }

    /// <summary>The organisation through which alone the person is reached, where it is one of ours.</summary>
    public OrganisationId? ThroughOrganisation { get; init; }

    /// <summary>What it is called, where it is none of ours.</summary>
    public string? Through { get; init; }

    public string? Phone { get; init; }

    public string? Sms { get; init; }

    public string? Email { get; init; }

    public string? MessagingApp { get; init; }

    public string? InPerson { get; init; }

    public string? TrustedPerson { get; init; }

    public string? SafeTimes { get; init; }

    public string? WordsToUse { get; init; }

    public string? WordsNeverToUse { get; init; }

    public string? WhoMayAnswer { get; init; }

    public bool MessageMayBeLeft { get; init; }

    /// <summary>No letters unless the person says so.</summary>
    public bool LetterAllowed { get; init; }

    public string? Language { get; init; }

    public string? CodeWord { get; init; }

    /// <summary>Yes, No, Unknown.</summary>
    public required string DeviceWatched { get; init; }

    public required DateOnly LastCheckedOn { get; init; }
}

/// <summary>DG5, as the form brings it.</summary>
public sealed record Narrative
{
    public IReadOnlyList<string> Acts { get; init; } = [];

    public IReadOnlyList<string> Means { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public string? PeriodFrom { get; init; }

    public string? PeriodTo { get; init; }

    public string? Description { get; init; }
}

/// <summary>DG6. Yes, No, Unknown.</summary>
public sealed record HealthDetails
{
    public required string Pregnant { get; init; }

    public required string UrgentNeed { get; init; }

    public required string Disability { get; init; }

    public string? Note { get; init; }
}
