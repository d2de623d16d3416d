using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Web.Access;

/// <summary>Which guard hangs on which folder. A page gets its guard by where it lies, never by remembering it.</summary>
public static class Guards
{
    /// <summary>Pages that stand open to anybody.</summary>
    public static readonly IReadOnlyList<string> Open =
    [
        "/Directory/Index", "/Directory/Entry", "/Guidance/Index", "/SignIn/Index", "/SignIn/Code", "/SignIn/SecondFactor", "/SignIn/Unlock", "/SignIn/Lock", "/SignIn/Invitation", "/SignIn/Out", "/Status", "/Privacy", "/Accessibility", "/Help/Index", "/Help/Terms", "/Sample/Practice",
        "/Sample/Look",
    ];

    /// <summary>Folders under a case, and the operation whose guard hangs there.</summary>
    public static readonly IReadOnlyDictionary<string, CaseOperation> Cases = new Dictionary<string, CaseOperation>
    {
        ["/Cases/Show"] = CaseOperation.Read,
        ["/Cases/Identity"] = CaseOperation.ReadIdentity,
        ["/Cases/Health"] = CaseOperation.ReadHealth,
        ["/Cases/BreakGlass"] = CaseOperation.BreakGlass,
        ["/Cases/ReviewGlass"] = CaseOperation.ReviewBreakGlass,
        ["/Cases/Readings"] = CaseOperation.SeeReadings,
        ["/Cases/Intake"] = CaseOperation.Write,
        ["/Cases/Indicators"] = CaseOperation.Screen,
        ["/Cases/Team"] = CaseOperation.ChangeTeam,
        ["/Cases/RuleOut"] = CaseOperation.RuleOut,
        ["/Cases/Close"] = CaseOperation.Close,
        ["/Consents/History"] = CaseOperation.Read,
        ["/Consents/Record"] = CaseOperation.RecordConsent,
        ["/Consents/Form"] = CaseOperation.OpenConsentForm,
        ["/Consents/Withdraw"] = CaseOperation.WithdrawConsent,
        ["/Consents/Ground"] = CaseOperation.RecordLegalGround,
        ["/Consents/Review"] = CaseOperation.RecordLegalGround,
        ["/Consents/Emergency"] = CaseOperation.RecordEmergency,
        ["/Referrals/Write"] = CaseOperation.Refer,
        ["/Referrals/Told"] = CaseOperation.Refer,
        ["/Referrals/Complete"] = CaseOperation.CompleteReferral,
        ["/Investigations/Report"] = CaseOperation.ReportToPolice,
        ["/Investigations/Initiate"] = CaseOperation.InitiateInvestigation,
        ["/Investigations/Follow"] = CaseOperation.FollowInvestigation,
        ["/Guidance/Case"] = CaseOperation.Read,
        ["/Investigations/TakeOn"] = CaseOperation.TakeOn,
        ["/Permits/Show"] = CaseOperation.Read,
        ["/Permits/Write"] = CaseOperation.ApplyForPermit,
        ["/Permits/Talk"] = CaseOperation.ApplyForPermit,
        ["/Permits/Follow"] = CaseOperation.ApplyForPermit,
        ["/Permits/Extend"] = CaseOperation.ExtendPermit,
        ["/Permits/Decide"] = CaseOperation.DecidePermit,
        ["/Assistance/Show"] = CaseOperation.Read,
        ["/Assistance/Write"] = CaseOperation.WritePlan,
        ["/Assistance/Item"] = CaseOperation.WritePlan,
        ["/Assistance/Answer"] = CaseOperation.WritePlan,
        ["/Assistance/Follow"] = CaseOperation.WritePlan,
        ["/Assistance/Record"] = CaseOperation.RecordService,
        ["/Integration/Show"] = CaseOperation.Read,
        ["/Integration/Write"] = CaseOperation.WriteIntegration,
        ["/Integration/Component"] = CaseOperation.WriteIntegration,
        ["/Integration/End"] = CaseOperation.WriteIntegration,
        ["/Integration/Answer"] = CaseOperation.WriteIntegration,
        ["/Integration/Follow"] = CaseOperation.WriteIntegration,
        ["/Whereabouts/Record"] = CaseOperation.RecordWhereabouts,
        ["/Whereabouts/Read"] = CaseOperation.ReadWhereabouts,
        ["/Whereabouts/Grants"] = CaseOperation.GrantWhereabouts,
        ["/Returns/Show"] = CaseOperation.Read,
        ["/Returns/Write"] = CaseOperation.WriteReturn,
        ["/Returns/Coordinate"] = CaseOperation.CoordinateReturn,
        ["/Returns/CarryOut"] = CaseOperation.CarryOutReturn,
        ["/Returns/PickUp"] = CaseOperation.ReleasePickUp,
        ["/Returns/CallOff"] = CaseOperation.WithdrawReturn,
        ["/Returns/Health"] = CaseOperation.ReadTravelHealth,
        ["/Returns/Justice"] = CaseOperation.ReleaseJustice,
        ["/Children/Show"] = CaseOperation.Read,
        ["/Children/Report"] = CaseOperation.ReportConcern,
        ["/Children/Say"] = CaseOperation.ReportConcern,
        ["/Children/Represent"] = CaseOperation.RepresentChild,
        ["/Children/Protect"] = CaseOperation.ProtectChild,
        ["/Asylum/Show"] = CaseOperation.Read,
        ["/Asylum/Record"] = CaseOperation.RecordAsylum,
        ["/Asylum/Decide"] = CaseOperation.DecideAsylum,
        ["/Matches/Ask"] = CaseOperation.AskOthers,
        ["/Matches/Answer"] = CaseOperation.AnswerMatch,
        ["/Documents/List"] = CaseOperation.Read,
        ["/Documents/Add"] = CaseOperation.AddDocument,
        ["/Documents/File"] = CaseOperation.OpenDocument,
        ["/Documents/Open"] = CaseOperation.OpenDocument,
        ["/Documents/Mistake"] = CaseOperation.MarkDocument,
        ["/Rights/Note"] = CaseOperation.NoteEntry,
        ["/Rights/Extract"] = CaseOperation.PrepareExtract,
        ["/Rights/Review"] = CaseOperation.ReviewExtract,
        ["/Letters/List"] = CaseOperation.WriteLetter,
        ["/Letters/Ask"] = CaseOperation.WriteLetter,
        ["/Letters/Show"] = CaseOperation.WriteLetter,
        ["/Letters/Deliver"] = CaseOperation.WriteLetter,
        ["/Reimbursement/Case"] = CaseOperation.ClaimCosts,
    };

