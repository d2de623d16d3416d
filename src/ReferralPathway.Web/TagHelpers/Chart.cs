using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Statistics;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Bars of a sheet, one for each row; beside them, lighter, those of what it is compared with. The numbers stand in the table: a bar is drawn only where there is one.</summary>
[HtmlTargetElement("rp-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Chart(Wording t) : TagHelper
{
    private const int Width = 360;

    public Sheet Of { get; set; } = null!;

    /// <summary>Makes the ids of this chart.</summary>
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Of.Rows.Where(r => !r.IsTotal).ToList();
        var step = Of.Against is null ? 44 : 58;
        var most = Math.Max(1, rows.Max(r => Math.Max(Number(r, Of.Drawn), Of.Against is null ? 0 : Number(r, Of.Drawn + 1))));
        output.Become("svg", "rp-chart", Html($"<title id=\"{Name}-title\">{t["Statistics.Chart", ("title", Of.Title)]}</title><desc id=\"{Name}-text\">{t["Statistics.ChartText", ("rows", string.Join(", ", rows.Select(r => r.Label)))]}</desc>{Join(rows.Select((row, i) => Bars(row, i * step, most)))}"));
        output.Attributes.SetAttribute("viewBox", $"0 0 {Width} {rows.Count * step}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-labelledby", $"{Name}-title {Name}-text");
        output.Attributes.SetAttribute("focusable", "false");
    }

    private IHtmlContent Bars(SheetRow row, int top, decimal most)
    {
        var text = Of.Against is null ? row.Cells[Of.Drawn].Text : $"{row.Cells[Of.Drawn].Text} / {row.Cells[Of.Drawn + 1].Text}";
        return Html($"<text class=\"rp-chart__label\" x=\"0\" y=\"{top + 15}\">{row.Label}</text><text class=\"rp-chart__number\" x=\"{Width}\" y=\"{top + 15}\" text-anchor=\"end\">{text}</text>{Bar("rp-chart__bar", top + 21, Number(row, Of.Drawn), most)}{(Of.Against is null ? null : Bar("rp-chart__other", top + 36, Number(row, Of.Drawn + 1), most))}");
    }

    private static IHtmlContent? Bar(string name, int top, decimal value, decimal most) =>
        When(value > 0, $"<rect class=\"{name}\" x=\"0\" y=\"{top}\" width=\"{decimal.Round(value / most * Width, 1)}\" height=\"12\"></rect>");

    private static decimal Number(SheetRow row, int column) => row.Cells[column].Number ?? 0;
}
