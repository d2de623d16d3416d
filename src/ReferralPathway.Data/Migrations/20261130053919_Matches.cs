using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Matches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "case_due_at",
                schema: "pathway",
                table: "participations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contact_offers",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    said_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_offers", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_offers_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_checks",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    compared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_checks_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_matches",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    said_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_for = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_matches", x => x.id);
                    table.CheckConstraint("ck_person_matches_answer", "(status = 'Found') = (answered_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_person_matches_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    choice = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "match_askers",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_askers", x => x.id);
                    table.ForeignKey(
                        name: "fk_match_askers_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_match_askers_id",
                        column: x => x.id,
                        principalSchema: "pathway",
                        principalTable: "person_matches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_participations_due",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_due_at", "case_id" },
                filter: "case_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_offers_case_id",
                schema: "pathway",
                table: "contact_offers",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_match_askers_case_id",
                schema: "pathway",
                table: "match_askers",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_checks_case_id",
                schema: "pathway",
                table: "person_checks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_checks_organisation_id_asked_at",
                schema: "pathway",
                table: "person_checks",
                columns: new[] { "organisation_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_person_checks_waiting",
                schema: "pathway",
                table: "person_checks",
                column: "asked_at",
                filter: "compared_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_person_matches_case_id",
                schema: "pathway",
                table: "person_matches",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_matches_to_offer",
                schema: "pathway",
                table: "person_matches",
                column: "answered_at",
                filter: "status = 'WantsContact' AND offered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_user_id_saved_at",
                schema: "pathway",
                table: "saved_views",
                columns: new[] { "user_id", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ux_saved_views_default",
                schema: "pathway",
                table: "saved_views",
                column: "user_id",
                unique: true,
                filter: "is_default");
            migrationBuilder.Run("matches.sql");
            migrationBuilder.Run("narrowing.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
