namespace ReferralPathway.Web.Access;

/// <summary>
/// On a page: which field a law speaks of, so that <see cref="UnitOfWork"/> says a broken one beside it. What is not named here is said of the form as a whole.
/// </summary>
/// <param name="name">The name of the field as it is posted.</param>
/// <param name="rules">Names of the rules.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAtAttribute(string name, params string[] rules) : Attribute
{
    public string Field => name;

    public IReadOnlyList<string> Rules => rules;
}
