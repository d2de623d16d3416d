using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;

namespace ReferralPathway.Domain.Tests.Investigations;

/// <summary>Acts and an open case to begin with. The day is Monday 16 March 2026 unless the test says another.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);
    public static readonly OrganisationId PoliceAuthority = OrganisationId.New(Monday);
    public static readonly OrganisationId ProsecutionAuthority = OrganisationId.New(Monday);
    public static readonly OrganisationId Umea = OrganisationId.New(Monday);

    private static readonly UserId Grahn = UserId.New(Monday);
    private static readonly UserId Hjelm = UserId.New(Monday);
    private static readonly UserId Sandberg = UserId.New(Monday);

    public static Act Police(DateTimeOffset? at = null) => new(Grahn, Role.InvestigationLeader, PoliceAuthority, at ?? Monday);

    public static Act Prosecutor(DateTimeOffset? at = null) => new(Hjelm, Role.InvestigationLeader, ProsecutionAuthority, at ?? Monday);

    public static Act SocialWorker(DateTimeOffset? at = null) => new(Sandberg, Role.SocialWorker, Umea, at ?? Monday);

    public static Case OpenCase(Act? act = null)
    {
        var by = act ?? SocialWorker();
        var started = Case.Start("2026-000001", by);
        started.RecordDanger(false, by);
        started.RecordDetection(new(2026, 2, 16), "POLICE_BORDER", null, null, by);
        started.RecordExploitation("THB", ["FORCED_LABOUR"], ["CONSTRUCTION"], new(), by);
        started.RecordPerson(new() { Gender = "M", AgeGroup = "35-44", Languages = ["uz"], InterpreterNeeded = true }, by);
        started.RecordLegalStatus("IRREGULAR", null, by);
        started.RecordRights("NotYet", null, by);
        started.RecordSafeContact(new() { Direct = "Yes", DeviceWatched = "No", LastCheckedOn = by.Day }, by);
        started.Open(by);
        started.TakeEvents();
        return started;
    }

    public static void ConsentsTo(this Case theCase, OrganisationId recipient, OrganisationKind kind, Act act) => theCase.GiveConsent(new()
    {
        Recipient = recipient,
        RecipientKind = kind,
        Purpose = Purposes.Referral,
        Groups = DataGroups.Of(DataGroup.Facts, DataGroup.Identity),
        DecidedOn = act.Day,
        Method = CodeLists.ConsentMethod.Items[0].Code,
        FullyInformed = true,
    }, act);

    public static InvestigationTerms Terms(DateOnly? on = null, string reference = "5000-K123456-26", LeaderKind leader = LeaderKind.Police, OrganisationKind organisation = OrganisationKind.Police, bool reason = true) => new()
    {
        LeaderKind = leader,
        Organisation = organisation,
        AuthorityUnit = "NOA",
        LeaderName = "Per Grahn",
        ReferenceNumber = reference,
        Offences = ["BRB_4_1A"],
        On = on ?? new(2026, 3, 16),
        ReasonToAssume = reason,
    };

    public static Rule Broken(Action act) => Assert.Throws<RuleBrokenException>(act).Rule;
}
