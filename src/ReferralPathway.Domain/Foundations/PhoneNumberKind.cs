namespace ReferralPathway.Domain.Foundations;

public enum PhoneNumberKind
{
    /// <summary>An international number (ITU-T E.164), kept as + and at most 15 digits.</summary>
    International,

    /// <summary>A Swedish short code such as 112 or 114 14, which has no international form and cannot be dialled from abroad.</summary>
    ShortCode,
}
