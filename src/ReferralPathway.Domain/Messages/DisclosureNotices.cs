using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Messages;

/// <summary>Who is told of each event of a request for disclosure: that it came, and that it is answered; never how.</summary>
public static class DisclosureNotices
{
    public static IEnumerable<Notice> After(DisclosureEvent happened) => happened switch
    {
        DisclosureRequested e => [new(NoticeKind.DisclosureArrived, e.To, user: null, caseId: null, e.Id.Value, e.ManagersDecide, e.Act.At)],
        DisclosureDecided { AskedFor: { } asker } e => [new(NoticeKind.DisclosureAnswered, asker, e.Asker, caseId: null, e.Id.Value, managersOnly: false, e.Act.At)],
        _ => [],
    };
}
