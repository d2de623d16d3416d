using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reimbursement_claims",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    claimant = table.Column<Guid>(type: "uuid", nullable: false),
                    addressed_to = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter_number = table.Column<int>(type: "integer", nullable: false),
                    window_from = table.Column<DateOnly>(type: "date", nullable: false),
                    window_to = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    claim_by = table.Column<DateOnly>(type: "date", nullable: false),
                    claimed = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    granted = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: true),
                    to_repay = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    appeal_by = table.Column<DateOnly>(type: "date", nullable: true),
                    appealed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reimbursement_claims", x => x.id);
                    table.CheckConstraint("ck_reimbursement_claims_granted_at_most_claimed", "granted <= claimed AND to_repay <= granted");
                    table.CheckConstraint("ck_reimbursement_claims_quarter", "quarter_number BETWEEN 1 AND 4");
                    table.ForeignKey(
                        name: "fk_reimbursement_claims_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_steps_claim_id",
                        column: x => x.claim_id,
                        principalSchema: "pathway",
                        principalTable: "reimbursement_claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cost_lines",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_lines", x => x.id);
                    table.CheckConstraint("ck_cost_lines_amount", "amount >= 0");
                    table.CheckConstraint("ck_cost_lines_run_forward", "\"from\" <= \"to\"");
                    table.ForeignKey(
                        name: "fk_cost_lines_claim_id",
                        column: x => x.claim_id,
                        principalSchema: "pathway",
                        principalTable: "reimbursement_claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_claim_steps_claim_id_number",
                schema: "pathway",
                table: "claim_steps",
                columns: new[] { "claim_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_lines_claim_id",
                schema: "pathway",
                table: "cost_lines",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_reimbursement_claims_case_id_claimant_year_quarter_number",
                schema: "pathway",
                table: "reimbursement_claims",
                columns: new[] { "case_id", "claimant", "year", "quarter_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reimbursement_claims_claimed",
                schema: "pathway",
                table: "reimbursement_claims",
                columns: new[] { "claimant", "changed_at", "id" },
                descending: new[] { false, true, true },
                filter: "status <> 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_reimbursement_claims_decided",
                schema: "pathway",
                table: "reimbursement_claims",
                columns: new[] { "addressed_to", "changed_at", "id" },
                descending: new[] { false, true, true },
                filter: "status NOT IN ('Draft', 'Missed', 'Submitted', 'Appealed')");

            migrationBuilder.CreateIndex(
                name: "ix_reimbursement_claims_drafts",
                schema: "pathway",
                table: "reimbursement_claims",
                columns: new[] { "claimant", "claim_by", "id" },
                filter: "status = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_reimbursement_claims_missed",
                schema: "pathway",
                table: "reimbursement_claims",
                column: "claim_by",
                filter: "status = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_reimbursement_claims_waiting",
                schema: "pathway",
                table: "reimbursement_claims",
                columns: new[] { "addressed_to", "claim_by", "id" },
                filter: "status IN ('Submitted', 'Appealed')");

            migrationBuilder.Run("claims.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
