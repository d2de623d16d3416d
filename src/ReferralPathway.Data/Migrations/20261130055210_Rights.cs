using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Rights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "entry_notes",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<Guid>(type: "uuid", nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorder = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_entry_notes_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subject_extracts",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holds = table.Column<int>(type: "integer", nullable: false),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_by_person = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    prepared_for = table.Column<Guid>(type: "uuid", nullable: false),
                    withheld = table.Column<int>(type: "integer", nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    why = table.Column<byte[]>(type: "bytea", nullable: true),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_extracts", x => x.id);
                    table.CheckConstraint("ck_subject_extracts_withhold_on_a_ground", "withheld = 0 OR (ground IS NOT NULL AND why IS NOT NULL AND reviewed_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_subject_extracts_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_entry_notes_case_id_about",
                schema: "pathway",
                table: "entry_notes",
                columns: new[] { "case_id", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_subject_extracts_case_id_prepared_at",
                schema: "pathway",
                table: "subject_extracts",
                columns: new[] { "case_id", "prepared_at" },
                descending: new[] { false, true });
            migrationBuilder.Run("rights.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
