-- Whose turn it is, line by line and masked. Row-level security decides what is in it; the team decides whose initials may be worked out.
WITH team AS MATERIALIZED (
  SELECT m.case_id, p.reference, p.groups, p.changed_at
  FROM pathway.team_members m CROSS JOIN LATERAL (
    SELECT max(p.case_reference) AS reference, bit_or(p.groups) AS groups, max(p.case_changed_at) AS changed_at
    FROM pathway.participations p
    WHERE p.case_id = m.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.valid_from <= @at AND p.valid_until >= @at
    HAVING count(*) > 0) p
  WHERE m.user_id = @user AND m.removed_at IS NULL
),
chosen AS MATERIALIZED (
  (SELECT w.*, false AS waits FROM pathway.work_items w
   WHERE w.organisation_id = (SELECT pathway.organisation()) AND w.closed_at IS NULL AND w.due_at < @until AND (w.due_at, w.id) > (@after_due, @after_id)
     AND (NOT w.managers_only OR @manager)
     -- One's own; anybody's of the organisation; what somebody missed, for the managers; the team's, also when the one it was meant for has left the team.
     AND (w.user_id = @user OR w.managers_only OR @manager AND w.escalated_at IS NOT NULL OR w.kind = ANY (@anybodys) OR w.kind = 'ReviewEntry' AND (SELECT pathway.acting_role()) = 'Administrator'
       -- A claim outlives the part in the case.
       OR w.kind IN ('ClaimCosts', 'AppealClaim') AND EXISTS (SELECT FROM pathway.team_members m WHERE m.case_id = w.case_id AND m.user_id = @user AND m.removed_at IS NULL)
       OR w.case_id IN (SELECT case_id FROM team) AND NOT EXISTS (
         SELECT FROM pathway.team_members m WHERE m.case_id = w.case_id AND m.user_id = w.user_id AND m.removed_at IS NULL))
     -- What concerned a case in which one no longer takes part is no longer one's to do.
     AND (w.case_id IS NULL OR w.kind IN ('AnswerReferral', 'DecideClaim', 'ClaimCosts', 'AppealClaim') OR
       (SELECT true FROM pathway.participations p
        WHERE p.case_id = w.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.valid_from <= @at AND p.valid_until >= @at LIMIT 1))
   ORDER BY w.due_at, w.id LIMIT @most)
  UNION ALL
  (SELECT w.*, true FROM pathway.work_items w
   WHERE @waiting AND w.watcher_id = (SELECT pathway.organisation()) AND w.closed_at IS NULL AND w.case_id IN (SELECT case_id FROM team)
   ORDER BY w.due_at, w.id LIMIT @most)
),
lines AS (
  SELECT w.id, w.kind, w.case_id, w.source_id, w.due_at, w.opened_at, w.waits, w.waits AND w.escalated_at IS NOT NULL AS escalated,
    @manager AND NOT w.waits AND w.escalated_at IS NOT NULL AND NOT w.managers_only AND w.user_id IS DISTINCT FROM @user AND w.case_id IS NOT NULL AND t.case_id IS NULL AND w.kind <> ALL (@anybodys) AS missed, w.managers_only,
    coalesce(t.reference, v.reference, n.reference, (SELECT p.case_reference FROM pathway.participations p WHERE p.case_id = w.case_id AND p.organisation_id = (SELECT pathway.organisation()) LIMIT 1)) AS reference,
    coalesce(f.gender, v.gender) AS gender, coalesce(f.age_group, v.age_group) AS age_group, coalesce(f.protected_identity, 'NONE') <> 'NONE' AS protected,
    i.id AS identity_id, i.details, o.name_sv AS organisation_sv, o.name_en AS organisation_en, v.service, v.urgency
  FROM chosen w
  LEFT JOIN team t ON t.case_id = w.case_id
  LEFT JOIN pathway.referral_previews v ON v.referral_id = w.source_id AND w.kind = 'AnswerReferral'
  LEFT JOIN pathway.reimbursement_claims n ON n.id = w.source_id AND w.kind = 'DecideClaim'
  LEFT JOIN pathway.organisations o ON o.id = CASE WHEN w.waits THEN w.organisation_id ELSE coalesce(v.sender, w.watcher_id) END
  LEFT JOIN LATERAL (SELECT f.gender, f.age_group, f.protected_identity FROM pathway.facts_versions f WHERE f.case_id = w.case_id ORDER BY f.number DESC LIMIT 1) f ON true
  LEFT JOIN LATERAL (SELECT i.id, i.details FROM pathway.identity_versions i WHERE i.case_id = t.case_id ORDER BY i.number DESC LIMIT 1) i ON true
)
