using System.Collections.Frozen;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>
/// The rules, in the order in which their lines are read. The municipality's help is never refused for want of identification: what the law gives (RIGHT) and how it
/// goes in practice (the notes) are two things.
/// </summary>
public static class GuidanceRules
{
    /// <summary>The Social Services Act (2025:400) replaced the one of 2001.</summary>
    private static readonly DateOnly NewSocialServicesAct = new(2025, 7, 1);

    /// <summary>The social board may apply since lag (2022:1015).</summary>
    private static readonly DateOnly SocialBoardMayApply = new(2022, 8, 1);

    /// <summary>From these the legal status of a day follows.</summary>
    private static readonly Input[] Status = [Input.AsOf, Input.LegalStatus, Input.LegalStatusValidTo, Input.Citizenship, Input.ReflectionPeriod, Input.TemporaryPermit];

    public static readonly GuidanceRule Emergency = new("R02")
    {
        Laws = Sol("4:1, 29:4", "2 a:1–2, 4:1"),
        Statements = ["S1-25"],
        Reads = Named(Input.InSweden, Input.AcuteNeed),
        Says = (p, rule) => p.Given is { InSweden: true, AcuteNeed: true }
            ? [rule.Line(p, Support.MunicipalEmergency, Provider.MunicipalityOfStay, Strength.Right, NextStep.CallSocialServicesOnCall)]
            : [],
    };

    public static readonly GuidanceRule Children = new("R12")
    {
        Laws = [.. Sol("19:1, 20:1–3", "11:1 a, 14:1"), new("2005:429", "2–3 §§")],
        Statements = ["S1-24"],
        Reads = Named(Input.AgeClass, Input.Unaccompanied),
        Says = ForChildren,
    };

    public static readonly GuidanceRule AsylumSeekers = new("R06")
    {
        Laws = [new("LMA", "1, 1 a, 3 §§"), new("SoL", "10:2", NewSocialServicesAct)],
        Statements = ["S1-12"],
        Reads = Named([.. Status, Input.AgeClass, Input.Unaccompanied]),
        Says = (p, rule) => p.IsUnderReception
            ? [rule.Line(p, Support.AsylumSupport, Provider.MigrationAgency, Strength.Right, NextStep.Refer) with
                { ConsentNeeded = true, Notes = p.IsUnaccompanied ? [PracticeNote.AssignedMunicipalityHouses] : [] }]
            : [],
    };

    public static readonly GuidanceRule MunicipalSupport = new("R03")
    {
        Laws = Sol("11:1, 12:1, 13:1, 29:4", "4:1, 5:11"),
        Statements = ["S1-25", "S1-19", "S1-20"],
        Reads = Named([.. Status, Input.InSweden, Input.Identification, Input.Investigation, Input.AgeClass]),
        Says = (p, rule) => p.Given.InSweden && p.Identification != Identification.RuledOut
            ? [rule.Line(p, Support.MunicipalSupport, Provider.Municipality, p.IsUnderReception ? Strength.Available : Strength.Right, NextStep.Refer) with
                {
                    ConsentNeeded = true,
                    Notes = Notes(
                        (p.IsUnderReception, PracticeNote.OnlyWhatReceptionDoesNotCover),
                        (p.IsOutside && !p.IsInvestigated, PracticeNote.OnlyNgosLikely),
                        (p.Identification == Identification.Presumed, PracticeNote.ThresholdIsHigh),
                        (p.IsChild, PracticeNote.GuardianAgrees)),
                }]
            : [],
    };

    public static readonly GuidanceRule FullPlan = new("R04")
    {
        Laws = Sol("11:1, 12:1", "4:1"),
        Statements = ["S1-21", "S1-22", "S1-24"],
        Reads = Named([.. Status, Input.AgeClass]),
        Says = (p, rule) => p.Status is LegalStatus.Se or LegalStatus.Nordic or LegalStatus.EuRight or LegalStatus.Rp or LegalStatus.Trp or LegalStatus.Trp15D or LegalStatus.TrpOther
                or LegalStatus.TempProtection or LegalStatus.Work or LegalStatus.Permanent || p.Status == LegalStatus.Asylum && p.HasOpenApplication
            ? [rule.Line(p, Support.FullPlan, Provider.Municipality, Strength.Available, NextStep.Refer) with
                { ConsentNeeded = true, Notes = Notes((true, PracticeNote.CitizensServices), (p.IsChild, PracticeNote.GuardianAgrees)) }]
            : [],
    };

