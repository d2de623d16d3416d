using System.Globalization;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Consultations;

/// <summary>
/// Writes questions as professionals write them, in Swedish and English, and plants one detail in each. It shares no word list and no pattern with the detector: it knows how
/// people write numbers, names and addresses, not how they are found.
/// </summary>
internal sealed class Narratives(int seed)
{
#pragma warning disable CA5394 // A seeded generator is the point: a failure can be repeated.
    private readonly Random _random = new(seed);

    public enum Plant
    {
        PersonalNumber,
        Telephone,
        Email,
        WebAddress,
        Handle,
        Document,
        File,
        OwnCase,
        Name,
        BirthDate,
        Address,
    }

    /// <param name="OwnNames">The names of a case of the asker's organisation, where one was planted.</param>
    public sealed record Narrative(Plant? Planted, string Detail, string Text, string[] OwnNames);

    public Narrative Next(Plant plant)
    {
        var swedish = _random.Next(2) == 0;
        string[] own = plant == Plant.OwnCase ? [Pick(Given), Pick(Family)] : [];
        var detail = plant switch
        {
            Plant.PersonalNumber => PersonalNumber(swedish),
            Plant.Telephone => Telephone(swedish),
            Plant.Email => Email(),
            Plant.WebAddress => WebAddress(),
            Plant.Handle => Handle(swedish),
            Plant.Document => Document(swedish),
            Plant.File => FileNumber(swedish),
            Plant.OwnCase => OwnCase(swedish, own),
            Plant.Name => Name(swedish),
            Plant.BirthDate => BirthDate(swedish),
            _ => Address(swedish),
        };
        var sentences = Clean(swedish, _random.Next(1, 5));
        sentences.Insert(_random.Next(sentences.Count + 1), detail);
        return new(plant, detail, Joined(sentences), own);
    }

    public Narrative NextClean()
    {
        var sentences = Clean(_random.Next(2) == 0, _random.Next(3, 8));
        return new(null, "", Joined(sentences), []);
    }

    private string Joined(List<string> sentences) => string.Join(_random.Next(6) == 0 ? "\n" : " ", sentences);

    private List<string> Clean(bool swedish, int n)
    {
        var from = swedish ? CleanSv : CleanEn;
        return [.. Enumerable.Range(0, n).Select(_ => Filled(Pick(from), swedish))];
    }

    private string Filled(string template, bool swedish)
    {
        while (template.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = template.IndexOf('}', at);
            template = template[..at] + Fill(template[(at + 1)..end], swedish) + template[(end + 1)..];
        }
        return template;
    }

