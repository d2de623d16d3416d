using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ReferralPathway.Web.Forms;

namespace ReferralPathway.Web.Statistics;

/// <summary>Sheets as files: CSV (RFC 4180) and the smallest workbook that Excel opens. Neither holds a formula, whatever a text begins with.</summary>
public static class StatisticsFiles
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <param name="headings">Report, place, year, table, row, column, value.</param>
    /// <param name="before">What stands in the first cells of each line.</param>
    public static byte[] Table(IReadOnlyList<string> headings, IReadOnlyList<string> before, IReadOnlyList<Sheet> sheets) => Csv.Of(',',
    [
        headings,
        .. from sheet in sheets
           from row in sheet.Rows
           from cell in row.Cells.Zip(sheet.Columns)
           select before.Concat([sheet.Title, row.Label, cell.Second, cell.First.Number?.ToString(CultureInfo.InvariantCulture) ?? cell.First.Text]),
    ]);

    /// <summary>One worksheet, the tables below one another; numbers as numbers, everything else as text.</summary>
    public static byte[] Workbook(string title, IReadOnlyList<Sheet> sheets)
    {
        var rows = new List<XElement>();
        Row([Text(title)]);
        foreach (var sheet in sheets)
        {
            Row([]);
            Row([Text(sheet.Title), .. sheet.Columns.Select(Text)]);
            foreach (var row in sheet.Rows) Row([Text(row.Label), .. row.Cells.Select(c => c.Number is { } n ? new XElement(Main + "c", new XElement(Main + "v", n.ToString(CultureInfo.InvariantCulture))) : Text(c.Text))]);
        }
        using var file = new MemoryStream();
        using (var parts = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(parts, "[Content_Types].xml", new(Types + "Types",
                new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
                new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
                new XElement(Types + "Override", new XAttribute("PartName", "/xl/workbook.xml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
                new XElement(Types + "Override", new XAttribute("PartName", "/xl/worksheets/sheet1.xml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"))));
            Write(parts, "_rels/.rels", Related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "xl/workbook.xml"));
            Write(parts, "xl/workbook.xml", new(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", Relations),
                new XElement(Main + "sheets", new XElement(Main + "sheet", new XAttribute("name", "1"), new XAttribute("sheetId", 1), new XAttribute(Relations + "id", "r1")))));
            Write(parts, "xl/_rels/workbook.xml.rels", Related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet", "worksheets/sheet1.xml"));
            Write(parts, "xl/worksheets/sheet1.xml", new(Main + "worksheet",
                new XElement(Main + "cols", new XElement(Main + "col", new XAttribute("min", 1), new XAttribute("max", 1), new XAttribute("width", 44), new XAttribute("customWidth", 1))), new XElement(Main + "sheetData", rows)));
        }
        return file.ToArray();

        void Row(IEnumerable<XElement> cells) => rows.Add(new(Main + "row", cells));
    }

    private static XElement Text(string text) => new(Main + "c", new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", text)));

    private static XElement Related(string type, string target) => new(Package + "Relationships", new XElement(Package + "Relationship", new XAttribute("Id", "r1"), new XAttribute("Type", type), new XAttribute("Target", target)));

    private static void Write(ZipArchive parts, string name, XElement content)
    {
        using var part = parts.CreateEntry(name).Open();
        new XDocument(new XDeclaration("1.0", "utf-8", "yes"), content).Save(part, SaveOptions.DisableFormatting);
    }
}
