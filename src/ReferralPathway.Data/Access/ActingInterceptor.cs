using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferralPathway.Data.Access;

/// <summary>
/// Tells the database who is acting, as the first command of every transaction, and asks what is to be asked then. (In front of EF's own first command it would shift the counting of
/// affected rows, and a lost race would pass unseen.)
/// </summary>
internal sealed class ActingInterceptor : DbTransactionInterceptor
{
    private const string Acting = "SELECT set_config('pathway.user', @u, true), set_config('pathway.organisation', @o, true), set_config('pathway.role', @r, true), set_config('pathway.at', @at, true)";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        var db = eventData.Context as PathwayDb;
        using var command = Command(connection, result, db?.Acting, Acting, db?.Opening ?? []);
        using var answer = command.ExecuteReader();
        foreach (var question in db?.Opening ?? [])
        {
            answer.NextResult();
            question.Read(answer);
        }
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context as PathwayDb;
        var command = Command(connection, result, db?.Acting, Acting, db?.Opening ?? []);
        await using (command)
        {
            var answer = await command.ExecuteReaderAsync(cancellationToken);
            await using (answer)
            {
                foreach (var question in db?.Opening ?? [])
                {
                    await answer.NextResultAsync(cancellationToken);
                    question.Read(answer);
                }
            }
        }
        return result;
    }

    internal static DbCommand Command(DbConnection connection, DbTransaction transaction, ActingAs? acting, string? first, IReadOnlyList<IOpeningQuestion> questions)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Join(";\n", questions.Select(q => q.Statement).Prepend(first).OfType<string>());
        Add("u", acting?.User?.ToString() ?? "");
        Add("o", acting?.Organisation?.ToString() ?? "");
        Add("r", acting?.Role ?? "");
        Add("at", acting?.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture) ?? "");
        foreach (var (name, value) in questions.SelectMany(q => q.Values)) Add(name, value);
        return command;

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}

/// <summary>Refuses a command on the pathway outside a transaction: there the database would answer with silence.</summary>
internal sealed class TransactionGuard : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Checked(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Checked(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Checked(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Checked(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Checked(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Checked(command, result));

    private static T Checked<T>(DbCommand command, T result) =>
        command.Transaction is null && command.CommandText.Contains(PathwayDb.Pathway + ".", StringComparison.Ordinal)
            ? throw new InvalidOperationException("A command on the pathway needs a transaction that says who is acting.")
            : result;
}
