using System.Globalization;
using System.Text;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Model;

/// <summary>One thing that is tried: an act by somebody, with arguments read out of a number; or days that pass.</summary>
/// <param name="Move">The place of the act in the list; -1: days pass.</param>
/// <param name="Who">The place of the person in the list, -1 for the night; or how many days.</param>
internal readonly record struct Step(int Move, int Who, int Seed);

/// <summary>Where model and product came apart: what was tried, and what each said.</summary>
internal sealed record Divergence(string Who, string Act, string Said, IReadOnlyList<Step> Steps);

/// <summary>How often what was tried, allowed and refused.</summary>
internal sealed class Tally
{
    public Dictionary<string, int> Taken { get; } = [];

    /// <summary>Refused although the thing stood where the row begins: by who tried, or by a guard.</summary>
    public Dictionary<string, int> Refused { get; } = [];

    /// <summary>Refused because the thing stood in no state that the act begins in.</summary>
    public Dictionary<string, int> OutOfState { get; } = [];

    /// <summary>What the product said no with.</summary>
    public Dictionary<string, int> Rules { get; } = [];

    public int Acts { get; set; }

    public int Allowed => Taken.Values.Sum();

    public static void Count(Dictionary<string, int> where, string what) => where[what] = where.GetValueOrDefault(what) + 1;

    public void Add(Tally other)
    {
        Acts += other.Acts;
        foreach (var (mine, theirs) in new[] { (Taken, other.Taken), (Refused, other.Refused), (OutOfState, other.OutOfState), (Rules, other.Rules) })
            foreach (var (what, times) in theirs) mine[what] = mine.GetValueOrDefault(what) + times;
    }
}

/// <summary>A case walked twice at once, by the model and by the product, comparing after each act.</summary>
internal sealed partial class Walk(IReadOnlyList<Move> moves, Tally tally, StringBuilder? story = null)
{
    private readonly Sheet _expected = new();
    private readonly Sheet _actual = new();
    private readonly Product _product = new();

    public Reference Model { get; } = new();

    public List<Step> Steps { get; } = [];

    /// <summary>How often each row has been taken, and refused, on this walk.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    public Dictionary<string, int> Refused { get; } = [];

    /// <summary>Tries one thing.</summary>
    /// <returns>Null while both agree.</returns>
    public Divergence? Try(Step step)
    {
        Model.Wait(step.Move < 0 ? step.Who : 0);
        Steps.Add(step);
        if (step.Move < 0)
        {
            story?.Append(CultureInfo.InvariantCulture, $"{Model.Today:yyyy-MM-dd} it is {step.Who} days later\n");
            return Compared("nobody", "days pass", "days passed");
        }
        var move = moves[step.Move];
        if (step.Who < 0 && Model.Lead is null) return null;
        var who = step.Who < 0 ? People.Night(Model.Lead!) : People.All[step.Who];
        if (move.Drawn(Model, who, new Draw(step.Seed)) is not { } given) return null;

        tally.Acts++;
        var judged = move.Judge(Model, who, given);
        var act = new Act(who.Id, who.Role, who.At.Id, Model.Now);
        var answer = Ask(move, who, act, given);
        var happened = _product.TakeEvents();
        if (move.Quiet && answer is null && happened.Count == 0) answer = judged.Refusals.FirstOrDefault();

        story?.Append(CultureInfo.InvariantCulture, $"{Model.Today:yyyy-MM-dd} {who.Name}: {move.Name} {Said(given)} → {(judged.Allowed ? judged.Row!.Id : $"refused: {string.Join(" or ", judged.Refusals.Distinct())}")}\n");
        if (judged.Allowed)
        {
            if (answer is not null) return Apart(who.Name, move.Name, $"the model allows it ({judged.Row!.Id}), the product refuses: {answer}");
            if (happened.Count == 0 != move.Unsaid) return Apart(who.Name, move.Name, move.Unsaid ? $"no step, and yet it left {happened[0].Kind}" : "allowed, and nobody wrote down that it happened");
            if (happened.FirstOrDefault(e => e.Act != act || e.CaseId is { } of && of != _product.TheCase.Id) is { } strange) return Apart(who.Name, move.Name, $"{strange.Kind} does not say who did it, for whom and when");
            Tally.Count(tally.Taken, judged.Row!.Id);
            Tally.Count(Taken, judged.Row.Id);
            move.Apply(Model, who, given, judged.Row);
            Model.Settle();
        }
        else
        {
            if (answer is null) return Apart(who.Name, move.Name, $"the model refuses ({string.Join(", ", judged.Refusals)}), the product allows it");
            if (!judged.Refusals.Contains(answer)) return Apart(who.Name, move.Name, $"the model refuses with {string.Join(" or ", judged.Refusals)}, the product with {answer}");
            if (happened.Count > 0) return Apart(who.Name, move.Name, $"refused ({answer}), and yet it left {happened[0].Kind}");
            Tally.Count(tally.Rules, answer);
            if (judged.Row is null) Tally.Count(tally.OutOfState, move.Name);
            else
                foreach (var row in move.Standing(Model, given))
                {
                    Tally.Count(tally.Refused, row.Id);
                    Tally.Count(Refused, row.Id);
                }
        }
        return Compared(who.Name, move.Name, judged.Allowed ? $"after {judged.Row!.Id}" : $"refused ({answer}), and yet it changed something");
    }

