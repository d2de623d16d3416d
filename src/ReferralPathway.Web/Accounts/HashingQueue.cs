using Microsoft.AspNetCore.Identity;
using ReferralPathway.Data.Accounts;

namespace ReferralPathway.Web.Accounts;

/// <summary>Hashes passwords, a few at a time: a hash costs a third of a second of a core by intention, and a flood of them must not take all cores.</summary>
public sealed class HashingQueue(IPasswordHasher<Account> hasher) : IDisposable
{
    private const int MostWaiting = 64;
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(new(), Guid.Empty.ToString()));
    private int _waiting;

    public Task<string> HashAsync(Account account, string password, CancellationToken stopping) => InTurnAsync(() => hasher.HashPassword(account, password), stopping);

    /// <summary>Without a hash it compares with nobody's, so that an account that does not exist costs the same time.</summary>
    public Task<PasswordVerificationResult> VerifyAsync(Account? account, string password, CancellationToken stopping) => InTurnAsync(
        () => hasher.VerifyHashedPassword(account ?? new(), account?.PasswordHash ?? _nobodys.Value, password) is var verified && account?.PasswordHash is not null ? verified : PasswordVerificationResult.Failed, stopping);

    /// <exception cref="BadHttpRequestException">Too many wait.</exception>
    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken stopping)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new BadHttpRequestException("Too many passwords wait to be checked.", StatusCodes.Status503ServiceUnavailable);
        }
        try
        {
            await _turns.WaitAsync(stopping);
            try
            {
                return await Task.Run(work, stopping);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _turns.Dispose();
}
