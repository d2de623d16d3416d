using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>A coordinator and IOM read what the consent to a return names: who the person is, and how to reach them without danger.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261129203500_ReturnCoverage")]
public sealed class ReturnCoverage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("return_coverage.sql");

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
}
