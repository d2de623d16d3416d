using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Record;

/// <summary>What the form asks for, field by field. The law of consent itself is the aggregate's.</summary>
internal sealed class Rules(IndexModel page, Wording t, DateOnly today)
{
    private const int LongestName = 200;

    private readonly IndexModel.Form _form = page.Input;

    public void Check(Organisation? recipient)
    {
        if (recipient is null) Missing(nameof(_form.Recipient), "Consents.Recipient");
        else if (recipient.Kind == OrganisationKind.NationalCoordinator) Say(nameof(_form.Recipient), t["Rules.JamyNeverReceivesIdentity"]);
        else if (recipient.Id != page.Own && page.Organisations.All(o => o.Value != recipient.Id.ToString())) Say(nameof(_form.Recipient), t["Errors.CodeUnknown"]);
        if (_form.Purposes.Count == 0) Missing(nameof(_form.Purposes), "Consents.Purposes");
        else if (_form.Purposes.Any(p => page.Offered.All(o => o.Value != p))) Say(nameof(_form.Purposes), t["Errors.CodeUnknown"]);
        if (_form.Decision is not ("given" or "refused")) Say(nameof(_form.Decision), t["Errors.Missing"]);
        Days();
        if (!CodeLists.ConsentMethod.Has(_form.Method)) Say(nameof(_form.Method), t["Errors.Missing"]);
        if (Languages.Find(_form.Language) is null) Missing(nameof(_form.Language), "Consents.Language");
        foreach (var (name, text) in new[] { (nameof(_form.Reason), _form.Reason), (nameof(_form.Guardian), _form.Guardian), (nameof(_form.ChildsOpinion), _form.ChildsOpinion) })
            if (text?.Length > 4000) Say(name, t.Error("TooLong", $"Consents.{name}", ("n", 4000), ("m", text.Length)));
        if (_form.Witness?.Length > LongestName) Say(nameof(_form.Witness), t.Error("TooLong", "Consents.Witness", ("n", LongestName), ("m", _form.Witness.Length)));
        if (_form.Decision == "given") Given();
    }

    private void Days()
    {
        if (_form.On is not { } on)
        {
            Missing(nameof(_form.On), "Consents.On");
            return;
        }
        if (on > today) Say(nameof(_form.On), t.Error("DateFuture", "Consents.On", ("today", today)));
        if (on < page.View.Facts.DetectedOn) Say(nameof(_form.On), t["Errors.DateOrder", ("later", t["Consents.On"]), ("earlier", t["Consents.Detected"]), ("date", page.View.Facts.DetectedOn)]);
        if (_form.ValidUntil is { } until && until < (on > today ? on : today))
            Say(nameof(_form.ValidUntil), t["Errors.DateOrder", ("later", t["Consents.ValidUntil"]), ("earlier", t["Consents.TheDay"]), ("date", on > today ? on : today)]);
    }

    private void Given()
    {
        var health = _form.Groups.Contains(nameof(DataGroup.Health));
        if (_form.Groups.Count == 0) Missing(nameof(_form.Groups), "Consents.Groups.Missing");
        else if (health && !_form.Purposes.Contains(Purposes.ShareHealth)) Say(nameof(_form.Purposes), t["Consents.Health.NeedsPurpose"]);
        else if (!health && _form.Purposes.Contains(Purposes.ShareHealth)) Say(nameof(_form.Groups), t["Consents.Health.NeedsGroup"]);
        if (_form.Method == "ORAL_WITNESSED" && string.IsNullOrWhiteSpace(_form.Witness)) Missing(nameof(_form.Witness), "Consents.Witness");
        if (_form.Interpreter is not ("No" or "Telephone" or "OnSite")) Say(nameof(_form.Interpreter), t["Errors.Missing"]);
        if (!_form.ToldWhat) Say(nameof(_form.ToldWhat), t["Consents.Told.Missing"]);
        if (!_form.ToldWhy) Say(nameof(_form.ToldWhy), t["Consents.Told.Missing"]);
        if (!_form.ToldWithdraw) Say(nameof(_form.ToldWithdraw), t["Consents.Told.Missing"]);
        if (!_form.ToldLasting) Say(nameof(_form.ToldLasting), t["Consents.Told.Missing"]);
        if (!page.View.Facts.TreatedAsChild) return;
        if (string.IsNullOrWhiteSpace(_form.Guardian)) Missing(nameof(_form.Guardian), "Consents.Guardian");
        if (string.IsNullOrWhiteSpace(_form.ChildsOpinion)) Missing(nameof(_form.ChildsOpinion), "Consents.ChildsOpinion");
    }

    private void Missing(string field, string label) => Say(field, t.Error("Required", label));

    private void Say(string field, string error) => page.ModelState.AddModelError($"Input.{field}", error);
}
