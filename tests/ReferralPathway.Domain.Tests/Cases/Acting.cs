using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Cases;

/// <summary>People who act in tests of the law; the first two are colleagues.</summary>
internal static class Acting
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);

    private static readonly OrganisationId Malmo = OrganisationId.New(Monday);

    public static readonly Act Jonas = new(UserId.New(Monday), Role.SocialWorker, Malmo, Monday);

    public static readonly Act Birgitta = new(UserId.New(Monday), Role.SocialWorker, Malmo, Monday);

    public static readonly Act Police = new(UserId.New(Monday), Role.InvestigationLeader, OrganisationId.New(Monday), Monday);

    /// <summary>A case of Malmö with every part answered, opened by Jonas.</summary>
    public static Case OpenCase()
    {
        var started = Case.Start("2026-000001", Jonas);
        started.RecordDanger(false, Jonas);
        started.RecordSafeContact(new() { Direct = "No", DeviceWatched = "Unknown", LastCheckedOn = Jonas.Day }, Jonas);
        started.RecordDetection(Jonas.Day, "SOCIAL_WORKER", null, null, Jonas);
        started.RecordExploitation("THB", ["FORCED_LABOUR"], [], new(), Jonas);
        started.RecordPerson(new() { Gender = "F", AgeGroup = "25-34" }, Jonas);
        started.RecordLegalStatus("IRREGULAR", null, Jonas);
        started.RecordRights("NotYet", null, Jonas);
        started.Open(Jonas);
        started.TakeEvents();
        return started;
    }

    /// <summary>The law that an act breaks.</summary>
    public static Rule Breaks(Action act) => Assert.Throws<RuleBrokenException>(act).Rule;
}
