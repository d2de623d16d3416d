using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>What is known of a person when somebody asks what support there is: coded facts and days, nothing that tells who it is. What is left out is not known.</summary>
public sealed record Situation
{
    /// <summary>The Swedish day on which the question is asked.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant at which the hotline is to be asked; nine in the morning of the day when left out.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Days on which the hotline keeps other hours.</summary>
    public IReadOnlyCollection<HotlineChange> HotlineChanges { get; init; } = [];

    public AgeClass AgeClass { get; init; }

    public YesNoUnknown Unaccompanied { get; init; }

    public LegalStatus LegalStatus { get; init; }

    public DateOnly? LegalStatusValidTo { get; init; }

    public ResidenceClass Citizenship { get; init; } = ResidenceClass.Unknown;

    public bool InSweden { get; init; } = true;

    public Identification Identification { get; init; }

    public InvestigationState Investigation { get; init; }

    public Permission ReflectionPeriod { get; init; }

    public Permission TemporaryPermit { get; init; }

    public Cooperation Cooperation { get; init; }

    /// <summary>Whether all ties with the suspects are broken.</summary>
    public YesNoUnknown TiesBroken { get; init; }

    public bool AcuteNeed { get; init; }

    public YesNoUnknown WishesReturn { get; init; }

    public Exposure Exposure { get; init; }

    public ReturnState ReturnState { get; init; }

    public DateOnly? ReturnedOn { get; init; }

    public ConsentAnswer ConsentMunicipality { get; init; }

    public ConsentAnswer ConsentNgo { get; init; }

    public ConsentAnswer ConsentMigrationAgency { get; init; }

    public ConsentAnswer ConsentCoordinator { get; init; }

    public ConsentAnswer ConsentIom { get; init; }

    public ConsentAnswer ConsentMonitoring { get; init; }

    public ConsentAnswer ConsentJustice { get; init; }

    /// <summary>The kind of the asker's own organisation: nobody needs consent to help by themselves. Null on the public page.</summary>
    public OrganisationKind? Asker { get; init; }

    public RuleSettings Settings { get; init; } = RuleSettings.Default;
}
