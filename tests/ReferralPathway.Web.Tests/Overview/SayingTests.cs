using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Pages;
using ReferralPathway.Web.Tests.Look;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Overview;

/// <summary>What a line of work says.</summary>
public sealed class SayingTests
{
    private static readonly Wording T = new(new Phrasebook(strict: true), PageLanguage.English, new FixedClock(default), new TextTests.NoCodes());

    [Theory]
    [InlineData(WorkKind.AnswerReferral, "No answer to your referral", "IOM Finland has not answered in time. Call them, or withdraw the referral and ask somebody else.")]
    [InlineData(WorkKind.DecideClaim, "The Migration Agency decides on the claim", "IOM Finland should have done it by now. Call them.")]
    [InlineData(WorkKind.DecideReturn, "The regional coordinator decides the return", "IOM Finland should have done it by now. Call them.")]
    public void Whoever_waited_in_vain_reads_for_what(WorkKind kind, string title, string text)
    {
        var line = Line(kind) with { Waits = true, Escalated = true };

        Assert.Equal(title, T.Title(line));
        Assert.Equal(text, T.Text(line));
    }

    [Fact]
    public void What_concerns_nobody_says_what_it_concerns()
    {
        Assert.Equal("IOM Finland", T.Whom(Line(WorkKind.ReviewEntry)));
        Assert.Equal("K-2026-000003", T.Whom(Line(WorkKind.AnswerConsultation) with { Reference = "K-2026-000003" }));
    }

    private static WorkLine Line(WorkKind kind) => new(default, kind, null, default, default, default, Waits: false, Escalated: false, null, null, "IOM Finland", "IOM Finland", null, null);
}
