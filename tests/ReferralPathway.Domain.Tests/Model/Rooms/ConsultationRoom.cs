using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Model.Rooms;

namespace ReferralPathway.Domain.Tests.Model
{
    internal sealed partial class Reference
    {
        public List<Question> Questions { get; } = [];

        /// <summary>A question about somebody who stays unknown; it knows of no case (decision 0021).</summary>
        internal sealed class Question(Person author) : Thing("Draft")
        {
            public Person Author => author;

            public QuestionType? Type { get; set; }

            public AskedOf AskedOf { get; set; }

            public CoordinationRegion? Region { get; set; }

            /// <summary>Whether there is a text, and an answer.</summary>
            public bool IsWritten { get; set; }

            public bool IsAnswered { get; set; }

            public House? TakenFor { get; set; }

            /// <summary>The last day for the answer: the end of the next working day.</summary>
            public DateOnly? AnswerBy { get; set; }

            public DateOnly? AnsweredOn { get; set; }

            /// <summary>From the instant at which it is sent back, nobody but the author reads it.</summary>
            public bool IsHidden => State is "Draft" or "ReturnedForRedaction" or "Withdrawn";
        }
    }
}

namespace ReferralPathway.Domain.Tests.Model.Rooms
{
    /// <summary>3.3: anonymous consultation, which stands beside the case and is met by the same people.</summary>
    internal static class ConsultationRoom
    {
        private static readonly Who Both = new((_, who) => Who.Six.Contains(who.Role) || who.Role is Role.NationalCoordinator or Role.IomCaseworker ? null : "403");

        private static readonly Row[] Table = Rooms.Table(
            new("N1", "", "Draft", Who.Registrars), new("N1 kept", "Draft", "Draft", Both),
            new("N2", "Draft", "Submitted", Both), new("N2 again", "ReturnedForRedaction", "Submitted", Both),
            new("N3", "Submitted", "InProgress", Both),
            new("N4a", "Submitted", "ReturnedForRedaction", Both), new("N4b", "InProgress", "ReturnedForRedaction", Both),
            new("N5", "InProgress", "Answered", Both),
            new("N6", "Answered", "Closed", Both), new("N6 night", "Answered", "Closed", Who.Night),
            new("N7a", "Draft", "Withdrawn", Both), new("N7b", "Submitted", "Withdrawn", Both), new("N7c", "ReturnedForRedaction", "Withdrawn", Both));

        private const string Plain = "Who is responsible for housing when the municipality says no?";

        private const string Short = "Who is it for?";

        private const string Hard = Plain + " Call 070-123 45 67.";

        private const string Doubtful = Plain + " Her name is Zzyzx.";

        private sealed record Nothing;

        private sealed record One(int Which);

        private sealed record Ask(int Which, QuestionType? Type, AskedOf AskedOf, CoordinationRegion? Region, string? Age, string? Gender, WorldRegion? World, string Text, bool NamesOwnCase, bool Checked)
        {
            public ConsultationTerms Written() => new() { Type = Type, AskedOf = AskedOf, Region = Region, AgeGroup = Age, Gender = Gender, WorldRegion = World, Question = Text };
        }

        private sealed record Back(int Which, bool SaysWhat);

        private sealed record Answer(int Which, string Text);

        private static CoordinationRegion? Coordinates(House house) => house == People.South ? CoordinationRegion.Syd : house == People.West ? CoordinationRegion.Vast : null;

        /// <summary>Whose it is to answer (A03b, A38): the national coordinator's any; the region's what was put to it or is about return from it; IOM's what is about return.</summary>
        private static bool Answers(Reference.Question q, Person who) => who.Role switch
        {
            Role.NationalCoordinator => true,
            Role.RegionalCoordinator => Coordinates(who.At) == q.Region && (q.AskedOf == AskedOf.Regional || q.Type == QuestionType.Return),
            Role.IomCaseworker => q.Type == QuestionType.Return,
            _ => false,
        };

        /// <summary>A draft is its author's alone, and so is what was sent back; nobody answers their own question.</summary>
        private static string? Stands(Reference m, Person who, int which, bool author)
        {
            var question = m.Questions[which];
            if (question.Author == who) return author ? null : "403";
            if (question.State is not ("Draft" or "Withdrawn") && Answers(question, who)) return author ? "403" : null;
            return question.Author.At == who.At && question.State is not ("Draft" or "ReturnedForRedaction") ? "403" : "404";
        }

        private static Verdict Verdicts(Product p, Person who, int which, ConsultationOperation operation) => ConsultationDesk.MayAsk(who.Role) || ConsultationDesk.MayAnswer(who.Role)
            ? ConsultationAccess.Decide(ConsultationAccess.StandingOf(who.AsActor, Coordinates(who.At), p.Consultations[which]), operation) : Verdict.Refused;

        private static int Find(Reference m, Draw d, params ReadOnlySpan<string> usual)
        {
            if (m.Questions.Count == 0) return -1;
            var n = d.Below(m.Questions.Count);
            for (var tries = 0; tries < 6 && !usual.Contains(m.Questions[n].State) && d.Often(80); tries++) n = d.Below(m.Questions.Count);
            return n;
        }

