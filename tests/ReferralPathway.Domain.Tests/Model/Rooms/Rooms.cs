namespace ReferralPathway.Domain.Tests.Model.Rooms;

/// <summary>
/// The rooms that the model test walks. How another is added: one file beside this one, with (1) a <c>partial class Reference</c> that holds the state of the room as plain
/// <see cref="Thing"/>s, (2) the table of section 3 as <see cref="Row"/>s (number, from, to, who), (3) one <see cref="Move{T}"/> for each act: its rows, its guards as rule name and
/// condition, what it changes, which operation of the access table it is, and the one call of the product that does it, (4) one <see cref="Room"/> that says what both sides
/// must agree on after each act. Then its name in the list below. What the product's database works out (who takes part, how many wait) the room works out from section 2.1.
/// What stands beside the case (a claim, a request for disclosure, a question) has a list of its own in the <see cref="Product"/>, and says who stands how to it.
/// </summary>
internal static class Rooms
{
    public static readonly IReadOnlyList<Room> All =
    [
        CaseRoom.Room, ConsentRoom.Room, ReferralRoom.Room, InvestigationRoom.Room, PermitRoom.Room, AsylumRoom.Room, ReturnRoom.Room, PlanRoom.Room, ChildRoom.Room, IntegrationRoom.Room, ClaimRoom.Room, DisclosureRoom.Room, ConsultationRoom.Room,
    ];

    public static readonly IReadOnlyList<Move> Moves = [.. All.SelectMany(r => r.Moves)];

    public static Row[] Table(params Row[] rows) => rows;

    public static IReadOnlyList<Row> Rows(this Row[] table, params string[] ids) =>
        [.. ids.Select(id => table.Single(r => r.Id == id))];
}