    public static readonly GuidanceRule Ngos = new("R05")
    {
        Statements = ["S1-27", "S1-28", "S1-19"],
        Reads = Named([.. Status, Input.InSweden, Input.Investigation, Input.Cooperation]),
        Says = (p, rule) => p.Given.InSweden
            ? [rule.Line(p, Support.NgoSupport, Provider.Ngo, p.IsOutside && !p.IsInvestigated && !p.HasOpenApplication ? Strength.LikelyOnly : Strength.Available, NextStep.Refer) with
                {
                    ConsentNeeded = true,
                    Highlighted = p.Given.Cooperation == Cooperation.Unwilling,
                    Notes = Notes((p.Given.Cooperation == Cooperation.Unwilling, PracticeNote.AlsoWithoutAuthorities), (true, PracticeNote.CapacityVaries)),
                }]
            : [],
    };

    public static readonly GuidanceRule ReflectionPeriod = new("R08")
    {
        Laws = [new("UtlL", "5:15")],
        Statements = ["S1-14", "S1-15", "S1-09"],
        Reads = Named([.. Status, Input.Investigation]),
        Says = (p, rule) =>
        {
            if (p.Status == LegalStatus.Rp) return [Extension(p, rule)];
            if (!MayApplyForFirst(p)) return p.LacksRightToStay && p.ReflectionPeriod.WasGranted && !p.ReflectionPeriod.IsGrantedOn(p.AsOf) ? [UsedUp(p, rule)] : [];
            return p.IsInvestigated
                ? [rule.Line(p, Support.ReflectionPeriod, Provider.InvestigationLeader, Strength.CanApply, NextStep.AskTheLeaderToApply) with { Notes = [PracticeNote.NoWillToCooperateNeeded, .. WhileItLasts(p)], Day = LastDayOfVisit(p) }]
                : [rule.Line(p, Support.ReflectionPeriod, Provider.InvestigationLeader, Strength.NotNow, NextStep.ReportToPolice) with { Missing = [Missing.Investigation], Notes = [PracticeNote.ThresholdIsLow, .. WhileItLasts(p)], Day = LastDayOfVisit(p) }];
        },
    };

    public static readonly GuidanceRule ReflectionPeriodBySocialBoard = new("R08")
    {
        Part = "SocialBoard",
        Laws = [new("UtlL", "5:15", SocialBoardMayApply), new("BrB", "4:1 a, 4:1 b")],
        Statements = ["S1-14"],
        Since = SocialBoardMayApply,
        Only = ReflectionPeriodRuleSet.Law2022,
        Reads = Named([.. Status, Input.Exposure, Input.RuleSet]),
        Says = (p, rule) => !MayApplyForFirst(p) ? [] : p.ReasonToAssume
            ? [rule.Line(p, Support.ReflectionPeriod, Provider.SocialBoard, Strength.CanApply, NextStep.SocialBoardApplies) with { ConsentNeeded = true, Notes = [PracticeNote.NoWillToCooperateNeeded, .. WhileItLasts(p)], Day = LastDayOfVisit(p) }]
            : [rule.Line(p, Support.ReflectionPeriod, Provider.SocialBoard, Strength.NotNow, NextStep.EstablishReason) with { ConsentNeeded = true, Missing = [Missing.ReasonToAssume], Notes = [.. WhileItLasts(p)], Day = LastDayOfVisit(p) }],
    };

    public static readonly GuidanceRule TemporaryPermit = new("R09")
    {
        Laws = [new("UtlL", "5:15")],
        Statements = ["S1-18"],
        Reads = Named([.. Status, Input.Investigation, Input.Cooperation, Input.TiesBroken]),
        Says = (p, rule) =>
        {
            var lacks = p.LacksRightToStay || p.Status is LegalStatus.Rp or LegalStatus.RpPending || p.Status == LegalStatus.Asylum && p.IsInvestigated;
            if (!lacks || p.TemporaryPermit.IsOpenOn(p.AsOf)) return [];
            Missing[] missing =
            [
                .. p.IsInvestigated ? [] : new[] { Missing.Investigation },
                .. p.Given.Cooperation == Cooperation.Willing ? [] : new[] { Missing.WillToCooperate },
                .. p.Given.TiesBroken == YesNoUnknown.Yes ? [] : new[] { Missing.TiesBroken },
            ];
            var line = missing.Length == 0
                ? rule.Line(p, Support.TempPermit, Provider.InvestigationLeader, Strength.CanApply, NextStep.AskTheLeaderToApply)
                : rule.Line(p, Support.TempPermit, Provider.InvestigationLeader, Strength.NotNow, p.IsInvestigated ? NextStep.AskAboutCooperation : NextStep.ReportToPolice);
            return [line with { Missing = missing, Notes = [PracticeNote.NoReflectionPeriodFirst] }];
        },
    };

