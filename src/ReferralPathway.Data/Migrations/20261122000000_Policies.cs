using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>What EF cannot say: who is acting, the chained record, who takes part, which rows each may see.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261122000000_Policies")]
public sealed class Policies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var file in new[] { "acting.sql", "audit.sql", "house.sql", "settle.sql", "policies.sql", "grants.sql" }) migrationBuilder.Run(file);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("The first version has nothing before it.");
}
