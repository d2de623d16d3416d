using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class IntegrationPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "integration_plans",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    responsible = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    goals = table.Column<byte[]>(type: "bytea", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    began_on = table.Column<DateOnly>(type: "date", nullable: true),
                    review_since = table.Column<DateOnly>(type: "date", nullable: true),
                    status_seen = table.Column<int>(type: "integer", nullable: false),
                    public_was_open = table.Column<bool>(type: "boolean", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_integration_plans_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "integration_answers",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    notes = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_integration_answers_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "integration_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "integration_components",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    component = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    provider = table.Column<Guid>(type: "uuid", nullable: true),
                    details = table.Column<byte[]>(type: "bytea", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_components", x => x.id);
                    table.CheckConstraint("ck_integration_components_are_given_by_their_kind", "(component = 'NGO_PLAN') = (\"by\" = 'Ngo')");
                    table.CheckConstraint("ck_integration_components_run_forward", "\"from\" <= \"to\"");
                    table.ForeignKey(
                        name: "fk_integration_components_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "integration_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "integration_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_integration_steps_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "integration_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_integration_answers_plan_id",
                schema: "pathway",
                table: "integration_answers",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_integration_components_plan_id",
                schema: "pathway",
                table: "integration_components",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_integration_plans_case_id",
                schema: "pathway",
                table: "integration_plans",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_integration_plans_running",
                schema: "pathway",
                table: "integration_plans",
                column: "id",
                filter: "status IN ('Draft', 'Active')");

            migrationBuilder.CreateIndex(
                name: "ix_integration_steps_plan_id_number",
                schema: "pathway",
                table: "integration_steps",
                columns: new[] { "plan_id", "number" });

            migrationBuilder.Run("integration.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
