-- One question, one answer: everything the acting organisation may read of a case. Row-level security decides line by line what is in it.
WITH timeline AS MATERIALIZED (
  SELECT e.id, e.at, e.kind, e.user_id, a.name, e.organisation_id, o.name_sv AS organisation_sv, o.name_en AS organisation_en, e.groups, e.occurred_on, e.payload, e.record_id
  FROM pathway.audit_entries e LEFT JOIN identity.accounts a ON a.id = e.user_id LEFT JOIN pathway.organisations o ON o.id = e.organisation_id
  WHERE e.case_id = @case AND e.kind NOT LIKE 'Read.%' AND e.kind NOT LIKE 'Refused.%' ORDER BY e.at DESC, e.id DESC LIMIT 50
), spoken_of AS MATERIALIZED (
  SELECT DISTINCT m[1]::uuid AS id FROM timeline, regexp_matches(timeline.payload, '=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$', 'gn') AS m
)
SELECT json_build_object(
  'core', (SELECT row_to_json(x) FROM (
    SELECT c.id, c.reference, c.lead, l.name_sv AS lead_sv, l.name_en AS lead_en, c.status, c.identification, c.formally_identified_on, c.closed_because, c.closed_on, c.intake,
      c.started_by, c.started_at, c.opened_at, c.changed_at, c.revision
    FROM pathway.cases c JOIN pathway.organisations l ON l.id = c.lead WHERE c.id = @case) x),
  'facts', (SELECT row_to_json(x) FROM (SELECT f.* FROM pathway.facts_versions f WHERE f.case_id = @case ORDER BY f.number DESC LIMIT 1) x),
  'identity', (SELECT row_to_json(x) FROM (SELECT id, recorded_at, details FROM pathway.identity_versions WHERE case_id = @case ORDER BY number DESC LIMIT 1) x),
  'safe_contact', (SELECT row_to_json(x) FROM (SELECT id, recorded_at, details FROM pathway.safe_contact_versions WHERE case_id = @case ORDER BY number DESC LIMIT 1) x),
  'safe_contact_through', (SELECT row_to_json(x) FROM (
    SELECT s.through, o.name_sv, o.name_en FROM pathway.safe_contact_summaries s JOIN pathway.organisations o ON o.id = s.through WHERE s.case_id = @case ORDER BY s.number DESC LIMIT 1) x),
  'narrative', (SELECT row_to_json(x) FROM (
    SELECT id, recorded_at, acts, means, countries, period_from, period_to, description FROM pathway.narrative_versions WHERE case_id = @case ORDER BY number DESC LIMIT 1) x),
  'health', (SELECT row_to_json(x) FROM (SELECT id, recorded_at, details FROM pathway.health_versions WHERE case_id = @case ORDER BY number DESC LIMIT 1) x),
  'assessments', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, recorded_at, profile, answers, "on", next_review_on, conclusion FROM pathway.assessments WHERE case_id = @case ORDER BY number DESC LIMIT 20) x),
  'consents', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT d.id, d.number, d.recipient, o.name_sv AS recipient_sv, o.name_en AS recipient_en, o.kind AS recipient_kind, d.purpose, d.state, d.groups, d.decided_on, d.valid_until,
      d.method, d.language, d.interpreter, (SELECT a.id FROM pathway.attachments a WHERE a.id = d.form) AS form, d.recorded_at
    FROM pathway.consent_decisions d JOIN pathway.organisations o ON o.id = d.recipient WHERE d.case_id = @case ORDER BY d.number DESC, d.recipient, d.purpose LIMIT 200) x),
  'grounds', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT g.id, g.recipient, o.name_sv AS recipient_sv, o.name_en AS recipient_en, g.ground, g.groups, g.valid_until, g.recorded_at, g.upheld, g.reviewed_at
    FROM pathway.legal_grounds g JOIN pathway.organisations o ON o.id = g.recipient WHERE g.case_id = @case ORDER BY g.recorded_at DESC LIMIT 50) x),
  'referrals', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT r.id, r.sender, s.name_sv AS sender_sv, s.name_en AS sender_en, r.recipient, o.name_sv AS recipient_sv, o.name_en AS recipient_en, r.kind, r.service, r.urgency, r.groups, r.status,
      r.drafted_at, r.sent_at, r.answer_by, r.answered_at, r.declined_because, r.completed_on, r.responsible, a.name AS responsible_name, r.told_by
    FROM pathway.referrals r JOIN pathway.organisations s ON s.id = r.sender JOIN pathway.organisations o ON o.id = r.recipient LEFT JOIN identity.accounts a ON a.id = r.responsible
    WHERE r.case_id = @case ORDER BY r.drafted_at DESC, r.id DESC LIMIT 100) x),
  'investigations', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT i.id, i.status, i.reported_on, i.receiving_unit, i.led_by, o.name_sv AS led_by_sv, o.name_en AS led_by_en, i.leader_kind, i.authority_unit, i.leader_name, i.reference_number, i.offences,
      i.initiated_on, i.informed_of_permits_on, i.counsel_requested_on, i.counsel_appointed_on, i.revision
    FROM pathway.investigations i LEFT JOIN pathway.organisations o ON o.id = i.led_by WHERE i.case_id = @case ORDER BY i.recorded_at DESC, i.id DESC LIMIT 50) x),
  'investigation_lines', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT DISTINCT ON (s.investigation_id) s.investigation_id, s.status, s."on" FROM pathway.investigation_summaries s WHERE s.case_id = @case ORDER BY s.investigation_id, s.number DESC) x),
  'permits', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT a.id, a.kind, a.status, a.applicant_kind, a.applicant, p.name_sv AS applicant_sv, p.name_en AS applicant_en, a.addressed_to, o.name_sv AS addressed_to_sv, o.name_en AS addressed_to_en, a.form,
      a.submitted_on, a.channel, a.decided_on, a.valid_from, a.valid_to, a.decision_reference, a.appeal_by, a.revoked_on, a.revision,
      (SELECT coalesce(json_agg(e ORDER BY e.submitted_on, e.id), '[]') FROM (
        SELECT id, status, submitted_on, requested_until, reasons, decided_on, new_valid_to FROM pathway.permit_extensions WHERE permit_id = a.id) e) AS extensions,
      (SELECT coalesce(json_agg(d ORDER BY d."on", d.id), '[]') FROM (SELECT id, "with", "on", note FROM pathway.permit_dialogues WHERE permit_id = a.id) d) AS dialogues,
      (SELECT coalesce(json_agg(s ORDER BY s.number), '[]') FROM (SELECT id, status, "on", reason, number FROM pathway.permit_steps WHERE permit_id = a.id) s) AS steps
    FROM pathway.permit_applications a JOIN pathway.organisations p ON p.id = a.applicant JOIN pathway.organisations o ON o.id = a.addressed_to
    WHERE a.case_id = @case ORDER BY a.drafted_at DESC, a.id DESC LIMIT 20) x),
  'permit_lines', (SELECT coalesce(json_agg(x ORDER BY x."on" DESC, x.permit_id DESC), '[]') FROM (
    SELECT DISTINCT ON (s.permit_id) s.permit_id, s.kind, s.status, s."on", s.valid_from, s.valid_to FROM pathway.permit_summaries s WHERE s.case_id = @case ORDER BY s.permit_id, s.number DESC) x),
  'claims', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, claimant, year, quarter_number, status, claim_by, claimed FROM pathway.reimbursement_claims WHERE case_id = @case ORDER BY year DESC, quarter_number DESC, id LIMIT 40) x),
  'legal_statuses', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, status, "from", valid_to, source, recorded_at FROM pathway.legal_status_entries WHERE case_id = @case ORDER BY "from" DESC, number DESC LIMIT 50) x),
  'parts', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT p.organisation_id, o.name_sv, o.name_en, o.kind, p.groups, p.valid_from, p.valid_until, p.reason
    FROM pathway.participations p JOIN pathway.organisations o ON o.id = p.organisation_id WHERE p.case_id = @case ORDER BY p.valid_until DESC, p.valid_from, p.id LIMIT 100) x),
  'links', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT DISTINCT c.id, l.kind, c.reference, c.status, c.status <> 'Draft' OR c.started_by = (SELECT pathway.person()) AS can_open
    FROM pathway.case_links l JOIN pathway.cases c ON c.id = l.other WHERE l.case_id = @case ORDER BY c.reference LIMIT 50) x),
  'team', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT m.user_id, a.name, m.is_responsible, m.added_at FROM pathway.team_members m JOIN identity.accounts a ON a.id = m.user_id
    WHERE m.case_id = @case AND m.removed_at IS NULL ORDER BY m.is_responsible DESC, a.name) x),
  'timeline', (SELECT coalesce(json_agg(x ORDER BY x.at DESC, x.id DESC), '[]') FROM timeline x),
  'names', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT o.id, o.name_sv AS sv, o.name_en AS en FROM pathway.organisations o WHERE o.id IN (SELECT id FROM spoken_of)
    UNION ALL SELECT a.id, a.name, a.name FROM identity.accounts a WHERE a.id IN (SELECT id FROM spoken_of)) x),
  'work', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT w.id, w.kind, w.due_at, w.organisation_id, o.name_sv AS organisation_sv, o.name_en AS organisation_en, w.source_id, w.managers_only
    FROM pathway.work_items w JOIN pathway.organisations o ON o.id = w.organisation_id WHERE w.case_id = @case AND w.closed_at IS NULL ORDER BY w.due_at, w.id LIMIT 20) x),
  'readings', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT e.id, e.at, e.kind, e.user_id, a.name, o.name_sv AS organisation_sv, o.name_en AS organisation_en, e.groups, e.purpose
    FROM pathway.audit_entries e LEFT JOIN identity.accounts a ON a.id = e.user_id LEFT JOIN pathway.organisations o ON o.id = e.organisation_id
    WHERE e.case_id = @case AND e.kind LIKE 'Read.%' ORDER BY e.at DESC, e.id DESC LIMIT 3) x),
  'reading_count', (SELECT count(*) FROM (SELECT FROM pathway.audit_entries WHERE case_id = @case AND kind LIKE 'Read.%' LIMIT 501) c),
  'chosen_rules', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT number, since, rule_set, reimbursement_from FROM pathway.rule_changes WHERE state = 'Confirmed' ORDER BY number) x),
  'keys', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT k.id, k.wrapped, k.master FROM pathway.sealing_keys k WHERE k.id = @case) x)
)::text
