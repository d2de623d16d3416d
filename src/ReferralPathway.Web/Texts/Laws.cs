using System.Globalization;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Texts;

public sealed partial class Wording
{
    /// <summary>The sentence of a broken law, with the dates and numbers it speaks of.</summary>
    public string Law(RuleBrokenException broken) =>
        this[$"Rules.{broken.Rule.Name}", [.. broken.Details.Select(d => (d.Name, d.Value switch
        {
            DateOnly day => (object?)Iso(day),
            Enum state => this[$"{state.GetType().Name}.{state}"],
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other,
        }))]];
}
