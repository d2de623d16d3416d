using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Domain.Tests.Model;

/// <summary>Something that stands in a state: the case, an investigation, a referral.</summary>
internal class Thing(string state = "")
{
    public string State { get; set; } = state;
}

/// <summary>Who the table lets act: what it answers everybody else, "403" or "404"; null for those it lets.</summary>
internal sealed record Who(Func<Reference, Person, string?> Refusal)
{
    /// <summary>Everybody whom section 2.2 calls case workers.</summary>
    public static readonly Role[] Six = [Role.SocialWorker, Role.RegionalCoordinator, Role.InvestigationLeader, Role.MigrationOfficer, Role.NgoWorker, Role.Lawyer];

    public static readonly Relation[] Lead = [Relation.LeadTeam];
    public static readonly Relation[] Team = [Relation.LeadTeam, Relation.PartTeam];
    public static readonly Relation[] LeadHouse = [Relation.LeadTeam, Relation.LeadColleague];
    public static readonly Relation[] PartHouse = [Relation.PartTeam, Relation.PartColleague];

    public static readonly Who LeadTeam = Of(Six, Lead);
    public static readonly Who AnyTeam = Of(Six, Team);
    public static readonly Who AnyTeamWithIom = Of([.. Six, Role.IomCaseworker], Team);
    public static readonly Who Leaders = Of([Role.InvestigationLeader], Team);
    public static readonly Who Agency = Of([Role.MigrationOfficer], Team);

    /// <summary>Nobody at a keyboard: what is not due is not done, and nobody is told.</summary>
    public static readonly Who Night = new((_, who) => who.Role == Role.System ? null : "403");

    /// <summary>Whoever may register: there is no case yet that they could stand to.</summary>
    public static readonly Who Registrars = new((_, who) => Six.Contains(who.Role) ? null : "403");

    public static Who Of(Role[] roles, Relation[] standing, bool managers = false) => new((m, who) =>
    {
        if (who.Role is Role.NationalCoordinator or Role.Administrator or Role.System) return "403";
        var relation = m.StandingOf(who);
        if (relation == Relation.None) return "404";
        return roles.Contains(who.Role) && standing.Contains(relation) && (who.Manager || !managers) ? null : "403";
    });
}

/// <summary>A row of a table of section 3.</summary>
/// <param name="Id">Its number there, with a letter where one number has several ways.</param>
/// <param name="From">The state it leaves; empty where something begins.</param>
internal sealed record Row(string Id, string From, string To, Who Who);

/// <summary>A condition, and the name of the rule that is broken where it does not hold.</summary>
internal sealed record Guard<T>(string Rule, Func<Reference, Person, T, bool> Holds);

/// <summary>What the model says of an act before it is done.</summary>
/// <param name="Row">The row it would take; null where it stands in no row's state.</param>
/// <param name="Refusals">Empty: allowed. Else "403", "404", or every rule that stands in the way: the product names one of them.</param>
internal sealed record Judgement(Row? Row, IReadOnlyCollection<string> Refusals)
{
    public bool Allowed => Refusals.Count == 0;
}

/// <summary>An act: the rows of the table that it can take, what else it demands, and how the product does it.</summary>
internal abstract class Move
{
    private IReadOnlyList<Row> _rows = [];

    public required string Name { get; init; }

    public required IReadOnlyList<Row> Rows { get => _rows; init => _rows = value; }

    /// <summary>What is not due is not done, without a word: the sweep asks what is due, and nobody is there to be told.</summary>
    public bool Quiet { get; init; }

    /// <summary>Kept, and no step: nobody writes down that it happened.</summary>
    public bool Unsaid { get; init; }

    /// <summary>How much oftener than others it is tried.</summary>
    public int Weight { get; init; } = 2;

    public bool IsNight => Rows[0].Who == Who.Night;

