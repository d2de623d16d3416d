using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Who is let through to what, as <c>endpoints.txt</c> and <c>case-access.txt</c> say it by hand. Nothing here asks the program or its domain: what is expected must not come from what is tested.
/// </summary>
internal static class Matrix
{
    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["SW"] = Role.SocialWorker, ["RC"] = Role.RegionalCoordinator, ["IL"] = Role.InvestigationLeader, ["MO"] = Role.MigrationOfficer, ["NGO"] = Role.NgoWorker, ["LAW"] = Role.Lawyer,
        ["IOM"] = Role.IomCaseworker, ["NC"] = Role.NationalCoordinator, ["ADM"] = Role.Administrator, ["AUD"] = Role.Auditor,
    };

    /// <summary>What a cell says.</summary>
    public enum Cell
    {
        /// <summary>The guards let them through.</summary>
        Through,
        /// <summary>403.</summary>
        Refused,
        /// <summary>404, as of what never was.</summary>
        Unknown,
        /// <summary>To the page where one signs in.</summary>
        SentAway,
    }

    /// <summary>The case, or the record beside it, that is asked for.</summary>
    public enum Of { Own, Everything, Other, Closed, Never }

    /// <param name="Name">Verb, and handler after a colon.</param>
    /// <param name="Proved">Asks for a fresh proof.</param>
    /// <param name="Whole">The page decides too.</param>
    public sealed record Handler(string Name, bool Proved, bool Whole)
    {
        public string Verb => Name.Split(':')[0];

        public string Query => Name.Contains(':', StringComparison.Ordinal) ? $"?handler={Name.Split(':')[1]}" : "";
    }

    public sealed record Line(string Route, string[] Who, IReadOnlyList<Handler> Handlers)
    {
        public bool IsOpen => Who[0] == "open";

        /// <summary>Its address names a case, or a record that stands beside one.</summary>
        public bool IsOfSomething => Who.Length > 1 && Who[0] is "case" or "claim" or "consultation" or "disclosure" or "referral";
    }

    /// <param name="Stands">How they stand to each kind of case that they ask for.</param>
    public sealed record Asker(string Account, Role Role, bool IsManager, bool BrokeGlass, IReadOnlyDictionary<Of, Relation> Stands);

    private static readonly ILookup<string, string> Sections = Read("endpoints.txt", (lines, line) => line.StartsWith('=') ? line[1..].Trim() : lines)
        .Where(l => !l.Line.StartsWith('=')).ToLookup(l => l.Section, l => l.Line);

    private static readonly Dictionary<(string Operation, Role Role), string> CaseAccess = Read("case-access.txt", (_, _) => "").Select(l => Words(l.Line))
        .SelectMany(words => words[2..].Select(role => ((words[0], Enum.Parse<Role>(role)), words[1]))).ToDictionary(c => c.Item1, c => c.Item2);

    public static IReadOnlyList<Line> Lines { get; } = [.. Sections["Endpoints"].Select(Parts).Select(p => new Line(p[0], Words(p[1]), [.. Words(p[2]).Select(h => new Handler(h.TrimEnd('*', '!'), h.Contains('*', StringComparison.Ordinal), h.Contains('!', StringComparison.Ordinal)))]))];

    public static IReadOnlyList<Asker> Askers { get; } = [.. Sections["Askers"].Select(Parts).Select(p => new Asker(p[0], Roles[Words(p[1])[0]], p[1].Contains("manager", StringComparison.Ordinal), p[1].Contains("glass", StringComparison.Ordinal),
        new[] { Of.Own, Of.Everything, Of.Other, Of.Closed }.Zip(p[2..]).Where(s => s.Second != "-").ToDictionary(s => s.First, s => Enum.Parse<Relation>(s.Second))))];

    /// <summary>What somebody gets; of what never was, where there is nothing to ask for, it is what everything is.</summary>
    public static Cell Expected(Line line, Asker who, Of of)
    {
        var role = who.Role;
        return line.Who switch
        {
            ["open"] or ["signed-in"] => Cell.Through,
            ["password-alone"] => Cell.SentAway,
            ["managers"] => Those(who.IsManager),
            ["deciders"] => Those(role is Role.RegionalCoordinator or Role.MigrationOfficer || role is Role.SocialWorker or Role.NgoWorker && who.IsManager),
            ["case", var operation, .. var more] => OfCase(CaseAccess[(operation, role)], who, of == Of.Never ? Relation.None : who.Stands[of], onTeam: more is ["team"]),
            ["referral" or "claim" or "consultation" or "disclosure", var operation] => OfRecord(line.Who[0], operation, who, of),
            var roles => Those(roles.Any(r => Roles[r] == role)),
        };

        static Cell Those(bool may) => may ? Cell.Through : Cell.Refused;
    }

    private static Cell OfCase(string row, Asker who, Relation relation, bool onTeam) => row[(int)relation] switch
    {
        '?' => Cell.Unknown,
        'A' when !onTeam || relation is Relation.LeadTeam or Relation.PartTeam => Cell.Through,
        'm' when who.IsManager => Cell.Through,
        'g' when who.BrokeGlass => Cell.Through,
        'A' or 'm' or 'g' or '-' => Cell.Refused,
        var other => throw new InvalidOperationException($"{other} stands in case-access.txt."),
    };

    private static Cell OfRecord(string kind, string operation, Asker who, Of of)
    {
        var lines = Sections["Records"].Select(Parts).ToList();
        var first = lines.FindIndex(p => p[0] == kind);
        var own = lines.Skip(first + 1).First(p => Words(p[0]).Any(w => w == who.Account || Roles.TryGetValue(w, out var role) && role == who.Role));
        return (Words(own[1])[Array.IndexOf(Words(lines[first][1]), operation)], of) switch
        {
            ("x", _) => Cell.Refused,
            (_, Of.Never) or ("?", _) => Cell.Unknown,
            ("A", _) => Cell.Through,
            ("-", _) => Cell.Refused,
            var (other, _) => throw new InvalidOperationException($"{other} stands in endpoints.txt."),
        };
    }

    private static string[] Parts(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<(string Section, string Line)> Read(string name, Func<string, string, string> section)
    {
        using var stream = typeof(Matrix).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var (lines, now) = (new List<(string, string)>(), "");
        foreach (var line in reader.ReadToEnd().Split('\n').Where(l => l.Trim().Length > 0 && !l.StartsWith('#')))
        {
            now = section(now, line);
            lines.Add((now, line));
        }
        return lines;
    }
}
