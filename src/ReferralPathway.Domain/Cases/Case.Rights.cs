using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Rights;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<EntryNote> _notes = [];
    private readonly List<SubjectExtract> _extracts = [];

    /// <summary>The extracts of the actor's own organisation.</summary>
    public IReadOnlyList<SubjectExtract> Extracts => _extracts;

    /// <summary>The person does not agree with an entry, or it was wrong: it is noted beside it, and nothing is written over.</summary>
    /// <param name="about">An entry that the actor reads.</param>
    /// <param name="groups">The group of the entry.</param>
    public EntryNote NoteBeside(EntryNoteKind kind, Guid about, DataGroups groups, string text, DateOnly on, Act act)
    {
        if (Status is CaseStatus.Draft or CaseStatus.Anonymised) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        NotInTheFuture(on, act);
        Explained(text);
        var note = new EntryNote(Id, kind, about, groups, text, on, act);
        _notes.Add(note);
        Record(new EntryNoted(Id, note.Id, kind, on, act));
        return note;
    }

    /// <summary>The person asks what is written about them (GDPR art. 15): a worker of the lead prepares the extract.</summary>
    /// <param name="holds">The groups of which there is something.</param>
    public SubjectExtract PrepareExtract(DataGroups holds, PersonId person, Act act)
    {
        if (Status is CaseStatus.Draft or CaseStatus.Anonymised) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        if (act.For != Lead) throw new RuleBrokenException(Rule.AnExtractIsOfTheLead);
        if (_extracts.Any(e => e.PreparedFor == act.For && e.ReviewedAt is null)) throw new RuleBrokenException(Rule.OneExtractWaitsAtATime);
        // Where somebody stays is in no letter at all.
        var extract = new SubjectExtract(Id, holds.Without(DataGroup.Whereabouts), person, act);
        _extracts.Add(extract);
        Record(new ExtractPrepared(Id, extract.Id, act));
        return extract;
    }

    /// <summary>A manager goes through it for secrecy before anybody prints it.</summary>
    public void ReviewExtract(Guid id, DataGroups withheld, SecrecyGround? ground, string? why, PersonId person, bool byManager, Act act)
    {
        _extracts.Single(e => e.Id == id).Review(withheld, ground, why, person, byManager, act);
        Record(new ExtractReviewed(Id, id, !withheld.IsEmpty, act));
    }
}
