using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferralPathway.Data.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts", PathwayDb.Identity);
        builder.Ignore(a => a.UserId);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.HasIndex(a => new { a.OrganisationId, a.Name, a.Id });
    }
}
