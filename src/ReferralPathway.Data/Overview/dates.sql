SELECT json_build_object('dates', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'due_at', c.due_at) ORDER BY c.due_at, c.id), '[]') FROM chosen c))::text