    /// <summary>Folders that belong to certain roles.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Roles = new Dictionary<string, Role[]>
    {
        ["/Cases/Start"] = [.. Enum.GetValues<Role>().Where(CaseAccess.MayRegister)],
        ["/Cases/List"] = [.. Enum.GetValues<Role>().Where(CaseAccess.MayRegister), Role.IomCaseworker],
        ["/Referrals/List"] = [.. Enum.GetValues<Role>().Where(CaseAccess.MayRegister)],
        ["/Reimbursement/List"] = [.. ClaimAccess.Roles],
        ["/Administration"] = [Role.Administrator],
        ["/Audit"] = [Role.Auditor],
        ["/Directory/Propose"] = [.. DirectoryRights.Proposers],
        ["/Consultations/Ask"] = [.. ConsultationDesk.Askers],
        ["/Consultations/List"] = [.. ConsultationDesk.Askers],
        ["/Consultations/Desk"] = [.. ConsultationDesk.Answerers],
        ["/Disclosures/List"] = [.. DisclosureDesk.Askers],
        ["/Disclosures/Ask"] = [.. DisclosureDesk.Askers],
        ["/Statistics"] = [.. Reports.Readers],
    };

    /// <summary>Folders that belong to the managers of an organisation.</summary>
    public static readonly IReadOnlyList<string> Managers = ["/OwnOrganisation"];

    /// <summary>Folders that belong to those who decide on disclosure: in some roles the managers alone.</summary>
    public static readonly IReadOnlyList<string> DecidersOfDisclosure = ["/Disclosures/Received", "/Disclosures/Register"];

    /// <summary>Folders under a referral that one's organisation received.</summary>
    public static readonly IReadOnlyList<string> Received = ["/Referrals/Answer"];

    /// <summary>Folders under a consultation, and the operation whose guard hangs there.</summary>
    public static readonly IReadOnlyDictionary<string, ConsultationOperation> Consultations = new Dictionary<string, ConsultationOperation>
    {
        ["/Consultations/Show"] = ConsultationOperation.Read,
        ["/Consultations/Edit"] = ConsultationOperation.Write,
        ["/Consultations/Withdraw"] = ConsultationOperation.Withdraw,
        ["/Consultations/Close"] = ConsultationOperation.Close,
        ["/Consultations/TakeOn"] = ConsultationOperation.TakeOn,
        ["/Consultations/Return"] = ConsultationOperation.Return,
        ["/Consultations/Answer"] = ConsultationOperation.Answer,
    };

