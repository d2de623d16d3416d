using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>Who reads attachments and linked cases; which acceptance opens a part, and which part a closed case leaves.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261122011000_AttachmentPolicies")]
public sealed class AttachmentPolicies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var file in new[] { "attachments.sql", "parts.sql" }) migrationBuilder.Run(file);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A policy is replaced by a later one, never taken away.");
}
