using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>Months of the record that are older than five years go, from a signed beginning on.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261130213000_OldMonths")]
public sealed class OldMonths : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("old_months.sql");

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
}