    public static readonly GuidanceRule HealthCare = new("R07")
    {
        Laws = [new("2008:344", "4–6 §§"), new("2013:407", "5–7 §§", new(2013, 7, 1))],
        Statements = ["S1-21"],
        Reads = Named([.. Status, Input.InSweden, Input.AgeClass]),
        Says = (p, rule) =>
        {
            if (!p.Given.InSweden) return [];
            var resident = p.Status is LegalStatus.Se or LegalStatus.Nordic or LegalStatus.EuRight or LegalStatus.Rp or LegalStatus.Trp or LegalStatus.Trp15D or LegalStatus.TrpOther or LegalStatus.Work or LegalStatus.Permanent;
            var line = rule.Line(p, resident || p.IsChild ? Support.HealthFull : Support.HealthCannotBeDeferred, Provider.Region, Strength.Right, NextStep.SeekCare);
            return
            [
                line with
                {
                    Notes = Notes(
                        (!resident && p.IsChild, PracticeNote.ChildrenAsResidents),
                        (!resident && !p.IsChild, PracticeNote.MaternityAndContraception),
                        (p.Status is LegalStatus.Nordic or LegalStatus.EuRight or LegalStatus.TrpOther or LegalStatus.Work, PracticeNote.CheckRegistration),
                        (!p.IsChild && p.Status == LegalStatus.Visit, PracticeNote.CheckCardOrInsurance),
                        (!p.IsChild && p.Status == LegalStatus.Unknown, PracticeNote.CheckStatus)),
                },
            ];
        },
    };

    public static readonly GuidanceRule Counsel = new("R14")
    {
        Laws = [new("1988:609", "1 §")],
        Statements = ["S1-27"],
        Reads = Named(Input.Investigation),
        Says = (p, rule) => p.IsInvestigated ? [rule.Line(p, Support.LegalCounsel, Provider.DistrictCourt, Strength.Available, NextStep.RequestCounsel)] : [],
    };

    public static readonly GuidanceRule LegalHelpByNgos = new("R14b")
    {
        Statements = ["S1-27"],
        Reads = Named(Input.InSweden),
        Says = (p, rule) => p.Given.InSweden ? [rule.Line(p, Support.NgoLegalHelp, Provider.Ngo, Strength.Available, NextStep.Refer) with { ConsentNeeded = true }] : [],
    };

    public static readonly GuidanceRule Reimbursement = new("R13")
    {
        Laws = [new("2017:193", "17, 19 §§")],
        Statements = ["S1-17"],
        Reads = Named(Input.AsOf, Input.LegalStatus, Input.LegalStatusValidTo, Input.ReflectionPeriod, Input.TemporaryPermit, Input.ReimbursementFrom),
        Says = (p, rule) => ClaimDeadlines.Next(p) is { } deadline
            ? [rule.Line(p, Support.MunicipalReimbursement, Provider.Municipality, Strength.CanApply, NextStep.ClaimCosts) with { Day = deadline, Notes = [PracticeNote.ShareOfTheCosts] }]
            : [],
    };

    public static readonly GuidanceRule Return = new("R10")
    {
        Statements = ["S1-33", "S1-34", "S1-35", "S1-36", "S4-01", "S4-02"],
        Reads = Named([.. Status, Input.InSweden, Input.Exposure, Input.WishesReturn, Input.ReturnState, Input.AgeClass]),
        Says = (p, rule) =>
        {
            // Who has returned is at home; who was brought to Sweden once more may go home once more.
            if (p.Citizenship == ResidenceClass.Swedish || p.Given is { ReturnState: ReturnState.Returned, InSweden: false }) return [];
            var child = Notes((p.IsChild, PracticeNote.BothCountriesFindItBest));
            return p.Given.WishesReturn switch
            {
                YesNoUnknown.Yes when p.Given.Exposure != Exposure.Unknown =>
                [
                    rule.Line(p, Support.ReturnProgramme, Provider.Iom, Strength.Available, p.Given.ReturnState == ReturnState.InProcess ? NextStep.ContinueReturn : NextStep.ContactCoordinator) with
                    {
                        ConsentNeeded = true,
                        Notes = [PracticeNote.WhateverTheCooperation, .. Notes((p.Status == LegalStatus.Asylum, PracticeNote.AsylumIsHandledFirst)), .. child],
                    },
                ],
                YesNoUnknown.Unknown when p.Given.InSweden =>
                    [rule.Line(p, Support.InformAboutReturn, Provider.RegionalCoordinator, Strength.Info, NextStep.InformAboutReturn) with { ConsentNeeded = true, Notes = child }],
                _ => [],
            };
        },
    };

