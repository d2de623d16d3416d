using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Permits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_items_remind",
                schema: "pathway",
                table: "work_items");

            migrationBuilder.AddColumn<List<DateTimeOffset>>(
                name: "later_reminders",
                schema: "pathway",
                table: "work_items",
                type: "timestamp with time zone[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "legal_status_entries",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_status_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_status_entries_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permit_applications",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    applicant = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    addressed_to = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<byte[]>(type: "bytea", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    appeal_by = table.Column<DateOnly>(type: "date", nullable: true),
                    appealed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    status_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    status_before_valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permit_applications", x => x.id);
                    table.CheckConstraint("ck_permit_applications_granted_has_days", "status NOT IN ('Granted', 'Ended', 'Revoked') OR valid_from IS NOT NULL AND valid_to IS NOT NULL");
                    table.CheckConstraint("ck_permit_applications_run_forward", "valid_from <= valid_to");
                    table.ForeignKey(
                        name: "fk_permit_applications_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permit_dialogues",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    with = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permit_dialogues", x => x.id);
                    table.ForeignKey(
                        name: "fk_permit_dialogues_permit_id",
                        column: x => x.permit_id,
                        principalSchema: "pathway",
                        principalTable: "permit_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permit_extensions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    new_valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permit_extensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_permit_extensions_permit_id",
                        column: x => x.permit_id,
                        principalSchema: "pathway",
                        principalTable: "permit_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permit_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permit_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_permit_steps_permit_id",
                        column: x => x.permit_id,
                        principalSchema: "pathway",
                        principalTable: "permit_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permit_summaries",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permit_summaries", x => x.id);
                    table.ForeignKey(
                        name: "fk_permit_summaries_permit_id",
                        column: x => x.permit_id,
                        principalSchema: "pathway",
                        principalTable: "permit_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_remind",
                schema: "pathway",
                table: "work_items",
                column: "remind_at",
                filter: "closed_at IS NULL AND remind_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_legal_status_entries_case_id_from_number",
                schema: "pathway",
                table: "legal_status_entries",
                columns: new[] { "case_id", "from", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_permit_applications_case_id",
                schema: "pathway",
                table: "permit_applications",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_permit_applications_ends",
                schema: "pathway",
                table: "permit_applications",
                column: "valid_to",
                filter: "status = 'Granted'");

            migrationBuilder.CreateIndex(
                name: "ix_permit_applications_final",
                schema: "pathway",
                table: "permit_applications",
                column: "appeal_by",
                filter: "status IN ('Refused', 'Revoked') AND appeal_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_permit_dialogues_permit_id",
                schema: "pathway",
                table: "permit_dialogues",
                column: "permit_id");

            migrationBuilder.CreateIndex(
                name: "ix_permit_extensions_permit_id",
                schema: "pathway",
                table: "permit_extensions",
                column: "permit_id");

            migrationBuilder.CreateIndex(
                name: "ix_permit_steps_permit_id_number",
                schema: "pathway",
                table: "permit_steps",
                columns: new[] { "permit_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_permit_summaries_case_id_permit_id_number",
                schema: "pathway",
                table: "permit_summaries",
                columns: new[] { "case_id", "permit_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_permit_summaries_permit_id",
                schema: "pathway",
                table: "permit_summaries",
                column: "permit_id");

            migrationBuilder.Run("permits.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
