using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Consultations;

/// <summary>Numbers of a person, and dates.</summary>
public static partial class PersonalDataDetector
{
    private const string Months = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec";
    private const string Currency = @"kronor|kr|sek|euro|eur|usd|dollar|dollars|pounds|pund|gbp|nok|dkk|naira|lei|leva|baht|tkr|mkr|€|\$|£|:-";

    private static readonly string[] NumberWords =
    [
        "noll zero oh", "ett en one", "två tva two", "tre three", "fyra four", "fem five", "sex six", "sju seven", "åtta atta eight", "nio nine", "tio ten", "elva eleven", "tolv twelve", "tretton thirteen",
        "fjorton fourteen", "femton fifteen", "sexton sixteen", "sjutton seventeen", "arton eighteen", "nitton nineteen",
    ];

    private static readonly Dictionary<string, int> Tens = "tjugo:20 twenty:20 trettio:30 thirty:30 fyrtio:40 forty:40 femtio:50 fifty:50 sextio:60 sixty:60 sjuttio:70 seventy:70 åttio:80 eighty:80 nittio:90 ninety:90"
        .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));

    private static readonly Dictionary<string, string> SpokenNumbers = Spoken();

    private static void Numbers(string text, SortedSet<PersonalDataKind> found)
    {
        if (HasPersonalNumber(text) || LastFour().IsMatch(text)) found.Add(PersonalDataKind.PersonalNumber);
        if (SaysDigits(text)) found.Add(PersonalDataKind.Telephone);
        if (SingleDigits().IsMatch(text)) found.Add(PersonalDataKind.LongNumber);
        if (FileNumbers().IsMatch(Without(text, [Amounts(), YearLists(), Dates(), Times(), Dates()]))) found.Add(PersonalDataKind.FileNumber);
        if (BornOn().IsMatch(text) || Dates().IsMatch(text)) found.Add(PersonalDataKind.BirthDate);

        // What every question may hold is taken out, one kind after the other; what is left is somebody's.
        var rest = Without(text, [PublicNumbers(), Amounts(), Laws(), YearLists(), Dates(), Times(), Dates(), Years(), AgeGroups(), Counts()]);
        if (Documents().IsMatch(rest) || NamedDocuments().IsMatch(rest)) found.Add(PersonalDataKind.DocumentNumber);
        foreach (Match run in DigitRuns().Matches(rest))
        {
            var digits = string.Concat(run.Value.Where(char.IsAsciiDigit));
            if (digits.Length >= 7) found.Add(run.Value.TrimStart('(', ' ') is ['+', ..] or ['0', ..] && digits.Length <= 15 ? PersonalDataKind.Telephone : PersonalDataKind.LongNumber);
            else if (digits.Length == 6 && (IsDay(digits[4..6], digits[2..4]) || IsDay(digits[..2], digits[2..4]))) found.Add(PersonalDataKind.BirthDate);
        }
        if (CalledNumbers().IsMatch(rest)) found.Add(PersonalDataKind.Telephone);
    }

    private static string Without(string text, IEnumerable<Regex> harmless) => harmless.Aggregate(text, (rest, one) => one.Replace(rest, " ; "));

    /// <summary>Ten or twelve digits, with or without century, however divided: a day that exists, and the check digit.</summary>
    private static bool HasPersonalNumber(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || at > 0 && char.IsAsciiDigit(text[at - 1])) continue;
            foreach (var shape in (Regex[])[TwelveDigits(), TenDigits()])
                if (shape.Match(text, at) is { Success: true } match && IsPersonalNumber(string.Concat(match.Value.Where(char.IsAsciiDigit))[^10..])) return true;
        }
        return false;
    }

    private static bool IsPersonalNumber(string tenDigits)
    {
        var day = 10 * (tenDigits[4] - '0') + tenDigits[5] - '0';
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var product = (tenDigits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0 && int.Parse(tenDigits[2..4], CultureInfo.InvariantCulture) <= 12 && day is (>= 1 and <= 31) or (>= 60 and <= 91);
    }

    private static bool IsDay(string day, string month) =>
        int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12 && int.Parse(day, CultureInfo.InvariantCulture) is (>= 1 and <= 31) or (>= 61 and <= 91);

    /// <summary>Seven digits or more, said in words: "noll sjuttiotre, tolv, trettiofyra …".</summary>
    private static bool SaysDigits(string text)
    {
        var (digits, words) = (0, 0);
        foreach (Match match in WordsAndStops().Matches(text))
        {
            if (SpokenNumbers.TryGetValue(match.Value.ToLowerInvariant(), out var said))
            {
                (digits, words) = (digits + said.Length, words + 1);
                if (digits >= 7 && words >= 4) return true;
            }
            else if (match.Value is not ("," or "-" or "plus"))
            {
                (digits, words) = (0, 0);
            }
        }
        return false;
    }

    private static Dictionary<string, string> Spoken()
    {
        var spoken = new Dictionary<string, string>();
        for (var n = 0; n < NumberWords.Length; n++)
            foreach (var word in NumberWords[n].Split(' ')) spoken[word] = n.ToString(CultureInfo.InvariantCulture);
        foreach (var (word, n) in Tens)
        {
            spoken[word] = n.ToString(CultureInfo.InvariantCulture);
            for (var one = 1; one < 10; one++)
                foreach (var small in NumberWords[one].Split(' ')) spoken[word + small] = (n + one).ToString(CultureInfo.InvariantCulture);
        }
        foreach (var (word, digits) in (ReadOnlySpan<(string, string)>)[("dubbelnolla", "00"), ("double", "0"), ("hundra", "00"), ("nolla", "0"), ("etta", "1"), ("tvåa", "2"), ("trea", "3"), ("fyra", "4"), ("femma", "5"), ("sexa", "6"), ("sjua", "7"), ("åtta", "8"), ("nia", "9")])
            spoken[word] = digits;
        return spoken;
    }

    private const string Between = @"[ \n./_\-+:*|]{0,3}";

    [GeneratedRegex(@"\G\d(?:" + Between + @"\d){9}(?!\d)")]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"\G(?:18|19|20|1[ .\-]?[89]|2[ .\-]?0)" + Between + @"\d(?:" + Between + @"\d){9}(?!\d)")]
    private static partial Regex TwelveDigits();

    // The birth date and, further on, "the last four".
    [GeneratedRegex(@"\d{6}\b[^\n]{0,60}?(?:sista|last|kontrollsiffr\p{L}*|slutsiffr\p{L}*|ending|slutar på|ends in)[^\d\n]{0,25}\d{4}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex LastFour();

    [GeneratedRegex(@"[\p{L}]+|[,.!?;\n]|\d+|-")]
    private static partial Regex WordsAndStops();

    [GeneratedRegex(@"(?<!\d)(?:(?:\+46|0046|0)[ -]?(?:\(0\))?20[ -]?39[ ]?00[ ]?00|114 ?14|113 ?13|116 ?1?11|116 ?000|112|1177|90 ?510|020[ -]?50[ -]?50[ -]?50)(?![\d])(?![ -]\d)")]
    private static partial Regex PublicNumbers();

    [GeneratedRegex(@"(?<![\d+\-] ?)(?:€|\$|£|\b(?:SEK|EUR|USD|GBP)) ?\d{1,3}(?:[ .,]\d{3}){0,2}(?:[.,]\d{1,2})?(?!\d)|(?<![\d+(] ?)[1-9]\d{0,2}(?:(?:[ .,]\d{3}){1,2}|\d{0,4})(?:[.,]\d{1,2})?(?: ?(?:-|till|to) ?[1-9]\d{0,2}(?:(?:[ .,]\d{3}){1,2}|\d{0,4})(?:[.,]\d{1,2})?)? ?(?:" + Currency + @"|procent|percent|%)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"(?<![\d:])(?:19|20)\d{2}/\d{2,4}:\d{1,4}(?!\d)|(?<![\d:])(?:19|20)\d{2}:\d{1,4}(?![\d:])|(?<![\d:/])(?:19|20)\d{2}/\d{1,4}(?:/(?:EU|EG|RIF))?(?![\d/])|(?<![\d:])\d{1,2}:\d{1,3}(?![\d:])(?! ?\d)|\d{1,3} ?(?:kap\.?|§§?)(?: ?\d{1,3} ?\p{Ll}? ?§)?|(?<=\b(?:NJA|RÅ|MIG|HFD|RH|AD) )(?:19|20)\d{2}(?: (?:s\.|ref\.|nr) ?\d{1,4})?")]
    private static partial Regex Laws();

    [GeneratedRegex(@"(?<![\d\-./])(?:19|20)\d{2}(?:[ \-/]{1,3}(?:19|20)\d{2}){1,5}(?![\d])(?![\-./]\d)(?! \d{2})")]
    private static partial Regex YearLists();

    [GeneratedRegex(@"(?<![\d+\-/] ?)(?:19|20)\d{2}(?: ?[-/] ?\d{2})?(?!\d)(?![ \-./]{1,2}\d)")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<![\d+:] ?|\d[.\-] ?)(?:[01]?\d|2[0-4])[.:][0-5]\d(?: ?-? ?(?:till|to|and|och)? ?(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?![\d:])(?![.\-]\d)(?! \d\d)")]
    private static partial Regex Times();

    [GeneratedRegex(@"(?<!\d[ \-./]?)\d{1,2} ?- ?\d{1,2}(?: ?[/,] ?\d{1,2} ?- ?\d{1,2})*(?= ?(?:år|yr|years?|-?åring|timmar|tim|h\b|hours?|dagar|dygn|days?|nights?|nätter|veckor|weeks?|månader|mån|months?|personer|people|persons|gånger|times|ggr|st\b|kunder|män|kvinnor|women|men|barn|children))|(?<!\d[ \-./]?)\d{1,2}-\d{1,2}(?: ?[/,] ?\d{1,2}-\d{1,2})+(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex AgeGroups();

    // 1 500, 12 400–15 000, 1 500 000: in groups of three, and not the end of something longer.
    [GeneratedRegex(@"(?<![\d+(\-/] ?)(?:[1-9]\d{0,2} \d{3}|[1-9] \d{3} \d{3})(?: ?- ?(?:[1-9]\d{0,2} \d{3}))?(?!\d)(?! ?[\-/]? ?\d)")]
    private static partial Regex Counts();

    [GeneratedRegex(@"(?<![\p{L}\d]|\d[ \-./])(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:18|19|20)\d{2}(?<s>[ \-./])(?:0?[1-9]|1[0-2])\k<s>(?:0[1-9]|[12]\d|3[01]|[1-9])|(?:0?[1-9]|[12]\d|3[01])(?<t>[\-./ ])(?:0?[1-9]|1[0-2])\k<t>(?:(?:18|19|20)\d{2}|'?\d{2})|(?:0?[1-9]|1[0-2])(?<u>[\-./])(?:0?[1-9]|[12]\d|3[01])\k<u>(?:(?:18|19|20)\d{2}|\d{2})|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])[ ,]{0,2}-?'?(?:(?:18|19|20)\d{2}|\d{2})|\d{2}(?<v>[\-./ ])(?:0[1-9]|1[0-2])\k<v>(?:0[1-9]|[12]\d|3[01])|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=-?[Xx*]{3,4}))(?!\d)(?! ?[\-+/.] ?\d)(?! \d{2})|(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.?(?::?e|:?a|st|nd|rd|th)?[ \-]?(?:of |i )?(?:" + Months + @")\b\.?,? ?(?:år |in |year )?-?'?(?:(?:18|19|20)\d{2}|\d{2})(?!\d)(?![.:]\d\d)|\b(?:" + Months + @")\b\.? ?(?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? ?-?'?(?:18|19|20)\d{2}(?!\d)|(?<!\d)(?:18|19|20)\d{2}[ ,\-]{1,2}(?:" + Months + @")\b\.?[ \-](?:0?[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(?:18|19|20)\d{2}[ ,\-]{1,2}(?:0?[1-9]|[12]\d|3[01])[ \-](?:" + Months + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?:\bfödd\b|\bfött\b|\bfödda\b|\bf\.|\bföd\.|\bborn\b|\bb\.|\bbirth(?:day|date)?\b|\bdate of birth\b|\bd\.?o\.?b\b|\bfödelse(?:datum|dag|år|tid)\p{L}*|\bfyller\b|\bfyllde\b|\bturns\b|\bturned\b)[^.!?\n]{0,30}?(?:\d{2}|\b(?:" + Months + @")\b)", RegexOptions.IgnoreCase)]
    private static partial Regex BornOn();

    [GeneratedRegex(@"\b(?:lma|dossier|dossié|dnr|diarie|diary|beteckning(?:en)?|mål|ärende|akt|k-nummer|kortnummer|card|case|file|reference|referens|ref|control|kontroll|kund|client|klient|journal|record|permit|tillstånd|beslut|decision|application|ansökan|anmälan|report|UM|SIG|visum|visa)(?:[ -]?(?:nummer|numret|kort|kortet|nr|no|number|card|id|ref|file|beteckning))*\b[ .:#=-]{0,4}(?:(?:är|is|has|har|of|på|with|med)\b[ :]{1,3})?(?:(?:nummer|number|nr|no)\b[ .:]{1,3})?(?=[\p{L}\d/\-. ]{0,4}\d)(?!(?:19|20)\d{2}(?![\d\-/]))(?-i:[A-ZÅÄÖ]{0,4})[ \-]?\d[\d \-/.]{2,}\d(?!\d)|(?-i:(?<![\p{L}\d])[A-ZÅÄÖ]{1,3}[ \-]?\d{3,6}[-/]\d{2}(?!\d))|(?<![\d\-])\d{4}-K?\d{4,}(?:-\d{2})?(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{5,7}(?!\d)|(?<!\d)\d{1,3}-\d{5,7}(?!\d)|(?<!\d)\d{1,2}[.\-/]\d{1,2}[.\-/]\d{1,3}-\d{3,6}(?:/(?:19|20)?\d{2})?(?!\d)|(?<!\d)\d{3,6}[/-](?:19|20)\d{2}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex FileNumbers();

    [GeneratedRegex(@"(?<![\p{L}\d])(?=[\p{L}\d]*\p{L})(?=(?:[\p{L}]*\d){5})[\p{L}\d]{6,20}(?![\p{L}\d])|(?<![\p{L}\d])[A-Z]{1,3}[ \-]\d{6,9}(?!\d)|(?<![\p{L}\d])[A-Z]{1,2}[ \-]?\d{2,3}[ \-]\d{2,3}[ \-]\d{2,4}(?!\d)|[A-Z0-9]{3,}<{2,}|(?<!\p{L})[A-Z]{2} ?\d{3} ?\d{4}(?!\d)")]
    private static partial Regex Documents();

    [GeneratedRegex(@"\b(?:pass|passet|passport|id|id-kort(?:et)?|id ?card|identity card|identitetskort(?:et)?|körkort(?:et)?|driv(?:ing|er'?s?) licen[cs]e|resedokument(?:et)?|travel document|bankkonto(?:t)?|konto(?:t)?|clearing|account|iban|swish)(?:[ -]?(?:nummer|numret|nr|no|number|num|handling))?\b[ .:#=()-]{0,4}(?:(?:är|is|has|har|with|med|of|nummer|number|nr|no)\b[ .:]{1,3}){0,2}(?:\p{L}{0,3}[ \-]?\d(?:[ \-]?\d){3,}|\p{L}*\d\p{L}*\d\p{L}*\d[\p{L}\d]*)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedDocuments();

    [GeneratedRegex(@"\+?\(?\+?\d(?:[ \n]?[./_\-+:*|'()]{0,2}[ \n]?\d)*")]
    private static partial Regex DigitRuns();

    // One digit after the other, like a list.
    [GeneratedRegex(@"(?<!\d)\d(?: ?[,;] ?\d(?!\d)){6,}")]
    private static partial Regex SingleDigits();

    [GeneratedRegex(@"(?:\btel\b|\btele|\bmobil|\bnumret?\b|\bring|\bsms|\bcall|\bphone|\bcell|\bwhatsapp|\btext (?:her|him|them)|\bnår)[^\d\n]{0,25}\d(?:[ \-.]?\d){4,}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex CalledNumbers();
}
