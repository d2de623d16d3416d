using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Write;

/// <summary>What the form demands of its fields. A draft may be unfinished; what is typed must be readable all the same.</summary>
internal static class PermitChecks
{
    public static void Check(IndexModel page, Wording t, DateOnly today, bool handingIn)
    {
        var (input, state) = (page.Input, page.ModelState);
        var checks = new Checks(state, t, today);
        checks.Listed("Input.Agency", page.Agencies.Any(a => a.Value == input.Agency));
        checks.Listed("Input.Investigation", string.IsNullOrEmpty(input.Investigation) || page.Investigations.Any(i => i.Value == input.Investigation));
        checks.Listed("Input.WantedIn", string.IsNullOrEmpty(input.WantedIn) || Languages.Find(input.WantedIn) is not null);
        checks.Short("Input.Ground", input.Ground, "Permits.Write.Ground", 4000);
        checks.Short("Input.AddressForService", input.AddressForService, "Permits.Write.Address", 400);
        checks.Short("Input.IdentityDocuments", input.IdentityDocuments, "Permits.Write.Documents", 1000);
        checks.Short("Input.DeemedNecessary", input.DeemedNecessary, "Permits.Write.Necessary", 4000);
        checks.NotFuture("Input.WantedOn", input.WantedOn, "Permits.Write.WantedOn");
        if (input.Children is < 0 or > 20) state.AddModelError("Input.Children", t.Error("CodeUnknown"));
        foreach (var (name, condition) in Conditions(page))
        {
            checks.NotFuture($"Input.{name}.On", condition.On, $"Permits.Write.{name}.On");
            checks.Short($"Input.{name}.Because", condition.Because, $"Permits.Write.{name}.Because", 2000);
        }
        if (!handingIn) return;
        checks.Needed("Input.SubmittedOn", input.SubmittedOn, "Permits.Write.SubmittedOn");
        checks.Listed("Input.Channel", input.Channel is "Form" or "Email" or "Other");
        Answered("InSweden", input.InSweden);
        if (page.IsLeader && input.Investigation is null) state.AddModelError("Input.Investigation", WithoutInvestigation(page, t));
        if (!page.IsLeader) checks.Needed("Input.Ground", input.Ground, "Permits.Write.Ground", 4000);
        foreach (var (name, condition) in Conditions(page))
        {
            if (condition.Met is null) state.AddModelError($"Input.{name}.Met", t.Error("CodeUnknown"));
            if (condition.Met != "yes" || page.Kind != PermitKind.TemporaryPermit) continue;
            checks.Needed($"Input.{name}.On", condition.On, $"Permits.Write.{name}.On");
            checks.Needed($"Input.{name}.Because", condition.Because, $"Permits.Write.{name}.Because", 2000);
        }
        if (page.Kind == PermitKind.TemporaryPermit && page.IsDirect) checks.Needed("Input.DeemedNecessary", input.DeemedNecessary, "Permits.Write.Necessary", 4000);
        if (page.Kind != PermitKind.ReflectionPeriod) return;
        Answered("Wanted", input.Wanted);
        checks.Needed("Input.WantedOn", input.WantedOn, "Permits.Write.WantedOn");
        if (string.IsNullOrEmpty(input.WantedIn)) state.AddModelError("Input.WantedIn", t.Error("Required", "Permits.Write.WantedIn"));

        void Answered(string name, string? said)
        {
            if (said is not ("yes" or "no")) state.AddModelError($"Input.{name}", t.Error("CodeUnknown"));
        }
    }

    private static string WithoutInvestigation(IndexModel page, Wording t) =>
        page.Investigations.Count > 0 ? t.Error("Required", "Permits.Write.Investigation")
        : page.Kind == PermitKind.ReflectionPeriod ? t.Error("PiMissing")
        : t["Rules.ThePermitNeedsAnInvestigation", ("permit", page.Kind)];

    private static IEnumerable<(string Name, PermitInput.ConditionInput Condition)> Conditions(IndexModel page)
    {
        yield return (nameof(page.Input.Needed), page.Input.Needed);
        if (page.Kind == PermitKind.TemporaryPermit)
        {
            yield return (nameof(page.Input.Cooperates), page.Input.Cooperates);
            yield return (nameof(page.Input.TiesBroken), page.Input.TiesBroken);
        }
        yield return (nameof(page.Input.NothingAgainst), page.Input.NothingAgainst);
    }
}
