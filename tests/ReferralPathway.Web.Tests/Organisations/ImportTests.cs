using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Organisations;

/// <summary>Organisations and accounts from a file: looked through whole, told line by line what is wrong, and carried out whole or not at all.</summary>
public sealed class ImportTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Every_bad_line_is_told_with_its_column_and_what_to_write_and_nothing_is_created()
    {
        var before = await CountAsync();

        var page = await TryAsync("organisations", """
            kind;Swedish name;English name;municipality;region;function mailbox
            Castle;Slottet;The castle;;;
            Municipality;Nya kommunen;New municipality;;;
            Municipality;Andra kommunen;Second municipality;9999;;
            Municipality;Malmö två;Malmö two;1280;;
            NGO;Umeå kommun;Umeå two;;;
            NGO;Huset;The house;;;husett
            NGO;Huset;The house again;;;
            NGO;;No Swedish name;;;
            NGO;Till havs;At sea;1280;;
            Regional coordinator;Region X;Region X;;Mellan;
            NGO;För få;Too few
            NGO;Längre;"With a ""quote""
            and a line break";;;
            """);

        Assert.Equal(
        [
            "2 kind Write one of: Municipality, ",
            "3 municipality Fill in the cell.",
            "4 municipality Write the four-digit code of the municipality, or its name.",
            "5 municipality The municipality has an organisation already. Take the line away.",
            "6 Swedish name The name is there already. Take the line away or choose another name.",
            "7 function mailbox ",
            "8 Swedish name Stands on line 7 already. Take one away.",
            "9 Swedish name Fill in the cell.",
            "10 municipality Leave empty: only municipalities and outreach belong to a municipality.",
            "11 region Write one of: ",
            "12  The line has 3 cells, the headings 6.",
            "13 English name Take away line breaks and other invisible characters.",
        ], Faults(page), new Begins());
        Assert.Equal(before, await CountAsync());
        Assert.DoesNotContain("handler=CarryOut", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_line_of_accounts_is_told()
    {
        var page = await TryAsync("accounts", """
            e-post,namn,organisation,roll,chef,gäller från,gäller till
            new.one@sample.example,Ny Ett,Malmö stad,Socialarbetare,kanske,,
            sw.umea@sample.example,Ny Två,Malmö stad,SocialWorker,,,
            new.three@sample.example,Ny Tre,Inget som finns,SocialWorker,,,
            new.four@sample.example,Ny Fyra,Haven (NGO),SocialWorker,,,
            new.five@sample.example,Ny Fem,Malmö stad,SocialWorker,ja,2026-05-01,2026-04-01
            new.six@sample.example,Ny Sex,Malmö stad,SocialWorker,,31/12/2026,
            NEW.FIVE@sample.example,Ny Sju,Malmö stad,SocialWorker,,,
            not an address,Ny Åtta,Malmö stad,King,,,
            """, "sv");

        Assert.Equal(
        [
            "2 chef Skriv ja eller nej.", "3 e-post ", "4 organisation Ingen organisation som används heter så.", "5 roll ", "6 gäller till Sista dagen är före den första.",
            "7 gäller från Skriv datumet som 2026-03-16.", "8 e-post Står redan på rad 6. Ta bort den ena.", "9 e-post ", "9 roll Skriv ett av: ",
        ], Faults(page).Where(f => !f.StartsWith("2 roll", StringComparison.Ordinal)), new Begins());
    }

    [Theory]
    [InlineData("kind;English name;wrong\nNGO;A;B\n", "1 wrong There is no such column.", "1 Swedish name Add the column")]
    [InlineData("kind;Swedish name;English name;kind\nNGO;A;B;NGO\n", "1 kind The column is there twice.")]
    [InlineData("kind;Swedish name;English name\n", "1  The file has no lines below the headings.")]
    [InlineData("kind;Swedish name;English name\nNGO;\"A;B\n", "2  A quotation mark begins here and never ends.")]
    [InlineData("\n\n", "1  The file is empty.")]
    public async Task A_table_that_is_none_is_told(string file, params string[] faults) => Assert.Equal(faults, Faults(await TryAsync("organisations", file)), new Begins());

    [Fact]
    public async Task A_file_that_is_no_text_is_told()
    {
        var admin = host.As("admin");
        var page = await admin.SubmitFile(await admin.Get("/administration/import/organisations"), "Table", Encoding.Latin1.GetBytes("kind;namn\nNGO;Skåne\n"), "a.csv", "text/csv");
        Assert.Equal(["The file is not text in UTF-8. Save it in Excel as “CSV UTF-8”."], page.Errors);
        Assert.Equal(["Choose a file."], (await admin.Submit(await admin.Get("/administration/import/organisations"))).Errors);
    }

    [Fact]
    public async Task What_Excel_writes_is_read_and_organisations_and_their_accounts_come_by_two_files()
    {
        var before = await CountAsync();
        var admin = host.As("admin");
        var file = (byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("sep=;\r\nslag;svenskt namn;engelskt namn;kommun;region;funktionsbrevlåda\r\nKommun;\"Ale; kommun\";Ale municipality;Ale;;ale@sample.example\r\nMunicipalOutreach;Upp i Ale;Outreach in Ale;1440;;\r\n;;;;;\r\n")];
        var found = await admin.SubmitFile(await admin.Get("/administration/import/organisations"), "Table", file, "a.csv", "text/csv");
        Assert.Empty(Faults(found));
        Assert.Contains("Ale municipality", found.Text, StringComparison.Ordinal);
        // Nothing before it is confirmed.
        Assert.Equal(before, await CountAsync());

        Assert.Contains("The organisations are created.", (await admin.Submit(found, "/administration/import/organisations?handler=CarryOut")).Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, await CountAsync());
        Assert.Equal("1440 ale@sample.example", await host.LookAsync(db => db.Organisations.Where(o => o.NameSv == "Ale; kommun").Select(o => o.Municipality + " " + o.Mail).SingleAsync()));

        var people = await admin.SubmitFile(await admin.Get("/administration/import/accounts"), "Table", Encoding.UTF8.GetBytes("email\tname\torganisation\trole\tmanager\nali@sample.example\tAli Ahl\tAle; kommun\tSocialWorker\tyes\nbea@sample.example\tBea Bok\tAle municipality\tsocial worker\tno\n"), "p.csv", "text/csv");
        Assert.Empty(Faults(people));
        Assert.Contains("The invitations are on their way.", (await admin.Submit(people, "/administration/import/accounts?handler=CarryOut")).Text, StringComparison.Ordinal);
        // As those that were written by hand: a link each, nobody works yet, and somebody else confirms.
        Assert.Equal(["Invited", "Invited"], await host.LookAsync(db => db.Users.Where(a => a.Email == "ali@sample.example" || a.Email == "bea@sample.example").Select(a => a.Status.ToString()).ToListAsync()));
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.account_changes c JOIN identity.accounts a ON a.id = c.account WHERE a.email IN ('ali@sample.example', 'bea@sample.example') AND c.kind = 'NewAccount' AND c.state = 'Waiting' AND NOT c.is_ready"));
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.outbox o JOIN identity.accounts a ON a.id = o.user_id WHERE a.email IN ('ali@sample.example', 'bea@sample.example') AND o.kind = 'Invitation'"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Account.Imported' AND payload = 'count=2'"));

        // The same file again: everybody is there.
        Assert.Equal(2, Faults(await admin.SubmitFile(await admin.Get("/administration/import/accounts"), "Table", Encoding.UTF8.GetBytes("email;name;organisation;role\nali@sample.example;Ali Ahl;Ale; kommun\n".Replace("Ale; kommun", "Ale municipality;SocialWorker", StringComparison.Ordinal) + "bea@sample.example;Bea Bok;Ale municipality;SocialWorker\n"), "p.csv", "text/csv")).Count);
    }

    [Fact]
    public async Task A_thousand_lines_are_quick_and_one_bad_one_among_them_stops_all()
    {
        var admin = host.As("admin");
        var lines = Enumerable.Range(1, 1_000).Select(n => $"many{n}@sample.example;Namn {n};Haven (NGO);NgoWorker").ToList();
        var file = "email;name;organisation;role\n" + string.Join('\n', lines);
        var found = await admin.SubmitFile(await admin.Get("/administration/import/accounts"), "Table", Encoding.UTF8.GetBytes(file), "p.csv", "text/csv");
        Assert.Contains("1000 invitations will be sent", found.Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // What was right a moment ago is looked through again: somebody took an address meanwhile.
        var late = await admin.Submit(found, "/administration/import/accounts?handler=CarryOut", ("Text", file + "\nmany1@sample.example;Namn;Haven (NGO);NgoWorker"));
        Assert.Equal("1002 email Stands on line 2 already. Take one away.", Assert.Single(Faults(late)));
        Assert.Equal(0, await host.LookAsync(db => db.Users.CountAsync(a => a.Email!.StartsWith("many"))));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        await admin.Submit(found, "/administration/import/accounts?handler=CarryOut");
        Assert.Equal(1_000, await host.LookAsync(db => db.Users.CountAsync(a => a.Email!.StartsWith("many"))));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task The_template_has_the_columns_and_nobody_but_an_administrator_imports()
    {
        var answer = await host.As("admin").Client.GetAsync(new Uri("/administration/import/accounts?handler=Template", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("\uFEFF\"email\";\"name\";\"organisation\";\"role\";\"manager\";\"from\";\"to\"\r\n", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await host.As("sw.malmo.chef").Get("/administration/import/accounts")).Status);
    }

    private async Task<WebPage> TryAsync(string what, string file, string language = "en")
    {
        var admin = host.As("admin", language);
        return await admin.SubmitFile(await admin.Get($"/administration/import/{what}"), "Table", Encoding.UTF8.GetBytes(file), "a.csv", "text/csv");
    }

    private static List<string> Faults(WebPage page) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())))];

    private Task<int> CountAsync() => host.LookAsync(db => db.Organisations.CountAsync());

    /// <summary>What is said begins so.</summary>
    private sealed class Begins : IEqualityComparer<string>
    {
        public bool Equals(string? wanted, string? said) => said!.StartsWith(wanted!, StringComparison.Ordinal);

        public int GetHashCode(string text) => 0;
    }
}