        private static Ask Drawn(Draw d, int which) => new(which, d.Mostly((QuestionType?)d.One(QuestionType.Protection, QuestionType.Return), null), d.One(AskedOf.National, AskedOf.Regional),
            d.Mostly((CoordinationRegion?)d.One(CoordinationRegion.Syd, CoordinationRegion.Vast), null, CoordinationRegion.Norr),
            d.Mostly("25-34", null, "NO SUCH CODE"), d.Mostly("F", null, "NO SUCH CODE"), d.Mostly((WorldRegion?)WorldRegion.Africa, null),
            d.Mostly(Plain, Short, Hard, Doubtful, Doubtful), d.Often(4), d.Often(30));

        private static readonly Guard<Ask>[] OnText =
        [
            new("CodesAreListed", (_, _, a) => a.Age != "NO SUCH CODE" && a.Gender != "NO SUCH CODE"),
            // G-CON-1, also for a draft.
            new("AConsultationNamesNobody", (_, _, a) => !a.NamesOwnCase && a.Text != Hard),
        ];

        private static void Keep(Reference.Question question, Ask a) => (question.Type, question.AskedOf, question.Region, question.IsWritten) = (a.Type, a.AskedOf, a.Region, true);

        private static Move<One> Step(string name, string[] rows, ConsultationOperation operation, bool author,
            Action<Reference, Person, Reference.Question> then, Action<Consultation, CoordinationRegion?, Act> does, params string[] usual) => new()
        {
            Name = name, Rows = Table.Rows(rows), Weight = 1, Of = (m, a) => m.Questions[a.Which], Otherwise = "AConsultationGoesForward", Stands = (m, who, a) => Stands(m, who, a.Which, author),
            Answers = (p, who, a) => Verdicts(p, who, a.Which, operation), Draw = (m, _, d) => Find(m, d, usual) is >= 0 and var n ? new(n) : null, Then = (m, who, a) => then(m, who, m.Questions[a.Which]),
            Does = (p, _, act, a) => does(p.Consultations[a.Which], Coordinates(People.Of(act.For)), act),
        };

        private static readonly string[] Sent = ["begin a question", "send a question"];

