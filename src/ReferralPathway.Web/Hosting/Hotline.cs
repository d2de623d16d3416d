using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Hosting;

/// <summary>The national hotline now (S1-03).</summary>
public sealed class Hotline(TimeProvider clock) : IHotline
{
    public HotlineNow Now
    {
        get
        {
            var state = HotlineHours.At(clock.GetUtcNow());
            return new(state.IsOpen, (state.IsOpen ? state.ClosesAt : state.OpensAt)!.Value);
        }
    }
}
