using System.Diagnostics.CodeAnalysis;

namespace ReferralPathway.Domain.Foundations;

/// <summary>Web addresses of the contact directory (S1-41).</summary>
public static class WebAddress
{
    /// <summary>The guide prints www.nmstverige.se in one place; the site of its contact table is www.nmtsverige.se.</summary>
    private const string Misspelling = "nmstverige.se";

    /// <summary>The absolute form of an address, "https://" supplied where no scheme is written.</summary>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? address, out WebAddressProblem problem)
    {
        address = null;
        var typed = text?.Trim() ?? "";
        var absolute = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";

        if (typed.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(absolute, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0
            || uri.HostNameType != UriHostNameType.Dns
            || !uri.Host.TrimEnd('.').Contains('.', StringComparison.Ordinal))
        {
            problem = WebAddressProblem.Format;
        }
        else if (uri.Host.TrimEnd('.') is Misspelling || uri.Host.TrimEnd('.').EndsWith($".{Misspelling}", StringComparison.Ordinal))
        {
            problem = WebAddressProblem.KnownMisspelling;
        }
        else
        {
            problem = WebAddressProblem.None;
            address = uri.AbsoluteUri;
        }

        return address is not null;
    }
}