        public static readonly Room Room = new()
        {
            Name = "Consultation",
            Share = 2,
            Paths =
            [
                [.. Sent, "take a question on", "answer a question", "close a question"], [.. Sent, "take a question on", "answer a question", "30 days pass", "the night closes questions"],
                [.. Sent, "send a question back", "send a question", "take a question on", "send a question back", "withdraw a question"], [.. Sent, "withdraw a question"],
                ["begin a question", "keep a question", "withdraw a question"],
            ],
            Beside = p => p.Consultations.SelectMany(one => one.TakeEvents()).Select(e => new Happened(e.Kind, e.Act, null)),
            Days = m => m.Questions.Select(q => q.State == "Answered" ? q.AnsweredOn?.AddDays(30) : null),
            Expected = (m, sheet) =>
            {
                foreach (var q in m.Questions)
                {
                    sheet.Add("question", q.State, q.Author.At, q.Type, q.AskedOf, q.Region, q.TakenFor, q.AnswerBy, q.IsWritten ? 1 : 0);
                    sheet.Add("for the desk", q.IsWritten && !q.IsHidden, q.IsAnswered, q.Author.Role);
                }
            },
            Actual = (p, sheet) =>
            {
                foreach (var q in p.Consultations)
                {
                    var seen = ConsultationView.Of(q, ConsultationStanding.Desk);
                    sheet.Add("question", q.Status, People.Of(q.OrganisationId), q.Type, q.AskedOf, q.Region,
                        q.TakenFor is { } at ? People.Of(at) : null, q.AnswerBy is { } by ? SwedishCalendar.DayOf(by).AddDays(-1) : null, q.Texts.Count(t => t.Kind == ConsultationTextKind.Question));
                    sheet.Add("for the desk", seen.Question is not null, seen.Answer is not null, seen.AskedBy);
                }
            },
            Moves =
            [
                new Move<Nothing>
                {
                    Name = "begin a question", Rows = Table.Rows("N1"), Weight = 1, Draw = (m, _, _) => m.Lead is null ? null : new(), Then = (m, who, _) => m.Questions.Add(new(who)),
                    Asks = who => ConsultationDesk.MayAsk(who.Role),
                    Does = (p, _, act, _) => p.Consultations.Add(Consultation.Begin("K-2026-000001", act)),
                },
                new Move<Ask>
                {
                    // What is typed is kept for its author: that is no step, and nobody is told.
                    Name = "keep a question", Rows = Table.Rows("N1 kept"), Weight = 1, Unsaid = true, Of = (m, a) => m.Questions[a.Which], Otherwise = "AConsultationGoesForward",
                    Stands = (m, who, a) => Stands(m, who, a.Which, author: true),
                    Answers = (p, who, a) => Verdicts(p, who, a.Which, ConsultationOperation.Write), Draw = (m, _, d) => Find(m, d, "Draft") is >= 0 and var n ? Drawn(d, n) : null, Guards = OnText,
                    Then = (m, _, a) => Keep(m.Questions[a.Which], a),
                    Does = (p, _, act, a) => p.Consultations[a.Which].Save(a.Written(), a.NamesOwnCase, act),
                },
                new Move<Ask>
                {
                    Name = "send a question", Rows = Table.Rows("N2", "N2 again"), Of = (m, a) => m.Questions[a.Which], Otherwise = "AConsultationGoesForward",
                    Stands = (m, who, a) => Stands(m, who, a.Which, author: true),
                    Answers = (p, who, a) => Verdicts(p, who, a.Which, ConsultationOperation.Write), Draw = (m, _, d) => Find(m, d, "Draft", "ReturnedForRedaction") is >= 0 and var n ? Drawn(d, n) : null,
                    Guards =
                    [
                        .. OnText, new("AQuestionIsComplete", (_, _, a) => a is { Type: not null, Region: not null, Age: not (null or "NO SUCH CODE"), World: not null, Text: not Short }),
                        new("ADoubtIsCheckedFirst", (_, _, a) => a.Checked || a.Text is not (Doubtful or Hard)),
                    ],
                    Then = (m, _, a) =>
                    {
                        var question = m.Questions[a.Which];
                        Keep(question, a);
                        (question.TakenFor, question.AnswerBy) = (null, SwedishCalendar.AddWorkingDays(m.Today, 1));
                    },
                    Does = (p, _, act, a) => p.Consultations[a.Which].Submit(a.Written(), a.NamesOwnCase, a.Checked, act),
                },
                Step("take a question on", ["N3"], ConsultationOperation.TakeOn, author: false, (_, who, q) => q.TakenFor = who.At, (c, region, act) => c.TakeOn(region, act), "Submitted"),
                new Move<Back>
                {
                    Name = "send a question back", Rows = Table.Rows("N4a", "N4b"), Weight = 1, Of = (m, a) => m.Questions[a.Which], Otherwise = "AConsultationGoesForward",
                    Stands = (m, who, a) => Stands(m, who, a.Which, author: false),
                    Answers = (p, who, a) => Verdicts(p, who, a.Which, ConsultationOperation.Return), Draw = (m, _, d) => Find(m, d, "Submitted", "InProgress") is >= 0 and var n ? new(n, d.Often(90)) : null,
                    Guards = [new("ARedactionSaysWhat", (_, _, a) => a.SaysWhat)],
                    Then = (m, _, a) => (m.Questions[a.Which].TakenFor, m.Questions[a.Which].AnswerBy) = (null, null),
                    Does = (p, _, act, a) => p.Consultations[a.Which].Return(a.SaysWhat ? [RedactionReason.Place] : [], Coordinates(People.Of(act.For)), act),
                },
                new Move<Answer>
                {
                    Name = "answer a question", Rows = Table.Rows("N5"), Of = (m, a) => m.Questions[a.Which], Otherwise = "AConsultationGoesForward", Stands = (m, who, a) => Stands(m, who, a.Which, author: false),
                    Answers = (p, who, a) => Verdicts(p, who, a.Which, ConsultationOperation.Answer),
                    Draw = (m, _, d) => Find(m, d, "InProgress") is >= 0 and var n ? new(n, d.Mostly("The municipality of stay.", " ")) : null,
                    Guards = [new("AnAnswerIsWritten", (_, _, a) => a.Text.Trim() != "")],
                    Then = (m, who, a) =>
                    {
                        var question = m.Questions[a.Which];
                        (question.TakenFor, question.AnsweredOn, question.IsAnswered) = (who.At, m.Today, true);
                    },
                    Does = (p, _, act, a) => p.Consultations[a.Which].GiveAnswer(a.Text, [], Coordinates(People.Of(act.For)), act),
                },
                Step("close a question", ["N6"], ConsultationOperation.Close, author: true, (_, _, _) => { }, (c, _, act) => c.Close(act), "Answered"),
                // What named a person is destroyed, also where it was sent back for that.
                Step("withdraw a question", ["N7a", "N7b", "N7c"], ConsultationOperation.Withdraw, author: true, (_, _, q) => q.IsWritten = false, (c, _, act) => c.Withdraw(act), "Draft", "Submitted", "ReturnedForRedaction"),
                new Move<One>
                {
                    Name = "the night closes questions", Rows = Table.Rows("N6 night"), Quiet = true, Of = (m, a) => m.Questions[a.Which], Otherwise = "nothing is due",
                    Draw = (m, _, d) => m.Questions.FindIndex(q => q.State == "Answered" && q.AnsweredOn?.AddDays(30) <= m.Today) is >= 0 and var due ? new(due) : Find(m, d, "Answered") is >= 0 and var n ? new(n) : null,
                    Guards = [new("nothing is due", (m, _, a) => m.Questions[a.Which].AnsweredOn?.AddDays(30) <= m.Today)],
                    // As the sweep asks for them.
                    Does = (p, _, act, a) =>
                    {
                        if (p.Consultations[a.Which] is { Status: ConsultationStatus.Answered } open && open.AnsweredAt < ConsultationClock.AnsweredBefore(act.At)) open.Close(act);
                    },
                },
            ],
        };
    }
}
