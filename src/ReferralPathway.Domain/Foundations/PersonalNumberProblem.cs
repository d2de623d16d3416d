namespace ReferralPathway.Domain.Foundations;

/// <summary>What is wrong with a personal or coordination number as typed. The names are keys of the error texts.</summary>
public enum PersonalNumberProblem
{
    None,

    /// <summary>Not written as YYYYMMDD-NNNN, YYYYMMDDNNNN, YYMMDD-NNNN or YYMMDD+NNNN.</summary>
    PnrFormat,

    /// <summary>The first digits are no date on which a person living can have been born.</summary>
    PnrDate,

    /// <summary>The last digit does not follow from the nine before it.</summary>
    PnrChecksum,
}
