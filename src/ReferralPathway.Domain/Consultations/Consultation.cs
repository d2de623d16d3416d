using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>
/// A question to those who know the field, about somebody who stays unknown to them (S1-02, S1-05, S1-26). It has no key to a case or a person and needs no consent. The text
/// passes the personal-data detector before it is kept at all (G-CON-1). The numbers N1–N7 are those of the domain document.
/// </summary>
public sealed class Consultation
{
    private readonly List<ConsultationText> _texts = [];
    private readonly List<ConsultationEvent> _events = [];

    private Consultation() { }

    /// <summary>N1: begun, empty and for its author alone.</summary>
    /// <param name="reference">The public number, "K-2026-000007": the asking side may note it among its own papers.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ProfessionalsAsk"/></exception>
    public static Consultation Begin(string reference, Act act)
    {
        if (!ConsultationDesk.MayAsk(act.As)) throw new RuleBrokenException(Rule.ProfessionalsAsk);
        var begun = new Consultation
        {
            Id = ConsultationId.New(act.At),
            Reference = reference,
            Author = act.By,
            AuthorRole = act.As,
            OrganisationId = act.For,
            DraftedAt = act.At,
            ChangedAt = act.At,
        };
        begun.Record(new ConsultationDrafted(begun.Id, act));
        return begun;
    }

    public ConsultationId Id { get; private set; }

    public string Reference { get; private set; } = "";

    public UserId Author { get; private set; }

