namespace ReferralPathway.Domain.Foundations;

/// <summary>E-mail addresses, as far as their form can tell. Whether one is alive only a mail can show.</summary>
public static class EmailAddress
{
    /// <summary>One @, something before it, a domain with a dot after it, and no spaces; at most 254 characters (RFC 5321).</summary>
    public static bool LooksLikeOne(string? text)
    {
        if (text is not { Length: <= 254 } || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return false;
        if (text.Split('@') is not [{ Length: > 0 and <= 64 } local, var domain]) return false;

        var labels = domain.Split('.');
        return labels.Length > 1
            && labels.All(IsLabel)
            && local.Split('.').All(part => part.Length > 0)
            && !local.Any("<>()[],;:\\\"".Contains);
    }

    private static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 63 } && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c == '-');
}
