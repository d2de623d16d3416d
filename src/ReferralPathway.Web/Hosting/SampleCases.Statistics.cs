namespace ReferralPathway.Web.Hosting;

internal sealed partial class SampleCases
{
    private static readonly string[] Citizenships = ["RO", "BG", "NG", "TH", "UZ", "VN", "UA", "BR"];

    /// <summary>Thirty-six persons of this year and the last whose cases have ended, in two regions: so that the releases of closed quarters show something. Without names.</summary>
    public async Task LoadPastAsync()
    {
        for (var i = 0; i < 36; i++)
        {
            var (account, daysAgo) = (i % 3 == 0 ? "sw.vasteras" : "sw.stockholm", 70 + i * 10);
            var (person, exploited) = (i % 4) switch { 0 => (Man("25-34", "ro"), Work("CONSTRUCTION")), 1 => (Man("45-54", "th"), Work("BERRY")), _ => (Woman(i % 3 == 2 ? "21-24" : "25-34", "en"), Sexual()) };
            var id = await OpenAsync(account, daysAgo, person, i % 5 == 0 ? "IRREGULAR" : "EU_NO_RIGHT", exploited, new() { Nationalities = [Citizenships[i % Citizenships.Length]] },
                new() { Direct = "Yes", InPerson = "Mottagningen", DeviceWatched = "No", LastCheckedOn = Day(daysAgo) });
            await OnAsync(account, daysAgo - 30, id, (c, act) => c.Close("ASSISTANCE_COMPLETED", 0, act));
        }
    }
}
