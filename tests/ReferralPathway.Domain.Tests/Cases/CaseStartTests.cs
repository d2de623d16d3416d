using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class CaseStartTests
{
    [Fact]
    public void A_case_begins_as_a_draft_that_its_author_answers_for()
    {
        var act = new Act(UserId.From(Guid.NewGuid()), Role.SocialWorker, OrganisationId.From(Guid.NewGuid()), new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
        var started = Case.Start("2026-000001", act);

        Assert.Equal((CaseStatus.Draft, IdentificationStatus.Presumed, IntakeParts.None, 1), (started.Status, started.Identification, started.Intake, started.Revision));
        Assert.Equal((act.For, act.By), (started.Lead, started.StartedBy));
        var author = Assert.Single(started.Team);
        Assert.True(author is { IsResponsible: true, IsOnTeam: true } && author.UserId == act.By);
        Assert.True(started.LeadParticipation!.Groups.Has(DataGroup.AnswersForCase));
        Assert.IsType<CaseStarted>(Assert.Single(started.TakeEvents()));
    }
}