    /// <summary>All that whoever answers learns of the asker: what kind of professional it is. The name of a municipality would be a place.</summary>
    public Role AuthorRole { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ConsultationStatus Status { get; private set; }

    public QuestionType? Type { get; private set; }

    public AskedOf AskedOf { get; private set; }

    public CoordinationRegion? Region { get; private set; }

    /// <summary>Code list age_group.</summary>
    public string? AgeGroup { get; private set; }

    /// <summary>Code list gender.</summary>
    public string? Gender { get; private set; }

    public WorldRegion? WorldRegion { get; private set; }

    /// <summary>Code list exploitation_type.</summary>
    public string? ExploitationType { get; private set; }

    public StayClass? StayClass { get; private set; }

    public QuestionUrgency Urgency { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>The latest change, by which lists are ordered.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The instant by which an answer is owed.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    /// <summary>Who works on the answer, and for which organisation.</summary>
    public UserId? TakenBy { get; private set; }

    public OrganisationId? TakenFor { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Names of <see cref="RedactionReason"/>, while it is returned.</summary>
    public List<string> ReturnedBecause { get; private set; } = [];

    /// <summary>Entries of the contact directory that the answer recommends.</summary>
    public List<Guid> RecommendedEntries { get; private set; } = [];

    public int Revision { get; private set; }

    /// <summary>What this reader may see of what was written; the database decides.</summary>
    public IReadOnlyList<ConsultationText> Texts => _texts;

    public ConsultationText? Question => _texts.FirstOrDefault(t => t.Kind == ConsultationTextKind.Question);

    public ConsultationText? Answer => _texts.FirstOrDefault(t => t.Kind == ConsultationTextKind.Answer);

    /// <summary>Keeps what has been filled in so far. What names a person is not kept, even here.</summary>
    /// <param name="namesOwnCase">A name of a case of the author's organisation stands in the text.</param>
    public void Save(ConsultationTerms terms, bool namesOwnCase, Act act)
    {
        Authors(act);
        if (Status != ConsultationStatus.Draft) throw Backwards();
        NamesNobody(terms, namesOwnCase);
        Write(terms, act);
        Changed(act);
    }

    /// <summary>N2: sent, first or again after redaction. The earlier text and its key are gone from then on.</summary>
    /// <param name="namesOwnCase">A name of a case of the author's organisation stands in the text.</param>
    /// <param name="doubtChecked">The author has looked at the warning and says that no person can be recognised.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.AConsultationNamesNobody"/>, <see cref="Rule.ADoubtIsCheckedFirst"/>, <see cref="Rule.AQuestionIsComplete"/></exception>
    public void Submit(ConsultationTerms terms, bool namesOwnCase, bool doubtChecked, Act act)
    {
        Authors(act);
        if (Status is not (ConsultationStatus.Draft or ConsultationStatus.ReturnedForRedaction)) throw Backwards();
        if (!terms.IsComplete) throw new RuleBrokenException(Rule.AQuestionIsComplete, ("least", ConsultationTerms.ShortestQuestion), ("most", ConsultationTerms.LongestQuestion));
        NamesNobody(terms, namesOwnCase);
        if (!doubtChecked && PersonalDataDetector.Find(terms.Question).Count > 0) throw new RuleBrokenException(Rule.ADoubtIsCheckedFirst);
        Write(terms, act);
        Status = ConsultationStatus.Submitted;
        SubmittedAt = act.At;
        AnswerBy = ConsultationClock.AnswerBy(act.At);
        ReturnedBecause = [];
        (TakenBy, TakenFor) = (null, null);
        Changed(act);
        Record(new ConsultationSubmitted(Id, Type!.Value, AskedOf, Region!.Value, AnswerBy.Value, act));
    }

    /// <summary>N3: somebody at a desk takes it on.</summary>
    /// <param name="region">The region of the acting organisation, when it coordinates one.</param>
    public void TakeOn(CoordinationRegion? region, Act act)
    {
        AtTheDesk(region, act);
        Status = Status switch
        {
            ConsultationStatus.Submitted => ConsultationStatus.InProgress,
            _ => throw Backwards(),
        };
        (TakenBy, TakenFor) = (act.By, act.For);
        Changed(act);
        Record(new ConsultationTakenOn(Id, AnswerBy!.Value, act));
    }

    /// <summary>N4: a person can be recognised. The text is hidden at once from everybody but its author, and destroyed when it is sent again.</summary>
    public void Return(IEnumerable<RedactionReason> because, CoordinationRegion? region, Act act)
    {
        AtTheDesk(region, act);
        RedactionReason[] reasons = [.. because.Distinct()];
        if (reasons.Length == 0) throw new RuleBrokenException(Rule.ARedactionSaysWhat);
        Status = Status switch
        {
            ConsultationStatus.Submitted or ConsultationStatus.InProgress => ConsultationStatus.ReturnedForRedaction,
            _ => throw Backwards(),
        };
        ReturnedBecause = [.. reasons.Select(r => r.ToString())];
        (TakenBy, TakenFor, AnswerBy) = (null, null, null);
        Changed(act);
        Record(new ConsultationReturned(Id, OrganisationId, Author, reasons, act));
    }

    /// <summary>N5: an answer, which may recommend whom to ask for consent and refer to (S1-06).</summary>
    public void GiveAnswer(string text, IEnumerable<EntryId> recommended, CoordinationRegion? region, Act act)
    {
        AtTheDesk(region, act);
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException(Rule.AnAnswerIsWritten);
        Status = Status switch
        {
            ConsultationStatus.InProgress => ConsultationStatus.Answered,
            _ => throw Backwards(),
        };
        EntryId[] entries = [.. recommended.Distinct()];
        RecommendedEntries = [.. entries.Select(e => e.Value)];
        _texts.Add(new(Id, ConsultationTextKind.Answer, text.Trim(), act));
        AnsweredAt = act.At;
        (TakenBy, TakenFor) = (act.By, act.For);
        Changed(act);
        Record(new ConsultationAnswered(Id, OrganisationId, Author, entries, act));
    }

    /// <summary>N6: the author has read the answer, or thirty days have passed.</summary>
    public void Close(Act act)
    {
        if (act.As != Role.System) Authors(act);
        Status = Status switch
        {
            ConsultationStatus.Answered => ConsultationStatus.Closed,
            _ => throw Backwards(),
        };
        EndedAt = act.At;
        Changed(act);
        Record(new ConsultationClosed(Id, act));
    }

    /// <summary>N7: the author takes it back, also one that was returned: what named a person must not be left lying. The text is destroyed.</summary>
    public void Withdraw(Act act)
    {
        Authors(act);
        Status = Status switch
        {
            ConsultationStatus.Draft or ConsultationStatus.Submitted or ConsultationStatus.ReturnedForRedaction => ConsultationStatus.Withdrawn,
            _ => throw Backwards(),
        };
        _texts.Clear();
        EndedAt = act.At;
        Changed(act);
        Record(new ConsultationWithdrawn(Id, act));
    }

    /// <summary>Two years after its end the texts are destroyed; what it counts for stays.</summary>
    public void Erase(Act act)
    {
        if (EndedAt is null) throw Backwards();
        _texts.Clear();
        Changed(act);
        Record(new ConsultationErased(Id, act));
    }

    /// <summary>What happened since the last time, in order; the memory is empty afterwards.</summary>
    public IReadOnlyList<ConsultationEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private void Authors(Act act)
    {
        if (act.By != Author) throw new RuleBrokenException(Rule.OnlyTheAuthorChangesAQuestion);
    }

    private void AtTheDesk(CoordinationRegion? region, Act act)
    {
        if (act.By == Author) throw new RuleBrokenException(Rule.SomebodyElseAnswers);
        if (!ConsultationDesk.Answers(act.As, region, Type, AskedOf, Region)) throw new RuleBrokenException(Rule.AQuestionGoesToItsDesk);
    }

    private static void NamesNobody(ConsultationTerms terms, bool namesOwnCase)
    {
        if (!terms.IsListed) throw new RuleBrokenException(Rule.CodesAreListed);
        if (namesOwnCase) throw new RuleBrokenException(Rule.AConsultationNamesNobody, ("kind", PersonalDataKind.KnownName));
        if (PersonalDataDetector.Find(terms.Question).Where(k => k.IsHard()).ToArray() is [var kind, ..]) throw new RuleBrokenException(Rule.AConsultationNamesNobody, ("kind", kind));
    }

    private void Write(ConsultationTerms terms, Act act)
    {
        Type = terms.Type;
        AskedOf = terms.AskedOf;
        Region = terms.Region;
        AgeGroup = terms.AgeGroup;
        Gender = terms.Gender;
        WorldRegion = terms.WorldRegion;
        ExploitationType = terms.ExploitationType;
        StayClass = terms.StayClass;
        Urgency = terms.Urgency;
        _texts.RemoveAll(t => t.Kind == ConsultationTextKind.Question);
        if (!string.IsNullOrWhiteSpace(terms.Question)) _texts.Add(new(Id, ConsultationTextKind.Question, terms.Question, act));
    }

    private RuleBrokenException Backwards() => new(Rule.AConsultationGoesForward, ("status", Status));

    private void Changed(Act act)
    {
        ChangedAt = act.At;
        Revision++;
    }

    private void Record(ConsultationEvent happened) => _events.Add(happened);
}
