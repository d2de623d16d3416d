SELECT json_build_object(
  'lines', (SELECT coalesce(json_agg(l ORDER BY l.due_at, l.id), '[]') FROM lines l),
  'keys', (SELECT coalesce(json_agg(k), '[]') FROM (SELECT k.id, k.wrapped, k.master FROM pathway.sealing_keys k WHERE k.id IN (SELECT l.case_id FROM lines l WHERE l.identity_id IS NOT NULL)) k)
)::text
