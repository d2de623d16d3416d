using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Guidance;

/// <summary>The guidance in words.</summary>
public static partial class GuidanceWords
{
    extension(Wording t)
    {
        public string Title(GuidanceLine line) => t[$"Guidance.Support.{line.Support}"];

        public string Says(GuidanceLine line) => t[$"Guidance.Says.{line.Support}"];

        public string By(GuidanceLine line) => (line.Provider, line.Support) switch
        {
            (Provider.SocialBoard, Support.ReflectionPeriod) => t["Guidance.Provider.SocialBoard.Applies"],
            (Provider.Iom, Support.Monitoring or Support.Justice) => t["Guidance.Provider.Iom.Abroad"],
            _ => t[$"Guidance.Provider.{line.Provider}"],
        };

        /// <summary>How it goes in practice; null when there is nothing to add.</summary>
        /// <param name="iso">Days as other systems write them.</param>
        public string? Practice(GuidanceLine line, bool iso = false) =>
            line.Notes.Count == 0 ? null : string.Join(' ', line.Notes.Select(note => t[$"Guidance.Note.{note}", ("day", t.DayOf(line, iso))]));

        public IEnumerable<string> Lacking(GuidanceLine line) => line.Missing.Select(missing => t[$"Guidance.Missing.{missing}"]);

        /// <param name="answer">The answer the line stands in: it knows the hour at which the hotline is asked.</param>
        /// <param name="iso">Days as other systems write them.</param>
        public string Next(GuidanceLine line, GuidanceAnswer answer, HotlineNow number, bool iso = false)
        {
            var hotline = line.NextStep is NextStep.CallHotline or NextStep.HotlineIsClosed ? answer.Position.Hotline : null;
            var time = hotline switch { { ClosesAt: { } closes } => t.Time(closes), { OpensAt: { } opens } => t.Moment(opens), _ => "" };
            var day = t.DayOf(line, iso);
            var until = day.Length == 0 ? "" : t[line.NextStep == NextStep.KeepInTouch ? "Guidance.UntilAtLeast" : "Guidance.Until", ("day", day)];
            return t[$"Guidance.Next.{line.NextStep}", ("day", day), ("until", until), ("number", number.Number), ("time", time)];
        }

        /// <summary>"Social Services Act 11:1, 12:1 · National guide", "11 kap. 1 §, 12 kap. 1 § socialtjänstlagen · Nationella vägledningen".</summary>
        public string Ground(GuidanceLine line) => t.Ground(line.Rule, line.AsOf);

        public string Ground(GuidanceRule rule, DateOnly day)
        {
            string?[] sources =
            [
                .. rule.LawsOn(day).Select(law => t.Law(law)),
                rule.Statements.Any(s => s.StartsWith("S1", StringComparison.Ordinal)) ? t["Guidance.Source.Guide"] : null,
                rule.Statements.Any(s => s.StartsWith("S4", StringComparison.Ordinal)) ? t["Guidance.Source.Return"] : null,
                rule is { Laws.Count: 0, Statements: ["house"] } ? t["Guidance.Source.House"] : null,
            ];
            return string.Join(" · ", sources.OfType<string>());
        }

        public string Law(LawText law)
        {
            var act = t[$"Guidance.Act.{NotWord().Replace(law.Act, "_").Trim('_')}"];
            return t.Language == PageLanguage.Swedish ? $"{InSwedish(law.Sections)} {act}" : $"{act} {law.Sections}".Replace(" §§", "", StringComparison.Ordinal).Replace(" §", "", StringComparison.Ordinal);
        }