    private string Fill(string what, bool swedish) => what switch
    {
        "amount" => Pick(swedish
            ? [$"{N(2, 90)} 000 kr", $"{N(100, 950)} kronor", $"{N(1, 9)} {N(100, 999)} kronor", $"{N(100, 400)} 000 kr", $"{N(2, 30)}.{N(100, 999)} kr", $"{N(20, 90)} 000-{N(91, 120)} 000 kr", $"{N(1500, 9500)} kr", $"cirka {N(2, 9)} {N(100, 999)}", $"{N(1, 3)} {N(100, 999)} 000 kronor", $"{N(500, 900)} euro", $"€{N(200, 900)}", $"{N(10, 90)} procent av lönen"]
            : [$"SEK {N(2, 90)},000", $"{N(100, 950)} kronor", $"EUR {N(1, 9)},{N(100, 999)}", $"{N(100, 400)} 000 SEK", $"€{N(1, 30)},{N(100, 999)}", $"{N(20, 90)} 000-{N(91, 120)} 000 SEK", $"{N(1500, 9500)} euros".Replace("euros", "euro", StringComparison.Ordinal), $"about {N(2, 9)} {N(100, 999)}", $"${N(500, 900)}", $"{N(10, 90)} percent of the wages"]),
        "months" => N(2, 30).ToString(CultureInfo.InvariantCulture),
        "number" => Pick(swedish ? ["två", "tre", "fyra", "fem", "sex", "åtta", "tolv"] : ["two", "three", "four", "five", "six", "eight", "twelve"]),
        "age" => Pick(swedish ? ["arton", "nitton", "drygt tjugo", "omkring trettio", "knappt fyrtio", "tjugofem till trettio"] : ["eighteen", "nineteen", "in her twenties", "about thirty", "just under forty", "between twenty-five and thirty"]),
        "law" => Pick(swedish
            ? ["5 kap. 15 § utlänningslagen (2005:716)", "4 kap. 1 a § brottsbalken", "11 kap. 1 § socialtjänstlagen (2025:400)", "UtlL 5:15", "BrB 4:1 a", "lag (2022:1015)", "OSL 26:1", "12 kap. 2 § OSL (2009:400)", "SoL 19:1", "lagen (1994:137) om mottagande", "SFS 2013:407", "prop. 2021/22:131", "direktiv 2011/36/EU", "direktiv (EU) 2024/1712", "SOU 2025:119", "förordning (2017:193) 17 och 19 §§", "MIG 2019:12"]
            : ["Chapter 5 Section 15 of the Aliens Act (2005:716)", "Chapter 4 Section 1 a of the Criminal Code", "the Social Services Act (2025:400)", "UtlL 5:15", "BrB 4:1 a", "Act (2022:1015)", "OSL 26:1", "Section 17 of Ordinance (2017:193)", "SoL 19:1", "Directive 2011/36/EU", "Directive (EU) 2024/1712", "the Act on reception (1994:137)", "Regulation (EU) 2016/679", "SOU 2025:119"]),
        "years" => Pick([$"{N(2015, 2026)}", $"{N(2010, 2020)}-{N(2021, 2026)}", $"{N(2018, 2024)}/{N(20, 26)}", $"{N(2019, 2023)} {(swedish ? "och" : "and")} {N(2024, 2026)}"]),
        "hours" => Pick(swedish
            ? [$"9.00–16.30", $"kl. {N(8, 10)}.00-{N(15, 17)}.30", $"mellan {N(7, 9)} och {N(20, 23)}", $"klockan 0{N(6, 9)}:00–{N(18, 22)}:00", $"från {N(6, 9)}.30 till {N(19, 22)}.15", $"{N(8, 9)}-{N(16, 17)}"]
            : ["9:00-16:30", $"from {N(8, 10)} to {N(15, 17)}", $"0{N(6, 9)}:00–{N(18, 22)}:00", $"{N(6, 9)}.30 to {N(19, 22)}.15", $"{N(8, 9)}-{N(16, 17)}", $"{N(7, 9)} am to {N(9, 11)} pm"]),
        _ => throw new InvalidOperationException(what),
    };

    private static readonly string[] CleanSv =
    [
        "Hon har varit här i {months} månader.", "Personen är {age} år och saknar tillstånd.", "Skulden är på {amount} och växer varje vecka.", "Arbetsgivaren håller inne lönen, {amount} i månaden.", "Vi undrar om {law} kan tillämpas här.",
        "Kan betänketid sökas enligt {law} innan förundersökning har inletts?", "Det började {years} och har pågått sedan dess.", "Mottagningen har öppet {hours} på vardagar.", "Hon arbetar {hours}, sju dagar i veckan.", "De delar rum, {number} kvinnor i varje.",
        "Vem ansvarar för boendet när kommunen säger nej?", "Enligt {law} ska socialnämnden ge stöd oberoende av identifiering.", "Vi har ringt stödtelefonen men det var stängt.", "Hon vill inte medverka i rättsprocessen men behöver skydd.", "Får vi ge henne vård som inte kan anstå enligt {law}?",
        "Barnet går i förskola och pratar ingen svenska.", "Han lovades arbete i städbranschen och fick betala {amount} för resan.", "Kontakten togs via Instagram och Telegram.", "Hon är rädd för att bli skickad hem.", "Han har {number} barn i hemlandet.", "Klienten sover dåligt och äter lite.",
        "Beslutet togs under {years}.", "Det handlar om {number} personer i samma lägenhet.", "Vi har läst {law} men är osäkra på hur den ska förstås.", "Kan regionkoordinatorn vara med på mötet?", "Återresan kostar ungefär {amount}.", "Personen talar engelska och lite arabiska.", "Hur lång tid tar en ansökan hos Migrationsverket?",
        "Hyran är {amount}, vilket är mer än lönen.", "Hon kom till Sverige för {months} månader sedan med turistvisum.", "Vad gäller för EU-medborgare utan uppehållsrätt?", "Vi behöver råd om hotbilden före helgen.", "Man har tagit ifrån henne passet.", "Kan samtycke ges muntligt med tolk på telefon?", "Personen har ingen kontakt med sin familj.",
        "Åldern är osäker, kanske {age}.", "Ungefär 3 av 10 ansökningar avslås, har vi hört.", "Det är 2-3 gånger i veckan, 10-12 timmar åt gången.", "Åldersgrupperna 15-17, 18-20 och 21-24 är vanligast hos oss.", "Se steg 1-3 i manualen, avsnitt 2.1 och 5.1.", "De arbetade {number} veckor utan en enda ledig dag.",
    ];

