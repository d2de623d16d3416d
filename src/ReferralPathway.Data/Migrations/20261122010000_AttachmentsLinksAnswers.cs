using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class AttachmentsLinksAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "told",
                schema: "pathway",
                table: "referrals",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "told_by",
                schema: "pathway",
                table: "referrals",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "told_on",
                schema: "pathway",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "form",
                schema: "pathway",
                table: "consent_decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attachments",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorder = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.CheckConstraint("ck_attachments_are_not_larger", "size BETWEEN 1 AND 10485760");
                    table.ForeignKey(
                        name: "fk_attachments_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_links",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_links_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_links_other",
                        column: x => x.other,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_legal_grounds_are_reviewed_by_another",
                schema: "pathway",
                table: "legal_grounds",
                sql: "reviewer <> recorder");

            migrationBuilder.CreateIndex(
                name: "ix_consent_decisions_form",
                schema: "pathway",
                table: "consent_decisions",
                column: "form");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_case_id",
                schema: "pathway",
                table: "attachments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_links_case_id_other",
                schema: "pathway",
                table: "case_links",
                columns: new[] { "case_id", "other" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_links_other",
                schema: "pathway",
                table: "case_links",
                column: "other");

            migrationBuilder.AddForeignKey(
                name: "fk_consent_decisions_form",
                schema: "pathway",
                table: "consent_decisions",
                column: "form",
                principalSchema: "pathway",
                principalTable: "attachments",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_consent_decisions_form",
                schema: "pathway",
                table: "consent_decisions");

            migrationBuilder.DropTable(
                name: "attachments",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "case_links",
                schema: "pathway");

            migrationBuilder.DropCheckConstraint(
                name: "ck_legal_grounds_are_reviewed_by_another",
                schema: "pathway",
                table: "legal_grounds");

            migrationBuilder.DropIndex(
                name: "ix_consent_decisions_form",
                schema: "pathway",
                table: "consent_decisions");

            migrationBuilder.DropColumn(
                name: "told",
                schema: "pathway",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "told_by",
                schema: "pathway",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "told_on",
                schema: "pathway",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "form",
                schema: "pathway",
                table: "consent_decisions");
        }
    }
}
