using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>Words of Swedish and English that say nothing about who somebody is, also where they begin with a capital.</summary>
internal static class OrdinaryWords
{
    private static readonly string[] Endings = ["arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "nas", "ar", "er", "or", "en", "et", "na", "ns", "es", "ed", "n", "t", "s", "a", "e", "ing", "ly"];

    private static readonly string[] OfficeEndings =
        ["verket", "myndigheten", "myndighet", "kassan", "förmedlingen", "styrelsen", "nämnden", "rätten", "domstolen", "tjänsten", "mottagningen", "jouren", "lagen", "kommun", "kommunen", "regionen", "vården", "polisen", "skolan", "huset", "samordningen", "stiftelsen", "förordningen", "direktivet"];

    private static readonly HashSet<string> Known = Split("""
        och eller men som att det den de dem vi ni jag du han hon hen man mig dig sig oss er min mitt mina din ditt dina sin sitt sina vår vårt våra ert era hans hennes hens deras dess denna detta dessa dom
        är var vara varit har hade haft ha vill ville kan kunde ska skall skulle bör borde måste får fick blir blev bli bliv gör gjorde göra går gick gå kommer kom komma ser såg se säger sade säga vet visste veta tror trodde tro
        finns fanns finnas heter hette kallas behöver behövde behöva söker sökte söka bor bodde bo lever levde leva arbetar arbetade arbeta jobbar jobbade jobba berättar berättade berätta frågar frågade fråga undrar undrade
        inte aldrig alltid ofta ibland redan ännu fortfarande nu då när där här hit dit vart hur vad vem vilka vilken vilket varför om ifall eftersom därför alltså också även bara endast kanske mycket lite mer mest mindre minst för från
        till med utan mot mellan under över vid på av ur in ut upp ner hos efter före innan sedan medan tills genom enligt inom bland kring runt trots angående gällande samt dock ju väl nog så såsom än ens ingen inget inga någon något
        några alla allt hela varje båda många få flera andra annan annat samma sådan sådant egen eget egna ny nytt nya gammal gammalt gamla ung unga stor stort stora liten litet små god gott goda bra bättre bäst dålig dåligt sämre möjligt
        ett en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen första andra tredje halv halva
        kvinna kvinnor man män mannen flicka pojke barn vuxen vuxna person personer människa människor klient klienter brukare patient offer anhörig förälder föräldrar mamma pappa mor far syster bror familj vän kompis kollega handläggare
        socialsekreterare polis åklagare jurist advokat tolk läkare sjuksköterska kurator lärare arbetsgivare chef hallick kund köpare granne ledare samordnare regionkoordinator koordinator personal team grupp organisation förening kvinnojour
        jour skyddat boende bostad lägenhet rum hem härbärge hotell adress kommun region stad land län sverige europa utlandet gräns resa biljett pass visum tillstånd uppehållstillstånd arbetstillstånd asyl ansökan beslut avslag
        betänketid förundersökning anmälan brott misstanke människohandel människoexploatering prostitution tvång tvångsarbete skuld skulder lön pengar kronor arbete jobb arbetsplats restaurang städ bygg massage skola sjukvård vård hälsa
        hjälp stöd råd rådgivning insats insatser plan möte samtal telefon nummer kontakt fråga frågor svar problem situation läge risk hot våld rädsla rädd oro trygg säker säkerhet skydd behov rätt rättighet rättigheter lag lagen regel
        regler kapitel paragraf samtycke sekretess uppgift uppgifter information ärende utredning bedömning möjlighet alternativ steg ansvar ansvarig myndighet myndigheter socialtjänst socialjour socialnämnd nämnd
        dag dagar natt nätter vecka veckor månad månader år timme timmar tid tiden morgon kväll idag igår imorgon helg nästa förra senaste snart länge tidigare senare måndag tisdag onsdag torsdag fredag lördag söndag
        januari februari mars april maj juni juli augusti september oktober november december våren sommaren hösten vintern hej tack hälsningar vänliga obs bakgrund sammanfattning fråga kort ja nej ursäkta exempel ungefär cirka enda
        träffade träffat ringde ringt ringer hotas hotad utnyttjas utnyttjad lovades lovade lovat tvingas tvingad tvingats flytt flydde flyr återvända återvändande hemland hemresa sover äter mår känner orkar vågar vägrar nekar accepterar
        hyra ålder lokal bil väg avtal kontrakt konto förundersökningen rättsprocess rättegång vittne vittnesmål medverkan familjeliv graviditet förlossning sjukdom skada skador medicin mat kläder kommunikation språk svenska
        ärendet alternativt dessutom däremot emellertid exempelvis förutom hittills ibland ingenting istället långt nyligen numera självklart särskilt troligen vidare överhuvudtaget åter återigen tillsammans tillfälligt dagligen varken
        the a an and or but if then that this these those it its is are was were be been being have has had having do does did done doing will would shall should can could may might must need needs not no yes never always often sometimes
        already still now when where here there how what who whom whose which why because since so therefore also only perhaps maybe very much more most less least for from to with without against between under over at on of off in into
        out up down by after before until while through according within among around about despite regarding as than like such same own other another any some every each both many few several all whole none nobody nothing someone anyone
        i you he she we they me him her us them my your his our their mine hers ours theirs himself herself themselves one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first second third half young old new good bad better best big small large long short high low early late recent possible likely urgent safe
        woman women man men girl boy child children adult adults person persons people client clients victim victims patient parent parents mother father sister brother family friend colleague officer worker workers police prosecutor lawyer
        interpreter doctor nurse teacher employer boss pimp customer buyer neighbour leader coordinator staff team group organisation organization shelter housing home room flat hotel address municipality region city country county border
        travel ticket passport visa permit permits residence work working asylum application decision refusal reflection period investigation report crime offence suspicion trafficking exploitation prostitution coercion force forced labour
        debt debts wage wages money pay salary job restaurant cleaning building massage school care health help support advice service services measure plan meeting call phone number contact question questions answer problem situation risk
        threat threats violence fear afraid worry worried safety protection need right rights law act rule rules chapter section article consent secrecy detail details information case assessment option options step responsibility authority
        authorities agency board court day days night nights week weeks month months year years hour hours time today yesterday tomorrow weekend next last soon ago earlier later morning evening afternoon monday tuesday wednesday thursday
        friday saturday sunday january february march april may june july august september october november december spring summer autumn winter hello hi dear thanks thank regards please background summary note ok example about
        says said say tell told tells ask asks asked think thinks know knows want wants wanted come comes came go goes went get gets got make makes made take takes took give gives gave see sees saw find finds found feel feels felt keep keeps
        kept let live lives lived stay stays stayed leave leaves left return returns returned bring brought show shows seem seems become became try tries tried use used work works worked speak speaks met meet meets wonder wonders suspect
        suspects believe believes received applied apply applies appeal hope joy grace faith mercy will rose may june april summer dawn blessing precious happy lucky gift love peace wisdom sunday princess prince queen king favour
        ordinance criminal code penal contract agreement rent age local car road account testimony trial witness pregnancy illness injury medicine food clothes language clothing proceedings guardian custody
        however although though unless whether both either neither once again another almost already alone along together apart away back else ever every even far further just kind lot main matter moment near once order part place point
        quite rather really reason right side since soon still such sure thing things though today together too toward towards true turn two type usually usual way ways well yet start starts started end ends ended since
        """);

    private static readonly HashSet<string> Places = PlaceWords();

    public static bool Has(string word)
    {
        var small = word.ToLowerInvariant();
        if (Known.Contains(small)) return true;
        if (small.Contains('-', StringComparison.Ordinal) && small.Split('-').All(part => part.Length == 0 || Known.Contains(part))) return true;
        var known = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var ending in Endings)
            if (small.Length - ending.Length >= 4 && small.EndsWith(ending, StringComparison.Ordinal) && known.Contains(small.AsSpan(0, small.Length - ending.Length))) return true;
        return false;
    }

