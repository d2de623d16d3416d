using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Trust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_at",
                schema: "identity",
                table: "account_passkeys",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Run("sessions_renewed.sql");
            migrationBuilder.Run("checkpoint_signatures.sql");
            migrationBuilder.Run("retention.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
    }
}
