namespace ReferralPathway.Domain.Consultations;

/// <summary>Given names that are common in Sweden or where those come from who are helped, so that a name is noticed however it is written. Never complete: a doubt, no proof.</summary>
internal static class FirstNames
{
    private static readonly HashSet<string> Known = OrdinaryWords.Split("""
        anna eva maria karin kristina kerstin elisabeth margareta marie birgitta elin emma sara sofia ida julia amanda linnea malin jenny johanna hanna frida ebba maja alice wilma klara astrid ingrid gunilla ulrika annika camilla therese
        erik lars karl anders johan per nils peter mikael thomas mats fredrik andreas stefan daniel alexander oscar oskar william lucas hugo axel viktor gustav henrik magnus mattias niklas björn håkan göran bengt sven
        oksana olena olga natalia nataliya iryna irina svetlana tatiana tetiana kateryna ekaterina yulia yuliia anastasia anastasiia daria dariia polina viktoria viktoriia halyna lyudmila larisa valentina alina karina marina nadia
        ivan dmytro dmitri sergei serhii andrii andrei oleksandr aleksandr mykola vasyl vladimir volodymyr igor ihor oleg oleh bohdan taras yuri mikhail pavel roman artem maksym denis
        ioana elena mihaela andreea alexandra cristina simona roxana gabriela ana-maria raluca mirela loredana florentina nicoleta denisa bianca larisa crina lavinia ionela georgiana marin ion gheorghe vasile mihai florin cristian
        adrian marius ionut catalin razvan bogdan daniela petya maria ivanka tsvetelina gergana desislava radka stoyan georgi dimitar hristo nikolay plamen borislav kiril todor
        fatima fatma aisha aysha amina amira layla leila zainab zeinab maryam mariam khadija hodan halima sahra hawa nadia rania samira yasmin jasmin nour noor huda salma hala rima dina farida zahra mona souad naima latifa
        mohammed mohamed muhammad mohammad ahmed ahmad ali hassan hussein omar umar ibrahim yusuf youssef khalid karim mustafa abdullah abdul abdi bilal hamza samir rashid tariq walid said ismail salah jamal nasser farid
        blessing joy grace mercy precious faith hope patience charity gift happiness osas osaze ese efe ejiro ngozi chioma chidinma amara adaeze ifeoma nneka chinwe uche emeka chidi ikenna obinna tunde bola funke folake yemi kemi
        sade wanjiru achieng akinyi njeri atieno kofi kwame ama akua abena adwoa yaw kwaku mensah tigist selam rahel meron hanna bethlehem abebe dawit tesfaye yonas mulu senait helen saba
        somchai nattaya siriporn malee pranee kanya suda somsak nok ploy fon lek noi supaporn wanida orathai linh huong thuy lan mai hoa nga phuong trang hanh thao minh tuan hung dung duc thanh quang nguyen
        li wei fang xiu ying mei ling jing yan hong juan chen zhang wang priya sunita anjali lakshmi raj kumar arjun ravi sanjay deepak pooja rekha sita gita maria-jose jocelyn maricel rosalie analyn
        svetla snezana jelena milica dragana ivana ljiljana besa arta ardita elira mirela valbona fatos agron ilir arben besnik driton luan gjon nino tamar ketevan giorgi levan nodira gulnora dilnoza shahnoza zarina madina murod
        jasur aziz rustam sherzod bakhtiyar timur aibek nurlan aida gulnara ainura cholpon altan bayarmaa oyunaa tuya juana luz yolanda rosa guadalupe carmen esperanza yesenia marisol jose luis carlos juan miguel jorge pedro fernanda
        camila luana jessica vanessa tatiane dayane agnieszka katarzyna malgorzata magdalena joanna barbara monika ewa beata krzysztof piotr andrzej tomasz pawel marek zuzana katarina eszter ildiko agnes zsuzsa laszlo istvan zoltan
        ramune egle vilma rasa jurgita inga ilze anete liga kristine triin kadri zeynep elif emine hatice ayse mehmet emre murat ozgur berivan rojin dilan zilan shirin parisa nasrin mahnaz reza mehdi hamid farhad omid
        samuel david joseph john michael james mary elizabeth sarah rebecca ruth esther naomi deborah rachel hannah peace comfort felicia vivian sandra linda susan nancy stella sylvia beatrice florence victoria judith doris cynthia
        """);

    /// <summary>Whether a word is such a name, and no ordinary word when it is written small.</summary>
    public static bool Has(string word)
    {
        var small = word.ToLowerInvariant();
        var bare = small.Length > 4 && small[^1] == 's' && !Known.Contains(small) ? small[..^1] : small;
        return Known.Contains(bare) && (char.IsUpper(word[0]) || !OrdinaryWords.Has(bare) && bare.Length > 3 && !Ambiguous.Contains(bare));
    }

    // Words of one language that are names in another.
    private static readonly HashSet<string> Ambiguous = OrdinaryWords.Split("björn roman marin said rosa mona arta linh saba gita lana dung hung thao ravi kanya nino gift luan crina alice helen nancy karl mulu");
}
