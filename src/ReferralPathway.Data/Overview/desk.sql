, visit AS (
  -- Half an hour away is a visit of its own: until then what is new stays new.
  INSERT INTO pathway.visits AS v (user_id, since, seen) VALUES (@user, @at - interval '7 days', @at)
  ON CONFLICT (user_id) DO UPDATE SET since = CASE WHEN v.seen < @at - interval '30 minutes' THEN v.seen ELSE v.since END, seen = @at
  RETURNING v.since
),
open_cases AS MATERIALIZED (
  SELECT c.id AS case_id, c.reference, t.changed_at FROM team t JOIN pathway.cases c ON c.id = t.case_id WHERE c.status = 'Open'
),
latest AS (
  SELECT c.case_id, c.reference, c.changed_at, f.gender, f.age_group, coalesce(f.protected_identity, 'NONE') <> 'NONE' AS protected, i.id AS identity_id, i.details
  FROM (SELECT * FROM open_cases ORDER BY changed_at DESC, case_id DESC LIMIT 5) c
  LEFT JOIN LATERAL (SELECT f.gender, f.age_group, f.protected_identity FROM pathway.facts_versions f WHERE f.case_id = c.case_id ORDER BY f.number DESC LIMIT 1) f ON true
  LEFT JOIN LATERAL (SELECT i.id, i.details FROM pathway.identity_versions i WHERE i.case_id = c.case_id ORDER BY i.number DESC LIMIT 1) i ON true
)
SELECT json_build_object(
  'since', (SELECT since FROM visit),
  'lines', (SELECT coalesce(json_agg(l ORDER BY l.due_at, l.id), '[]') FROM lines l),
  'cases', (SELECT coalesce(json_agg(c ORDER BY c.changed_at DESC, c.case_id DESC), '[]') FROM latest c),
  'open_cases', (SELECT count(*) FROM open_cases),
  'drafts', (SELECT coalesce(json_agg(d ORDER BY d.at DESC), '[]') FROM (
    SELECT c.id AS case_id, c.reference, NULL::uuid AS referral_id, c.started_at AS at FROM team t JOIN pathway.cases c ON c.id = t.case_id WHERE c.status = 'Draft' AND c.started_by = @user
    UNION ALL
    SELECT r.case_id, t.reference, r.id, r.drafted_at FROM team t JOIN pathway.referrals r ON r.case_id = t.case_id WHERE r.status = 'Draft' AND r.author = @user
    ORDER BY 4 DESC LIMIT 10) d),
  'changes', (SELECT coalesce(json_agg(x ORDER BY x.at DESC, x.id DESC), '[]') FROM (
    SELECT e.id, e.case_id, t.reference, e.kind, e.at, e.payload, o.name_sv AS organisation_sv, o.name_en AS organisation_en
    FROM team t CROSS JOIN LATERAL (
      SELECT e.id, e.case_id, e.kind, e.at, e.payload, e.organisation_id FROM pathway.audit_entries e
      WHERE e.case_id = t.case_id AND e.at > (SELECT since FROM visit) AND e.user_id IS DISTINCT FROM @user AND e.kind NOT LIKE 'Read.%' AND e.kind NOT LIKE 'Refused.%'
        AND (e.kind NOT IN ('TeamChanged', 'TakenOn') OR e.organisation_id = (SELECT pathway.organisation()))
      ORDER BY e.at DESC, e.id DESC LIMIT 8) e
    LEFT JOIN pathway.organisations o ON o.id = e.organisation_id
    WHERE t.changed_at > (SELECT since FROM visit)
    ORDER BY e.at DESC, e.id DESC LIMIT 8) x),
  'unread', (SELECT count(*) FROM (
    SELECT FROM pathway.notices n
    WHERE n.organisation_id = (SELECT pathway.organisation()) AND n.read_at IS NULL AND (n.user_id = @user OR n.user_id IS NULL) AND (NOT n.managers_only OR @manager)
      AND (n.user_id = @user OR n.managers_only OR n.case_id IS NULL OR n.case_id IN (SELECT case_id FROM team) OR n.kind = ANY (@for_anybody))
    LIMIT 100) n),
  'keys', (SELECT coalesce(json_agg(k), '[]') FROM (
    SELECT k.id, k.wrapped, k.master FROM pathway.sealing_keys k
    WHERE k.id IN (SELECT l.case_id FROM lines l WHERE l.identity_id IS NOT NULL UNION SELECT c.case_id FROM latest c WHERE c.identity_id IS NOT NULL)) k)
)::text
