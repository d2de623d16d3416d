namespace ReferralPathway.Domain.Access;

/// <summary>What an organisation is called in both languages; a person is called the same in both.</summary>
public sealed record Named(string Sv, string En)
{
    public string In(string language) => language == "en" ? En : Sv;
}
