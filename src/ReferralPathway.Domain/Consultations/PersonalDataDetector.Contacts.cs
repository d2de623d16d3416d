using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Consultations;

/// <summary>Ways to reach somebody: mail, web, user names.</summary>
public static partial class PersonalDataDetector
{
    private const string Domains = "com|se|net|org|nu|info|eu|biz|io|me|no|dk|fi|is|ax|de|uk|fr|it|es|pl|ro|bg|hu|cz|sk|ee|lv|lt|ru|ua|by|md|gr|tr|ng|gh|ke|et|so|eg|ma|dz|tn|sy|iq|ir|af|pk|in|bd|vn|th|ph|cn|kg|uz|kz|ge|am|br|co|us|ca|app|chat|online|site|xyz|link|ly|gg|tv|to|club|live|shop";
    private const string Services = @"instagram|insta|ig|snapchat|snap|telegram|tiktok|tik tok|facebook|fb|whatsapp|whats app|viber|signal|twitter|kik|discord|onlyfans|messenger|skype|wechat|vkontakte|vk|badoo|tinder|bumble|grindr|threads|youtube|linkedin|reddit|imo";
    private const string NoHandles = @"är|var|inte|har|och|eller|som|för|med|på|av|den|det|de|vi|hon|han|hen|till|från|men|att|där|när|okänt|okänd|stängt|stängd|borta|raderat|raderad|öppet|öppen|hemligt|privat|spärrat|blockerat|avstängt|nytt|hennes|hans|sin|sitt|ett|en|kan|ska|is|was|not|has|had|and|or|that|which|who|for|with|on|at|of|the|a|an|we|she|he|they|to|from|but|when|where|unknown|closed|gone|deleted|open|secret|private|blocked|suspended|new|her|his|their|by|in|i|it|can|will|may|via|through|genom";

    private static void Contacts(string text, SortedSet<PersonalDataKind> found)
    {
        if (Emails().IsMatch(text) || DisguisedEmails().IsMatch(text)) found.Add(PersonalDataKind.Email);
        if (Addresses().IsMatch(text) || DisguisedAddresses().IsMatch(text)) found.Add(PersonalDataKind.WebAddress);
        if (Handles().IsMatch(text) || NamedHandles().IsMatch(text) || HandlesOfServices().IsMatch(text) || ServicesOfHandles().IsMatch(text) || LooksLikeHandle().Matches(text).Any(m => !Counted().IsMatch(m.Value)))
            found.Add(PersonalDataKind.Handle);
    }

