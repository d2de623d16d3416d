using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>Which work follows the lead of a case.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261122051000_WorkOfTheLead")]
public sealed class WorkOfTheLead : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("lead.sql");

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
}
