-- One page of an organisation's cases, masked: initials are opened only for the team, and of a part that has ended only the reference is left.
-- It walks an index of participations that is in the order of the list; everything else is a probe per line. What narrows it down is added below the rest.
SELECT p.case_id, p.case_reference, p.case_changed_at, p.valid_until < @at AS ended, p.groups & (1 << 30) <> 0 AS leads, m.user_id IS NOT NULL AS on_team,
  (SELECT a.name FROM identity.accounts a WHERE a.id = (
    SELECT t.user_id FROM pathway.team_members t WHERE t.case_id = c.id AND t.organisation_id = @organisation AND t.is_responsible AND t.removed_at IS NULL LIMIT 1)) AS responsible,
  c.status, c.identification, f.gender, f.age_group, f.protected_identity, f.municipality, i.id AS identity_id, i.details, s.wrapped, s.master, p.case_due_at AS due_at
FROM /* from */
LEFT JOIN pathway.cases c ON c.id = p.case_id AND p.valid_until >= @at
LEFT JOIN pathway.facts_versions f ON f.id = c.facts_id
LEFT JOIN pathway.team_members m ON m.case_id = p.case_id AND m.organisation_id = @organisation AND m.user_id = @person AND m.removed_at IS NULL AND p.valid_until >= @at
LEFT JOIN LATERAL (
  SELECT v.id, v.details FROM pathway.identity_versions v
  WHERE m.user_id IS NOT NULL AND p.groups & (1 << 2) <> 0 AND f.protected_identity = 'NONE' AND v.case_id = p.case_id ORDER BY v.number DESC LIMIT 1) i ON true
LEFT JOIN pathway.sealing_keys s ON i.id IS NOT NULL AND s.id = p.case_id
WHERE p.organisation_id = @organisation AND p.valid_from <= @at
  -- An organisation may have had several parts in a case: the one that lasts longest, and of those the one that holds most.
  AND NOT EXISTS (
    SELECT FROM pathway.participations q
    WHERE q.case_id = p.case_id AND q.organisation_id = p.organisation_id AND q.valid_from <= @at
      AND (q.valid_until, q.groups, q.id) > (p.valid_until, p.groups, p.id))
  AND (p.valid_until < @at OR c.status <> 'Draft' OR c.started_by = @person)
  /* narrowed */
ORDER BY /* order */
LIMIT
