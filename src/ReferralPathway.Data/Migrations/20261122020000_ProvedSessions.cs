using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProvedSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "proved_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "next_key",
                schema: "identity",
                table: "second_factors",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_since",
                schema: "identity",
                table: "second_factors",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "restore_asked_at",
                schema: "pathway",
                table: "organisations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "restore_asked_by",
                schema: "pathway",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "restore_asked_by_person",
                schema: "pathway",
                table: "organisations",
                type: "uuid",
                nullable: true);

            // The acts are no entity: what is old among them is looked for by its age.
            migrationBuilder.Sql("CREATE INDEX ix_acts_claimed ON pathway.acts (claimed_at)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX pathway.ix_acts_claimed");

            migrationBuilder.DropColumn(
                name: "proved_at",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "next_key",
                schema: "identity",
                table: "second_factors");

            migrationBuilder.DropColumn(
                name: "next_since",
                schema: "identity",
                table: "second_factors");

            migrationBuilder.DropColumn(
                name: "restore_asked_at",
                schema: "pathway",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "restore_asked_by",
                schema: "pathway",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "restore_asked_by_person",
                schema: "pathway",
                table: "organisations");
        }
    }
}
