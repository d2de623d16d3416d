using ReferralPathway.Web.Headers;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddTexts();
builder.Services.AddLook();
var app = builder.Build();
app.UseSecurityHeaders(onlyHttps: !app.Environment.IsDevelopment());
app.UseLook();
app.UseRouting();
app.MapLanguage();
app.MapRazorPages();
app.Run();
