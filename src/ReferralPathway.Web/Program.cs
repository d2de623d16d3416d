using ReferralPathway.Web.Headers;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddTexts();
builder.Services.AddLook();
builder.Services.AddAuthorization();
builder.Services.AddSingleton<INavigation, Trial>();
builder.Services.AddSingleton<IHotline, Trial>();
builder.Services.AddSingleton<IActId, Trial>();
builder.Services.AddSingleton<ICodeLabels, Trial>();
builder.Services.AddSingleton(new SampleNotice());
var app = builder.Build();
app.UseSecurityHeaders(onlyHttps: !app.Environment.IsDevelopment());
app.UseLook();
app.UseRouting();
app.UseAuthorization();
app.MapLanguage();
app.MapRazorPages();
app.Run();

/// <summary>Stands in while the pages' dress is tried on its own; the composition root replaces this whole file.</summary>
internal sealed class Trial(TimeProvider clock) : INavigation, IHotline, IActId, ICodeLabels
{
    public SignedIn? Who => new("Elin Sandberg", "Norrköpings kommun", "/account");

    public IReadOnlyList<NavigationItem> Items =>
        [new("Översikt", "/", false), new("Sample.Cases", "/cases", true), new("Hänvisningar", "/referrals", false), new("Fråga anonymt", "/ask", false), new("Look.Footer.Guidance", "/guidance", false), new("Look.Footer.Contacts", "/directory", false)];

    public HotlineNow Now => new(true, clock.GetUtcNow().AddHours(3));

    public Guid New() => Guid.CreateVersion7(clock.GetUtcNow());

    public IReadOnlyList<string> Codes(string list) => ["A", "B"];

    public string Label(string list, string code, PageLanguage language) => $"{list} {code}";
}
