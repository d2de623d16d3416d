using ReferralPathway.Data.Guidance;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Guidance;

/// <summary>Asks the guidance, with the rules and the hotline's hours of this installation; nothing is kept.</summary>
public sealed class GuidanceDesk(RuleBook rules, Hotline hotline, TimeProvider clock, GuidanceRooms rooms)
{
    /// <summary>For a case, as one person sees it: the rules came along with the case.</summary>
    public GuidanceLines Of(CaseView view, DateOnly asOf, DateTimeOffset at)
    {
        var answer = GuidanceAnswer.To(CaseSituation.Of(view, asOf, at, hotline.ChangesFrom(SwedishCalendar.DayOf(at))));
        return new(answer, answer.Lines, hotline.Now, line => rooms.Way(view, line));
    }

    /// <summary>For whoever comes to the open page or to the API.</summary>
    /// <returns>Null when something could not be read; the question then says what.</returns>
    public async Task<GuidanceAnswer?> AnswerAsync(GuidanceQuestion question, CancellationToken stopping)
    {
        var situation = question.Read(clock.GetUtcNow(), await rules.ChosenAsync(stopping), hotline.ChangesFrom);
        return question.Faults.Count == 0 ? GuidanceAnswer.To(situation) : null;
    }
}
