using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Consultations;

/// <summary>Names, and where somebody lives. These are doubts: the author looks and decides.</summary>
public static partial class PersonalDataDetector
{
    private const string People = @"klient(?:en)?|client|brukare(?:n)?|patient(?:en)?|kvinna(?:n)?|flicka(?:n)?|pojke(?:n)?|man(?:nen)?|tjej(?:en)?|kille(?:n)?|person(?:en)?|barn(?:et)?|dotter(?:n)?|son(?:en)?|syster(?:n)?|bror|brodern|mamma(?:n)?|pappa(?:n)?|mor|far|modern|fadern|kusin(?:en)?|väninna(?:n)?|vän(?:nen)?|kompis(?:en)?|fru(?:n)?|herr|fröken|make(?:n)?|maka(?:n)?|doktor|mr|mrs|ms|miss|woman|girl|boy|daughter|sister|brother|mother|father|husband|wife|cousin|friend|boyfriend|girlfriend|pimp|hallick(?:en)?|pojkvän(?:nen)?|flickvän(?:nen)?|sambo(?:n)?|arbetsgivare(?:n)?|employer|trafficker|förmedlare(?:n)?|chef(?:en)?|boss|agent(?:en)?|grannen|neighbour|landlord|hyresvärd(?:en)?";
    private const string NoNames = @"inte|ej|det|den|de|detta|något|någonting|samma|så|som|till|för|på|av|i|in|att|vi|hon|han|hen|vad|därför|not|it|the|a|an|this|that|us|me|him|her|them|for|to|in|on|by|and|or|so|as|at|back|off|out|up|upon|from|when|if|what|something|someone|nothing|anything|with|into|about|unknown|okänt|okänd|annorlunda|olika|två|tre|flera|varje|ännu|alltid|ofta|numera";

    private static bool NamesSomebody(string text)
    {
        if (SaidNames().IsMatch(text) || CalledNames().IsMatch(text) || PersonByName(text) || Initials().IsMatch(text)) return true;
        var words = Word().Matches(text);
        for (var n = 0; n < words.Count; n++)
        {
            var word = Bare(words[n].Value);
            if (word.Length < 2) continue;
            if (char.IsLower(word[0]))
            {
                if (FirstNames.Has(word)) return true;
                continue;
            }
            if (OrdinaryWords.Has(word) || OrdinaryWords.IsPlaceOrOffice(word)) continue;
            if (FirstNames.Has(word)) return true;
            if (word.Contains('-', StringComparison.Ordinal) && word.Split('-') is [var first, ..] && first.All(char.IsUpper)) continue;
            var shouted = word.Length > 1 && word.All(c => char.IsUpper(c) || c == '-');
            if (shouted || word.Skip(1).Any(c => char.IsUpper(c)) && !word.Contains('-', StringComparison.Ordinal) && !word.Contains('\'', StringComparison.Ordinal)) continue;
            if (!BeginsSentence(text, words[n].Index)) return true;
            // "Hyran är", "Barnet har": a thing, in the definite form of Swedish.
            if (word.Length > 4 && (word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("et", StringComparison.Ordinal) || word.EndsWith("rna", StringComparison.Ordinal))) continue;
            if (n + 1 < words.Count && FollowsClosely(text, words[n], words[n + 1]) && (IsVerbOfPerson(words[n + 1].Value) || words[n + 1].Value is "och" or "and")) return true;
        }
        return false;
    }

