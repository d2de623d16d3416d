using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>A choice of filters that a person keeps for themselves under a name. The choice is codes; the name may hold anything, and is sealed.</summary>
public sealed class SavedView
{
    /// <summary>So many each.</summary>
    public const int Most = 20;

    public const int LongestName = 60;

    private SavedView() { }

    public SavedView(string name, string choice, InstallationKeys keys, UserId user, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        UserId = user;
        Choice = choice;
        SavedAt = at;
        Call(name, keys);
    }

    public Guid Id { get; private set; }

    public UserId UserId { get; private set; }

    public byte[] Name { get; private set; } = [];

    /// <summary>As it stands in the address of the list, "status=Open&amp;team=mine".</summary>
    public string Choice { get; private set; } = "";

    /// <summary>What its owner sees on coming to the list.</summary>
    public bool IsDefault { get; set; }

    public DateTimeOffset SavedAt { get; private set; }

    public void Call(string name, InstallationKeys keys) => Name = keys.Close(InstallationKeys.Views, Encoding.UTF8.GetBytes(name), Id.ToString());

    public string NameOpened(InstallationKeys keys) => Encoding.UTF8.GetString(keys.Open(InstallationKeys.Views, Name, Id.ToString()));
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views", PathwayDb.Pathway);
        builder.Property(v => v.Choice).HasMaxLength(400);
        builder.HasIndex(v => new { v.UserId, v.SavedAt });
        builder.HasIndex(v => v.UserId, "ux_saved_views_default").IsUnique().HasFilter("is_default");
    }
}
