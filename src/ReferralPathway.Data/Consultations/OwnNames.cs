using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Consultations;

namespace ReferralPathway.Data.Consultations;

/// <summary>
/// Whether a text names somebody of the asking organisation's own cases. The words are hashed and compared with the blind index, which shows nobody the tokens of another
/// organisation; which word it was, and of which case, is not asked.
/// </summary>
public sealed class OwnNames(PathwayDb db, SearchTokens tokens)
{
    public async Task<bool> StandInAsync(string? text, CancellationToken stopping)
    {
        byte[][] hashed = [.. PersonalDataDetector.TokensOf(text).Select(tokens.Of)];
        return hashed.Length > 0 && await db.NameTokens.AnyAsync(t => hashed.Contains(t.Token), stopping);
    }
}