    /// <summary>Folders under a claim for costs, and the operation whose guard hangs there.</summary>
    public static readonly IReadOnlyDictionary<string, ClaimOperation> Claims = new Dictionary<string, ClaimOperation>
    {
        ["/Reimbursement/Show"] = ClaimOperation.Read,
        ["/Reimbursement/Costs"] = ClaimOperation.Claim,
        ["/Reimbursement/Submit"] = ClaimOperation.Claim,
        ["/Reimbursement/Appeal"] = ClaimOperation.Claim,
        ["/Reimbursement/Decide"] = ClaimOperation.Decide,
    };

    /// <summary>Folders under a request for disclosure, and the operation whose guard hangs there.</summary>
    public static readonly IReadOnlyDictionary<string, DisclosureOperation> Disclosures = new Dictionary<string, DisclosureOperation>
    {
        ["/Disclosures/Show"] = DisclosureOperation.Read,
        ["/Disclosures/Assess"] = DisclosureOperation.Assess,
        ["/Disclosures/Decide"] = DisclosureOperation.Decide,
    };

    /// <summary>
    /// Folders where whoever acts has just shown who they are: accounts, roles, organisations, the directory and the reading of the rules are changed there, and what a calendar outside may
    /// read; health is opened, and who reads where somebody stays is decided; and what is approved for others is: a return, a ground of law, a disclosure (DOMAIN 9.4.8).
    /// </summary>
    public static readonly IReadOnlyList<string> Proved =
    [
        "/Administration/Accounts", "/Administration/Organisations", "/Administration/Confirmations", "/Administration/Rules", "/Administration/Directory", "/Administration/Letters", "/Administration/Codes", "/Administration/Import",
        "/OwnOrganisation", "/OwnAccount/Calendar", "/Cases/Health", "/Documents/Open", "/Returns/Health", "/Whereabouts/Grants", "/Returns/Coordinate", "/Consents/Ground", "/Consents/Review", "/Rights/Review", "/Disclosures/Decide",
    ];

    /// <summary>Folders that are shown only to whoever has.</summary>
    public static readonly IReadOnlyList<string> ProvedToSee = ["/OwnAccount/SecondFactor", "/OwnAccount/Passkeys", "/Whereabouts/Read"];

    public static void Hang(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/");
        // A draft is written at the recipient's address first, and changed at its own.
        options.Conventions.AddPageRoute("/Referrals/Write/Draft", "/cases/{caseId}/referrals/{referralId}/edit");
        options.Conventions.AddPageRoute("/Assistance/Write/Index", "/cases/{caseId}/plans/{planId:guid}/edit");
        options.Conventions.AddPageRoute("/Integration/Write/Index", "/cases/{caseId}/integration/{integrationId:guid}/edit");
        foreach (var page in Open) options.Conventions.AllowAnonymousToPage(page);
        Filter("/", new ServiceFilterAttribute<UnitOfWork> { Order = -1000 });
        Filter("/", new ServiceFilterAttribute<DraftsTakenUp> { Order = -999 });
        Filter("/", new ServiceFilterAttribute<ForgedForms>());
        foreach (var (folder, operation) in Cases) Filter(folder, new CaseOnRoute(operation));
        foreach (var (folder, roles) in Roles) Filter(folder, new RoleOnly(roles));
        foreach (var folder in Managers) Filter(folder, new RoleOnly(Enum.GetValues<Role>()) { ManagersOnly = true });
        foreach (var (folder, operation) in Consultations) Filter(folder, new ConsultationOnRoute(operation));
        foreach (var folder in DecidersOfDisclosure) Filter(folder, new RoleOnly(DisclosureDesk.Deciders) { Suits = actor => DisclosureDesk.MayDecide(actor.Role, actor.IsManager) });
        foreach (var (folder, operation) in Disclosures) Filter(folder, new DisclosureOnRoute(operation));
        foreach (var (folder, operation) in Claims) Filter(folder, new ClaimOnRoute(operation));
        foreach (var folder in Proved) Filter(folder, new FreshProof());
        foreach (var folder in ProvedToSee) Filter(folder, new FreshProof { ForReading = true });
        foreach (var folder in Received) Filter(folder, new ReferralOnRoute());

        void Filter(string folder, IFilterMetadata filter) => options.Conventions.AddFolderApplicationModelConvention(folder, model => model.Filters.Add(filter));
    }
}
