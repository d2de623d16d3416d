using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Children : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asylum_tracks",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    supported_from = table.Column<DateOnly>(type: "date", nullable: true),
                    municipality = table.Column<Guid>(type: "uuid", nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_over_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    status_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_before_valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asylum_tracks", x => x.id);
                    table.ForeignKey(
                        name: "fk_asylum_tracks_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "child_tasks",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    board = table.Column<Guid>(type: "uuid", nullable: true),
                    board_works_here = table.Column<bool>(type: "boolean", nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    board_is_done = table.Column<bool>(type: "boolean", nullable: false),
                    is_represented = table.Column<bool>(type: "boolean", nullable: false),
                    tracing_is_decided = table.Column<bool>(type: "boolean", nullable: false),
                    guardian_is_suspected = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_tasks", x => x.id);
                    table.CheckConstraint("ck_child_tasks_ended_says_why", "(state = 'Ended') = (ended_because IS NOT NULL)");
                    table.CheckConstraint("ck_child_tasks_reported_to_somebody", "(board IS NULL) = (reported_at IS NULL) AND (board IS NULL) = (reported_by IS NULL)");
                    table.ForeignKey(
                        name: "fk_child_tasks_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asylum_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    track_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asylum_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_asylum_steps_track_id",
                        column: x => x.track_id,
                        principalSchema: "pathway",
                        principalTable: "asylum_tracks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "child_notes",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    told_to = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_notes_task_id",
                        column: x => x.task_id,
                        principalSchema: "pathway",
                        principalTable: "child_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "child_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    told_to = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_steps_task_id",
                        column: x => x.task_id,
                        principalSchema: "pathway",
                        principalTable: "child_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asylum_steps_track_id_number",
                schema: "pathway",
                table: "asylum_steps",
                columns: new[] { "track_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_asylum_tracks_case_id",
                schema: "pathway",
                table: "asylum_tracks",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_notes_step_id",
                schema: "pathway",
                table: "child_notes",
                column: "step_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_notes_task_id",
                schema: "pathway",
                table: "child_notes",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_steps_case_id",
                schema: "pathway",
                table: "child_steps",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_steps_task_id_number",
                schema: "pathway",
                table: "child_steps",
                columns: new[] { "task_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_child_tasks_case_id",
                schema: "pathway",
                table: "child_tasks",
                column: "case_id",
                unique: true);

            migrationBuilder.Run("children.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
