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

    /// <summary>Splits one line; a cell that holds a comma stands in quotation marks, and no cell holds a line break.</summary>
    internal static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');

        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' when quoted && i + 1 < line.Length && line[i + 1] == '"': cell.Append('"'); i++; break;
                case '"': quoted = !quoted; break;
                case ',' when !quoted: cells.Add(cell.ToString()); cell.Clear(); break;
                case var c: cell.Append(c); break;
            }
        }

        return [.. cells, cell.ToString()];
    }
}