    /// <summary>What the product answers: null where it did it, else "403", "404", or the name of the rule.</summary>
    private string? Ask(Move move, Person who, Act act, object given)
    {
        switch (move.Opens(_product, Model, who, given))
        {
            case Verdict.Refused: return "403";
            case Verdict.Unknown: return "404";
        }
        try
        {
            move.Do(_product, Model, act, given);
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return string.IsNullOrEmpty(broken.Rule.Source) ? $"{broken.Rule.Name}, without a source" : broken.Rule.Name;
        }
        catch (Exception fell) when (fell is InvalidOperationException or NullReferenceException or ArgumentException)
        {
            return $"{fell.GetType().Name}: {fell.Message}";
        }
    }

    private Divergence? Compared(string who, string act, string when)
    {
        if (_product.Case is null) return null;
        _expected.Clear();
        _actual.Clear();
        _actual.At = Model.Now;
        foreach (var room in Rooms.Rooms.All)
        {
            room.Expected(Model, _expected);
            room.Actual(_product, _actual);
        }
        return _expected.Same(_actual) ? null : Apart(who, act, $"{when}\n  model:   {string.Join("\n           ", _expected.Lines.Except(_actual.Lines))}\n  product: {string.Join("\n           ", _actual.Lines.Except(_expected.Lines))}");
    }

    private Divergence Apart(string who, string act, string said) => new(who, act, said, [.. Steps]);

    /// <summary>The arguments, with days as everybody writes them here.</summary>
    private static string Said(object given) =>
        given.ToString() is { } text && text.IndexOf('{') is > 0 and var brace ? AmericanDay().Replace(text[brace..], "$3-$1-$2") : "";

    [System.Text.RegularExpressions.GeneratedRegex(@"(\d\d)/(\d\d)/(\d{4})")]
    private static partial System.Text.RegularExpressions.Regex AmericanDay();
}

/// <summary>Makes sequences of acts: most of them steps that the model would allow, so that they get somewhere, the others whatever comes.</summary>
internal sealed class Generator(IReadOnlyList<Move> moves)
{
    private readonly Dictionary<Room, int[]> _oftenFrom = Rooms.Rooms.All.ToDictionary(favourite => favourite, favourite => moves
        .SelectMany((move, n) => Enumerable.Repeat(n, move.Weight * (favourite.Moves.Any(m => m.Name == move.Name) ? 8 : 1))).ToArray());

    private static readonly Room[] Shared = [.. Rooms.Rooms.All.SelectMany(room => Enumerable.Repeat(room, room.Share))];

