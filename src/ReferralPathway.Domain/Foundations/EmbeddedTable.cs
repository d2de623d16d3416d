using System.Text;

namespace ReferralPathway.Domain.Foundations;

/// <summary>The tables that come with the product: comma-separated, first line the names of the columns.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(typeof(EmbeddedTable), $"Data.{file}")
            ?? throw new InvalidOperationException($"The table {file} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return Cells(line);
    }

    /// <summary>Splits one line. A cell with a comma stands in quotation marks; none holds a quotation mark or a line break.</summary>
    private static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');

        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            switch (c)
            {
                case '"': quoted = !quoted; break;
                case ',' when !quoted: cells.Add(cell.ToString()); cell.Clear(); break;
                default: cell.Append(c); break;
            }
        }

        return [.. cells, cell.ToString()];
    }
}