    public static readonly GuidanceRule Integration = new("R11")
    {
        Statements = ["S1-38"],
        Reads = Named(Status),
        Says = (p, rule) => HasLastingRight(p) ? [rule.Line(p, Support.IntegrationPublic, Provider.StateAndMunicipality, Strength.Available, NextStep.Refer) with { ConsentNeeded = true }] : [],
    };

    public static readonly GuidanceRule IntegrationByNgos = new("R11b")
    {
        Statements = ["S1-39"],
        Reads = Named(Status),
        Says = (p, rule) => HasLastingRight(p) ? [] :
        [
            rule.Line(p, Support.IntegrationPublic, Provider.StateAndMunicipality, Strength.NotNow, NextStep.NothingYet) with { ConsentNeeded = true, Missing = [Missing.LastingPermit] },
            rule.Line(p, Support.NgoLongTerm, Provider.Ngo, Strength.Available, NextStep.Refer) with { ConsentNeeded = true },
        ],
    };

    public static readonly GuidanceRule Work = new("R15")
    {
        Laws = [new("UtlF", "5:1")],
        Reads = Named(Status),
        Says = (p, rule) => p.Status is LegalStatus.Trp or LegalStatus.Trp15D ? [rule.Line(p, Support.WorkAllowed, Provider.MigrationAgency, Strength.Info, NextStep.TellThePerson)] : [],
    };

    public static readonly GuidanceRule School = new("R16")
    {
        Laws = [new("2010:800", "29:2–3")],
        Reads = Named([.. Status, Input.AgeClass]),
        Says = (p, rule) => p.IsChild && p.Status is LegalStatus.Rp or LegalStatus.Trp or LegalStatus.Asylum or LegalStatus.Irregular
            ? [rule.Line(p, Support.School, Provider.Municipality, Strength.Right, NextStep.EnrolInSchool)]
            : [],
    };

    public static readonly GuidanceRule ExpulsionIsBarred = new("R17")
    {
        Part = "Barred",
        Laws = [new("UtlL", "12:13 b")],
        Reads = Named(Input.AsOf, Input.LegalStatus, Input.LegalStatusValidTo, Input.ReflectionPeriod, Input.TemporaryPermit),
        Says = (p, rule) => HasGrant(p) ? [rule.Line(p, Support.ExpulsionBarred, Provider.MigrationAgency, Strength.Info, NextStep.TellThePerson)] : [],
    };

    public static readonly GuidanceRule ExpulsionMayBeStayed = new("R17")
    {
        Part = "Stayed",
        Laws = [new("UtlL", "12:12 b, 20:1")],
        Reads = Named(Input.AsOf, Input.LegalStatus, Input.LegalStatusValidTo, Input.ReflectionPeriod, Input.TemporaryPermit),
        Says = (p, rule) => p.HasOpenApplication && !HasGrant(p)
            ? [rule.Line(p, Support.ExpulsionMayBeStayed, Provider.MigrationAgency, Strength.Info, NextStep.TellThePerson) with { Notes = [PracticeNote.StayIsNotPunishable] }]
            : [],
    };

    public static readonly GuidanceRule Consent = new("R18")
    {
        Laws = [new("OSL", "10:1, 12:2")],
        Statements = ["S1-04", "S1-05"],
        Reads = Named(Input.ConsentMunicipality, Input.ConsentNgo, Input.ConsentMigrationAgency, Input.ConsentCoordinator, Input.ConsentIom, Input.Asker),
        Shapes = (p, lines) => lines.Select(line => WithConsent(p.Given, line)),
    };

    public static readonly GuidanceRule RuledOut = new("R19")
    {
        Statements = ["house"],
        Reads = Named(Input.Identification),
        Shapes = (p, lines) => p.Identification != Identification.RuledOut ? lines : lines
            .Where(line => line.RuleId is "R01" or "R02" or "R06" or "R07" or "R12" or "R16")
            .Select(line => line.RuleId == "R01" ? line with { Notes = [.. line.Notes, PracticeNote.OrdinarySocialServices] } : line),
    };

