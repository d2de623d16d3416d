namespace ReferralPathway.Web.Tests.Hosting;

internal static class TestKeys
{
    /// <summary>A master key for tests alone: the same for the template and for every copy, so that each can open what the template sealed.</summary>
    public static readonly string Master = $"1:{Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray())}";
}
