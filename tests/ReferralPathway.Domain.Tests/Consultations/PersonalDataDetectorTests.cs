using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Consultations.Narratives;

namespace ReferralPathway.Domain.Tests.Consultations;

public sealed class PersonalDataDetectorTests
{
    private const int Seed = 20260316;

    private static readonly Plant[] Hard = [Plant.PersonalNumber, Plant.Telephone, Plant.Email, Plant.WebAddress, Plant.Handle, Plant.Document, Plant.File, Plant.OwnCase];
    private static readonly Plant[] Soft = [Plant.Name, Plant.BirthDate, Plant.Address];

    /// <summary>Ten thousand narratives with one detail each.</summary>
    private static readonly Lazy<IReadOnlyList<Narrative>> Planted = new(() =>
    {
        var narratives = new Narratives(Seed);
        Plant[] all = [.. Hard, .. Soft];
        return [.. Enumerable.Range(0, 10_000).Select(n => narratives.Next(all[n % all.Length]))];
    });

    [Fact]
    public void No_number_address_of_mail_or_web_user_name_or_name_of_an_own_case_passes()
    {
        var passed = Planted.Value.Where(n => Hard.Contains(n.Planted!.Value) && !IsStopped(n)).ToList();

        Assert.True(passed.Count == 0, $"{passed.Count} passed:\n{string.Join('\n', passed.Take(40).Select(n => $"{n.Planted}: {n.Detail}"))}");
    }

    [Theory]
    [InlineData(nameof(Plant.Name))]
    [InlineData(nameof(Plant.BirthDate))]
    [InlineData(nameof(Plant.Address))]
    public void Nearly_every_other_name_birth_date_and_address_raises_a_warning(string kind)
    {
        var all = Planted.Value.Where(n => n.Planted.ToString() == kind).ToList();
        var missed = all.Where(n => PersonalDataDetector.Find(n.Text).Count == 0).ToList();

        Assert.True(all.Count > 800);
        Assert.True(missed.Count <= all.Count * 0.05, $"{missed.Count} of {all.Count} missed:\n{string.Join('\n', missed.Take(40).Select(n => n.Detail))}");
    }

    [Fact]
    public void A_clean_question_is_hardly_ever_stopped()
    {
        var narratives = new Narratives(Seed + 1);
        var clean = Enumerable.Range(0, 2_000).Select(_ => narratives.NextClean()).ToList();
        var stopped = clean.Where(IsStopped).ToList();
        var doubted = clean.Count(n => PersonalDataDetector.Find(n.Text).Count > 0);

        Assert.True(stopped.Count < 40, $"{stopped.Count} stopped:\n{string.Join('\n', stopped.Take(20).Select(n => $"{string.Join(',', PersonalDataDetector.Find(n.Text))}: {n.Text}"))}");
        // A warning that comes every time is read by nobody.
        Assert.True(doubted < 300, $"{doubted} doubted:\n{string.Join('\n', clean.Where(n => PersonalDataDetector.Find(n.Text).Count > 0).Take(20).Select(n => $"{string.Join(',', PersonalDataDetector.Find(n.Text))}: {n.Text}"))}");
    }

    [Theory]
    [InlineData("Ring 640823-3234 nu.", PersonalDataKind.PersonalNumber)]
    [InlineData("Samordningsnummer 701063-2391.", PersonalDataKind.PersonalNumber)]
    [InlineData("18900101 9802", PersonalDataKind.PersonalNumber)]
    [InlineData("född 640823, sista fyra 3234", PersonalDataKind.PersonalNumber)]
    [InlineData("Hon nås på +46 70 123 45 67.", PersonalDataKind.Telephone)]
    [InlineData("noll sjuttio, ett två tre, fyrtiofem, sextiosju", PersonalDataKind.Telephone)]
    [InlineData("namn@kommun.se", PersonalDataKind.Email)]
    [InlineData("www.example.se", PersonalDataKind.WebAddress)]
    [InlineData("@rosebud", PersonalDataKind.Handle)]
    [InlineData("pass AB1234567", PersonalDataKind.DocumentNumber)]
    [InlineData("Se ärende 2026-000123.", PersonalDataKind.FileNumber)]
    [InlineData("Hon heter Zzyzx.", PersonalDataKind.Name)]
    [InlineData("Hon är född 16 mars 1988.", PersonalDataKind.BirthDate)]
    [InlineData("Hon bor på Storgatan 5.", PersonalDataKind.Address)]
    public void It_says_which_kind_it_found(string text, PersonalDataKind kind) => Assert.Contains(kind, PersonalDataDetector.Find(text));

    [Theory]
    [InlineData("Vi ringde 020-39 00 00, som har öppet 9.00–16.30, och sedan 112 och 114 14.")]
    [InlineData("Kan 5 kap. 15 § utlänningslagen (2005:716) användas? Hon har arbetat i 14 månader och är skyldig 150 000 kr sedan 2024.")]
    [InlineData("She owes €15,000 and has worked 12 hours a day since 2023. Does Directive (EU) 2024/1712 apply?")]
    [InlineData("")]
    [InlineData(null)]
    public void What_every_question_holds_is_left_alone(string? text) => Assert.Empty(PersonalDataDetector.Find(text));

    [Fact]
    public void The_kinds_that_stop_a_text_are_those_of_numbers_contact_ways_and_known_names()
    {
        Assert.Equal([PersonalDataKind.Name, PersonalDataKind.BirthDate, PersonalDataKind.Address], Enum.GetValues<PersonalDataKind>().Where(k => !k.IsHard()));
    }

    [Fact]
    public void A_name_that_is_an_ordinary_word_counts_when_it_begins_with_a_capital()
    {
        Assert.Contains("n:hope", PersonalDataDetector.TokensOf("Yesterday Hope came back."));
        Assert.DoesNotContain("n:hope", PersonalDataDetector.TokensOf("We hope for an answer."));
    }

    [Fact]
    public void The_longest_question_is_looked_through_in_no_time()
    {
        foreach (var bad in (string[])["1", "a", "a ", "1 ", "1-", "@", "A.", "aa.", "a_", "på Instagram "])
        {
            var text = string.Concat(Enumerable.Repeat(bad, ConsultationTerms.LongestQuestion / bad.Length));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            PersonalDataDetector.Find(text);
            PersonalDataDetector.TokensOf(text);
            Assert.True(watch.ElapsedMilliseconds < 2000, $"'{bad}' took {watch.ElapsedMilliseconds} ms");
        }
    }

    private static bool IsStopped(Narrative narrative) =>
        PersonalDataDetector.Find(narrative.Text).Any(k => k.IsHard())
        || narrative.OwnNames.Length > 0 && PersonalDataDetector.TokensOf(narrative.Text).Overlaps(narrative.OwnNames.SelectMany(NameTokens.Of));
}
