using System.Data.Common;

namespace ReferralPathway.Data.Access;

/// <summary>
/// A question whose answer every page needs: it goes to the database together with the statement that says who is acting, and costs no round trip of its own.
/// The statement may use <c>@u</c>, <c>@o</c>, <c>@r</c> and <c>@at</c> of that statement, as text.
/// </summary>
public interface IOpeningQuestion
{
    string Statement { get; }

    /// <summary>The parameters of the statement, by names that no other question has.</summary>
    IEnumerable<(string Name, object Value)> Values { get; }

    /// <summary>Reads the whole answer. A question is asked again when its transaction is.</summary>
    void Read(DbDataReader rows);
}
