using ReferralPathway.Data.Guidance;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Guidance;

/// <summary>Asks the guidance for whoever comes to the open page or to the API: with the rules and the hotline's hours of this installation, and nothing kept.</summary>
public sealed class GuidanceDesk(RuleBook rules, Hotline hotline, TimeProvider clock)
{
    /// <returns>Null when something could not be read; the question then says what.</returns>
    public async Task<GuidanceAnswer?> AnswerAsync(GuidanceQuestion question, CancellationToken stopping)
    {
        var situation = question.Read(clock.GetUtcNow(), await rules.ChosenAsync(stopping), hotline.ChangesFrom);
        return question.Faults.Count == 0 ? GuidanceAnswer.To(situation) : null;
    }
}
