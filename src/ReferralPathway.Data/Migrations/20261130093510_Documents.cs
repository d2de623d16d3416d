using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was kept until now is signed forms: the group of the ledger.
            migrationBuilder.AddColumn<int>(
                name: "groups",
                schema: "pathway",
                table: "attachments",
                type: "integer",
                nullable: false,
                defaultValue: 2048);

            migrationBuilder.AddColumn<string>(
                name: "mistake",
                schema: "pathway",
                table: "attachments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "mistaken_at",
                schema: "pathway",
                table: "attachments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "mistaken_by",
                schema: "pathway",
                table: "attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "note",
                schema: "pathway",
                table: "attachments",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "on",
                schema: "pathway",
                table: "attachments",
                type: "date",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_attachments_are_marked_by_somebody",
                schema: "pathway",
                table: "attachments",
                sql: "(mistake IS NULL) = (mistaken_at IS NULL) AND (mistake IS NULL) = (mistaken_by IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_attachments_have_the_group_of_their_kind",
                schema: "pathway",
                table: "attachments",
                sql: "groups = CASE kind WHEN 'SignedConsent' THEN 2048 WHEN 'MigrationDecision' THEN 512 WHEN 'AuthorityDecision' THEN 1024 WHEN 'MedicalCertificate' THEN 64 WHEN 'IdentityDocument' THEN 4 WHEN 'CourtDocument' THEN 32 WHEN 'Photograph' THEN 32 WHEN 'OtherDocument' THEN 32 END");
            migrationBuilder.Run("documents.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
