using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Codes;

/// <summary>What administrators have changed of the code lists, for whatever stands outside a transaction: one round trip.</summary>
public sealed class CodeBook(Databases databases)
{
    public CodeQuestion Read()
    {
        var question = new CodeQuestion();
        using var command = databases.Beside.CreateCommand(question.Statement);
        using var rows = command.ExecuteReader();
        question.Read(rows);
        return question;
    }
}

/// <summary>The latest change of each code that was ever changed.</summary>
public sealed class CodeQuestion : IOpeningQuestion
{
    public sealed record Changed(string Sv, string En, DateOnly? WithdrawnFrom);

    public bool IsAnswered { get; private set; }

    public IReadOnlyDictionary<(string List, string Code), Changed> Changes { get; private set; } = new Dictionary<(string, string), Changed>();

    public string Statement => "SELECT DISTINCT ON (list, code) list, code, sv, en, withdrawn_from FROM pathway.code_changes ORDER BY list, code, id DESC";

    public IEnumerable<(string Name, object Value)> Values => [];

    public void Read(DbDataReader rows)
    {
        var changes = new Dictionary<(string, string), Changed>();
        while (rows.Read()) changes[(rows.GetString(0), rows.GetString(1))] = new(rows.GetString(2), rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetFieldValue<DateOnly>(4));
        Changes = changes;
        IsAnswered = true;
    }
}

internal sealed class CodeChangeMapping : IEntityTypeConfiguration<CodeChange>
{
    public void Configure(EntityTypeBuilder<CodeChange> builder)
    {
        builder.ToTable("code_changes", PathwayDb.Pathway);
        builder.Property(c => c.List).HasMaxLength(40);
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.Sv).HasMaxLength(200);
        builder.Property(c => c.En).HasMaxLength(200);
        builder.HasIndex(c => new { c.List, c.Code, c.Id }).IsDescending(false, false, true);
    }
}

public static class CodeTables
{
    extension(PathwayDb db)
    {
        public DbSet<CodeChange> CodeChanges => db.Set<CodeChange>();
    }
}
