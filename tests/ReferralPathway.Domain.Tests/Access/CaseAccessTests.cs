using System.Text;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Access;

/// <summary>
/// Every role × relation × operation against the matrix of <c>case-access.txt</c>, which is written by hand: A allowed, m only a manager, g only through a glass that
/// they have broken, - refused, ? the case does not exist for them. Columns: None, Former, FormerColleague, PartColleague, PartTeam, LeadColleague, LeadTeam.
/// </summary>
public sealed class CaseAccessTests
{
    private static readonly Dictionary<(CaseOperation, Role), string> Matrix = Read();

    public static TheoryData<CaseOperation, Role> Everything
    {
        get
        {
            var all = new TheoryData<CaseOperation, Role>();
            foreach (var operation in Enum.GetValues<CaseOperation>())
                foreach (var role in Enum.GetValues<Role>())
                    all.Add(operation, role);
            return all;
        }
    }

    [Theory, MemberData(nameof(Everything))]
    public void The_table_says_what_the_matrix_says(CaseOperation operation, Role role)
    {
        var said = new StringBuilder();
        foreach (var relation in Enum.GetValues<Relation>())
        {
            var (worker, manager) = (CaseAccess.Decide(role, false, relation, operation), CaseAccess.Decide(role, true, relation, operation));
            var glass = CaseAccess.Decide(role, false, relation, operation, glassBroken: true);
            said.Append((worker, manager, glass) switch
            {
                (Verdict.Unknown, Verdict.Unknown, Verdict.Unknown) => '?',
                (Verdict.Allowed, Verdict.Allowed, Verdict.Allowed) => 'A',
                (Verdict.Refused, Verdict.Allowed, Verdict.Refused) => 'm',
                (Verdict.Refused, Verdict.Refused, Verdict.Allowed) => 'g',
                (Verdict.Refused, Verdict.Refused, Verdict.Refused) => '-',
                var other => throw new InvalidOperationException(other.ToString()),
            });
        }
        Assert.Equal(Matrix[(operation, role)], said.ToString());
    }

    [Fact]
    public void Every_operation_has_a_row() => Assert.Equal(Enum.GetValues<CaseOperation>(), CaseAccess.Table.Keys.Order());

    private static Dictionary<(CaseOperation, Role), string> Read()
    {
        using var stream = typeof(CaseAccessTests).Assembly.GetManifestResourceStream("case-access.txt")!;
        using var reader = new StreamReader(stream);
        var matrix = new Dictionary<(CaseOperation, Role), string>();
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var role in cells[2..]) matrix.Add((Enum.Parse<CaseOperation>(cells[0]), Enum.Parse<Role>(role)), cells[1]);
        }
        return matrix;
    }
}
