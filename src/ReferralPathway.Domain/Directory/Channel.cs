using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>One way to reach a contact, as it is kept.</summary>
public sealed class Channel
{
    private Channel() { }

    internal Channel(EntryId entry, int position, ChannelContent content, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        EntryId = entry;
        Position = position;
        Type = content.Type;
        Value = content.Value.Trim();
        Normalised = content.Normalised!;
        AreaCode = content.AreaCode;
        LabelSv = content.LabelSv;
        LabelEn = content.LabelEn;
        IsPublic = content.IsPublic;
    }

    public Guid Id { get; private set; }

    public EntryId EntryId { get; private set; }

    public int Position { get; private set; }

    public ChannelType Type { get; private set; }

    /// <summary>As typed.</summary>
    public string Value { get; private set; } = "";

    /// <summary>E.164, the digits of a short code, a small-lettered address, an absolute web address; postal and visiting addresses as typed.</summary>
    public string Normalised { get; private set; } = "";

    public string? AreaCode { get; private set; }

    public string? LabelSv { get; private set; }

    public string? LabelEn { get; private set; }

    public bool IsPublic { get; private set; }

    public ChannelContent Content => new(Type, Value, LabelSv, LabelEn, IsPublic);

    public string? Label(string language) => language == "en" ? LabelEn : LabelSv;

    /// <summary>As people write it: "011-15 77 25", "stockholm.se" without its scheme.</summary>
    public string Shown => Type switch
    {
        ChannelType.Phone or ChannelType.Mobile or ChannelType.ShortCode => Printed is { } printed && printed != Normalised ? printed : Value,
        ChannelType.Website => new Uri(Normalised) is { PathAndQuery: "/" } address ? address.IdnHost.Replace("www.", "", StringComparison.Ordinal) : Normalised,
        _ => Normalised,
    };

    /// <summary>In the Swedish way; other countries' numbers stay as their owner wrote them.</summary>
    private string? Printed => PhoneNumber.TryParse(Normalised, out var number) ? number.National(AreaCode) : null;

    /// <summary>Where a link goes; null for an address, which has none.</summary>
    public string? Href => Type switch
    {
        ChannelType.Phone or ChannelType.Mobile or ChannelType.ShortCode => $"tel:{Normalised}",
        ChannelType.Email => $"mailto:{Normalised}",
        ChannelType.Website => Normalised,
        _ => null,
    };

    /// <summary>020 and 0771 may not answer a call from abroad.</summary>
    public bool MayNotWorkFromAbroad => PhoneNumber.TryParse(Normalised, out var number) && number.Warning == PhoneNumberWarning.MayNotWorkFromAbroad;
}