    /// <summary>Countries, languages, peoples, Swedish places, authorities and their English names: written with a capital, and nobody's.</summary>
    public static bool IsPlaceOrOffice(string word)
    {
        var small = word.ToLowerInvariant();
        var bare = small.Length > 4 && small[^1] == 's' ? small[..^1] : small;
        return Places.Contains(small) || Places.Contains(bare) || OfficeEndings.Any(ending => bare.EndsWith(ending, StringComparison.Ordinal));
    }

    internal static HashSet<string> Split(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static HashSet<string> PlaceWords()
    {
        var names = Countries.InOrder("en").SelectMany(c => new[] { c.NameIn("sv"), c.NameIn("en") })
            .Concat(Languages.InOrder("en").SelectMany(l => new[] { l.NameIn("sv"), l.NameIn("en") }))
            .Concat(Geography.Municipalities.Select(m => m.Name)).Concat(Geography.Counties.SelectMany(c => new[] { c.NameSv, c.NameEn })).Concat(CoordinationRegions.All.Select(CoordinationRegions.Name));
        return
        [
            .. names.SelectMany(name => name.ToLowerInvariant().Split(" -(),/'".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length > 2),
            .. Split("""
                europa europe afrika africa asien asia amerika america oceanien oceania balkan norden nordic baltic baltikum östeuropa västafrika mellanöstern schengen dublin eu-land haag hague genève geneva bryssel brussels köpenhamn oslo
                helsingfors helsinki warszawa bukarest bucharest sofia kiev kyiv lagos bangkok istanbul berlin paris london rom rome
                swedish swede swedes nordic african european asian american arab nigerian romanian bulgarian ukrainian thai vietnamese chinese indian filipino polish russian albanian serbian moldovan hungarian georgian uzbek syrian afghan
                iraqi iranian somali eritrean ethiopian kenyan ghanaian moroccan algerian turkish kurdish mongolian colombian brazilian venezuelan lithuanian latvian estonian finnish danish norwegian german english french spanish italian
                jämställdhetsmyndigheten migrationsverket polismyndigheten åklagarmyndigheten socialtjänsten skatteverket arbetsmiljöverket arbetsförmedlingen försäkringskassan kriminalvården kronofogden säpo interpol europol frontex
                bris rfsl röda korset rädda barnen stadsmissionen frälsningsarmén talita realstars mika mikamottagningen evonhuset plattformen civila nsp nspm nmt brå iom unhcr who fn odihr osse osce greta jämy
                migration agency gender equality swedish police authority prosecution social services act aliens board welfare health national regional referral mechanism civil society platform red cross save children
                government parliament convention directive regulation constitution union tax employment insurance administrative district supreme appeal court courts international organization organisation embassy consulate
                ambassad konsulat ambassaden konsulatet konventionen barnkonventionen palermoprotokollet brottsbalken utlänningslagen socialtjänstlagen rättegångsbalken manualen stödtelefonen
                god jul kristus allah gud jesus ramadan eid christmas easter koran bibeln bible islam muslim muslims christian christians jewish orthodox catholic
                internet whatsapp facebook instagram telegram snapchat tiktok google swish bankid covid airbnb uber foodora wolt messenger viber skype youtube twitter
                """),
        ];
    }
}
