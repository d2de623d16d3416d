using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages;

/// <summary>How a list speaks of a person: "M.K., man, 35–44 · 2026-000118", and of a protected one not at all.</summary>
public static class Masking
{
    public static string Who(this Wording t, MaskedPerson? who, string? reference) =>
        string.Join(" · ", new[] { who is null ? null : Person(t, who), reference }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Person(Wording t, MaskedPerson who)
    {
        if (who.IsProtected) return t["Overview.Who.Protected"];
        var child = who.AgeGroup is "0-11" or "12-14" or "15-17" or "U18";
        var kind = child ? "Child" : who.Gender is "F" or "M" ? who.Gender : "Person";
        var age = who.AgeGroup is null or "UNKNOWN" or "UNCERTAIN" ? null : t.Code("age_group", who.AgeGroup);
        var said = string.Join(", ", new[] { who.Initials, t[$"Overview.Who.{kind}"], age }.Where(part => !string.IsNullOrEmpty(part)));
        return t.Capital(said);
    }
}
