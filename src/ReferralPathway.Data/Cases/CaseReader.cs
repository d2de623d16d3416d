using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>Reads a case for the eyes of one person: one round trip to the database, opened with the case's key, projected, and written into the record of readings when the transaction commits.</summary>
public sealed class CaseReader(PathwayDb db, Sealer sealer)
{
    private static readonly string Question = Embedded("case_record.sql");

    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(), new TypedIdJson(), new SealedJson(), new HexJson() },
    };

    /// <param name="what">What is opened, for the record of readings.</param>
    /// <param name="purpose">Why, as a code, where a reason is asked for.</param>
    public async Task<CaseView> ReadAsync(Viewer viewer, Reading what, string? purpose, CancellationToken stopping)
    {
        var id = viewer.Standing.CaseId;
        await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = Question;
        command.Parameters.AddWithValue("case", id.Value);
        var answer = JsonSerializer.Deserialize<Answer>((string)(await command.ExecuteScalarAsync(stopping))!, Json)!;
        foreach (var key in answer.Keys) sealer.Learn(key.Id, key.Wrapped, key.Master);
        var record = answer.Record();
        Open(record, id);
        var view = CaseView.Of(record, viewer);
        db.AuditEntries.Add(AuditEntry.Read(db.Acting!, what, id, view.ShownGroups, purpose));
        return view;
    }

    private void Open(CaseRecord record, CaseId id)
    {
        sealer.Open(record.Identity?.Details, id.Value, record.Identity?.Id ?? default, "identity_versions", "details");
        sealer.Open(record.SafeContact?.Details, id.Value, record.SafeContact?.Id ?? default, "safe_contact_versions", "details");
        sealer.Open(record.Health?.Details, id.Value, record.Health?.Id ?? default, "health_versions", "details");
        sealer.Open(record.Narrative?.Description, id.Value, record.Narrative?.Id ?? default, "narrative_versions", "description");
        foreach (var begun in record.Begun) sealer.Open(begun.Typed, id.Value, begun.Id, "begun_parts", "typed");
        foreach (var referral in record.Referrals)
        {
            sealer.Open(referral.Message, id.Value, referral.Id.Value, "referrals", "message");
            sealer.Open(referral.Told, id.Value, referral.Id.Value, "referrals", "told");
            sealer.Open(referral.Outcome, id.Value, referral.Id.Value, "referrals", "outcome");
            sealer.Open(referral.DeclineText, referral.Id.Value, referral.Id.Value, "referrals", "decline_text");
        }
        foreach (var permit in record.Permits)
        {
            sealer.Open(permit.Form, id.Value, permit.Id.Value, "permit_applications", "form");
            foreach (var extension in permit.Extensions) sealer.Open(extension.Reasons, id.Value, extension.Id, "permit_extensions", "reasons");
            foreach (var dialogue in permit.Dialogues) sealer.Open(dialogue.Note, id.Value, dialogue.Id, "permit_dialogues", "note");
            foreach (var step in permit.Steps) sealer.Open(step.Reason, id.Value, step.Id, "permit_steps", "reason");
        }
        foreach (var plan in record.Plans)
        {
            sealer.Open(plan.Goals, id.Value, plan.Id.Value, "assistance_plans", "goals");
            foreach (var answer in plan.Answers) sealer.Open(answer.Notes, id.Value, answer.Id, "plan_answers", "notes");
            foreach (var step in plan.Steps) sealer.Open(step.Reason, id.Value, step.Id, "plan_steps", "reason");
            foreach (var item in plan.Items)
            {
                sealer.Open(item.Details, id.Value, item.Id, "plan_items", "details");
                sealer.Open(item.Outcome, id.Value, item.Id, "plan_items", "outcome");
                sealer.Open(item.Costs?.CostCentre, id.Value, item.Costs?.Id ?? default, "plan_costs", "cost_centre");
            }
        }
        foreach (var plan in record.Integrations)
        {
            sealer.Open(plan.Goals, id.Value, plan.Id.Value, "integration_plans", "goals");
            foreach (var answer in plan.Answers) sealer.Open(answer.Notes, id.Value, answer.Id, "integration_answers", "notes");
            foreach (var step in plan.Steps) sealer.Open(step.Reason, id.Value, step.Id, "integration_steps", "reason");
            foreach (var component in plan.Components)
            {
                sealer.Open(component.Details, id.Value, component.Id, "integration_components", "details");
                sealer.Open(component.Outcome, id.Value, component.Id, "integration_components", "outcome");
            }
        }
        foreach (var grant in record.Address?.Grants ?? []) sealer.Open(grant.Why, id.Value, grant.Id, "address_grants", "why");
        foreach (var application in record.Returns)
        {
            foreach (var paper in application.Papers) sealer.Open(paper.Content, id.Value, paper.Id, "return_papers", "content");
            foreach (var step in application.Steps) sealer.Open(step.Reason, id.Value, step.Id, "return_steps", "reason");
            foreach (var health in application.Health) sealer.Open(health.Details, id.Value, health.Id, "return_health", "details");
            foreach (var pickUp in application.PickUps) sealer.Open(pickUp.Address, pickUp.Id, pickUp.Id, "return_pick_ups", "address");
        }
        foreach (var word in record.Justice) sealer.Open(word.Text, id.Value, word.Id, "justice_events", "text");
        foreach (var step in record.ChildSteps) sealer.Open(step.Text, id.Value, step.TextId ?? default, "child_notes", "text");
        foreach (var document in record.Documents) sealer.Open(document.Note, id.Value, document.Id.Value, "attachments", "note");
        foreach (var note in record.Notes) sealer.Open(note.Text, id.Value, note.Id, "entry_notes", "text");
        foreach (var assessment in record.Assessments) sealer.Open(assessment.Conclusion, id.Value, assessment.Id, "assessments", "conclusion");
    }

    internal static string Embedded(string file)
    {
        using var stream = typeof(CaseReader).Assembly.GetManifestResourceStream($"ReferralPathway.Data.Cases.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record KeyRow(Guid Id, byte[] Wrapped, int Master);

    private sealed record Answer
    {
        public IReadOnlyList<KeyRow> Keys { get; init; } = [];

        [JsonExtensionData]
        public Dictionary<string, JsonElement> Rest { get; init; } = [];

        public CaseRecord Record() => JsonSerializer.SerializeToElement(Rest).Deserialize<CaseRecord>(Json)!;
    }

    private sealed class HexJson : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Convert.FromHexString(reader.GetString()![2..]);

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class TypedIdJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        private sealed class Of<TId> : JsonConverter<TId> where TId : struct, ITypedId<TId>
        {
            public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

            public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => throw new NotSupportedException();
        }
    }

    private sealed class SealedJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Sealed<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

        private sealed class Of<T> : JsonConverter<Sealed<T>> where T : class
        {
            public override Sealed<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                new(new SealedBox(Convert.FromHexString(reader.GetString()![2..])));

            public override void Write(Utf8JsonWriter writer, Sealed<T> value, JsonSerializerOptions options) => throw new NotSupportedException();
        }
    }
}
