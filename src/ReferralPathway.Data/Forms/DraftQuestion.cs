using System.Data.Common;
using ReferralPathway.Data.Access;

namespace ReferralPathway.Data.Forms;

/// <summary>What the reader has begun to write on a page, newest first. It is asked with the statement that says who is acting.</summary>
public sealed class DraftQuestion(string address) : IOpeningQuestion
{
    /// <summary>More tabs than these have not been left half written.</summary>
    private const int Most = 6;

    private readonly List<FormDraft> _found = [];

    public string Address => address;

    public IReadOnlyList<FormDraft> Found => _found;

    public string Statement => $"SELECT d.id, d.box, d.saved_at FROM pathway.form_drafts d WHERE d.user_id = @u::uuid AND d.address = @draft_address ORDER BY d.saved_at DESC LIMIT {Most}";

    public IEnumerable<(string Name, object Value)> Values => [("draft_address", address)];

    public void Read(DbDataReader rows)
    {
        _found.Clear();
        while (rows.Read()) _found.Add(new() { Id = rows.GetGuid(0), Box = rows.GetFieldValue<byte[]>(1), SavedAt = rows.GetFieldValue<DateTimeOffset>(2) });
    }
}