        /// <summary>"Only missing: …", for a line that changes.</summary>
        public string Change(GuidanceLine before, GuidanceLine after, GuidanceAnswer answer, HotlineNow number)
        {
            var (title, by) = (t.Title(after), t.InSentence(t.By(after)));
            if (before.Strength != after.Strength)
                return t["Guidance.WhatIf.Changed", ("title", title), ("by", by), ("before", t.InSentence(t.Strong(before.Strength))), ("after", t.InSentence(t.Strong(after.Strength)))];
            return after.Missing.Count > 0
                ? t["Guidance.WhatIf.Still", ("title", title), ("by", by), ("after", t.InSentence(t.Strong(after.Strength))), ("missing", string.Join(", ", t.Lacking(after)))]
                : t["Guidance.WhatIf.Said", ("title", title), ("by", by), ("next", t.Practice(after) ?? t.Next(after, answer, number))];
        }

        /// <summary>What the answer was worked out from, in a few words each; what is assumed when nothing is said is left out.</summary>
        public IEnumerable<string> Facts(Position p)
        {
            var given = p.Given;
            yield return t[$"Guidance.AgeClass.{given.AgeClass}"];
            if (p.IsUnaccompanied) yield return t["Guidance.Fact.Unaccompanied"];
            yield return p.Status == LegalStatus.Unknown ? t["Guidance.Fact.StatusUnknown"] : t.Code("legal_status", Codes.Of(p.Status));
            if (given.Exposure != Exposure.Unknown) yield return t.Code("exposure_category", Codes.Of(given.Exposure));
            yield return t.Code("investigation_status", Codes.Of(given.Investigation));
            if (p.Identification != Identification.Presumed) yield return t.Code("identification_status", Codes.Of(p.Identification));
            if (given.Cooperation != Cooperation.NotAsked) yield return t.Code("cooperation", Codes.Of(given.Cooperation));
            if (given.AcuteNeed) yield return t["Guidance.Fact.Acute"];
            if (given.WishesReturn == YesNoUnknown.Yes) yield return t["Guidance.Fact.WishesReturn"];
            if (!given.InSweden) yield return t["Guidance.Fact.Abroad"];
        }

        /// <summary>The values of an input, to choose from.</summary>
        public IReadOnlyList<Choice> Values<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(Codes.Of(value), $"Guidance.{typeof(T).Name}.{value}"))];

        /// <summary>A code list to choose from, but for "unknown", which is the empty answer.</summary>
        public IEnumerable<Choice> Known(string list) => t.Choices(list).Where(choice => choice.Value != "UNKNOWN");

        /// <summary>A reading of the rules, in two sentences.</summary>
        public string Rules(RuleSettings settings) =>
            t["Guidance.Result.Rules", ("ruleSet", t[$"Guidance.ReflectionPeriodRuleSet.{settings.RuleSet}"]), ("reimbursement", t[$"Guidance.ReimbursementFrom.{settings.ReimbursementFrom}"])];

        private string DayOf(GuidanceLine line, bool iso) => line.Day is not { } day ? "" : iso ? t.Iso(day) : t.Date(day);

        public string Strong(Strength strength) => t[$"Look.Strength.{Shape(strength)}"];
    }

    /// <summary>How strong the claim is, in shape and word.</summary>
    public static LineStrength Shape(Strength strength) => strength switch
    {
        Strength.Right => LineStrength.Right,
        Strength.Available => LineStrength.Available,
        Strength.LikelyOnly => LineStrength.MostLikely,
        Strength.CanApply => LineStrength.Apply,
        Strength.NotNow => LineStrength.NotNow,
        Strength.Info => LineStrength.Info,
        _ => throw new ArgumentOutOfRangeException(nameof(strength)),
    };

    /// <summary>"11:1, 20:1–3" becomes "11 kap. 1 §, 20 kap. 1–3 §§".</summary>
    private static string InSwedish(string sections) => Section().Replace(sections, found =>
        $"{found.Groups[1].Value}\u00a0kap.\u00a0{found.Groups[2].Value}\u00a0{(found.Groups[2].Value.Contains('–', StringComparison.Ordinal) ? "§§" : "§")}");

    [GeneratedRegex(@"(\d+(?: a)?):(\d+(?:–\d+)?(?: [a-z])?)")]
    private static partial Regex Section();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotWord();
}
