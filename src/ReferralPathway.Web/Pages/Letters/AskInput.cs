using System.Globalization;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Letters;

/// <summary>What a form of consent asks, as an address carries it: codes alone.</summary>
public sealed record AskInput
{
    public List<string> Purposes { get; init; } = [];

    public List<string> Groups { get; init; } = [];

    public DateOnly? Until { get; init; }

    public string? Language { get; init; }

    /// <summary>Null while something is missing, or is no code.</summary>
    public ConsentAsk? Asked => Purposes.Count > 0 && Purposes.All(CodeLists.ConsentPurpose.Has) && Recipients.GroupsOf(Groups) is { IsEmpty: false } groups && LetterKinds.ConsentLanguages.Contains(Language)
        ? new(Purposes, groups, Until, Language!)
        : null;

    public string Query
    {
        get
        {
            List<string> parts = [.. Purposes.Select(p => $"Ask.Purposes={Uri.EscapeDataString(p)}"), .. Groups.Select(g => $"Ask.Groups={Uri.EscapeDataString(g)}"), $"Ask.Language={Uri.EscapeDataString(Language ?? "")}"];
            if (Until is { } until) parts.Add($"Ask.Until={until.ToString("O", CultureInfo.InvariantCulture)}");
            return "?" + string.Join('&', parts);
        }
    }
}
