using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.List;

/// <summary>What a list of cases is narrowed down by, as it stands in the address: codes alone. The list, what is taken along of it and a view that is kept read it the same way.</summary>
public abstract class NarrowedList(CurrentPerson current) : PageModel
{
    private const string Yes = "yes";
    private const string Own = "mine";

    protected CurrentPerson Current { get; } = current;

    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "identification")]
    public string? Identification { get; set; }

    [BindProperty(SupportsGet = true, Name = "team")]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "municipality")]
    public string? Municipality { get; set; }

    [BindProperty(SupportsGet = true, Name = "region")]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true, Name = "exploitation")]
    public string? Exploitation { get; set; }

    [BindProperty(SupportsGet = true, Name = "provider")]
    public string? Provider { get; set; }

    /// <summary>late, week or month.</summary>
    [BindProperty(SupportsGet = true, Name = "due")]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true, Name = "interpreter")]
    public string? Interpreter { get; set; }

    public bool IsFiltered => Known != new CaseQuestion();

    public static IEnumerable<Choice> Statuses { get; } = [.. Enum.GetNames<CaseStatus>().Append(CaseQuestion.Ended).Select(s => new Choice(s, $"CaseList.Status.{s}"))];

    public static IEnumerable<Choice> Identifications { get; } = [.. Enum.GetNames<IdentificationStatus>().Select(s => new Choice(s, $"CaseList.Identified.{s}"))];

    public static IEnumerable<Choice> Teams { get; } = [new(Own, "CaseList.Filter.TeamMine")];

    public static IEnumerable<Choice> Interpreters { get; } = [new(Yes, "CaseList.Filter.InterpreterYes")];

    public static IEnumerable<Choice> Regions { get; } = [.. CoordinationRegions.All.Select(r => new Choice(r.ToString(), CoordinationRegions.Name(r)))];

    public static IEnumerable<Choice> DueWithin { get; } = [.. new[] { "late", "week", "month" }.Select(d => new Choice(d, $"CaseList.Filter.Due.{d}"))];

    /// <summary>What was asked for, as far as it can be understood; the rest of an address is nothing to complain about.</summary>
    public CaseQuestion Known => new(
        Statuses.Any(s => s.Value == Status) ? Status : null, Identifications.Any(i => i.Value == Identification) ? Identification : null, Team == Own,
        Geography.FindMunicipality(Municipality)?.Code, Interpreter == Yes, CoordinationRegions.All.Cast<CoordinationRegion?>().FirstOrDefault(r => r.ToString() == Region),
        Exploitation is { } code && CodeLists.ExploitationType.Has(code) ? code : null, OrganisationId.TryParse(Provider, null, out var provider) ? provider : null, DueBefore);

    /// <summary>What is shown, in words.</summary>
    /// <param name="providers">The organisations that can be chosen.</param>
    protected IEnumerable<string> Chosen(Wording t, IEnumerable<Choice> providers) =>
        from one in new (string? Code, IEnumerable<Choice> Among)[]
        {
            (Status, Statuses), (Team, Teams), (Due, DueWithin), (Identification, Identifications), (Exploitation, t.Choices("exploitation_type")), (Region, Regions),
            (Municipality, Lists.Municipalities), (Provider, providers), (Interpreter, Interpreters),
        }
        let known = one.Among.FirstOrDefault(c => c.Value == one.Code)
        where known is not null
        select t.Say(known.Text);

    /// <summary>As it stands in an address; empty when everything is shown.</summary>
    public string Choice
    {
        get
        {
            var known = Known;
            (string Name, string? Value)[] parts =
            [
                ("status", known.Status), ("identification", known.Identification), ("team", known.Mine ? Own : null), ("municipality", known.Municipality), ("interpreter", known.Interpreter ? Yes : null),
                ("region", known.Region?.ToString()), ("exploitation", known.Exploitation), ("provider", known.Provider?.ToString()), ("due", known.DueBefore is null ? null : Due),
            ];
            return QueryString.Create(parts.Where(p => p.Value is not null).Select(p => new KeyValuePair<string, string?>(p.Name, p.Value))).ToString().TrimStart('?');
        }
    }

    /// <summary>What is due when a day ends is due on that day.</summary>
    private DateTimeOffset? DueBefore => Due switch
    {
        "late" => Current.At,
        "week" => SwedishCalendar.StartOf(Current.Today.AddDays(8)),
        "month" => SwedishCalendar.StartOf(Current.Today.AddDays(31)),
        _ => null,
    };
}