    /// <summary>Walks one sequence: a case is begun, mostly opened, and then about twenty things are tried.</summary>
    public Divergence? Sequence(int seed, Tally tally)
    {
        var walk = new Walk(moves, tally);
        var draw = new Draw(seed);
        var favourite = Shared[draw.Below(Shared.Length)];
        for (var tries = 0; walk.Model.Lead is null && tries < 40; tries++)
        {
            var who = draw.Below(People.All.Length);
            if (!favourite.Begins.Contains(People.All[who].At) && draw.Often(70)) continue;
            if (walk.Try(new(Named("start a case"), who, draw.Seed())) is { } apart) return apart;
        }
        if (draw.Often(94) && Opened(walk, draw) is { } early) return early;
        if (favourite.Paths.Count > 0 && draw.Often(94) && Along(walk, draw, favourite.Paths[draw.Below(favourite.Paths.Count)]) is { } midway) return midway;
        // What another room is about, meanwhile.
        if (Shared[draw.Below(Shared.Length)] is { Paths.Count: > 0 } other && draw.Often(50) && Along(walk, draw, other.Paths[draw.Below(other.Paths.Count)]) is { } across) return across;
        for (var length = 12 + draw.Below(9); length > 0; length--)
            if (walk.Try(Next(walk, draw, _oftenFrom[favourite])) is { } apart) return apart;
        return null;
    }

    /// <summary>Runs what was tried once more, and tells it.</summary>
    public Divergence? Replay(IEnumerable<Step> steps, StringBuilder? story = null)
    {
        var walk = new Walk(moves, new(), story);
        foreach (var step in steps) if (walk.Try(step) is { } apart) return apart;
        return null;
    }

    /// <summary>The fewest steps of a sequence after which model and product still differ in the same way.</summary>
    public Divergence Shrunk(Divergence found)
    {
        for (var smaller = true; smaller;)
        {
            smaller = false;
            for (var n = found.Steps.Count - 2; n >= 0; n--)
            {
                if (n >= found.Steps.Count - 1) continue;
                var without = Replay([.. found.Steps.Where((_, at) => at != n)]);
                if (without is null || without.Act != found.Act || without.Said.Split('\n')[0] != found.Said.Split('\n')[0] || without.Steps.Count >= found.Steps.Count) continue;
                found = without;
                smaller = true;
            }
        }
        return found;
    }

    /// <summary>A divergence as somebody reads it: the sequence, what each said, and how to see it again.</summary>
    public string Told(Divergence found, int seed)
    {
        var story = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Model and product come apart (seed {seed}), in {found.Steps.Count} steps:\n");
        Replay(found.Steps, story);
        return story.Append(CultureInfo.InvariantCulture, $"{found.Who}, {found.Act}: {found.Said}").ToString();
    }

    private int Named(string name) => moves.Select((m, n) => (m, n)).Single(one => one.m.Name == name).n;

    /// <summary>The seven parts of the intake are answered and the case is opened, by whoever began it.</summary>
    private Divergence? Opened(Walk walk, Draw draw)
    {
        var (answer, open) = (Named("answer a part of the intake"), Named("open"));
        var begun = Array.FindIndex(People.All, walk.Model.Team.Contains);
        for (var tries = 0; begun >= 0 && walk.Model.Answered.Count < 7 && tries < 200; tries++)
        {
            var seed = draw.Seed();
            var before = walk.Model.Answered.Count;
            if (moves[answer].Drawn(walk.Model, People.All[begun], new Draw(seed)) is not { } given || !moves[answer].Judge(walk.Model, People.All[begun], given).Allowed) continue;
            if (walk.Try(new(answer, begun, seed)) is { } apart) return apart;
            if (walk.Model.Answered.Count == before) walk.Steps.RemoveAt(walk.Steps.Count - 1);
        }
        return begun < 0 ? null : walk.Try(new(open, begun, draw.Seed()));
    }

    /// <summary>The first acts of a path, each as the model allows it; now and then somebody tries before whom it does not.</summary>
    private Divergence? Along(Walk walk, Draw draw, string[] path)
    {
        var m = walk.Model;
        foreach (var name in path.Take(draw.Often(75) ? path.Length : 1 + draw.Below(path.Length)))
        {
            if (name.EndsWith("days pass", StringComparison.Ordinal))
            {
                if (walk.Try(new(-1, int.TryParse(name.Split(' ')[0], CultureInfo.InvariantCulture, out var days) ? days : Days(m, draw), 0)) is { } then) return then;
                continue;
            }
            var (n, done) = (Named(name), false);
            if (draw.Often(35) && Wrong(walk, draw, n) is { } wrong) return wrong;
            for (var tries = 0; tries < 60 && !done; tries++)
            {
                var who = moves[n].IsNight ? -1 : Let(moves[n], m, draw);
                if (who == -2 || m.Lead is null) return null;
                var step = new Step(n, who, draw.Seed());
                var person = who < 0 ? People.Night(m.Lead) : People.All[who];
                if (moves[n].Drawn(m, person, new Draw(step.Seed)) is not { } given || moves[n].Judge(m, person, given) is not { Allowed: true, Row: { } row } || tries < 20 && walk.Taken.ContainsKey(row.Id)) continue;
                if (walk.Try(step) is { } apart) return apart;
                done = true;
            }
            if (!done) return null;
        }
        return null;
    }

