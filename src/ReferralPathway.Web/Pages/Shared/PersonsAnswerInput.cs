using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>A page that asks what the person says to a plan.</summary>
public interface IAsksThePerson
{
    PersonsAnswerInput Input { get; }

    /// <summary>A child, or somebody who may be one.</summary>
    bool IsChild { get; }
}

/// <summary>What the person says to a plan, as it is typed: yes, how and in which language; or no, and why.</summary>
public sealed record PersonsAnswerInput
{
    public string? Agrees { get; init; }

    public DateOnly? On { get; init; }

    public string? Language { get; init; }

    public string? Method { get; init; }

    public string? Reason { get; init; }

    public string? Guardian { get; init; }

    public string? ChildsView { get; init; }

    internal PersonsAnswer Answer => new()
    {
        Agrees = Agrees == "yes",
        On = On!.Value,
        Language = Agrees == "yes" ? Language : null,
        Method = Agrees == "yes" ? Method : null,
        Notes = new() { Reason = Agrees == "no" ? Reason : null, Guardian = Guardian, ChildsView = ChildsView },
    };

    internal void Check(Checks checks, bool isChild)
    {
        checks.Listed("Input.Agrees", Agrees is "yes" or "no");
        checks.Needed("Input.On", On, "Assistance.Answer.On");
        if (Agrees == "yes")
        {
            checks.Listed("Input.Language", Languages.Find(Language ?? "") is not null);
            checks.Listed("Input.Method", CodeLists.ConsentMethod.Has(Method ?? ""));
        }
        if (Agrees == "no") checks.Needed("Input.Reason", Reason, "Assistance.Answer.Reason", 2000);
        if (!isChild) return;
        checks.Needed("Input.Guardian", Guardian, "Assistance.Answer.Guardian");
        checks.Needed("Input.ChildsView", ChildsView, "Assistance.Answer.ChildsView", 2000);
    }
}