    private static readonly string[] CleanEn =
    [
        "She has been here for {months} months.", "The person is {age} and has no permit.", "The debt is {amount} and grows every week.", "The employer keeps the wages, {amount} a month.", "We wonder whether {law} applies.", "Can a reflection period be applied for under {law} before an investigation has started?",
        "It began in {years} and has gone on since.", "The centre is open {hours} on weekdays.", "She works {hours}, seven days a week.", "They share a room, {number} women in each.", "Who is responsible for housing when the municipality says no?", "Under {law} the social board gives support regardless of identification.",
        "We tried the hotline but it was closed.", "She does not want to take part in the proceedings but needs protection.", "May we offer care that cannot be deferred under {law}?", "The child goes to preschool and speaks no Swedish.", "He was promised cleaning work and paid {amount} for the journey.",
        "The contact was made through Instagram and Telegram.", "She is afraid of being sent home.", "He has {number} children in his home country.", "The client sleeps badly and eats little.", "The decision was taken in {years}.", "It concerns {number} people in the same flat.", "We have read {law} but are not sure how to understand it.",
        "Could the regional coordinator join the meeting?", "The journey home costs roughly {amount}.", "The person speaks English and some Arabic.", "How long does an application to the Migration Agency take?", "The rent is {amount}, more than the wages.", "She came to Sweden {months} months ago on a tourist visa.", "What applies to EU citizens without a right of residence?",
        "We need advice on the threat before the weekend.", "They took her passport away.", "Can consent be given orally with an interpreter on the phone?", "The person has no contact with the family.", "The age is uncertain, perhaps {age}.", "About 3 in 10 applications are refused, we hear.", "It happens 2-3 times a week, 10-12 hours at a time.",
        "Age groups 15-17, 18-20 and 21-24 are the most common here.", "See steps 1-3 of the manual, sections 2.1 and 5.1.", "They worked {number} weeks without a single day off.", "How should we handle this situation?", "She was at home. They came back at night.",
    ];

