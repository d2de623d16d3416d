using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Forms;

/// <summary>What somebody has typed into a form and not sent: sealed, its author's alone, and gone when the form is sent or after a fortnight.</summary>
public sealed class FormDraft
{
    /// <summary>Of the form as it stood on one screen. Two tabs with the same form are two drafts.</summary>
    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    public OrganisationId OrganisationId { get; init; }

    /// <summary>Path and query of the page: ids and codes only, as every address.</summary>
    public string Address { get; init; } = "";

    public byte[] Box { get; init; } = [];

    public DateTimeOffset SavedAt { get; init; }
}

internal sealed class FormDraftMapping : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("form_drafts", PathwayDb.Pathway);
        // Somebody else's id is nobody's: it meets no row.
        builder.HasKey(d => new { d.UserId, d.Id });
        builder.Property(d => d.Address).HasMaxLength(400);
        builder.HasIndex(d => new { d.UserId, d.Address, d.SavedAt }).IsDescending(false, false, true);
        builder.HasIndex(d => d.SavedAt);
    }
}
