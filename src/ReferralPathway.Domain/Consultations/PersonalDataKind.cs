namespace ReferralPathway.Domain.Consultations;

/// <summary>Kinds of personal details that the detector knows. Those up to <see cref="KnownName"/> stop a text; the others ask for a second look.</summary>
public enum PersonalDataKind
{
    /// <summary>Personal identity number or coordination number.</summary>
    PersonalNumber,
    Telephone,
    Email,
    WebAddress,
    /// <summary>A user name in some service.</summary>
    Handle,
    /// <summary>As on a passport or identity card.</summary>
    DocumentNumber,
    /// <summary>LMA card, dossier, diary number, number of a case or an investigation.</summary>
    FileNumber,
    /// <summary>Any other long number.</summary>
    LongNumber,
    /// <summary>The name of somebody in a case of the author's own organisation.</summary>
    KnownName,
    /// <summary>What may be a name.</summary>
    Name,
    /// <summary>A date, whether of birth or another: a whole date is a trace.</summary>
    BirthDate,
    Address,
}

public static class PersonalDataKinds
{
    /// <summary>Whether a text with it is stopped, whatever the author says.</summary>
    public static bool IsHard(this PersonalDataKind kind) => kind <= PersonalDataKind.KnownName;
}
