-- One question, one answer: everything the acting organisation may read of a case. Row-level security decides line by line what is in it.
WITH timeline AS MATERIALIZED (
  SELECT e.id, e.at, e.kind, e.user_id, a.name, e.organisation_id, o.name_sv AS organisation_sv, o.name_en AS organisation_en, e.groups, e.occurred_on, e.payload, e.record_id
  FROM pathway.audit_entries e LEFT JOIN identity.accounts a ON a.id = e.user_id LEFT JOIN pathway.organisations o ON o.id = e.organisation_id
  WHERE e.case_id = @case AND e.kind NOT LIKE 'Read.%' AND e.kind NOT LIKE 'Refused.%' ORDER BY e.at DESC, e.id DESC LIMIT 50
), spoken_of AS MATERIALIZED (
  SELECT DISTINCT m[1]::uuid AS id FROM timeline, regexp_matches(timeline.payload, '=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$', 'gn') AS m
  UNION SELECT f.detected_by_organisation FROM (SELECT detected_by_organisation FROM pathway.facts_versions WHERE case_id = @case ORDER BY number DESC LIMIT 1) f WHERE f.detected_by_organisation IS NOT NULL
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
  'begun', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT id, part, typed FROM pathway.begun_parts WHERE case_id = @case) x),
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
      r.drafted_at, r.sent_at, r.answer_by, r.answered_at, r.declined_because, r.completed_on, r.responsible, a.name AS responsible_name, r.told_by,
      r.message, r.first_contact_on, r.decline_text, r.told_on, r.told, r.outcome
    FROM pathway.referrals r JOIN pathway.organisations s ON s.id = r.sender JOIN pathway.organisations o ON o.id = r.recipient LEFT JOIN identity.accounts a ON a.id = r.responsible
    WHERE r.case_id = @case ORDER BY r.drafted_at DESC, r.id DESC LIMIT 100) x),
  'investigations', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT i.id, i.status, i.reported_on, i.receiving_unit, i.led_by, o.name_sv AS led_by_sv, o.name_en AS led_by_en, i.leader_kind, i.authority_unit, i.leader_name, i.reference_number, i.offences,
      i.initiated_on, i.informed_of_permits_on, i.counsel_requested_on, i.counsel_appointed_on, i.revision, i.prosecutor_took_over_on
    FROM pathway.investigations i LEFT JOIN pathway.organisations o ON o.id = i.led_by WHERE i.case_id = @case ORDER BY i.recorded_at DESC, i.id DESC LIMIT 50) x),
  'investigation_lines', (SELECT coalesce(json_agg(x ORDER BY x.number), '[]') FROM (
    SELECT s.investigation_id, s.status, s."on", s.number FROM pathway.investigation_summaries s WHERE s.case_id = @case ORDER BY s.recorded_at DESC LIMIT 200) x),
  'permits', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT a.id, a.kind, a.status, a.applicant_kind, a.applicant, p.name_sv AS applicant_sv, p.name_en AS applicant_en, a.addressed_to, o.name_sv AS addressed_to_sv, o.name_en AS addressed_to_en, a.form,
      a.submitted_on, a.channel, a.decided_on, a.valid_from, a.valid_to, a.decision_reference, a.appeal_by, a.revoked_on, a.revision,
      (SELECT coalesce(json_agg(e ORDER BY e.submitted_on, e.id), '[]') FROM (
        SELECT id, status, submitted_on, requested_until, reasons, decided_on, new_valid_to FROM pathway.permit_extensions WHERE permit_id = a.id) e) AS extensions,
      (SELECT coalesce(json_agg(d ORDER BY d."on", d.id), '[]') FROM (SELECT id, "with", "on", note FROM pathway.permit_dialogues WHERE permit_id = a.id) d) AS dialogues,
      (SELECT coalesce(json_agg(s ORDER BY s.number), '[]') FROM (SELECT id, status, "on", reason, number FROM pathway.permit_steps WHERE permit_id = a.id) s) AS steps
    FROM pathway.permit_applications a JOIN pathway.organisations p ON p.id = a.applicant JOIN pathway.organisations o ON o.id = a.addressed_to
    WHERE a.case_id = @case ORDER BY a.drafted_at DESC, a.id DESC LIMIT 20) x),
  'permit_lines', (SELECT coalesce(json_agg(x ORDER BY x.number), '[]') FROM (
    SELECT s.permit_id, s.kind, s.status, s."on", s.valid_from, s.valid_to, s.number FROM pathway.permit_summaries s WHERE s.case_id = @case ORDER BY s.recorded_at DESC LIMIT 200) x),
  'plans', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT a.id, a.status, a.owner, o.name_sv AS owner_sv, o.name_en AS owner_en, a.responsible, c.name AS responsible_name, a.starts_on, a.review_on, a.reviewed_on, a.goals, a.drafted_at,
      (SELECT coalesce(json_agg(i ORDER BY i."from", i.id), '[]') FROM (
        SELECT i.id, i.service, i.details, i."from", i."to", i.status, i.status_on, i.outcome,
          (SELECT coalesce(json_agg(p ORDER BY p.n), '[]') FROM (
            SELECT r.id, r.name_sv, r.name_en, r.kind, array_position(i.providers, r.id) AS n FROM pathway.organisations r WHERE r.id = ANY (i.providers)) p) AS providers,
          (SELECT row_to_json(k) FROM (SELECT id, cost_centre FROM pathway.plan_costs WHERE item_id = i.id ORDER BY number DESC LIMIT 1) k) AS costs
        FROM pathway.plan_items i WHERE i.plan_id = a.id) i) AS items,
      (SELECT coalesce(json_agg(s ORDER BY s.recorded_at DESC), '[]') FROM (SELECT id, agrees, "on", language, method, notes, recorded_at FROM pathway.plan_answers WHERE plan_id = a.id) s) AS answers,
      (SELECT coalesce(json_agg(s ORDER BY s.number), '[]') FROM (SELECT id, status, "on", reason, number FROM pathway.plan_steps WHERE plan_id = a.id) s) AS steps
    FROM pathway.assistance_plans a JOIN pathway.organisations o ON o.id = a.owner LEFT JOIN identity.accounts c ON c.id = a.responsible
    WHERE a.case_id = @case ORDER BY a.drafted_at DESC, a.id DESC LIMIT 20) x),
  'plan_lines', (SELECT coalesce(json_agg(x ORDER BY x."on" DESC, x.plan_id DESC), '[]') FROM (
    SELECT DISTINCT ON (s.plan_id) s.plan_id, s.is_ongoing, s."on" FROM pathway.plan_summaries s WHERE s.case_id = @case ORDER BY s.plan_id, s.number DESC) x),
  'integrations', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT i.id, i.status, i.owner, o.name_sv AS owner_sv, o.name_en AS owner_en, i.responsible, c.name AS responsible_name, i.starts_on, i.goals, i.agreed_on, i.began_on, i.review_since, i.drafted_at,
      (SELECT coalesce(json_agg(k ORDER BY k."from", k.id), '[]') FROM (
        SELECT k.id, k.component, k."by", k.provider, r.name_sv AS provider_sv, r.name_en AS provider_en, k.details, k."from", k."to", k.agreed_on, k.ended_on, k.outcome
        FROM pathway.integration_components k LEFT JOIN pathway.organisations r ON r.id = k.provider WHERE k.plan_id = i.id) k) AS components,
      (SELECT coalesce(json_agg(s ORDER BY s.recorded_at DESC), '[]') FROM (SELECT id, agrees, "on", language, method, notes, recorded_at FROM pathway.integration_answers WHERE plan_id = i.id) s) AS answers,
      (SELECT coalesce(json_agg(s ORDER BY s.number), '[]') FROM (SELECT id, status, "on", reason, number FROM pathway.integration_steps WHERE plan_id = i.id) s) AS steps
    FROM pathway.integration_plans i JOIN pathway.organisations o ON o.id = i.owner LEFT JOIN identity.accounts c ON c.id = i.responsible
    WHERE i.case_id = @case ORDER BY i.drafted_at DESC, i.id DESC LIMIT 20) x),
  'address', (SELECT row_to_json(x) FROM (
    SELECT a.id, a.recorded_at, count(g.id) AS readers, coalesce(bool_or(g.user_id = (SELECT pathway.person())), false) AS mine,
      coalesce(json_agg(json_build_object('id', g.id, 'user_id', g.user_id, 'name', t.name, 'granted_by_name', b.name, 'granted_at', g.granted_at, 'until', g.until, 'why', g.why) ORDER BY t.name)
        FILTER (WHERE g.id IS NOT NULL), '[]') AS grants
    FROM pathway.protected_addresses a
      LEFT JOIN pathway.address_grants g ON g.address_id = a.id AND g.ended_at IS NULL AND g.granted_at <= (SELECT pathway.at()) AND g.until > (SELECT pathway.at())
      LEFT JOIN identity.accounts t ON t.id = g.user_id LEFT JOIN identity.accounts b ON b.id = g.granted_by
    WHERE a.case_id = @case AND a.replaced_at IS NULL GROUP BY a.id, a.recorded_at LIMIT 1) x),
  'returns', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT v.id, v.status, v.author, w.name_sv AS author_sv, w.name_en AS author_en, v.coordinator, c.name_sv AS coordinator_sv, c.name_en AS coordinator_en, v.iom, i.name_sv AS iom_sv, i.name_en AS iom_en,
      v.first_contact_on, v.travel_on, v.departed_at, v.departure_zone, v.arrived_at, v.arrival_zone, v.monitoring_start, v.monitoring_earliest_end, v.support_is_open, v.drafted_at, v.revision,
      (SELECT coalesce(json_agg(p ORDER BY p.number), '[]') FROM (
        SELECT id, kind, "on", code, content, number, recorded_at, recorded_by
        FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY number DESC) AS back FROM pathway.return_papers WHERE return_id = v.id) k WHERE back <= 20) p) AS papers,
      (SELECT coalesce(json_agg(s ORDER BY s.number), '[]') FROM (SELECT id, status, "on", because, reason, number FROM pathway.return_steps WHERE return_id = v.id) s) AS steps,
      (SELECT coalesce(json_agg(h ORDER BY h.number), '[]') FROM (SELECT id, details, recorded_at, number FROM pathway.return_health WHERE return_id = v.id) h) AS health,
      (SELECT coalesce(json_agg(u ORDER BY u.id), '[]') FROM (SELECT id, "on", address, released_by FROM pathway.return_pick_ups WHERE return_id = v.id) u) AS pick_ups,
      (SELECT coalesce(json_agg(m ORDER BY m.month), '[]') FROM (SELECT id, month, due_on, answered_on FROM pathway.return_contact_points WHERE return_id = v.id) m) AS points
    FROM pathway.return_applications v JOIN pathway.organisations w ON w.id = v.author LEFT JOIN pathway.organisations c ON c.id = v.coordinator LEFT JOIN pathway.organisations i ON i.id = v.iom
    WHERE v.case_id = @case ORDER BY v.drafted_at DESC, v.id DESC LIMIT 10) x),
  'justice', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT j.id, j.kind, j."on", j.text, j.released_by, o.name_sv AS released_by_sv, o.name_en AS released_by_en, j.relayed_by, j.released_at, j.relayed_on, j.reached, j.wishes, j.needs
    FROM pathway.justice_events j JOIN pathway.organisations o ON o.id = j.released_by WHERE j.case_id = @case ORDER BY j.released_at DESC, j.id DESC LIMIT 50) x),
  'justice_way', (SELECT row_to_json(x) FROM (SELECT w.return_id, w.iom FROM pathway.justice_way(@case) w) x),
  'claims', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, claimant, year, quarter_number, status, claim_by, claimed FROM pathway.reimbursement_claims WHERE case_id = @case ORDER BY year DESC, quarter_number DESC, id LIMIT 40) x),
  'legal_statuses', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, status, "from", valid_to, source, recorded_at FROM pathway.legal_status_entries WHERE case_id = @case ORDER BY "from" DESC, number DESC LIMIT 50) x),
  'child_task', (SELECT row_to_json(x) FROM (
    SELECT t.id, t.state, t.ended_because, t.board, b.name_sv AS board_sv, b.name_en AS board_en, t.board_works_here, t.reported_by, r.name_sv AS reported_by_sv, r.name_en AS reported_by_en,
      t.reported_at, t.asked_on, t.is_represented, t.tracing_is_decided, t.guardian_is_suspected
    FROM pathway.child_tasks t LEFT JOIN pathway.organisations b ON b.id = t.board LEFT JOIN pathway.organisations r ON r.id = t.reported_by WHERE t.case_id = @case) x),
  'child_steps', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT s.id, s.kind, s."on", s.at, s.outcome, s.told_to, s.recorded_by, o.name_sv AS recorded_by_sv, o.name_en AS recorded_by_en, s.number, n.id AS text_id, n.text
    FROM pathway.child_steps s JOIN pathway.organisations o ON o.id = s.recorded_by LEFT JOIN pathway.child_notes n ON n.step_id = s.id
    WHERE s.case_id = @case ORDER BY s.number DESC LIMIT 50) x),
  'asylum', (SELECT row_to_json(x) FROM (
    SELECT t.id, t.state, t.is_confirmed, t.registered_on, t.supported_from, t.municipality, o.name_sv AS municipality_sv, o.name_en AS municipality_en, t.left_on, t.taken_over_on, t.decided_on
    FROM pathway.asylum_tracks t LEFT JOIN pathway.organisations o ON o.id = t.municipality WHERE t.case_id = @case) x),
  'asylum_steps', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, state, is_confirmed, "on" FROM pathway.asylum_steps WHERE case_id = @case ORDER BY number DESC LIMIT 20) x),
  'documents', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT a.id, a.kind, a.format, a.size, a."on", a.note, a.recorded_at, a.recorded_by, o.name_sv AS by_sv, o.name_en AS by_en, a.mistake
    FROM pathway.attachments a JOIN pathway.organisations o ON o.id = a.recorded_by WHERE a.case_id = @case AND a.kind <> 'SignedConsent' ORDER BY a.recorded_at DESC, a.id DESC LIMIT 200) x),
  'notes', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT n.id, n.kind, n.about, n.groups, e.kind AS entry, e.record_id, e.payload, e.organisation_id AS entry_of, n.text, n."on", n.recorded_at, o.name_sv AS by_sv, o.name_en AS by_en
    FROM pathway.entry_notes n JOIN pathway.audit_entries e ON e.id = n.about AND e.case_id = n.case_id JOIN pathway.organisations o ON o.id = n.recorded_by
    WHERE n.case_id = @case ORDER BY n.recorded_at DESC, n.id DESC LIMIT 100) x),
  'extracts', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT id, holds, withheld, ground, prepared_at, reviewed_at FROM pathway.subject_extracts WHERE case_id = @case ORDER BY prepared_at DESC, id DESC LIMIT 10) x),
  'parts', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT p.organisation_id, o.name_sv, o.name_en, o.kind, p.groups, p.valid_from, p.valid_until, p.reason
    FROM pathway.participations p JOIN pathway.organisations o ON o.id = p.organisation_id WHERE p.case_id = @case ORDER BY p.valid_until DESC, p.valid_from, p.id LIMIT 100) x),
  'links', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT DISTINCT c.id, l.kind, c.reference, c.status, c.status <> 'Draft' OR c.started_by = (SELECT pathway.person()) AS can_open
    FROM pathway.case_links l JOIN pathway.cases c ON c.id = l.other WHERE l.case_id = @case ORDER BY c.reference LIMIT 50) x),
  'team', (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT m.user_id, a.name, m.is_responsible, m.added_at, m.absence IS NOT NULL AS stands_in, x.to_on AS away_until, d.name AS deputy
    FROM pathway.team_members m JOIN identity.accounts a ON a.id = m.user_id
    LEFT JOIN identity.absences x ON x.account = m.user_id AND x.ended_at IS NULL AND pathway.swedish_day((SELECT pathway.at())) BETWEEN x.from_on AND x.to_on
    LEFT JOIN identity.accounts d ON d.id = x.deputy
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
  'keys', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT k.id, k.wrapped, k.master FROM pathway.sealing_keys k WHERE k.case_id = @case AND (
    k.id = @case OR k.id IN (SELECT u.id FROM pathway.return_pick_ups u WHERE u.case_id = @case)
    OR k.id IN (SELECT r.id FROM pathway.referrals r WHERE r.case_id = @case AND r.decline_text IS NOT NULL))) x)
)::text
