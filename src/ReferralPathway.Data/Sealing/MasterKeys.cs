using System.Security.Cryptography;

namespace ReferralPathway.Data.Sealing;

/// <summary>
/// The keys that wrap all other keys. The deployment supplies them, from a file or the environment; they are never in the database. The highest number
/// wraps what is new; older ones still open what they closed, until everything has been rewrapped.
/// </summary>
public sealed class MasterKeys
{
    private const int Length = 32;
    private readonly SortedDictionary<int, byte[]> _keys;

    private MasterKeys(SortedDictionary<int, byte[]> keys) => _keys = keys.Count > 0 ? keys : throw new InvalidOperationException("No master key was supplied.");

    public int Current => _keys.Keys.Last();

    /// <summary>One line per key: number, colon, 32 bytes in base64.</summary>
    /// <exception cref="InvalidOperationException">A line is not such a key. The message never holds the line.</exception>
    public static MasterKeys Read(string text)
    {
        var keys = new SortedDictionary<int, byte[]>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(':', 2);
            var key = new byte[Length];
            if (parts.Length != 2 || !int.TryParse(parts[0], out var number) || !Convert.TryFromBase64String(parts[1], key, out var read) || read != Length)
                throw new InvalidOperationException("A master key is written as its number, a colon and 32 bytes in base64.");
            keys[number] = key;
        }
        return new(keys);
    }

    /// <summary>A new line for a key file.</summary>
    public static string NewLine(int number) => $"{number}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))}\n";

    public byte[] Wrap(byte[] key, string purpose) => Box.Close(_keys[Current], key, AssociatedData(purpose));

    public byte[] Unwrap(byte[] wrapped, int number, string purpose) =>
        Box.Open(_keys.TryGetValue(number, out var key) ? key : throw new InvalidOperationException($"Master key {number} was not supplied."), wrapped, AssociatedData(purpose));

    private static byte[] AssociatedData(string purpose) => System.Text.Encoding.UTF8.GetBytes("key:" + purpose);
}

/// <summary>AES-256-GCM: version 1, nonce 12, tag 16, ciphertext. A box that was moved or changed does not open.</summary>
internal static class Box
{
    private const byte Version = 1;
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Close(byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> associated)
    {
        var box = new byte[1 + Nonce + Tag + content.Length];
        box[0] = Version;
        RandomNumberGenerator.Fill(box.AsSpan(1, Nonce));
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(box.AsSpan(1, Nonce), content, box.AsSpan(1 + Nonce + Tag), box.AsSpan(1 + Nonce, Tag), associated);
        return box;
    }

    /// <exception cref="AuthenticationTagMismatchException">The box is not where it was closed, or not as it was.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        if (box.Length < 1 + Nonce + Tag || box[0] != Version) throw new CryptographicException("This is not a sealed box of a known version.");
        var content = new byte[box.Length - 1 - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        cipher.Decrypt(box.Slice(1, Nonce), box[(1 + Nonce + Tag)..], box.Slice(1 + Nonce, Tag), content, associated);
        return content;
    }
}
