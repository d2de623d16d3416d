using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Consents;

/// <summary>Who looks at what was told the police in an emergency (A37): a manager of the lead who is not the one who recorded it; where there is none, nobody can, and the auditors are told.</summary>
public static class EmergencyReviewers
{
    extension(PathwayDb db)
    {
        /// <summary>Whether the organisation has a manager who is somebody else, under whichever account.</summary>
        public Task<bool> HasAnotherManagerAsync(OrganisationId organisation, PersonId recorder, CancellationToken stopping) =>
            db.Users.AnyAsync(a => a.OrganisationId == organisation && a.IsManager && a.Status == AccountStatus.Active && a.PersonId != recorder, stopping);

        /// <summary>Every auditor gets a message that names no case; the caller saves.</summary>
        public async Task TellAuditorsAsync(CaseId caseId, Guid ground, DateTimeOffset at, CancellationToken stopping)
        {
            var auditors = await db.Users.Where(a => a.Role == Role.Auditor && a.Status == AccountStatus.Active).Select(a => new { a.Id, a.OrganisationId }).ToListAsync(stopping);
            foreach (var auditor in auditors)
            {
                var notice = new Notice(NoticeKind.EmergencyUnreviewed, auditor.OrganisationId, UserId.From(auditor.Id), caseId, ground, managersOnly: false, at);
                db.Tell(notice);
            }
        }
    }
}