    public static readonly GuidanceRule Abroad = new("R20")
    {
        Statements = ["S4-07", "S4-08", "S4-09"],
        Reads = Named(Input.InSweden, Input.ReturnState, Input.ReturnedOn, Input.ConsentMonitoring, Input.ConsentJustice),
        Says = (p, rule) => p.Given is { InSweden: false, ReturnState: ReturnState.Returned } ? [Monitoring(p, rule), Justice(p, rule)] : [],
        Shapes = (p, lines) => p.Given.InSweden ? lines
            : lines.Where(line => line.RuleId == "R01" || line.Support is Support.ReturnProgramme or Support.Monitoring or Support.Justice),
    };

    public static readonly GuidanceRule Advice = new("R01")
    {
        Statements = ["S1-02", "S1-03", "S1-05"],
        Reads = Named(Input.AsOf, Input.At),
        Says = (p, rule) => [rule.Line(p, Support.MethodSupport, Provider.NationalCoordinator, Strength.Available, p.Hotline.IsOpen ? NextStep.CallHotline : NextStep.HotlineIsClosed) with { Notes = [PracticeNote.NoPersonalDetails] }],
    };

    /// <summary>Every rule, in the order in which the lines are read: what is urgent first, advice to the professional always last.</summary>
    public static readonly IReadOnlyList<GuidanceRule> All =
    [
        Emergency, Children, AsylumSeekers, MunicipalSupport, FullPlan, Ngos, ReflectionPeriod, ReflectionPeriodBySocialBoard, TemporaryPermit, HealthCare, Counsel, LegalHelpByNgos,
        Reimbursement, Return, Integration, IntegrationByNgos, Work, School, ExpulsionIsBarred, ExpulsionMayBeStayed, Abroad, Advice, Consent, RuledOut,
    ];

    private static IEnumerable<GuidanceLine> ForChildren(Position p, GuidanceRule rule)
    {
        if (p.IsChild) yield return rule.Line(p, Support.ChildProtection, Provider.SocialBoard, Strength.Right, NextStep.ReportConcern) with { Notes = [PracticeNote.NoConsentNeeded] };
        if (!p.IsUnaccompanied) yield break;
        yield return rule.Line(p, Support.Guardian, Provider.ChiefGuardian, Strength.Right, NextStep.ApplyForGuardian);
        yield return rule.Line(p, Support.Tracing, Provider.Municipality, Strength.Right, NextStep.TraceFamily) with { Notes = [PracticeNote.OnlyIfNotAgainstTheChild] };
    }

    /// <summary>A first reflection period: no right to stay that lasts, and none pending, granted or ever granted in the case.</summary>
    private static bool MayApplyForFirst(Position p) => p.LacksRightToStay && !p.ReflectionPeriod.WasGranted && !p.ReflectionPeriod.IsPendingOn(p.AsOf);

    private static bool HasGrant(Position p) => p.ReflectionPeriod.IsGrantedOn(p.AsOf) || p.TemporaryPermit.IsGrantedOn(p.AsOf);

    private static bool HasLastingRight(Position p) => p.Status is LegalStatus.Permanent or LegalStatus.Work or LegalStatus.Se or LegalStatus.Nordic;

    private static GuidanceLine Extension(Position p, GuidanceRule rule) => p.ReflectionPeriod.State == ApplicationState.ExtensionSubmitted
        ? rule.Line(p, Support.RpExtension, Provider.InvestigationLeader, Strength.NotNow, NextStep.AwaitExtension) with { Missing = [Missing.DecisionOnExtension], Day = p.ReflectionPeriod.ValidTo }
        : rule.Line(p, Support.RpExtension, Provider.InvestigationLeader, Strength.CanApply, NextStep.AskForExtension) with { Notes = [PracticeNote.SpecialReasons], Day = p.ReflectionPeriod.ValidTo };

    private static GuidanceLine UsedUp(Position p, GuidanceRule rule) =>
        rule.Line(p, Support.ReflectionPeriod, Provider.InvestigationLeader, Strength.NotNow, NextStep.ConsiderOtherWays) with { Missing = [Missing.AnotherGround] };

    private static IEnumerable<PracticeNote> WhileItLasts(Position p) => p.Status != LegalStatus.Visit ? []
        : [p.Given.LegalStatusValidTo is null ? PracticeNote.ApplyWhileTheStayLasts : PracticeNote.ApplyBeforeTheStayEnds];

