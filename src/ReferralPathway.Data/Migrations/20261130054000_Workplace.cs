using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Workplace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "absence",
                schema: "pathway",
                table: "team_members",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "messages",
                schema: "pathway",
                table: "outbox",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "work",
                schema: "pathway",
                table: "outbox",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "digest_on",
                schema: "identity",
                table: "accounts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mail_everybody",
                schema: "identity",
                table: "accounts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Daily");

            migrationBuilder.AddColumn<string>(
                name: "mail_managers",
                schema: "identity",
                table: "accounts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "AtOnce");

            migrationBuilder.AddColumn<string>(
                name: "mail_own",
                schema: "identity",
                table: "accounts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "AtOnce");

            migrationBuilder.AddColumn<string>(
                name: "mail_team",
                schema: "identity",
                table: "accounts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Daily");

            migrationBuilder.CreateTable(
                name: "absences",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    deputy = table.Column<Guid>(type: "uuid", nullable: true),
                    said_by = table.Column<Guid>(type: "uuid", nullable: false),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "code_changes",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sv = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    withdrawn_from = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "history",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    was = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    becomes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_team_members_absence",
                schema: "pathway",
                table: "team_members",
                column: "absence",
                filter: "removed_at IS NULL AND absence IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_absences_account",
                schema: "identity",
                table: "absences",
                columns: new[] { "account", "to_on" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_absences_deputy",
                schema: "identity",
                table: "absences",
                columns: new[] { "deputy", "to_on" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_code_changes_list_code_id",
                schema: "pathway",
                table: "code_changes",
                columns: new[] { "list", "code", "id" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "ix_history_record_id",
                schema: "identity",
                table: "history",
                columns: new[] { "record", "id" },
                descending: new[] { false, true });
            migrationBuilder.Run("workplace.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
