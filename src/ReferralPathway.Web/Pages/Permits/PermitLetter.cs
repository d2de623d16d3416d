using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Web.Pages.Permits;

/// <summary>What an application shows of its conditions: those that the law asks of its kind, in the order of the law.</summary>
internal static class PermitLetter
{
    public static IEnumerable<(string Name, Condition Condition)> Conditions(PermitKind kind, PermitForm form) => kind == PermitKind.TemporaryPermit
        ? [(nameof(form.Needed), form.Needed), (nameof(form.Cooperates), form.Cooperates), (nameof(form.TiesBroken), form.TiesBroken), (nameof(form.NothingAgainst), form.NothingAgainst)]
        : [(nameof(form.Needed), form.Needed), (nameof(form.NothingAgainst), form.NothingAgainst)];
}