    /// <summary>The same act by another table: to see that the difference is found.</summary>
    public Move But(Func<Row, Row> changed)
    {
        var other = (Move)MemberwiseClone();
        other._rows = [.. Rows.Select(changed)];
        return other;
    }

    /// <summary>The same act without what stands for a rule.</summary>
    public abstract Move Without(string rule);

    public string? Bars(Reference m, Person who) => Rows[0].Who.Refusal(m, who);

    /// <summary>The arguments; null where there is nothing that it could be done to.</summary>
    public abstract object? Drawn(Reference m, Person who, Draw draw);

    public abstract Judgement Judge(Reference m, Person who, object given);

    /// <summary>The rows whose state the thing stands in, allowed or not.</summary>
    public abstract IEnumerable<Row> Standing(Reference m, object given);

    public abstract void Apply(Reference m, Person who, object given, Row row);

    /// <summary>What the access table of the product answers; allowed where it is not asked.</summary>
    public abstract Verdict Opens(Product product, Reference m, Person who, object given);

    public abstract void Do(Product product, Reference before, Act act, object given);
}

internal sealed class Move<T> : Move where T : class
{
    private IReadOnlyList<Guard<T>> _guards = [];

    public required Func<Reference, Person, Draw, T?> Draw { get; init; }

    /// <summary>What moves; null where something begins.</summary>
    public Func<Reference, T, Thing?> Of { get; init; } = (_, _) => null;

    /// <summary>Which of the rows these arguments mean, where the state alone does not say.</summary>
    public Func<Reference, T, Row, bool> Fits { get; init; } = (_, _, _) => true;

    /// <summary>The rule that is broken from any other state.</summary>
    public string? Otherwise { get; init; }

    public IReadOnlyList<Guard<T>> Guards { get => _guards; init => _guards = value; }

    /// <summary>What changes beside the state.</summary>
    public Action<Reference, Person, T> Then { get; init; } = (_, _, _) => { };

    /// <summary>The operation of the product's access table; null where the case's table is not asked.</summary>
    public Func<T, CaseOperation?> Operation { get; init; } = _ => null;

    /// <summary>The product's answer where another table than the case's is asked.</summary>
    public Func<Person, bool> Asks { get; init; } = _ => true;

    /// <summary>Beside the row: who may do it to this one thing, where it has a standing of its own (a claim, a consultation); "403", "404" or null.</summary>
    public Func<Reference, Person, T, string?> Stands { get; init; } = (_, _, _) => null;

    /// <summary>The product's answer for this one thing.</summary>
    public Func<Product, Person, T, Verdict> Answers { get; init; } = (_, _, _) => Verdict.Allowed;

    public required Action<Product, Reference, Act, T> Does { get; init; }

    public override Move Without(string rule)
    {
        var other = (Move<T>)MemberwiseClone();
        other._guards = [.. Guards.Where(g => g.Rule != rule)];
        return other;
    }

    public override object? Drawn(Reference m, Person who, Draw draw) => Draw(m, who, draw);

    public override Judgement Judge(Reference m, Person who, object given)
    {
        var row = Standing(m, given).FirstOrDefault();
        var (roles, args) = (row ?? Rows[0], (T)given);
        if ((roles.Who.Refusal(m, who) ?? Stands(m, who, args)) is { } shut) return new(row, [shut]);
        var broken = Guards.Where(g => !g.Holds(m, who, args)).Select(g => g.Rule).ToList();
        if (row is null) broken.Add(Otherwise ?? throw new InvalidOperationException($"{Name} does not say what is broken from another state."));
        return new(row, broken);
    }

    public override IEnumerable<Row> Standing(Reference m, object given)
    {
        var state = Of(m, (T)given)?.State ?? "";
        return Rows.Where(r => r.From == state && Fits(m, (T)given, r));
    }

    public override void Apply(Reference m, Person who, object given, Row row)
    {
        var thing = Of(m, (T)given);
        Then(m, who, (T)given);
        thing?.State = row.To;
    }

