using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// The keys behind forms and cookies, in the database, wrapped by a key of the installation that the master key wraps: every instance of the application has
/// the same ones, and a dump of the database has none.
/// </summary>
internal sealed class ProtectionKeys(Databases databases, InstallationKeys keys, RealClock clock) : IXmlRepository, IXmlEncryptor, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = this;
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = databases.Beside.CreateCommand("SELECT xml FROM identity.protection_keys ORDER BY id");
        using var rows = command.ExecuteReader();
        var found = new List<XElement>();
        while (rows.Read()) found.Add(XElement.Parse(rows.GetString(0)));
        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = databases.Beside.CreateCommand("INSERT INTO identity.protection_keys (id, xml) VALUES ($1, $2)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7(clock.Now) });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = keys.Close(InstallationKeys.Protection, System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), ProtectionKeyOpener.About);
        return new(new XElement("sealed", Convert.ToBase64String(box)), typeof(ProtectionKeyOpener));
    }
}

/// <summary>Data protection makes it itself, from the name in the stored key.</summary>
internal sealed class ProtectionKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public const string About = "protection-key";

    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(System.Text.Encoding.UTF8.GetString(
        services.GetRequiredService<InstallationKeys>().Open(InstallationKeys.Protection, Convert.FromBase64String(encryptedElement.Value), About)));
}
