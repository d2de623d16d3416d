using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>Who sees which consultation, and its number.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261122040100_ConsultationPolicies")]
public sealed class ConsultationPolicies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("consultations.sql");

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A consultation that was asked is not unasked.");
}
