namespace ReferralPathway.Web.Accounts;

/// <summary>A file of things to create: looked through whole, and carried out whole or not at all.</summary>
public interface IImport
{
    ImportReader Reader { get; }

    /// <summary>What would be created, a line each.</summary>
    IReadOnlyList<string> Found { get; }

    Task CheckAsync(string text, CancellationToken stopping);

    /// <summary>Creates what <see cref="CheckAsync"/> found, in the transaction of the page.</summary>
    Task CarryOutAsync(CancellationToken stopping);
}
