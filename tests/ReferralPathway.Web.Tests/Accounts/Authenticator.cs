using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>A telephone with one passkey, as WebAuthn sees it. What it must not do, it does when told to.</summary>
internal sealed class Authenticator : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _owner = "";

    /// <summary>Where the browser believes to be.</summary>
    public string Origin { get; set; } = "https://localhost";

    /// <summary>Whether it asked for a finger, a face or a number before it answered.</summary>
    public bool Verifies { get; set; } = true;

    public bool CrossOrigin { get; set; }

    public string Domain { get; set; } = "localhost";

    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>Makes the passkey.</summary>
    public string Make(JsonElement options)
    {
        _owner = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        // The key as COSE writes it: EC2, ES256, P-256, x, y.
        byte[] key = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(0x40), .. new byte[16], 0, 32, .. _id, .. key];
        // {"fmt": "none", "attStmt": {}, "authData": data} in CBOR.
        byte[] made = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Written(new { clientDataJSON = Base64Url.EncodeToString(Client("webauthn.create", options)), attestationObject = Base64Url.EncodeToString(made), transports = new[] { "internal" } });
    }

    /// <summary>Answers with the passkey.</summary>
    public string Answer(JsonElement options, string kind = "webauthn.get", bool forged = false, string? owner = null)
    {
        var (data, client) = (Data(0), Client(kind, options));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (forged) signature[^1] ^= 1;
        return Written(new { clientDataJSON = Base64Url.EncodeToString(client), authenticatorData = Base64Url.EncodeToString(data), signature = Base64Url.EncodeToString(signature), userHandle = owner ?? _owner });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(byte more)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(Domain), data);
        data[32] = (byte)(0x01 | (Verifies ? 0x04 : 0) | more);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), 0);
        return data;
    }

    private byte[] Client(string kind, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = kind, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = CrossOrigin });

    private string Written(object response) => JsonSerializer.Serialize(new { id = Id, rawId = Id, type = "public-key", response, clientExtensionResults = new { } });
}