    public override Verdict Opens(Product product, Reference m, Person who, object given)
    {
        if (Operation((T)given) is { } operation) return CaseAccess.Decide(who.AsActor, m.StandingOf(who), operation);
        return Asks(who) ? Answers(product, who, (T)given) : Verdict.Refused;
    }

    public override void Do(Product product, Reference before, Act act, object given) => Does(product, before, act, (T)given);
}

/// <summary>What the product wrote down that happened.</summary>
/// <param name="CaseId">Null where it knows of no case.</param>
internal sealed record Happened(string Kind, Act Act, CaseId? CaseId);

/// <summary>The product as the sequence walks it: the case, what hangs on it, and what stands beside it. Things keep their place in its lists, as in the model's.</summary>
internal sealed class Product
{
    public Case? Case { get; set; }

    public List<ReimbursementClaim> Claims { get; } = [];

    public List<DisclosureRequest> Disclosures { get; } = [];

    public List<Consultation> Consultations { get; } = [];

    public Case TheCase => Case ?? throw new InvalidOperationException("There is no case yet.");

    /// <summary>What happened since the last time, from whichever part wrote it down.</summary>
    public IReadOnlyList<Happened> TakeEvents() => Case is null ? [] :
        [.. Rooms.Rooms.All.SelectMany(r => r.Happening(this)).SelectMany(h => h.TakeEvents()).Select(e => new Happened(e.Kind, e.Act, e.CaseId)), .. Rooms.Rooms.All.SelectMany(r => r.Beside(this))];
}

/// <summary>One line for each thing, the same for model and product: where they differ, they have come apart.</summary>
internal sealed class Sheet
{
    private readonly System.Text.StringBuilder _text = new();

    /// <summary>The instant at which it is written.</summary>
    public DateTimeOffset At { get; set; }

    public void Add(params ReadOnlySpan<object?> words)
    {
        Span<char> iso = stackalloc char[10];
        foreach (var word in words)
        {
            if (word is DateOnly day && day.TryFormat(iso, out _, "O", System.Globalization.CultureInfo.InvariantCulture)) _text.Append(iso);
            else _text.Append(word ?? "-");
            _text.Append(' ');
        }
        _text.Append('\n');
    }

    public bool Same(Sheet other) => _text.Equals(other._text);

    public void Clear() => _text.Clear();

    public string[] Lines => _text.ToString().Split('\n');
}

/// <summary>One room of the pathway: its acts, and what of it model and product must agree on.</summary>
internal sealed class Room
{
    public required string Name { get; init; }

    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>What of the product remembers what happened in the case.</summary>
    public Func<Product, IEnumerable<IHappens>> Happening { get; init; } = _ => [];

    /// <summary>What happened to things that know of no case; asked once.</summary>
    public Func<Product, IEnumerable<Happened>> Beside { get; init; } = _ => [];

    /// <summary>Whether it makes an organisation take part in the case (section 2.1), which in the product the database works out.</summary>
    public Func<Reference, House, bool> GivesPart { get; init; } = (_, _) => false;

    /// <summary>Who begins the case when this room is to be seen: those who get far in it.</summary>
    public IReadOnlyList<House> Begins { get; init; } = People.Houses;

    /// <summary>How many walks are about this room, beside the others: the deeper, the more.</summary>
    public int Share { get; init; } = 1;

    /// <summary>Ways into the depth of the room: acts by name, of which a walk takes the first ones before it goes where it likes; "days pass" waits until something may be different, "30 days pass" so long.</summary>
    public IReadOnlyList<string[]> Paths { get; init; } = [];

    /// <summary>Days after which something may be different: the clock likes to stop there.</summary>
    public Func<Reference, IEnumerable<DateOnly?>> Days { get; init; } = _ => [];

    public required Action<Reference, Sheet> Expected { get; init; }

    public required Action<Product, Sheet> Actual { get; init; }
}
