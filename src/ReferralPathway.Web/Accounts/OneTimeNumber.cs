using System.Buffers.Text;
using System.Security.Cryptography;

namespace ReferralPathway.Web.Accounts;

/// <summary>A number of 256 random bits that somebody holds and of which the server keeps the hash alone.</summary>
internal static class OneTimeNumber
{
    private const int Bytes = 32;

    public static (string Number, byte[] Hash) New()
    {
        var number = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(number), SHA256.HashData(number));
    }

    /// <returns>Null for what never was such a number.</returns>
    public static byte[]? HashOf(string number) => Base64Url.IsValid(number, out var length) && length == Bytes ? SHA256.HashData(Base64Url.DecodeFromChars(number)) : null;
}
