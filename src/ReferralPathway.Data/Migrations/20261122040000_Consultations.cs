using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Consultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "consultations",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    author_role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    asked_of = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    age_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    world_region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    exploitation_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    stay_class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_for = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_because = table.Column<List<string>>(type: "text[]", nullable: false),
                    recommended_entries = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation_texts",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_texts_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "pathway",
                        principalTable: "consultations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_keys",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    master = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_keys_id",
                        column: x => x.id,
                        principalSchema: "pathway",
                        principalTable: "consultation_texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_texts_consultation_id",
                schema: "pathway",
                table: "consultation_texts",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_answered",
                schema: "pathway",
                table: "consultations",
                column: "answered_at",
                filter: "status = 'Answered'");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_ended",
                schema: "pathway",
                table: "consultations",
                column: "ended_at",
                filter: "ended_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_organisation_id_changed_at_id",
                schema: "pathway",
                table: "consultations",
                columns: new[] { "organisation_id", "changed_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_reference",
                schema: "pathway",
                table: "consultations",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultations_waiting",
                schema: "pathway",
                table: "consultations",
                columns: new[] { "submitted_at", "id" },
                filter: "status IN ('Submitted', 'InProgress')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consultation_keys",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "consultation_texts",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "consultations",
                schema: "pathway");
        }
    }
}
