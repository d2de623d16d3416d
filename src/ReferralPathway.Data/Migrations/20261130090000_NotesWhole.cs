using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralPathway.Data.Migrations;

/// <summary>A note beside an entry of several groups needs all of them.</summary>
[DbContext(typeof(PathwayDb))]
[Migration("20261130090000_NotesWhole")]
public sealed class NotesWhole : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("notes_whole.sql");

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A database goes forward only; a backup goes back.");
}
