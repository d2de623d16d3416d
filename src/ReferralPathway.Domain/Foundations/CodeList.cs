namespace ReferralPathway.Domain.Foundations;

/// <summary>The values a coded field may have, in the order in which they are offered.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, CodeItem> _byCode;

    internal CodeList(string name, IEnumerable<CodeItem> items)
    {
        Name = name;
        Items = [.. items];
        _byCode = Items.ToDictionary(item => item.Code);
    }

    public string Name { get; }

    public IReadOnlyList<CodeItem> Items { get; }

    public bool Has(string? code) => Find(code) is not null;

    /// <summary>Null when the list has no such code.</summary>
    public CodeItem? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The label in "sv" or "en"; the code itself when the list no longer has it, so that an old record can still be read.</summary>
    public string Label(string code, string language) => Find(code)?.In(language) ?? code;
}
