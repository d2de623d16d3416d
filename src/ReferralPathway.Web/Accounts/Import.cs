using System.Globalization;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Accounts;

/// <summary>What is wrong with a file that was to be imported.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Column">As it is called in the file; null when it is about the line.</param>
/// <param name="Text">What to write instead.</param>
public sealed record ImportError(int Line, string? Column, string Text);

/// <summary>A column of a file to import.</summary>
/// <param name="Key">Its name in English; the texts have the Swedish one.</param>
public sealed record ImportColumn(string Key, bool IsRequired = false);

/// <summary>
/// Reads a table of things to create and finds everything that is wrong with it before anything is done. Only a file without a fault is carried out, and whole.
/// </summary>
/// <param name="columns">Those it may have.</param>
public sealed class ImportReader(string what, IReadOnlyList<ImportColumn> columns, Phrasebook texts, Wording t)
{
    public const int Most = 2_000;

    private readonly List<ImportError> _errors = [];
    private string[] _head = [];

    public IReadOnlyList<ImportError> Errors => [.. _errors.OrderBy(e => e.Line)];

    public IReadOnlyList<ImportColumn> Columns => columns;

    /// <summary>The name of a column in the language of the page.</summary>
    public string Name(string column) => t[$"Import.{what}.{column}"];

    /// <summary>The rows of a text, each as a way to ask for its cells.</summary>
    public IReadOnlyList<ImportRow> Rows(string text)
    {
        var table = CsvTable.Read(text);
        if (table.OpenQuote is { } open)
        {
            Wrong(open, null, "Quote");
            return [];
        }
        if (table.Rows.ToArray() is not [var head, .. var rows])
        {
            Wrong(1, null, "Empty");
            return [];
        }
        _head = [.. head.Cells.Select(cell => columns.FirstOrDefault(c => IsCalled(c.Key, cell))?.Key ?? "")];
        foreach (var (cell, _) in head.Cells.Zip(_head).Where(pair => pair.Second.Length == 0)) Wrong(head.Number, cell, "ColumnUnknown", ("columns", string.Join(", ", columns.Select(c => Name(c.Key)))));
        foreach (var twice in _head.Where(key => key.Length > 0).GroupBy(key => key).Where(g => g.Count() > 1)) Wrong(head.Number, Name(twice.Key), "ColumnTwice");
        foreach (var missing in columns.Where(c => c.IsRequired && !_head.Contains(c.Key))) Wrong(head.Number, Name(missing.Key), "ColumnMissing", ("column", Name(missing.Key)));
        if (rows.Length == 0) Wrong(head.Number, null, "NoRows");
        if (rows.Length > Most) Wrong(rows[Most].Number, null, "TooMany", ("most", Most));
        if (_errors.Count > 0) return [];
        foreach (var row in rows.Where(r => r.Cells.Count != head.Cells.Count)) Wrong(row.Number, null, "Cells", ("n", row.Cells.Count), ("wanted", head.Cells.Count));
        return [.. rows.Where(r => r.Cells.Count == head.Cells.Count).Select(r => new ImportRow(this, r.Number, _head.Zip(r.Cells).ToDictionary(p => p.First, p => p.Second)))];
    }

    public void Wrong(int line, string? column, string error, params ReadOnlySpan<(string Name, object? Value)> with) => _errors.Add(new(line, column, t[$"Import.Error.{error}", with]));

    public void Say(int line, string column, string text) => _errors.Add(new(line, Name(column), text));

    internal Wording T => t;

    /// <summary>Whether a text is the value or, in either language, its label.</summary>
    internal bool IsCalled(string key, string written, string? family = null) =>
        Same(key, written) || PageLanguage.All.Any(language => texts.Find(language, $"{family ?? $"Import.{what}"}.{key}") is { } label && Same(label, written));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One row of a file to import: each cell is read as what it should be, and what is wrong with it is said.</summary>
public sealed class ImportRow(ImportReader reader, int line, IReadOnlyDictionary<string, string> cells)
{
    public int Line => line;

    public string? this[string column] => cells.GetValueOrDefault(column) is { Length: > 0 } cell ? cell : null;

    /// <summary>A text that is needed.</summary>
    public string Text(string column, int longest)
    {
        if (this[column] is not { } text) reader.Wrong(line, reader.Name(column), "Required");
        else if (text.Length > longest) reader.Wrong(line, reader.Name(column), "TooLong", ("n", longest), ("m", text.Length));
        else if (text.Any(char.IsControl)) reader.Wrong(line, reader.Name(column), "Control");
        else return text;
        return "";
    }

    /// <summary>The name of a value, or its label in one of the languages.</summary>
    public T? Value<T>(string column, IEnumerable<T> values) where T : struct, Enum
    {
        if (this[column] is not { } written) reader.Wrong(line, reader.Name(column), "Required");
        else
        {
            foreach (var value in values.Where(v => reader.IsCalled(v.ToString(), written, typeof(T).Name))) return value;
            reader.Wrong(line, reader.Name(column), "Value", ("values", string.Join(", ", values.Select(v => reader.T.Word(v)))));
        }
        return null;
    }

    public bool YesNo(string column)
    {
        var written = this[column]?.ToUpperInvariant();
        if (written is null or "NEJ" or "NO" or "0" or "FALSE" or "FALSKT") return false;
        if (written is not ("JA" or "YES" or "1" or "TRUE" or "SANT")) reader.Wrong(line, reader.Name(column), "YesNo");
        return true;
    }

    public DateOnly? Day(string column)
    {
        if (this[column] is not { } written) return null;
        if (DateOnly.TryParseExact(written, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        reader.Wrong(line, reader.Name(column), "Day");
        return null;
    }

    public void Wrong(string column, string error, params ReadOnlySpan<(string Name, object? Value)> with) => reader.Wrong(line, reader.Name(column), error, with);

    public void Say(string column, string text) => reader.Say(line, column, text);
}
