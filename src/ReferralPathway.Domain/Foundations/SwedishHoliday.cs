namespace ReferralPathway.Domain.Foundations;

/// <summary>A named day on which offices are closed.</summary>
/// <param name="IsEve">
/// True for midsommarafton, julafton and nyårsafton: no public holidays by lag (1989:253), but equal to them when the
/// last day for an action is reckoned, lag (1930:173) 2 §.
/// </param>
public sealed record SwedishHoliday(DateOnly Day, string NameSv, string NameEn, bool IsEve)
{
    public string NameIn(string language) => language == "en" ? NameEn : NameSv;
}