    /// <summary>The act by somebody else or with something amiss; where nothing is to be done wrong from the right state, from another.</summary>
    private Divergence? Wrong(Walk walk, Draw draw, int n)
    {
        var amiss = draw.Often(50);
        for (var tries = 0; tries < 12; tries++)
        {
            var step = new Step(n, moves[n].IsNight ? -1 : amiss && tries < 6 ? Let(moves[n], walk.Model, draw) : draw.Below(People.All.Length), draw.Seed());
            if (step.Who == -2 || step.Who < 0 && walk.Model.Lead is null) return null;
            var person = step.Who < 0 ? People.Night(walk.Model.Lead!) : People.All[step.Who];
            if (moves[n].Drawn(walk.Model, person, new Draw(step.Seed)) is { } given && moves[n].Judge(walk.Model, person, given) is { Allowed: false } judged && (judged.Row is not null || tries > 6)) return walk.Try(step);
        }
        return null;
    }

    /// <summary>What is tried next: mostly what the model allows, and rather what has not been done on this walk yet, so that it gets far; often what almost is; else whatever comes, by whomever.</summary>
    private Step Next(Walk walk, Draw draw, int[] often)
    {
        var m = walk.Model;
        if (draw.Often(9)) return new(-1, Days(m, draw), 0);
        var mode = draw.Below(100);
        var (wild, wrong) = (mode < 16, mode is >= 16 and < 36);
        var last = new Step(Named("answer a part of the intake"), 0, 0);
        for (var tries = 0; tries < 40; tries++)
        {
            var n = wild ? draw.Below(moves.Count) : often[draw.Below(often.Length)];
            var move = moves[n];
            for (var more = 0; more < (wild ? 1 : 6); more++)
            {
                var who = move.IsNight ? -1 : wild || wrong && draw.Often(40) ? draw.Below(People.All.Length) : Let(move, m, draw);
                if (who == -2 || who == -1 && m.Lead is null) break;
                var person = who < 0 ? People.Night(m.Lead!) : People.All[who];
                var step = new Step(n, who, draw.Seed());
                if (move.Drawn(m, person, new Draw(step.Seed)) is not { } given) break;
                last = step;
                if (wild) return step;
                // From the right state, by the wrong person or with something amiss; or as it should be.
                if (move.Judge(m, person, given) is not { Row: { } row } judged || judged.Allowed == wrong) continue;
                if (draw.Below(1 + 3 * (wrong ? Math.Min(2, walk.Refused.GetValueOrDefault(row.Id)) : walk.Taken.GetValueOrDefault(row.Id))) == 0) return step;
                break;
            }
        }
        return last;
    }

    /// <summary>Somebody whom the table lets do it; -2 where there is nobody.</summary>
    private static int Let(Move move, Reference m, Draw draw)
    {
        var first = draw.Below(People.All.Length);
        for (var n = 0; n < People.All.Length; n++)
        {
            var at = (first + n) % People.All.Length;
            if (move.Bars(m, People.All[at]) is null) return at;
        }
        return -2;
    }

    /// <summary>How long nothing happens: a day or some, or until a day that matters or the day after it.</summary>
    private static int Days(Reference m, Draw draw)
    {
        var days = Rooms.Rooms.All.SelectMany(r => r.Days(m)).OfType<DateOnly>().Select(day => day.DayNumber - m.Today.DayNumber).Where(day => day >= 0).ToArray();
        return days.Length > 0 && draw.Often(60) ? Math.Max(1, days[draw.Below(days.Length)] + draw.Below(2)) : draw.One(1, 1, 1, 2, 5, 15);
    }
}
