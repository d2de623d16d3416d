using System.Text;

namespace ReferralPathway.Web.Forms;

/// <summary>A table for a spreadsheet (RFC 4180): every cell in quotes, with the mark by which such programs know the encoding, and never a formula.</summary>
internal static class Csv
{
    public static byte[] Of(char separator, IEnumerable<IEnumerable<string?>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.AppendJoin(separator, line.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A spreadsheet takes a text that begins like this for a formula.</summary>
    internal static string Cell(string? text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")}{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
