-- One page of an organisation's cases, masked: initials are opened only for the team, and of a part that has ended only the reference is left.
-- It walks ix_participations_list; everything else is a probe per line.
SELECT p.case_id, p.case_reference, p.case_changed_at, p.valid_until < @at AS ended, p.groups & (1 << 30) <> 0 AS leads, t.on_team, r.name AS responsible,
  c.status, c.identification, f.gender, f.age_group, f.protected_identity, f.municipality, i.id AS identity_id, i.details, k.wrapped, k.master
FROM pathway.participations p
LEFT JOIN pathway.cases c ON c.id = p.case_id AND p.valid_until >= @at
LEFT JOIN pathway.facts_versions f ON f.id = c.facts_id
LEFT JOIN LATERAL (
  SELECT true AS on_team FROM pathway.team_members m
  WHERE m.case_id = c.id AND m.organisation_id = @organisation AND m.user_id = @person AND m.removed_at IS NULL) t ON true
LEFT JOIN LATERAL (
  SELECT a.name FROM pathway.team_members m JOIN identity.accounts a ON a.id = m.user_id
  WHERE m.case_id = c.id AND m.organisation_id = @organisation AND m.is_responsible AND m.removed_at IS NULL LIMIT 1) r ON true
LEFT JOIN LATERAL (
  SELECT v.id, v.details FROM pathway.identity_versions v
  WHERE t.on_team AND p.groups & (1 << 2) <> 0 AND f.protected_identity = 'NONE' AND v.case_id = p.case_id ORDER BY v.number DESC LIMIT 1) i ON true
LEFT JOIN pathway.sealing_keys k ON i.id IS NOT NULL AND k.id = p.case_id
WHERE p.organisation_id = @organisation AND p.valid_from <= @at
  -- An organisation may have had several parts in a case: the one that lasts longest, and of those the one that holds most.
  AND NOT EXISTS (
    SELECT FROM pathway.participations q
    WHERE q.case_id = p.case_id AND q.organisation_id = p.organisation_id AND q.valid_from <= @at
      AND (q.valid_until, q.groups, q.id) > (p.valid_until, p.groups, p.id))
  AND (p.valid_until < @at OR c.status <> 'Draft' OR c.started_by = @person)
  AND (@status IS NULL OR CASE WHEN p.valid_until < @at THEN 'Ended' ELSE c.status END = @status)
  AND (@identification IS NULL OR c.identification = @identification)
  AND (NOT @mine OR t.on_team)
  AND (@municipality IS NULL OR f.municipality = @municipality AND f.protected_identity = 'NONE')
  AND (NOT @interpreter OR f.interpreter_needed)
  AND (@cases IS NULL OR p.case_id = ANY (@cases))
  AND (@reference IS NULL OR p.case_reference = @reference)
  AND (@before IS NULL OR (p.case_changed_at, p.case_id) < (@before, @before_case))
ORDER BY p.case_changed_at DESC, p.case_id DESC
LIMIT @size
