using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("info@manniskohandel.se")]
    [InlineData("mikamottagningen.sof@stockholm.se")]
    [InlineData("mikamottagningen@socialresurs.goteborg.se")]
    [InlineData("namn+tagg@kommun.se")]
    [InlineData("åsa@kommun-öst.se")]
    public void An_address_of_the_usual_form_is_accepted(string text) => Assert.True(EmailAddress.LooksLikeOne(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kommun.se")]
    [InlineData("@kommun.se")]
    [InlineData("namn@")]
    [InlineData("namn@kommun")]
    [InlineData("namn@@kommun.se")]
    [InlineData("namn@kommun..se")]
    [InlineData("namn@-kommun.se")]
    [InlineData("na mn@kommun.se")]
    [InlineData("namn@kommun.se\r\nBcc: x@y.se")]
    [InlineData("Namn <namn@kommun.se>")]
    [InlineData("a@kommun.se, b@kommun.se")]
    [InlineData("namn.@kommun.se")]
    public void Anything_else_is_refused(string? text) => Assert.False(EmailAddress.LooksLikeOne(text));

    [Fact]
    public void An_address_may_be_254_characters_long_with_64_before_the_at()
    {
        var domain = string.Join('.', new string('a', 60), new string('b', 60), new string('c', 60), "se");

        Assert.True(EmailAddress.LooksLikeOne($"{new string('x', 64)}@{domain}"));
        Assert.False(EmailAddress.LooksLikeOne($"{new string('x', 65)}@{domain}"));
        Assert.False(EmailAddress.LooksLikeOne($"{new string('x', 64)}@{new string('d', 60)}.{domain}"));
    }
}
