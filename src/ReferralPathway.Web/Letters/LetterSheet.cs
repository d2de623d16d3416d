using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;

namespace ReferralPathway.Web.Letters;

/// <summary>What a form of consent asks: about whom, for what, which data, until when; in which language.</summary>
public sealed record ConsentAsk(IReadOnlyList<string> Purposes, DataGroups Groups, DateOnly? Until, string Language);

/// <summary>A letter, ready to be shown, printed and given to somebody.</summary>
/// <param name="Language">Of the letter; the page around it is in the language of staff.</param>
/// <param name="Number">The version of its template.</param>
/// <param name="IsDraft">Its text was translated and nobody who knows the language has read it.</param>
/// <param name="Mark">To whom, and on what it rests: stands on every sheet.</param>
public sealed record LetterSheet(
    LetterOrder Order, DataGroups Reads, string Reference, string Language, int Number, bool IsDraft, string Recipient, string Mark, IReadOnlyList<LetterLine> Lines)
{
    public string Title => Lines.First(l => l.Kind == LetterLineKind.Title).Text;

    public bool IsRightToLeft => LetterKinds.IsRightToLeft(Language);

    /// <summary>The lines below the title, those of a kind that follow one another together: facts are one list, points another.</summary>
    public IEnumerable<IReadOnlyList<LetterLine>> Blocks
    {
        get
        {
            var block = new List<LetterLine>();
            foreach (var line in Lines.Where(l => l.Kind != LetterLineKind.Title))
            {
                if (block.Count > 0 && (block[0].Kind != line.Kind || line.Kind is LetterLineKind.Text or LetterLineKind.Heading))
                {
                    yield return block;
                    block = [];
                }
                block.Add(line);
            }
            if (block.Count > 0) yield return block;
        }
    }
}
