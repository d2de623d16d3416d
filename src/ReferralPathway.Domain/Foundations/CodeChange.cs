using System.Security.Cryptography;
using System.Text;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// An administrator calls a code otherwise, or no longer offers it from a day on. The code and what it means stay; what was recorded with it is read as before.
/// Changes are added and never changed: the latest of a code holds.
/// </summary>
public sealed class CodeChange
{
    private CodeChange() { }

    /// <param name="withdrawnFrom">The first Swedish day on which it is no longer offered; null: it is offered.</param>
    /// <param name="before">The latest change of the same code.</param>
    /// <exception cref="RuleBrokenException">The list has no such code, it may not be withdrawn, or the day has passed.</exception>
    public static CodeChange Write(CodeList list, string code, string sv, string en, DateOnly? withdrawnFrom, CodeChange? before, Act act)
    {
        if (!Lists.Contains(list.Name) || !list.Has(code)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (withdrawnFrom is { } day && day != before?.WithdrawnFrom)
        {
            if (!Withdrawable.Contains(list.Name)) throw new RuleBrokenException(Rule.SomeCodesAreLaw);
            if (day < act.Day) throw new RuleBrokenException(Rule.ACodeIsWithdrawnAhead);
        }
        return new() { Id = Guid.CreateVersion7(act.At), List = list.Name, Code = code, Sv = sv, En = en, WithdrawnFrom = withdrawnFrom, By = act.By, At = act.At };
    }

    /// <summary>Lists from which an installation may take codes away. On the codes of the others hang rights, days or the disclosure of details: there only the labels are open.</summary>
    public static IReadOnlyList<string> Withdrawable { get; } =
    [
        "labour_sector", "act", "means", "service", "referral_decline_reason", "return_component", "integration_component", "offence_label",
    ];

    /// <summary>Lists of which an installation may change the labels.</summary>
    public static IReadOnlyList<string> Lists { get; } =
    [
        .. Withdrawable, "exposure_category", "exploitation_type", "first_identifier", "gender", "age_group", "legal_status", "consent_method", "cooperation", "disclosure_ground", "protected_identity",
    ];

    /// <summary>A list has no id of its own: what stands for it in a history is the same each time.</summary>
    public static Guid RecordOf(string list) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"code list {list}")).AsSpan(0, 16));

    public Guid Id { get; private set; }

    public string List { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Sv { get; private set; } = "";

    public string En { get; private set; } = "";

    public DateOnly? WithdrawnFrom { get; private set; }

    public UserId By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
