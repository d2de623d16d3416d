using System.Text;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// A table as a spreadsheet program writes it: lines, cells parted by semicolon, comma or tab, in double quotes where a cell holds such a character (RFC 4180). A line
/// that says <c>sep=;</c> and the mark of byte order are skipped, as are empty lines.
/// </summary>
public sealed class CsvTable
{
    /// <param name="Number">Of the file: where the row begins.</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells);

    private CsvTable(IReadOnlyList<Row> rows, int? openQuote) => (Rows, OpenQuote) = (rows, openQuote);

    /// <summary>The first has the names of the columns.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The line on which a quotation mark begins that never ends.</summary>
    public int? OpenQuote { get; }

    /// <returns>Null when the file is no text in UTF-8.</returns>
    public static string? TextOf(ReadOnlySpan<byte> file)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static CsvTable Read(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var (at, number) = (0, 1);
        char? told = null;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            told = text[4];
            at = text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end + 1 : text.Length;
            number++;
        }
        var head = text.AsSpan(at);
        var separator = told ?? Separator(head.IndexOf('\n') is >= 0 and var length ? head[..length] : head);
        var rows = new List<Row>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (started, quoted, quoteAt) = (number, false, 0);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted)
            {
                if (c == '"' && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
                else if (c == '"') quoted = false;
                else cell.Append(c);
                if (c == '\n') number++;
            }
            else if (c == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                (quoted, quoteAt) = (true, number);
            }
            else if (c == separator) End();
            else if (c == '\n')
            {
                Line();
                started = ++number;
            }
            else cell.Append(c);
        }
        Line();
        return new(rows, quoted ? quoteAt : null);

        void End()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void Line()
        {
            End();
            if (cells.Any(one => one.Length > 0)) rows.Add(new(started, [.. cells]));
            cells.Clear();
        }
    }

    private static char Separator(ReadOnlySpan<char> head)
    {
        var (semicolons, commas, tabs) = (head.Count(';'), head.Count(','), head.Count('\t'));
        return tabs > semicolons && tabs > commas ? '\t' : commas > semicolons ? ',' : ';';
    }
}