    // Whatever stands before an @ that is followed by a word.
    [GeneratedRegex(@"[\p{L}\d._%+'-]\s{0,2}@\s{0,2}[\p{L}\d]")]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<=[\p{L}\d._%+-])\s{0,2}(?:[(\[{<]\s?(?:at|a|snabel-?a|@)\s?[)\]}>]|\bsnabel[ -]?a\b|\bkanelbulle\b|(?<=\s)(?:at|@)(?=\s))\s{0,2}[\p{L}\d-]+(?:\s?(?:\.|[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]|\s(?:dot|punkt)\s)\s?[\p{L}\d-]+)*?(?:\.|\s?[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]\s?|\s(?:dot|punkt)\s)(?:" + Domains + @")(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex DisguisedEmails();

    [GeneratedRegex(@"(?i:h(?:tt|xx)ps?\s?:\s?/\s?/|ftp://|\bwww\s?\.\s?[\p{L}\d])|(?<![\p{L}\d.@-])[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.(?:" + Domains + @")(?![\p{L}\d-])(?!\.\p{L})|(?<![\p{L}\d.@-])[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.[A-Z]{2,3}/|(?<![\p{L}\d.@-])[A-Z\d-]+\.(?:COM|SE|NET|ORG|NU)(?![\p{L}\d])|(?<=[\p{L}\d])\.[a-z]{2,6}/[\p{L}\d]")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<=[\p{L}\d-]{2})\s?(?:[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]|\s(?:dot|punkt)\s|\s\.\s?(?=(?:com|net|org)\b))\s?(?:" + Domains + @")(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex DisguisedAddresses();

    [GeneratedRegex(@"(?<![\p{L}\d])@\s?[\p{L}\d_]")]
    private static partial Regex Handles();

    // "user name: x", "användarnamnet är x", "nick x"; "handle" and "login" are verbs too.
    [GeneratedRegex(@"\b(?:(?:användarnamn(?:et)?|user ?name|screen ?name|nick(?:namn(?:et)?|name)?|kontonamn(?:et)?|account name|profilnamn(?:et)?|profile name)\b(?:\s(?:på|on|i|in)\s(?:" + Services + @"))?\s?(?:\s(?:är|is|was|var|heter)\b)?\s?[:=""'(-]{0,3}|(?:handle|login|inloggning(?:en)?)(?:\s?[:=]|\s(?:is|är|was|var)\b))\s?(?!(?:" + NoHandles + @"|" + Services + @")(?![\p{L}\d_.]))[\p{L}\d_][\p{L}\d_.-]{2,}", RegexOptions.IgnoreCase)]
    private static partial Regex NamedHandles();

    // "Instagram: x", "på Snapchat heter hon x".
    [GeneratedRegex(@"\b(?:" + Services + @")\b(?:[ -]?(?:namn(?:et)?|konto(?:t)?|profil(?:en)?|id|name|account|profile|user|handle|användare))?(?:(?:\s\p{L}+){0,2}\s(?:heter|hette|kallas|kallad|called|named|calls|goes by|går under namnet|with the name|med namnet|under namnet|under the name)(?:\s(?:hon|han|hen|de|she|he|they|herself|himself|sig))?\s[""'(]?(?!(?:" + NoHandles + @")(?![\p{L}\d_.]))[\p{L}\d_][\p{L}\d_.-]{2,}|\s?[:=]\s?[""'@]?(?!(?:" + NoHandles + @"|" + Services + @")(?![\p{L}\d_.]))[\p{L}\d_][\p{L}\d_.-]*[\p{L}\d_](?=[""']?(?:\s?[.,;!?\n)]|\s?$|\s(?:och|and|eller|or|på|on)\s))|\s?[""'](?!(?:" + NoHandles + @")(?![\p{L}\d_.]))[\p{L}\d_][\p{L}\d_.-]+[""'])", RegexOptions.IgnoreCase)]
    private static partial Regex HandlesOfServices();

    // "kallar sig x på Instagram", "goes by x on Snapchat".
    [GeneratedRegex(@"\b(?:heter|hette|kallas|kallar sig|går under(?: namnet)?|finns som|named|called|calls (?:her|him|them)sel(?:f|ves)|goes by(?: the name)?(?: of)?|known as|listed as)\s[""'(]?(?!(?:" + NoHandles + @")(?![\p{L}\d_.]))[\p{L}\d_.-]{3,}[""')]?\s(?:på|on|i|in)\s(?:" + Services + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex ServicesOfHandles();

    // Written like a user name: anna_88, lillamy92, anna.k.lund.
    [GeneratedRegex(@"(?<![\p{L}\d_.-])(?:\p{L}[\p{L}\d.-]*_[\p{L}\d_.-]+|_+[\p{L}\d][\p{L}\d_.-]+|\p{L}{3,}\d{2,}\p{L}*|\p{L}{2,}\d{3,}|[a-zåäöéü]{3,}\.[a-zåäöéü]{3,}(?:\.[a-zåäöéü\d]+)*|\p{L}{2,}\.\p{L}*\d{2,}|\p{L}{2,}-\p{L}*\d{2,})(?![\p{L}\d_])")]
    private static partial Regex LooksLikeHandle();

    // Not a user name, but a thing with a number.
    [GeneratedRegex(@"^(?:kap|kapitel|avsnitt|punkt|steg|artikel|art|section|chapter|article|step|covid|sars|law|lag|rule|regel|sfs|sou|prop|dir|ds|eu|lvu|lma|sol|osl|utll|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october|våren|hösten|sommaren|vintern|spring|autumn|summer|winter|år|year|kl|ca|vecka|week|nr|no|sid|page)[-.]?\d+\p{L}*$", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
