-- Whose turn it is, line by line and masked. Row-level security decides what is in it; the team decides whose initials may be worked out.
WITH open AS NOT MATERIALIZED (
  SELECT w.* FROM pathway.work_items w
  WHERE w.organisation_id = @organisation AND w.closed_at IS NULL AND w.due_at < @until AND (w.due_at, w.id) > (@after_due, @after_id)
    AND (NOT w.managers_only OR @manager) AND w.kind <> @but
    -- What concerned a case in which one no longer takes part is no longer one's to do. A claim outlives the part in the case.
    AND (w.case_id IS NULL OR w.kind IN ('AnswerReferral', 'DecideClaim', 'ClaimCosts', 'AppealClaim') OR
      (SELECT true FROM pathway.participations p
       WHERE p.case_id = w.case_id AND p.organisation_id = @organisation AND p.valid_from <= @at AND p.valid_until >= @at LIMIT 1))
),
-- Each way in which work is somebody's has an index of its own, and no more is fetched of any than is shown.
turn AS MATERIALIZED (
  SELECT DISTINCT ON (t.due_at, t.id) t.* FROM (
    (SELECT o.* FROM open o WHERE o.user_id = @user ORDER BY o.due_at, o.id LIMIT @most)
    UNION ALL
    -- And of those one stands in for while they are away.
    (SELECT o.* FROM identity.absences x JOIN open o ON o.user_id = x.account
     WHERE x.deputy = @user AND x.ended_at IS NULL AND pathway.swedish_day(@at) BETWEEN x.from_on AND x.to_on AND NOT o.managers_only ORDER BY o.due_at, o.id LIMIT @most)
    UNION ALL
    (SELECT o.* FROM open o WHERE @manager AND (o.managers_only OR o.escalated_at IS NOT NULL) ORDER BY o.due_at, o.id LIMIT @most)
    UNION ALL
    SELECT o.* FROM unnest(@anybodys) AS k (kind) CROSS JOIN LATERAL (SELECT o.* FROM open o WHERE o.kind = k.kind ORDER BY o.due_at, o.id LIMIT @most) o
    UNION ALL
    -- The team's, also when the one it was meant for has left the team.
    (SELECT o.* FROM pathway.team_members m JOIN open o ON o.case_id = m.case_id
     WHERE m.user_id = @user AND m.removed_at IS NULL AND (o.user_id IS NULL OR o.kind IN ('ClaimCosts', 'AppealClaim') OR
       (SELECT true FROM pathway.team_members n WHERE n.case_id = o.case_id AND n.user_id = o.user_id AND n.removed_at IS NULL LIMIT 1) IS NULL)
     ORDER BY o.due_at, o.id LIMIT @most)) t
  ORDER BY t.due_at, t.id LIMIT @most
),
chosen AS MATERIALIZED (
  SELECT t.*, false AS waits FROM turn t
  UNION ALL
  (SELECT w.*, true FROM pathway.team_members m JOIN pathway.work_items w ON w.case_id = m.case_id
   WHERE m.user_id = @user AND m.removed_at IS NULL AND w.watcher_id = @organisation AND w.closed_at IS NULL
     AND (w.due_at, w.id) > (@after_due, @after_id) AND coalesce((w.escalated_at IS NOT NULL) = @escalated, true)
     AND (SELECT true FROM pathway.participations p
       WHERE p.case_id = w.case_id AND p.organisation_id = @organisation AND p.valid_from <= @at AND p.valid_until >= @at LIMIT 1)
   ORDER BY w.due_at, w.id LIMIT @most_waiting)
),
lines AS (
  SELECT w.id, w.kind, w.case_id, w.source_id, w.due_at, w.opened_at, w.waits, w.waits AND w.escalated_at IS NOT NULL AS escalated,
    @manager AND NOT w.waits AND w.escalated_at IS NOT NULL AND NOT w.managers_only AND w.user_id IS DISTINCT FROM @user AND w.case_id IS NOT NULL AND NOT t.is_mine AND w.kind <> ALL (@anybodys) AS missed, w.managers_only,
    coalesce(v.reference, n.reference, q.reference, r.reference, (SELECT p.case_reference FROM pathway.participations p WHERE p.case_id = w.case_id AND p.organisation_id = @organisation LIMIT 1)) AS reference,
    coalesce(f.gender, v.gender) AS gender, coalesce(f.age_group, v.age_group) AS age_group, coalesce(f.protected_identity, 'NONE') <> 'NONE' AS protected,
    i.id AS identity_id, i.details, coalesce(e.name_sv, o.name_sv) AS organisation_sv, coalesce(e.name_en, o.name_en) AS organisation_en, v.service, v.urgency
  FROM chosen w
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM pathway.team_members m WHERE m.case_id = w.case_id AND m.user_id = @user AND m.removed_at IS NULL)
      AND EXISTS (SELECT FROM pathway.participations p WHERE p.case_id = w.case_id AND p.organisation_id = @organisation AND p.valid_from <= @at AND p.valid_until >= @at) AS is_mine) t
  LEFT JOIN pathway.referral_previews v ON v.referral_id = w.source_id AND w.kind = 'AnswerReferral'
  LEFT JOIN pathway.reimbursement_claims n ON n.id = w.source_id AND w.kind = 'DecideClaim'
  LEFT JOIN pathway.consultations q ON q.id = w.source_id AND w.kind IN ('AnswerConsultation', 'RedactConsultation')
  LEFT JOIN pathway.disclosure_requests r ON r.id = w.source_id AND w.kind = 'DecideDisclosure'
  LEFT JOIN pathway.directory_entries e ON e.id = w.source_id AND w.kind = 'ReviewEntry'
  LEFT JOIN pathway.organisations o ON o.id = CASE WHEN w.waits THEN w.organisation_id ELSE coalesce(v.sender, w.watcher_id) END
  LEFT JOIN LATERAL (SELECT f.gender, f.age_group, f.protected_identity FROM pathway.facts_versions f WHERE f.case_id = w.case_id ORDER BY f.number DESC LIMIT 1) f ON true
  LEFT JOIN LATERAL (SELECT i.id, i.details FROM pathway.identity_versions i WHERE t.is_mine AND i.case_id = w.case_id ORDER BY i.number DESC LIMIT 1) i ON true
)
