using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Domain.Messages;

/// <summary>Who is told of each event of a possible match: whoever asked, when the person wants it.</summary>
public static class MatchNotices
{
    public static IEnumerable<Notice> After(MatchEvent happened) => happened switch
    {
        ContactOffered e => [new(NoticeKind.ContactOffered, e.To, user: null, e.AskingCase, e.Id.Value, managersOnly: false, e.Act.At)],
        _ => [],
    };
}