    private string PersonalNumber(bool swedish)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(_random.Next(20_000));
        var digits = $"{day:yyMM}{day.Day + (_random.Next(4) == 0 ? 60 : 0):00}{N(0, 999):000}";
        var sum = digits.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(p => p / 10 + p % 10);
        digits += (10 - sum % 10) % 10;
        var century = day.Year / 100;
        var (d, l) = (digits[..6], digits[6..]);
        var written = Pick([
            $"{d}-{l}", $"{d}{l}", $"{century}{d}-{l}", $"{century}{d}{l}", $"{d} {l}", $"{century}{d} {l}", $"{d} - {l}", $"{d}+{l}", $"{century} {d} {l}", $"{d[..2]} {d[2..4]} {d[4..]} {l}", $"{century}{d[..2]}-{d[2..4]}-{d[4..]}-{l}", $"{d[..2]}.{d[2..4]}.{d[4..]}.{l}",
            string.Join(' ', digits.ToCharArray()), string.Join('-', digits.ToCharArray()), string.Join(", ", digits.ToCharArray()), $"{d}–{l}", $"{d}\u00a0{l}", $"{century}{d}/{l}", new([.. (d + l).Select(c => (char)(c - '0' + '０'))]), $"{d[..3]} {d[3..]} {l}", $"{d}_{l}", $"{century}{d[..2]} {d[2..]} {l[..2]} {l[2..]}",
        ]);
        return Said(swedish, written, ["Personnumret är {0}.", "Pnr {0}.", "Hon har {0} i folkbokföringen.", "Samordningsnummer: {0}", "({0}) enligt Skatteverket.", "Numret {0} står på kortet."], ["Her personal number is {0}.", "ID {0}.", "Coordination number: {0}", "Registered as {0} with the Tax Agency.", "The number {0} is on the card."]);
    }

    private string Telephone(bool swedish)
    {
        var mobile = $"7{Pick(["0", "2", "3", "6", "9"])}{N(1, 9)}{N(0, 999999):000000}";
        var (a, b, c, d) = (mobile[..2], mobile[2..5], mobile[5..7], mobile[7..]);
        var written = _random.Next(5) switch
        {
            0 => Pick([$"0{a}-{b} {c} {d}", $"0{mobile}", $"+46{mobile}", $"+46 {a} {b} {c} {d}", $"0046{mobile}", $"+46 (0){a}-{b} {c} {d}", $"0{a} {b} {c} {d}", $"0{a}{b}{c}{d}", $"0{a}.{b}.{c}.{d}", $"(0{a}) {b} {c} {d}", $"0{a}/{b}{c}{d}", $"{a} {b} {c} {d}", $"0{a}-{b}{c}{d}", $"0{a} - {b} {c} {d}", $"{mobile}"]),
            1 => Pick([$"08-{N(100, 999)} {N(10, 99)} {N(10, 99)}", $"090-{N(10, 99)} {N(10, 99)} {N(10, 99)}", $"0{N(11, 98)}-{N(100000, 999999)}", $"+46 8 {N(100, 999)} {N(10, 99)} {N(10, 99)}", $"0{N(300, 690)}-{N(10000, 99999)}", $"08 {N(10, 99)} {N(10, 99)} {N(10, 99)} {N(10, 99)}"]),
            2 => Pick([$"+40 7{N(10, 99)} {N(100, 999)} {N(100, 999)}", $"+234 80{N(1, 9)} {N(100, 999)} {N(1000, 9999)}", $"+380 {N(50, 99)} {N(100, 999)} {N(10, 99)} {N(10, 99)}", $"0040 7{N(10000000, 99999999)}", $"+66 {N(80, 99)}-{N(100, 999)}-{N(1000, 9999)}", $"+358 40 {N(1000000, 9999999)}", $"+44 7{N(100, 999)} {N(100000, 999999)}", $"+1 ({N(200, 999)}) {N(200, 999)}-{N(1000, 9999)}", $"00359 88 {N(1000000, 9999999)}", $"+45 {N(20, 99)} {N(10, 99)} {N(10, 99)} {N(10, 99)}"]),
            3 => string.Join(Pick([" ", ", ", "-", ". "]).Replace(". ", ".", StringComparison.Ordinal), $"0{mobile}".ToCharArray()),
            _ => string.Join(' ', $"0{mobile}".Select(c => (swedish ? SaidSv : SaidEn)[c - '0'])),
        };
        if (_random.Next(12) == 0) written = written.Replace('0', 'O');
        return Said(swedish, written, ["Hon nås på {0}.", "Ring henne på {0} efter lunch.", "Numret är {0}.", "Tel: {0}", "Mobil {0}.", "{0} är hans nummer.", "Sms:a {0} först."], ["She can be reached on {0}.", "Call her at {0} after lunch.", "The number is {0}.", "Phone: {0}", "Mobile {0}.", "{0} is his number.", "Text {0} first."]);
    }

    private static readonly string[] SaidSv = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"];
    private static readonly string[] SaidEn = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private string Email()
    {
        var local = Pick([$"{Pick(Given)}.{Pick(Family)}", $"{Pick(Given)}{N(10, 99)}", $"{Pick(Given)[..2]}_{Pick(Family)}", $"info", $"x{N(100, 999)}"]).ToLowerInvariant();
        var domain = Pick(["gmail", "hotmail", "example", "live", "yahoo", "kommun", "proton"]);
        var top = Pick(["com", "se", "net", "org", "ru", "ro", "ng"]);
        var written = Pick([$"{local}@{domain}.{top}", $"{local}@{domain}.{top}".ToUpperInvariant(), $"{local} @ {domain}.{top}", $"{local}(at){domain}.{top}", $"{local} (at) {domain}.{top}", $"{local}[at]{domain}[dot]{top}", $"{local} at {domain} dot {top}", $"{local} snabel-a {domain} punkt {top}", $"{local} [snabel-a] {domain}.{top}", $"{local}＠{domain}.{top}", $"<{local}@{domain}.{top}>", $"mailto:{local}@{domain}.{top}", $"{local} at {domain}.{top}"]);
        return Pick([$"E-post: {written}.", $"Mejla {written} så svarar hon.", $"Her e-mail is {written}, she says.", $"Write to {written}", $"Svara till {written}."]);
    }

    private string WebAddress()
    {
        var name = Pick(["escort-umea", "massage-house", "annons24", "girls-of-sthlm", "jobbet", "rosesalon", "thaispa"]);
        var top = Pick(["com", "se", "net", "nu", "info", "eu", "ru"]);
        var written = Pick([$"https://www.{name}.{top}/p/{N(100, 999)}", $"http://{name}.{top}", $"www.{name}.{top}", $"{name}.{top}", $"{name}.{top}/annons/{N(10, 99)}", $"hxxps://{name}.{top}", $"WWW.{name.ToUpperInvariant()}.{top.ToUpperInvariant()}", $"{name} punkt {top}", $"{name} dot {top}", $"{name}[.]{top}", $"t.me/{name}", $"facebook.com/{name}", $"https://instagram.com/{name}"]);
        return Pick([$"Annonsen ligger på {written}.", $"Se {written} för bilder.", $"The ad is at {written}, with photos.", $"She is shown on {written}", $"Sidan heter {written}."]);
    }

    private string Handle(bool swedish)
    {
        var plain = Pick(["sotnos", "rosebud", "lillafagel", "blackpearl", "nattviol", "sweetlady", "kingpin"]);
        var shaped = Pick([$"{plain}_{N(1, 99)}", $"{plain}{N(10, 99)}", $"{plain}.{Pick(["girl", "queen", "umea"])}", $"_{plain}_", $"{plain}-{N(10, 99)}", $"xx_{plain}_xx"]);
        return swedish
            ? Pick([$"Hon finns på Instagram som {shaped}.", $"Snapchat: {plain}.", $"Hon heter {plain} på Snapchat.", $"På Telegram heter han {plain}.", $"Användarnamnet är {plain}.", $"Skriv till @{plain}.", $"Hans konto är {shaped} på TikTok.", $"Användarnamn: {shaped}", $"Insta @{shaped} visar bilder.", $"Hon kallar sig {plain} på Facebook.", $"Telegram \"{plain}\" skickar pengarna.", $"nick: {plain}"])
            : Pick([$"She is on Instagram as {shaped}.", $"Snapchat: {plain}.", $"She is called {plain} on Snapchat.", $"On Telegram he is called {plain}.", $"The username is {plain}.", $"Write to @{plain}.", $"His account is {shaped} on TikTok.", $"User name: {shaped}", $"Insta @{shaped} shows photos.", $"She goes by {plain} on Facebook.", $"Telegram \"{plain}\" sends the money.", $"nick: {plain}"]);
    }

    private string Document(bool swedish)
    {
        var letters = new string([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => (char)('A' + _random.Next(26)))]);
        var written = Pick([$"{letters}{N(1000000, 9999999)}", $"{letters} {N(1000000, 9999999)}", $"{N(10000000, 99999999)}", $"{letters}{N(100000, 999999)}", $"{letters.ToLowerInvariant()}{N(1000000, 9999999)}", $"{letters}-{N(100000, 999999)}", $"{N(100, 999)} {N(100, 999)} {N(100, 999)}", $"{letters}{N(10, 99)} {N(100, 999)} {N(1000, 9999)}"]);
        return Said(swedish, written, ["Passnumret är {0}.", "Pass nr {0}.", "Hennes pass, {0}, är hos arbetsgivaren.", "Id-kort {0} togs ifrån henne.", "Resedokument {0}."], ["The passport number is {0}.", "Passport no {0}.", "Her passport, {0}, is with the employer.", "ID card {0} was taken.", "Travel document {0}."]);
    }

    private string FileNumber(bool swedish)
    {
        var written = Pick([$"{N(2020, 2026)}-{N(100, 999999):000000}", $"{N(10, 99)}-{N(100000, 999999)}", $"5000-K{N(100000, 999999)}-{N(20, 26)}", $"AM-{N(10000, 99999)}-{N(20, 26)}", $"B {N(1000, 9999)}-{N(20, 26)}", $"UM {N(1000, 9999)}-{N(20, 26)}", $"{N(1000, 9999)}-{N(10000, 99999)}", $"{N(10000, 99999)}/{N(2020, 2026)}", $"50-{N(1000000, 9999999)}"]);
        return Said(swedish, written, ["LMA-kort {0}.", "Dossiernummer {0}.", "Ärendet har nummer {0}.", "Dnr {0}.", "Förundersökningen är {0}.", "Målet {0} är överklagat.", "Se {0}."], ["LMA card {0}.", "Dossier number {0}.", "The case number is {0}.", "Ref. {0}.", "The investigation is {0}.", "File {0} is under appeal.", "See {0}."]);
    }

    private string OwnCase(bool swedish, string[] own)
    {
        var (given, family) = (own[0], own[1]);
        var written = Pick([
            given, family, $"{given} {family}", $"{family}, {given}", given.ToLowerInvariant(), given.ToUpperInvariant(), $"{given} {family}".ToLowerInvariant(), $"{given}s", $"{given}'s", $"\"{given}\"", $"({given})", string.Join(' ', given.ToCharArray()), string.Join('-', given.ToUpperInvariant().ToCharArray()), $"{given}-{family}",
            $"{given}/{family}", $"{given}.", $"{given},", $"\u200b{given}", $"fru {family}",
        ]);
        return Said(swedish, written, ["Vi träffade {0} i går.", "{0} vågar inte gå ut.", "Det gäller {0} som vi skrev om.", "Hon heter {0}.", "I går ringde {0} och grät.", "min klient {0} behöver skydd"], ["We met {0} yesterday.", "{0} dares not go out.", "It is about {0} whom we wrote about.", "Her name is {0}.", "Yesterday {0} called, crying.", "my client {0} needs protection"]);
    }

    private string Name(bool swedish)
    {
        var given = Pick(OtherNames);
        var full = _random.Next(3) == 0 ? $"{given} {Pick(Family)}" : given;
        return swedish
            ? Pick([$"Hon heter {full}.", $"Hon heter {given.ToLowerInvariant()} i förnamn.", $"Min klient {full} behöver skydd.", $"Vi träffade {full} på mottagningen.", $"Kvinnan kallas {given}.", $"{full} berättar att hon är hotad.", $"Hennes namn är {full}.", $"Mannen, {full}, håller passet.", $"I går ringde {full} hit.", $"Det gäller fru {Pick(Family)}.", $"Arbetsgivaren heter {full}.", $"Hennes syster {given} är kvar.", $"namn: {full}", $"Enligt {full} är skulden betald.", $"Klienten ({full}) är ensam."])
            : Pick([$"Her name is {full}.", $"She is named {given.ToLowerInvariant()}.", $"My client {full} needs protection.", $"We met {full} at the centre.", $"The woman is called {given}.", $"{full} says that she is threatened.", $"The man, {full}, keeps the passport.", $"Yesterday {full} called us.", $"It concerns Mrs {Pick(Family)}.", $"The employer is named {full}.", $"Her sister {given} is still there.", $"name: {full}", $"According to {full} the debt is paid.", $"The client ({full}) is alone.", $"She calls herself {given}."]);
    }

    private string BirthDate(bool swedish)
    {
        var day = new DateOnly(1960, 1, 1).AddDays(_random.Next(17_000));
        var month = CultureInfo.GetCultureInfo(swedish ? "sv-SE" : "en-GB").DateTimeFormat.GetMonthName(day.Month);
        var ordinal = swedish ? "" : day.Day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };
        var written = Pick([$"{day:yyyy-MM-dd}", $"{day:yyyyMMdd}", $"{day:yyMMdd}", $"{day.Day}/{day.Month} {day.Year}", $"{day.Day}/{day.Month}-{day:yy}", $"{day:dd'/'MM'/'yyyy}", $"{day:dd'.'MM'.'yyyy}", $"{day:d'.'M'.'yy}", $"{day:yyyy'/'MM'/'dd}", $"{day:dd-MM-yyyy}", $"{day.Day} {month} {day.Year}", $"{day.Day} {month[..3]} {day.Year}", $"{day:yy-MM-dd}", $"{day:yyMMdd}-XXXX", swedish ? $"den {day.Day}:e {month} {day.Year}" : $"{month} {day.Day}{ordinal}, {day.Year}", swedish ? $"{day.Day} {month} -{day:yy}" : $"the {day.Day}{ordinal} of {month} {day.Year}", $"{day.Year} {month} {day.Day}"]);
        return Said(swedish, written, ["Hon är född {0}.", "Född: {0}", "Födelsedatum {0}.", "f. {0}", "Kvinnan ({0}) är gravid.", "Hon fyller år {0}.", "Enligt passet {0}."], ["She was born {0}.", "Born: {0}", "Date of birth {0}.", "b. {0}", "The woman ({0}) is pregnant.", "DOB {0}", "According to the passport {0}."]);
    }

    private string Address(bool swedish)
    {
        var written = swedish
            ? Pick([$"{Pick(Streets)} {N(1, 98)}", $"{Pick(Streets)} {N(1, 98)} {Pick(["A", "B", "C"])}", $"{Pick(Streets)} {N(1, 98)}{Pick(["a", "b"])}, lgh {N(1001, 1604)}", $"{Pick(Streets).ToLowerInvariant()} {N(1, 98)}", $"{Pick(["Södra", "Norra", "Östra", "Gamla"])} {Pick(["vägen", "Vägen", "gatan", "torget"])} {N(1, 60)}", $"{N(100, 984)} {N(10, 99)} {Pick(["Umeå", "Malmö", "Norrköping", "Lycksele"])}", $"SE-{N(100, 984)} {N(10, 99)} {Pick(["Umeå", "Kiruna"])}", $"Box {N(10, 999)}, {N(100, 984)} {N(10, 99)} {Pick(["Sala", "Borås"])}", $"{N(10000, 98499)} {Pick(["Umeå", "Malmö"])}", $"c/o {Pick(Family)}, {Pick(Streets)} {N(1, 40)}", $"{Pick(Streets)} nr {N(1, 90)}"])
            : Pick([$"{N(1, 240)} {Pick(["Green", "High", "Station", "Church"])} {Pick(["Street", "Road", "Lane", "Avenue", "St"])}", $"flat {N(1, 40)}, {N(1, 90)} {Pick(["Mill", "Park"])} Road", $"{Pick(Streets)} {N(1, 98)}", $"{Pick(Streets)} {N(1, 98)} in {Pick(["Malmö", "Umeå"])}", $"{N(100, 984)} {N(10, 99)} {Pick(["Stockholm", "Gävle"])}", $"{Pick(Streets).ToLowerInvariant()} {N(1, 98)}", $"apartment {N(1, 60)} at {Pick(Streets)}", $"c/o {Pick(Family)}", $"PO Box {N(10, 999)}", $"Strada {Pick(["Lunga", "Noua"])} {N(1, 90)}"]);
        return Said(swedish, written, ["Hon bor på {0}.", "Adressen är {0}.", "Lägenheten ligger på {0}.", "De hålls på {0} om nätterna.", "Boendet, {0}, är känt."], ["She lives at {0}.", "The flat is at {0}.", "They are kept at {0} at night.", "The shelter, {0}, is known.", "She was picked up near {0}."]);
    }

    private string Said(bool swedish, string written, string[] sv, string[] en) => string.Format(CultureInfo.InvariantCulture, Pick(swedish ? sv : en), written);

    private int N(int from, int to) => _random.Next(from, to + 1);

    private string Pick(string[] from) => from[_random.Next(from.Length)];
