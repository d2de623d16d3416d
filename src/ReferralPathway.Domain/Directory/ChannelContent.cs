using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>One way to reach a contact, as somebody wrote it.</summary>
/// <param name="Value">As typed; a landline with a hyphen after its area code ("011-15 77 25") is later printed so.</param>
/// <param name="IsPublic">Shown to everybody; a doubtful number is kept from the public until it is confirmed.</param>
public sealed partial record ChannelContent(ChannelType Type, string Value, string? LabelSv = null, string? LabelEn = null, bool IsPublic = true)
{
    /// <summary>The one form of what can be written in many; null when it cannot be read.</summary>
    public string? Normalised => Type switch
    {
        ChannelType.Phone or ChannelType.Mobile => Number is { Kind: PhoneNumberKind.International } number ? number.Value : null,
        ChannelType.ShortCode => Number is { Kind: PhoneNumberKind.ShortCode } code ? code.Value : null,
        ChannelType.Email => EmailAddress.LooksLikeOne(Value.Trim()) ? Value.Trim().ToLowerInvariant() : null,
        ChannelType.Website => WebAddress.TryNormalise(Value, out var address, out _) ? address : null,
        _ => Spaces().Replace(Value.Trim(), " ") is { Length: > 0 } address ? address : null,
    };

    /// <summary>What stands before the hyphen of a Swedish landline; null where none was written.</summary>
    public string? AreaCode => Type == ChannelType.Phone && Area().Match(Value) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>What is wrong with it by itself.</summary>
    public EntryProblem? Problem
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Value)) return EntryProblem.Missing;
            if (Normalised is not null) return null;
            if (Type != ChannelType.Website) return Type == ChannelType.Email ? EntryProblem.EmailFormat : EntryProblem.PhoneFormat;
            WebAddress.TryNormalise(Value, out _, out var problem);
            return problem == WebAddressProblem.KnownMisspelling ? EntryProblem.KnownMisspelling : EntryProblem.WebFormat;
        }
    }

    private PhoneNumber? Number => PhoneNumber.TryParse(Value, out var number) ? number : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*(?:\(?(?:\+|00)46\)?\s*(?:\(0\))?\s*0?|0)([1-9]\d{0,2})\s*[-\u2010-\u2015]")]
    private static partial Regex Area();
}