    private static string Bare(string word)
    {
        var bare = word.Trim('\'', '-');
        return bare.EndsWith("'s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    private static bool BeginsSentence(string text, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (text[i] is ' ' or '"' or '\'' or '(') continue;
            return text[i] is '.' or '!' or '?' or ':' or '\n' or '-' or '*' or '•' or ';';
        }
        return true;
    }

    private static bool FollowsClosely(string text, Match word, Match next) => next.Index - word.Index - word.Length == 1 && text[next.Index - 1] == ' ';

    private static bool IsVerbOfPerson(string word) => Verbs.Contains(word.ToLowerInvariant());

    private static readonly HashSet<string> Verbs =
    [
        .. """
        är var har hade vill ville kan kunde ska skulle säger sa sade berättar berättade bor bodde kom kommer reste flydde arbetar arbetade jobbar jobbade vågar vågade behöver behövde sover äter mår mådde blev blir fick får tror
        trodde träffade ringde skrev söker sökte undrar undrade önskar heter hotas hotades utnyttjas utnyttjades vistas befinner saknar talar pratar menar uppger uppgav försökte lever levde känner kände gick går
        is was has had wants wanted can could will would says said tells told lives lived came comes travelled fled works worked dares needs needed sleeps eats feels felt became gets got thinks thought met called wrote seeks sought
        wonders wondered wishes speaks talks means states tried does did knows knew went goes stays stayed does doesn't isn't wasn't
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    [GeneratedRegex(@"[\p{L}][\p{L}'\-]*")]
    private static partial Regex Word();

    // heter x, named x, her name is x: the word itself may be written small.
    [GeneratedRegex(@"\b(?:heter|hette|kallad|kallar sig|kallade sig|döpt till|döptes till|vid namn|med namnet|namnet är|namnet:|namn:|namn är|namn var|går under namnet|förnamn(?:et)?(?: är|:)?|efternamn(?:et)?(?: är|:)?|alias:?|named|name is|name's|name was|names? ?:|calls (?:him|her|them)sel(?:f|ves)|goes by(?: the name(?: of)?)?|by the name of|first name(?: is|:)?|last name(?: is|:)?|surname(?: is|:)?|nicknamed|nickname(?: is|:)?|smeknamn(?:et)?(?: är|:)?|a\.?k\.?a\.?)\s?[""'(]?(?:(?:i förnamn|i efternamn|egentligen|troligen|nog|visst|bara|actually|probably|really)\s)?[""'(]?(?!(?:" + NoNames + @")\b)\p{L}[\p{L}'\-]+", RegexOptions.IgnoreCase)]
    private static partial Regex SaidNames();

    // kallas X, called X, known as X: these have other meanings, so that the capital counts.
    [GeneratedRegex(@"\b(?:[Kk]allas(?: för)?|[Cc]alled|[Kk]nown as|[Aa]lso known as|[Kk]änd som|[Ss]igns? (?:as|off as)|[Hh]älsar|[Nn]amn)\s[""'(]?\p{Lu}[\p{L}'\-]+")]
    private static partial Regex CalledNames();

    // min klient X, the woman X, fru X: the next word has a capital, or stands in quotation marks.
    [GeneratedRegex(@"(?<!\p{L})(?i:" + People + @")\.?,?\s(?:[""'(]\p{L}[\p{Ll}'\-]+|\p{Lu}[\p{Ll}'\-]+)(?!\p{L})")]
    private static partial Regex PeopleWithCapital();

    // F.H., A. K. och B.: a person by the first letters.
    [GeneratedRegex(@"(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\.(?!\p{L})|(?<![\p{L}.])\p{Lu}\.\s\p{Lu}\p{Ll}{2,}(?!\p{L})")]
    private static partial Regex Initials();

    /// <summary>A person's word followed by a capital that is no office and no place.</summary>
    private static bool PersonByName(string text) => PeopleWithCapital().Matches(text).Any(match =>
    {
        var word = Bare(match.Value[(match.Value.LastIndexOfAny([' ', '\n']) + 1)..].Trim('"', '('));
        return !OrdinaryWords.Has(word) && !OrdinaryWords.IsPlaceOrOffice(word);
    });

    // Storgatan 5, Södra vägen 12 B, 24 Green Lane.
    [GeneratedRegex(@"(?<=\p{L}{2}|\p{L}\s)(?:gatan|gata|vägen|väg|stigen|stig|gränden|gränd|torget|torg|allén|allé|backen|backe|planen|plan|kajen|kaj|gården|gård|leden|esplanaden|slingan|ringen|strand|stranden|liden|höjden|parken|bron|brinken|hamnen|kullen|bergen|berget|ängen|åsen|udden|sundet|dalen|platsen|rondellen|terrassen|trappan)\s?\d{1,4}\s?[A-Za-z]?(?!\p{L}|\d)|(?<!\d)\d{1,4}\s?[A-Za-z]?,?\s(?:[\p{L}']{1,25}\s){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|crescent|square|sq|terrace|court|place|boulevard|blvd|way|alley|gardens|row|mews|hill)\b\.?|(?:\b[Uu]lica|\b[Ss]trada|\b[Rr]ue|\b[Vv]ia|\b[Cc]alle|\b[Uu]l\.|\b[Ss]tr\.|\b[Bb]ul\.|(?<=\p{L})(?:stra(?:ss|ß)e|katu|tie))\s(?:[\p{L}.]+\s){0,3}\d{1,4}(?!\d)|(?<!\p{L})\p{Lu}\p{Ll}{2,25}(?<=gatan|vägen|gränd|stigen|allén|torget|esplanaden|gata)(?!\p{L})|(?<!\p{L})\p{Lu}\p{L}{1,25}\s(?:gatan|vägen|gränd|torget|[Gg]ata|[Vv]äg|Street|Road|Avenue|Lane|Square|Drive)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex StreetsAsWritten();

    [GeneratedRegex(@"(?<=\p{L}{3})(?:gatan|vägen|gränd|stigen|allén|torget|esplanaden)\s(?:nr|nummer|no|number|#)?\.?\s?\d|\d{1,4}\s(?:[\p{L}']+\s){0,2}(?:street|road|avenue|lane)\b|\b(?:street|road|gata|väg)\s(?:nr|number|no\.?|nummer)?\s?\d{1,4}\b", RegexOptions.IgnoreCase)]
    private static partial Regex StreetsSmall();

    private static bool SaysWhere(string text) => StreetsAsWritten().IsMatch(text) || StreetsSmall().IsMatch(text) || Postcodes().IsMatch(text) || Abodes().IsMatch(text);

    // 903 25 Umeå, SE-111 22, SW1A 1AA.
    [GeneratedRegex(@"(?<![\d\-] ?)(?:(?:SE|S|FI|DK|NO|DE|PL)[ -])?\d{3} ?\d{2},? \p{Lu}\p{L}{2,}|(?<!\p{L})SE-\d{3} ?\d{2}(?!\d)|(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])|\b(?:postnummer|postnr|post ?code|zip(?: code)?|postadress|post)\b[ .:]{0,3}(?:är |is )?(?:\p{Lu}{0,2}-?\d)|(?<!\d)\d{5} \p{Lu}\p{Ll}{2,}", RegexOptions.None)]
    private static partial Regex Postcodes();

    // c/o, box 123, lgh 1102, apartment 5, room 12 at …
    [GeneratedRegex(@"\bc/o\b|\bbox \d{2,}|\bp\.? ?o\.? ?box\b|\b(?:lgh|lägenhet(?:en)?|lägenhetsnummer|apartment|apt|flat|portkod(?:en)?|door code|uppgång|trappuppgång|hus|house|block|port|rum|room|våning|floor|building|byggnad)(?: ?(?:nr|nummer|no|number|code))?\.? ?(?:är |is )?:? ?#?\d{1,5}\p{L}?\b|\badress(?:en)?(?: är|:)|\baddress(?: is|:)", RegexOptions.IgnoreCase)]
    private static partial Regex Abodes();
}
