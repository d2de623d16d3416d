using System.Security.Cryptography;
using System.Text;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sealing;

/// <summary>Turns names, birth dates and numbers into keyed hashes. The key is the installation's; without it a token says nothing.</summary>
public sealed class SearchTokens(InstallationKeys keys)
{
    private const int Length = 16;

    public byte[] Of(string token) => HMACSHA256.HashData(keys[InstallationKeys.Search], Encoding.UTF8.GetBytes(token))[..Length];

    /// <summary>All that a person can be found by.</summary>
    public IReadOnlyList<byte[]> Of(IdentityDetails details)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in new[] { details.GivenName, details.FamilyName, details.Alias })
            if (name is not null) words.UnionWith(NameTokens.Of(name));
        if (details.BirthDate is { } birth) words.Add($"b:{birth:yyyy-MM-dd}");
        if (details.PersonalNumber is { } number) words.Add($"i:{number}");
        if (details.DossierNumber is { } dossier) words.Add($"d:{dossier.ToUpperInvariant()}");
        foreach (var document in details.Documents)
            if (document.Number is { } code) words.Add($"d:{code.ToUpperInvariant()}");
        return [.. words.Select(Of)];
    }
}
