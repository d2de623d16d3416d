using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;

namespace ReferralPathway.Data.Guidance;

/// <summary>Which reading of the rules the installation has chosen, and from when. Holds nothing about anybody; read outside any transaction, in one round trip.</summary>
public sealed class RuleBook(Databases databases)
{
    private const string Confirmed = "SELECT number, since, rule_set, reimbursement_from FROM pathway.rule_changes WHERE state = 'Confirmed' ORDER BY number";

    /// <summary>Every choice that was confirmed, the first first.</summary>
    public async Task<IReadOnlyList<DatedRuleSettings>> ChosenAsync(CancellationToken stopping)
    {
        await using var command = databases.Beside.CreateCommand(Confirmed);
        await using var rows = await command.ExecuteReaderAsync(stopping);
        var chosen = new List<DatedRuleSettings>();
        while (await rows.ReadAsync(stopping))
            chosen.Add(new(rows.GetInt32(0), rows.GetFieldValue<DateOnly>(1), Enum.Parse<ReflectionPeriodRuleSet>(rows.GetString(2)), Enum.Parse<ReimbursementFrom>(rows.GetString(3))));
        return chosen;
    }
}

public static class RuleTables
{
    extension(PathwayDb db)
    {
        public DbSet<RuleChange> RuleChanges => db.Set<RuleChange>();
    }
}
