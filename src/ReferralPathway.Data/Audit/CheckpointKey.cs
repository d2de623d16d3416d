using System.Numerics;
using System.Security.Cryptography;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Data.Audit;

/// <summary>
/// The pair of keys that signs checkpoints (ECDSA, P-256). The private half is made from a key of the installation each time, as FIPS 186-5 A.2.1 does, so that it is kept nowhere
/// and turns with nothing; the public half may be known to anybody.
/// </summary>
public sealed class CheckpointKey(InstallationKeys keys)
{
    // The order of the curve.
    private static readonly BigInteger Order = BigInteger.Parse("0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", System.Globalization.NumberStyles.HexNumber, null);

    public byte[] Sign(byte[] digest)
    {
        using var pair = Pair();
        return pair.SignHash(digest);
    }

    /// <summary>The public half, as X.509 writes it.</summary>
    public byte[] Public()
    {
        using var pair = Pair();
        return pair.ExportSubjectPublicKeyInfo();
    }

    private ECDsa Pair()
    {
        var random = HKDF.Expand(HashAlgorithmName.SHA256, keys[InstallationKeys.CheckpointSignatures], 48, "P-256"u8.ToArray());
        var number = new BigInteger(random, isUnsigned: true, isBigEndian: true) % (Order - 1) + 1;
        var secret = new byte[32];
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(secret, secret.Length - bytes.Length);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
    }
}
