using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// A case as a letter may tell of it: what its writer sees, as far as its reader may read it too. It is made of the writer's own view, so that nothing stands in it that the writer may not
/// see, and each member is closed to a reader who may not read its group, whatever the writer may. Where somebody stays is in no letter at all.
/// </summary>
public sealed class LetterView
{
    private readonly CaseView _case;
    private readonly LetterOrder _order;
    private readonly DataGroups _reads;

    private LetterView(CaseView writer, LetterOrder order, DataGroups reads) => (_case, _order, _reads) = (writer, order, reads);

    /// <param name="reads">What the reader of the letter may read.</param>
    public static LetterView Of(CaseView writer, LetterOrder order, DataGroups reads) => new(writer, order, reads);

    public bool Carries(DataGroup group) => _reads.Has(group);

    public string Reference => _case.Reference;

    public CaseFacts Facts => Carries(DataGroup.Facts) ? _case.Facts.WithoutWishes : new();

    public IdentityDetails? Identity => Carries(DataGroup.Identity) ? _case.Identity.Value : null;

    public SafeContactDetails? SafeContact => Carries(DataGroup.SafeContact) ? _case.SafeContact.Value : null;

    /// <summary>The organisation that the contact goes through, for a reader who may know no more.</summary>
    public Named? ContactThrough => Carries(DataGroup.SafeContactSummary) && !Carries(DataGroup.SafeContact) && _case.GoesThrough is { } through ? new(through.NameSv, through.NameEn) : null;

    public NarrativeRow? Narrative => Carries(DataGroup.Narrative) ? _case.Narrative : null;

    public IReadOnlyList<AssessmentRow> Assessments => Carries(DataGroup.Narrative) ? _case.Assessments : [];

    public HealthDetails? Health => Carries(DataGroup.Health) ? _case.Health.Value : null;

    public IReadOnlyList<InvestigationRow> Investigations => Carries(DataGroup.Investigation) ? _case.Investigations : [];

    public IReadOnlyList<InvestigationLine> InvestigationLines => Carries(DataGroup.Investigation) ? _case.InvestigationLines : [];

    /// <summary>The referral that the letter is of, to its recipient.</summary>
    public ReferralRow? Referral => Carries(DataGroup.Facts) ? _order.Referral : null;

    /// <summary>The application that the letter is of, to the agency that decides.</summary>
    public PermitRow? Permit => Carries(DataGroup.Migration) ? _order.Permit : null;

    /// <summary>The investigation that the application rests on.</summary>
    public InvestigationRow? Investigation => Carries(DataGroup.Investigation) && _order.Permit is { Form.IsOpen: true } permit ? _case.Investigations.FirstOrDefault(i => i.Id == permit.Form.Value.Investigation) : null;

    /// <summary>The return that the letter is of.</summary>
    public ReturnRow? Return => Carries(DataGroup.Return) ? _order.Return : null;

    /// <summary>The plan that the letter is of, or those of the case.</summary>
    public IReadOnlyList<PlanRow> Plans => !Carries(DataGroup.Plan) ? [] : _order.Plan is { } plan ? [plan] : _case.Plans;

    public IReadOnlyList<PermitLine> PermitLines => Carries(DataGroup.Migration) ? _case.PermitLines : [];

    public IReadOnlyList<ReturnRow> Returns => Carries(DataGroup.Return) ? _case.Returns : [];

    public IReadOnlyList<ConsentRow> Consents => Carries(DataGroup.Consents) ? _case.Consents : [];

    public IReadOnlyList<ReferralRow> Referrals => Carries(DataGroup.Consents) ? _case.Referrals : [];

    /// <summary>What the person does not agree with, and what was wrong, as far as the reader may read the entry.</summary>
    public IReadOnlyList<NoteRow> Notes => [.. _case.Notes.Where(n => new DataGroups(n.Groups).All(Carries))];

    /// <summary>The extract that the letter is of.</summary>
    public ExtractRow? Extract => _order.Extract;

    /// <summary>What the reader may read of the case.</summary>
    public DataGroups Groups => _reads;
}
