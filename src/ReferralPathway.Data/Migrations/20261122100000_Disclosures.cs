using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Disclosures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "disclosure_requests",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    asked_for = table.Column<Guid>(type: "uuid", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    addressed_to = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    question = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_requests", x => x.id);
                    table.CheckConstraint("ck_disclosure_requests_answer", "(answer IS NULL) = (answered_at IS NULL)");
                    table.CheckConstraint("ck_disclosure_requests_in_time", "received_on <= answer_by");
                });

            migrationBuilder.CreateTable(
                name: "disclosure_assessments",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    begun_by = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    handed_over = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_disclosure_assessments_request_id",
                        column: x => x.request_id,
                        principalSchema: "pathway",
                        principalTable: "disclosure_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_keys",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    master = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_disclosure_keys_request_id",
                        column: x => x.request_id,
                        principalSchema: "pathway",
                        principalTable: "disclosure_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_assessments_request_id",
                schema: "pathway",
                table: "disclosure_assessments",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_keys_request_id",
                schema: "pathway",
                table: "disclosure_keys",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_requests_answered",
                schema: "pathway",
                table: "disclosure_requests",
                columns: new[] { "addressed_to", "answered_at", "id" },
                descending: new[] { false, true, true },
                filter: "answered_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_requests_reference",
                schema: "pathway",
                table: "disclosure_requests",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_requests_waiting",
                schema: "pathway",
                table: "disclosure_requests",
                columns: new[] { "addressed_to", "answer_by", "id" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_requests_written_by_written_at_id",
                schema: "pathway",
                table: "disclosure_requests",
                columns: new[] { "written_by", "written_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.Run("disclosures.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
