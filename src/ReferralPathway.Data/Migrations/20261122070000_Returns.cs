using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "return_applications",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    writer = table.Column<Guid>(type: "uuid", nullable: false),
                    writers = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    coordinator = table.Column<Guid>(type: "uuid", nullable: true),
                    first_contact_on = table.Column<DateOnly>(type: "date", nullable: true),
                    iom = table.Column<Guid>(type: "uuid", nullable: true),
                    travel_on = table.Column<DateOnly>(type: "date", nullable: true),
                    departed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    departure_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arrival_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    monitoring_start = table.Column<DateOnly>(type: "date", nullable: true),
                    monitoring_earliest_end = table.Column<DateOnly>(type: "date", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_applications", x => x.id);
                    table.CheckConstraint("ck_return_applications_runs_forward", "departed_at <= arrived_at");
                    table.CheckConstraint("ck_return_applications_travelled_has_times", "status NOT IN ('Travelled', 'Monitoring', 'MonitoringEnded') OR departed_at IS NOT NULL AND arrived_at IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_return_applications_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "justice_events",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: false),
                    relayed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    relayed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reached = table.Column<bool>(type: "boolean", nullable: true),
                    wishes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    needs = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justice_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_justice_events_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_justice_events_return_id",
                        column: x => x.return_id,
                        principalSchema: "pathway",
                        principalTable: "return_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_contact_points",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_contact_points", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_contact_points_return_id",
                        column: x => x.return_id,
                        principalSchema: "pathway",
                        principalTable: "return_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_health",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_health", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_health_return_id",
                        column: x => x.return_id,
                        principalSchema: "pathway",
                        principalTable: "return_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_papers",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorder = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_papers_return_id",
                        column: x => x.return_id,
                        principalSchema: "pathway",
                        principalTable: "return_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_pick_ups",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_pick_ups", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_pick_ups_return_id",
                        column: x => x.return_id,
                        principalSchema: "pathway",
                        principalTable: "return_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_steps_return_id",
                        column: x => x.return_id,
                        principalSchema: "pathway",
                        principalTable: "return_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_justice_events_case_id_released_at",
                schema: "pathway",
                table: "justice_events",
                columns: new[] { "case_id", "released_at" });

            migrationBuilder.CreateIndex(
                name: "ix_justice_events_return_id",
                schema: "pathway",
                table: "justice_events",
                column: "return_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_applications_case_id",
                schema: "pathway",
                table: "return_applications",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_contact_points_return_id",
                schema: "pathway",
                table: "return_contact_points",
                column: "return_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_health_return_id_number",
                schema: "pathway",
                table: "return_health",
                columns: new[] { "return_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_return_papers_return_id_kind_number",
                schema: "pathway",
                table: "return_papers",
                columns: new[] { "return_id", "kind", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_return_pick_ups_return_id",
                schema: "pathway",
                table: "return_pick_ups",
                column: "return_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_steps_return_id_number",
                schema: "pathway",
                table: "return_steps",
                columns: new[] { "return_id", "number" });

            migrationBuilder.Run("returns.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
