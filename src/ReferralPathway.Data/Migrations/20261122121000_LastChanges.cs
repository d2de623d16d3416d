using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class LastChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "source_note",
                schema: "pathway",
                table: "directory_entries",
                newName: "source_note_en");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                schema: "pathway",
                table: "organisations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "changed_by",
                schema: "pathway",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "changed_how",
                schema: "pathway",
                table: "organisations",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                schema: "pathway",
                table: "organisations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "prosecutor_took_over_on",
                schema: "pathway",
                table: "investigations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source_note_sv",
                schema: "pathway",
                table: "directory_entries",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                schema: "identity",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "changed_by",
                schema: "identity",
                table: "accounts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "changed_how",
                schema: "identity",
                table: "accounts",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                schema: "identity",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Run("guards.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "changed_at",
                schema: "pathway",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "changed_by",
                schema: "pathway",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "changed_how",
                schema: "pathway",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "revision",
                schema: "pathway",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "prosecutor_took_over_on",
                schema: "pathway",
                table: "investigations");

            migrationBuilder.DropColumn(
                name: "source_note_sv",
                schema: "pathway",
                table: "directory_entries");

            migrationBuilder.DropColumn(
                name: "changed_at",
                schema: "identity",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "changed_by",
                schema: "identity",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "changed_how",
                schema: "identity",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "revision",
                schema: "identity",
                table: "accounts");

            migrationBuilder.RenameColumn(
                name: "source_note_en",
                schema: "pathway",
                table: "directory_entries",
                newName: "source_note");
        }
    }
}
