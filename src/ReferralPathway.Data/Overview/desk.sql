, visit AS (
  -- Half an hour away is a visit of its own: until then what is new stays new.
  INSERT INTO pathway.visits AS v (user_id, since, seen) VALUES (@user, @at - interval '7 days', @at)
  ON CONFLICT (user_id) DO UPDATE SET since = CASE WHEN v.seen < @at - interval '30 minutes' THEN v.seen ELSE v.since END, seen = @at
  RETURNING v.since
),
-- An organisation may have several parts in a case: each case once, at its last change.
team AS NOT MATERIALIZED (
  SELECT p.case_id, p.case_reference AS reference, m.case_changed_at AS changed_at, p.case_status AS status
  FROM pathway.team_members m JOIN pathway.participations p ON p.case_id = m.case_id
  WHERE m.user_id = @user AND m.removed_at IS NULL AND p.organisation_id = @organisation AND p.valid_from <= @at AND p.valid_until >= @at
    AND NOT EXISTS (
      SELECT FROM pathway.participations q
      WHERE q.case_id = p.case_id AND q.organisation_id = p.organisation_id AND q.valid_from <= @at AND (q.valid_until, q.groups, q.id) > (p.valid_until, p.groups, p.id))
),
latest AS (
  SELECT c.case_id, c.reference, c.changed_at, f.gender, f.age_group, coalesce(f.protected_identity, 'NONE') <> 'NONE' AS protected, i.id AS identity_id, i.details
  FROM (SELECT * FROM team WHERE status = 'Open' ORDER BY changed_at DESC, case_id DESC LIMIT 5) c
  LEFT JOIN LATERAL (SELECT f.gender, f.age_group, f.protected_identity FROM pathway.facts_versions f WHERE f.case_id = c.case_id ORDER BY f.number DESC LIMIT 1) f ON true
  LEFT JOIN LATERAL (SELECT i.id, i.details FROM pathway.identity_versions i WHERE i.case_id = c.case_id ORDER BY i.number DESC LIMIT 1) i ON true
)
SELECT json_build_object(
  'since', (SELECT since FROM visit),
  'lines', (SELECT coalesce(json_agg(l ORDER BY l.due_at, l.id), '[]') FROM lines l),
  'cases', (SELECT coalesce(json_agg(c ORDER BY c.changed_at DESC, c.case_id DESC), '[]') FROM latest c),
  'open_cases', (SELECT count(*) FROM (SELECT FROM team WHERE status = 'Open' LIMIT @most) c),
  'drafts', (SELECT coalesce(json_agg(d ORDER BY d.at DESC), '[]') FROM (
    (SELECT c.id AS case_id, c.reference, NULL::uuid AS referral_id, c.started_at AS at FROM pathway.cases c
     WHERE c.started_by = @user AND c.status = 'Draft' AND EXISTS (SELECT FROM team t WHERE t.case_id = c.id) ORDER BY c.started_at DESC LIMIT 10)
    UNION ALL
    (SELECT r.case_id, t.reference, r.id, r.drafted_at FROM pathway.referrals r CROSS JOIN LATERAL (SELECT t.reference FROM team t WHERE t.case_id = r.case_id LIMIT 1) t
     WHERE r.author = @user AND r.status = 'Draft' ORDER BY r.drafted_at DESC LIMIT 10)
    ORDER BY 4 DESC LIMIT 10) d),
  'changes', (SELECT coalesce(json_agg(x ORDER BY x.at DESC, x.id DESC), '[]') FROM (
    SELECT e.id, e.case_id, t.reference, e.kind, e.at, e.payload, o.name_sv AS organisation_sv, o.name_en AS organisation_en
    -- What is new is in the cases changed last; of more than these nobody reads the news.
    FROM (SELECT * FROM team WHERE changed_at > (SELECT since FROM visit) ORDER BY changed_at DESC, case_id DESC LIMIT @most) t CROSS JOIN LATERAL (
      SELECT e.id, e.case_id, e.kind, e.at, e.payload, e.organisation_id FROM pathway.audit_entries e
      WHERE e.case_id = t.case_id AND e.at > (SELECT since FROM visit) AND e.user_id IS DISTINCT FROM @user AND e.kind NOT LIKE 'Read.%' AND e.kind NOT LIKE 'Refused.%'
        AND (e.kind NOT IN ('TeamChanged', 'TakenOn') OR e.organisation_id = @organisation)
      ORDER BY e.at DESC, e.id DESC LIMIT 8) e
    LEFT JOIN pathway.organisations o ON o.id = e.organisation_id
    ORDER BY e.at DESC, e.id DESC LIMIT 8) x),
  'keys', (SELECT coalesce(json_agg(k), '[]') FROM (
    SELECT k.id, k.wrapped, k.master FROM pathway.sealing_keys k
    WHERE k.id IN (SELECT l.case_id FROM lines l WHERE l.identity_id IS NOT NULL UNION SELECT c.case_id FROM latest c WHERE c.identity_id IS NOT NULL)) k)
)::text
