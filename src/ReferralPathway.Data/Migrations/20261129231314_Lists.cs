using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notices_organisation_id_at_id",
                schema: "pathway",
                table: "notices");

            migrationBuilder.AddColumn<string>(
                name: "case_identification",
                schema: "pathway",
                table: "participations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "case_municipality",
                schema: "pathway",
                table: "participations",
                type: "character varying(4)",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "case_needs_interpreter",
                schema: "pathway",
                table: "participations",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "case_status",
                schema: "pathway",
                table: "participations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "for_team",
                schema: "pathway",
                table: "notices",
                type: "boolean",
                nullable: false,
                computedColumnSql: "user_id IS NULL AND NOT managers_only AND case_id IS NOT NULL AND kind NOT IN ('ReferralArrived', 'ReferralReminder', 'ReferralCalledBack', 'ConsentEnded', 'PoliceReportArrived', 'InvestigationHandedOver', 'PermitArrived', 'ClaimArrived')",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_items_kind",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "organisation_id", "kind", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_managers",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "organisation_id", "due_at", "id" },
                filter: "closed_at IS NULL AND (managers_only OR escalated_at IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_own",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "user_id", "due_at", "id" },
                filter: "closed_at IS NULL AND user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_drafts",
                schema: "pathway",
                table: "referrals",
                column: "author",
                filter: "status = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_participations_ending",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_changed_at", "case_id" },
                descending: new[] { false, true, true },
                filter: "valid_until < '9999-12-31'");

            migrationBuilder.CreateIndex(
                name: "ix_participations_identification",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_identification", "case_changed_at", "case_id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_participations_interpreter",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_changed_at", "case_id" },
                descending: new[] { false, true, true },
                filter: "case_needs_interpreter");

            migrationBuilder.CreateIndex(
                name: "ix_participations_municipality",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_municipality", "case_changed_at", "case_id" },
                descending: new[] { false, false, true, true },
                filter: "case_municipality IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participations_status",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_status", "case_changed_at", "case_id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_notices_case",
                schema: "pathway",
                table: "notices",
                column: "case_id",
                filter: "for_team");

            migrationBuilder.CreateIndex(
                name: "ix_notices_case_unread",
                schema: "pathway",
                table: "notices",
                column: "case_id",
                filter: "for_team AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_own",
                schema: "pathway",
                table: "notices",
                columns: new[] { "user_id", "at", "id" },
                descending: new[] { false, true, true },
                filter: "user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_own_unread",
                schema: "pathway",
                table: "notices",
                column: "user_id",
                filter: "user_id IS NOT NULL AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_shared",
                schema: "pathway",
                table: "notices",
                columns: new[] { "organisation_id", "at", "id" },
                descending: new[] { false, true, true },
                filter: "user_id IS NULL AND NOT for_team");

            migrationBuilder.CreateIndex(
                name: "ix_notices_shared_unread",
                schema: "pathway",
                table: "notices",
                column: "organisation_id",
                filter: "user_id IS NULL AND NOT for_team AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_team",
                schema: "pathway",
                table: "notices",
                columns: new[] { "organisation_id", "at", "id" },
                descending: new[] { false, true, true },
                filter: "for_team");

            migrationBuilder.CreateIndex(
                name: "ix_notices_team_unread",
                schema: "pathway",
                table: "notices",
                column: "organisation_id",
                filter: "for_team AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_drafts",
                schema: "pathway",
                table: "cases",
                column: "started_by",
                filter: "status = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_awaiting",
                schema: "identity",
                table: "accounts",
                column: "status",
                filter: "status = 'AwaitingConfirmation'");

            migrationBuilder.Run("lists.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_items_kind",
                schema: "pathway",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "ix_work_items_managers",
                schema: "pathway",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "ix_work_items_own",
                schema: "pathway",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "ix_referrals_drafts",
                schema: "pathway",
                table: "referrals");

            migrationBuilder.DropIndex(
                name: "ix_participations_ending",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropIndex(
                name: "ix_participations_identification",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropIndex(
                name: "ix_participations_interpreter",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropIndex(
                name: "ix_participations_municipality",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropIndex(
                name: "ix_participations_status",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropIndex(
                name: "ix_notices_case",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_case_unread",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_own",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_own_unread",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_shared",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_shared_unread",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_team",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_team_unread",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_cases_drafts",
                schema: "pathway",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_accounts_awaiting",
                schema: "identity",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "for_team",
                schema: "pathway",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "case_identification",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropColumn(
                name: "case_municipality",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropColumn(
                name: "case_needs_interpreter",
                schema: "pathway",
                table: "participations");

            migrationBuilder.DropColumn(
                name: "case_status",
                schema: "pathway",
                table: "participations");

            migrationBuilder.CreateIndex(
                name: "ix_notices_organisation_id_at_id",
                schema: "pathway",
                table: "notices",
                columns: new[] { "organisation_id", "at", "id" },
                descending: new[] { false, true, true });
        }
    }
}
