using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class AssistanceAndWhereabouts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assistance_plans",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    responsible = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    goals = table.Column<byte[]>(type: "bytea", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assistance_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_assistance_plans_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protected_addresses",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protected_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_protected_addresses_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_answers",
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
                    table.PrimaryKey("pk_plan_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_answers_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "assistance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    providers = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_items", x => x.id);
                    table.CheckConstraint("ck_plan_items_have_two_providers_at_most", "cardinality(providers) <= 2");
                    table.CheckConstraint("ck_plan_items_run_forward", "\"from\" <= \"to\"");
                    table.ForeignKey(
                        name: "fk_plan_items_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "assistance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_steps",
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
                    table.PrimaryKey("pk_plan_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_steps_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "assistance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_summaries",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_ongoing = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_summaries", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_summaries_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "assistance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "address_grants",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_grants", x => x.id);
                    table.CheckConstraint("ck_address_grants_run_forward", "granted_at < until");
                    table.ForeignKey(
                        name: "fk_address_grants_address_id",
                        column: x => x.address_id,
                        principalSchema: "pathway",
                        principalTable: "protected_addresses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sealed_addresses",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_sealed_addresses_address_id",
                        column: x => x.address_id,
                        principalSchema: "pathway",
                        principalTable: "protected_addresses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_costs",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    cost_centre = table.Column<byte[]>(type: "bytea", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_costs", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_costs_item_id",
                        column: x => x.item_id,
                        principalSchema: "pathway",
                        principalTable: "plan_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_costs_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "pathway",
                        principalTable: "assistance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_address_grants_address_id_user_id_until",
                schema: "pathway",
                table: "address_grants",
                columns: new[] { "address_id", "user_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_address_grants_user",
                schema: "pathway",
                table: "address_grants",
                column: "user_id",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_assistance_plans_case_id",
                schema: "pathway",
                table: "assistance_plans",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_assistance_plans_reviews",
                schema: "pathway",
                table: "assistance_plans",
                column: "review_on",
                filter: "status = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_plan_answers_plan_id",
                schema: "pathway",
                table: "plan_answers",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_costs_item_id_number",
                schema: "pathway",
                table: "plan_costs",
                columns: new[] { "item_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_costs_plan_id",
                schema: "pathway",
                table: "plan_costs",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_plan_id",
                schema: "pathway",
                table: "plan_items",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_steps_plan_id_number",
                schema: "pathway",
                table: "plan_steps",
                columns: new[] { "plan_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_summaries_case_id_plan_id_number",
                schema: "pathway",
                table: "plan_summaries",
                columns: new[] { "case_id", "plan_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_summaries_plan_id",
                schema: "pathway",
                table: "plan_summaries",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_protected_addresses_current",
                schema: "pathway",
                table: "protected_addresses",
                columns: new[] { "case_id", "organisation_id" },
                unique: true,
                filter: "replaced_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_addresses_address_id",
                schema: "pathway",
                table: "sealed_addresses",
                column: "address_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_addresses_case_id",
                schema: "pathway",
                table: "sealed_addresses",
                column: "case_id");

            migrationBuilder.Run("assistance.sql");
            migrationBuilder.Run("whereabouts.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