#pragma warning restore CA5394

    private static readonly string[] Given = ["Oksana", "Adaeze", "Roxana", "Somchai", "Hodan", "Georgi", "Mirela", "Nattaya", "Zhanna", "Destiny", "Tsveta", "Ifeanyi", "Luminita", "Kasia", "Yordanka", "Murod", "Thuy", "Zaynab", "Ileana", "Ruslan"];
    private static readonly string[] Family = ["Kovalenko", "Okafor", "Dobre", "Suwan", "Warsame", "Ivanov", "Popescu", "Karimov", "Nguyen", "Haile", "Bondarenko", "Adeyemi", "Stoica", "Todorova", "Rahimi", "Lindqvist", "Petrov", "Eze"];
    private static readonly string[] OtherNames = ["Valeriya", "Chiamaka", "Ionica", "Prasert", "Sagal", "Plamena", "Zorica", "Anong", "Lyubov", "Osarumen", "Rositsa", "Nkechi", "Doina", "Jolanta", "Bekzod", "Trinh", "Rukia", "Viorica", "Anzhela", "Fredrika", "Mojgan", "Tariku", "Selma", "Ludmila"];
    private static readonly string[] Streets = ["Storgatan", "Kungsvägen", "Björkstigen", "Nygränd", "Stortorget", "Skolgatan", "Ågatan", "Lillhagsvägen", "Parkallén", "Hamnplan", "Åsbacken", "Kvarnleden", "Fabriksgatan", "Sjöstigen", "Rosengången"];
}
