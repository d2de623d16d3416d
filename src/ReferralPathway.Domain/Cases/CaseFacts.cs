using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>What is known of the case without knowing who the person is (DG1). Codes of the code lists; a change makes a new version.</summary>
public sealed record CaseFacts
{
    /// <summary>Swedish day on which somebody first suspected.</summary>
    public DateOnly? DetectedOn { get; init; }

    /// <summary>Code list first_identifier (S1-01, S1-07).</summary>
    public string? DetectedBy { get; init; }

    /// <summary>The organisation that detected the person, where it is one of ours.</summary>
    public OrganisationId? DetectedByOrganisation { get; init; }

    /// <summary>Four-digit municipality code of the place of detection.</summary>
    public string? Municipality { get; init; }

    public string? Exposure { get; init; }

    public List<string> ExploitationTypes { get; init; } = [];

    public List<string> LabourSectors { get; init; } = [];

    public string? Gender { get; init; }

    public string? AgeGroup { get; init; }

    /// <summary>Nobody knows whether the person is a child: treated as a child until shown otherwise.</summary>
    public bool AgeUncertain { get; init; }

    /// <summary>ISO 639 codes.</summary>
    public List<string> Languages { get; init; } = [];

    /// <summary>What an interpreter has to know beside the language; at most 60 characters.</summary>
    public string? Dialect { get; init; }

    public bool InterpreterNeeded { get; init; }

    /// <summary>F, M or null where it does not matter.</summary>
    public string? InterpreterGender { get; init; }

    public string? LegalStatus { get; init; }

    public DateOnly? LegalStatusValidTo { get; init; }

    /// <summary>Yes, No or Unknown; asked of children.</summary>
    public string? Unaccompanied { get; init; }

    public int AccompanyingChildren { get; init; }

    /// <summary>The age groups of those children. A child who may be exploited has a case of its own.</summary>
    public List<string> AccompanyingAges { get; init; } = [];

    /// <summary>Help is needed today.</summary>
    public bool? AcuteNeed { get; init; }

    /// <summary>Yes, No, NotYet.</summary>
    public string? InformedOfRights { get; init; }

    public string? InformedInLanguage { get; init; }

    /// <summary>Code list cooperation: what the person says of cooperating with the police. No support depends on it (S1-27, S1-35).</summary>
    public string? Cooperation { get; init; }

    /// <summary>Whether the person wants to go home: Yes, No or Unknown.</summary>
    public string? WishesReturn { get; init; }

    /// <summary>Whether the person is in Sweden: Yes, No or Unknown.</summary>
    public string? InSweden { get; init; }

    /// <summary>The Swedish day on which the person said so.</summary>
    public DateOnly? WishesSaidOn { get; init; }

    /// <summary>Code list protected_identity; anything but NONE masks the person everywhere.</summary>
    public string ProtectedIdentity { get; init; } = "NONE";

    /// <summary>What holds for a child who came along as well: where and by whom it was detected, how to talk to it, and the protection of its identity.</summary>
    /// <param name="ageGroup">Null where it is not known which of the children it is.</param>
    public CaseFacts OfChild(string? ageGroup) => new()
    {
        DetectedOn = DetectedOn,
        DetectedBy = DetectedBy,
        DetectedByOrganisation = DetectedByOrganisation,
        Municipality = Municipality,
        AgeGroup = ageGroup,
        Languages = [.. Languages],
        Dialect = Dialect,
        InterpreterNeeded = InterpreterNeeded,
        Unaccompanied = "No",
        ProtectedIdentity = ProtectedIdentity,
    };

    /// <summary>The same without what the person wants.</summary>
    public CaseFacts WithoutWishes => this with { Cooperation = null, WishesReturn = null, InSweden = null, WishesSaidOn = null };

    public bool IsProtected => ProtectedIdentity != "NONE";

    /// <summary>A child, or somebody who may be one: UNCERTAIN is treated as a child (Council of Europe Convention 10(3), Directive 2011/36/EU 13(2)).</summary>
    public bool TreatedAsChild => AgeUncertain || AgeGroup is "0-11" or "12-14" or "15-17" or "U18" or "UNCERTAIN";
}
