using System.Security.Cryptography;
using System.Text;
using ReferralPathway.Data.Accounts;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// What is asked of a new password: the rules, and that no breach has made it known. The known ones stand in a file that the deployment supplies, sorted, a line for each with the SHA-1
/// in capitals before a colon, as Have I Been Pwned gives it out; nothing is asked of anybody outside.
/// </summary>
public sealed class PasswordCheck
{
    private const int HashLength = 40;
    private readonly string? _known;

    private PasswordCheck(string? known) => _known = known;

    /// <summary><c>PATHWAY_BREACHED_PASSWORDS</c>: the file; without it only the rules count.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, or it is another.</exception>
    public static PasswordCheck Of(IConfiguration configuration)
    {
        if (configuration["PATHWAY_BREACHED_PASSWORDS"] is not { Length: > 0 } file) return new(null);
        if (!File.Exists(file) || File.ReadLines(file).FirstOrDefault() is not { Length: > HashLength } first || first[HashLength] != ':') throw new InvalidOperationException("PATHWAY_BREACHED_PASSWORDS names no file of hashed passwords: a line for each, its SHA-1 before a colon, sorted.");
        return new(file);
    }

    /// <summary>The text key of what is wrong; null when nothing is.</summary>
    public string? Problem(string password, Account account) => PasswordRules.Problem(password, account) ?? (IsKnown(password) ? "SignIn.Password.Known" : null);

    private bool IsKnown(string password)
    {
        if (_known is null) return false;
#pragma warning disable CA5350 // The hash is the key of the file, and protects nothing.
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = new FileStream(_known, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 256);
        // Halves the file until a line is found: forty looks for a billion of them.
        for (var (low, high) = (0L, file.Length); low < high;)
        {
            var middle = (low + high) / 2;
            var begins = LineAt(file, middle, low);
            if (begins >= high)
            {
                high = middle;
                continue;
            }
            file.Position = begins;
            var order = string.CompareOrdinal(wanted, ReadHash(file));
            if (order == 0) return true;
            if (order < 0) high = middle;
            else low = LineAt(file, begins + 1, low);
        }
        return false;
    }

    /// <summary>Where the first line begins that begins at this place or after it.</summary>
    private static long LineAt(FileStream file, long place, long low)
    {
        if (place == low) return low;
        file.Position = place - 1;
        int read;
        while ((read = file.ReadByte()) is not ('\n' or -1)) { }
        return read == -1 ? file.Length : file.Position;
    }

    private static string ReadHash(FileStream file)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        return Encoding.ASCII.GetString(hash[..file.ReadAtLeast(hash, HashLength, throwOnEndOfStream: false)]);
    }
}