    private static DateOnly? LastDayOfVisit(Position p) => p.Status == LegalStatus.Visit ? p.Given.LegalStatusValidTo : null;

    private static GuidanceLine Monitoring(Position p, GuidanceRule rule)
    {
        var line = rule.Line(p, Support.Monitoring, Provider.Iom, Strength.Available, NextStep.KeepInTouch) with
        {
            Day = p.Given.ReturnedOn is { } on ? SwedishCalendar.AddMonths(on, 6) : null,
            Notes = [PracticeNote.AtLeastSixMonths],
        };
        return p.Given.ConsentMonitoring switch
        {
            ConsentAnswer.Given => line,
            ConsentAnswer.Refused or ConsentAnswer.Withdrawn => line with { Strength = Strength.NotNow, Missing = [Missing.ConsentToContact], NextStep = NextStep.RespectTheEnd, Notes = [PracticeNote.EndedByTheReturnee] },
            _ => line with { Strength = Strength.NotNow, Missing = [Missing.ConsentToContact], NextStep = NextStep.AskTheReturnee },
        };
    }

    private static GuidanceLine Justice(Position p, GuidanceRule rule) =>
        rule.Line(p, Support.Justice, Provider.Iom, Strength.Info, p.Given.ConsentJustice switch
        {
            ConsentAnswer.Given => NextStep.RelayJustice,
            ConsentAnswer.Refused or ConsentAnswer.Withdrawn => NextStep.RespectTheEnd,
            _ => NextStep.AskTheReturnee,
        }) with { Notes = [PracticeNote.OnlyWithOwnConsent] };

    /// <summary>Nobody needs consent to help by themselves; before others are told who the person is, the person is asked.</summary>
    private static GuidanceLine WithConsent(Situation given, GuidanceLine line)
    {
        if (!line.ConsentNeeded) return line;
        if (IsOwn(given.Asker, line.Provider)) return line with { ConsentNeeded = false, NextStep = line.NextStep == NextStep.Refer ? NextStep.DoItYourselves : line.NextStep };
        var isGiven = ConsentFor(given, line.Provider) == ConsentAnswer.Given;
        return line.NextStep switch
        {
            NextStep.Refer or NextStep.SocialBoardApplies => line with { NextStep = isGiven ? NextStep.Refer : NextStep.AskForConsent },
            NextStep.ContactCoordinator when !isGiven => line with { NextStep = NextStep.AskThenContactCoordinator },
            // IOM learns who it is only when the person has said yes to IOM.
            NextStep.ContinueReturn when given.ConsentIom != ConsentAnswer.Given => line with { NextStep = NextStep.AskForConsent },
            _ => line,
        };
    }

    private static ConsentAnswer ConsentFor(Situation given, Provider provider) => provider switch
    {
        Provider.Ngo => given.ConsentNgo,
        Provider.MigrationAgency => given.ConsentMigrationAgency,
        Provider.Iom or Provider.RegionalCoordinator => given.ConsentCoordinator,
        _ => given.ConsentMunicipality,
    };

    private static bool IsOwn(OrganisationKind? asker, Provider provider) => asker switch
    {
        OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach => provider is Provider.Municipality or Provider.MunicipalityOfStay or Provider.SocialBoard or Provider.StateAndMunicipality,
        OrganisationKind.Ngo or OrganisationKind.NgoPlatform => provider == Provider.Ngo,
        OrganisationKind.MigrationAgency => provider == Provider.MigrationAgency,
        OrganisationKind.RegionalCoordinator => provider == Provider.RegionalCoordinator,
        OrganisationKind.Iom => provider == Provider.Iom,
        _ => false,
    };

    private static FrozenSet<Input> Named(params IEnumerable<Input> inputs) => inputs.ToFrozenSet();

    private static PracticeNote[] Notes(params ReadOnlySpan<(bool When, PracticeNote Note)> notes)
    {
        var said = new List<PracticeNote>();
        foreach (var (when, note) in notes)
            if (when) said.Add(note);
        return [.. said];
    }

    /// <summary>The same right stands in two acts, one after the other.</summary>
    private static LawText[] Sol(string sections, string sectionsOf2001) =>
        [new("SoL", sections, NewSocialServicesAct), new("SoL (2001:453)", sectionsOf2001, Until: NewSocialServicesAct.AddDays(-1))];
}
