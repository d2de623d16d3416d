using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Organisations;

/// <summary>What an organisation is called and where its notices go.</summary>
public record OrganisationForm
{
    private const int Longest = 200;

    public string? NameSv { get; init; }

    public string? NameEn { get; init; }

    public string? Mail { get; init; }

    public void Check(ModelStateDictionary state, Wording t)
    {
        Name(NameSv, nameof(NameSv));
        Name(NameEn, nameof(NameEn));
        if (Mail is not null && !EmailAddress.LooksLikeOne(Mail)) state.AddModelError("Input.Mail", t.Error("EmailFormat"));

        void Name(string? name, string field)
        {
            if (string.IsNullOrWhiteSpace(name)) state.AddModelError($"Input.{field}", t.Error("Required", $"Organisations.{field}"));
            else if (name.Length > Longest) state.AddModelError($"Input.{field}", t.Error("TooLong", $"Organisations.{field}", ("n", Longest), ("m", name.Length)));
        }
    }
}
