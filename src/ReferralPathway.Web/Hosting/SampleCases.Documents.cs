using System.Globalization;
using System.Text;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

internal sealed partial class SampleCases
{
    /// <summary>A decision that whoever plans with the person reads, who the person is, and one that should not have been added.</summary>
    private async Task DocumentAsync(string account, int daysAgo, CaseId id)
    {
        var mistaken = default(AttachmentId);
        await OnAsync(account, daysAgo, id, (c, act) =>
        {
            c.AddDocument(AttachmentKind.AuthorityDecision, Paper("Beslut om bistånd (exempel)"), act.Day, "Beslut om kontaktperson.", act);
            c.AddDocument(AttachmentKind.IdentityDocument, Paper("Kopia av pass (exempel)"), null, null, act);
            mistaken = c.AddDocument(AttachmentKind.OtherDocument, Paper("Brev till någon annan (exempel)"), null, null, act).Id;
        });
        await DoAsync(account, daysAgo, async (_, cases, act) => (await cases.LoadAsync(id, CaseParts.Documents, default))!.MarkDocument(mistaken, DocumentMistake.WrongPerson, act));
    }

    /// <summary>A PDF of one page with one line.</summary>
    private static byte[] Paper(string line)
    {
        var drawn = $"BT /F1 18 Tf 72 760 Td ({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var (pdf, starts) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (one, number) in objects.Select((o, i) => (o, i + 1)))
        {
            starts.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{one}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) pdf.Append(CultureInfo.InvariantCulture, $"{start:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
