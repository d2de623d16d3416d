using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>An auditor goes through the requests for disclosure alone.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261130040000_DisclosureAudit")]
public sealed class DisclosureAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("disclosure_audit.sql");

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
}
