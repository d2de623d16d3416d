-- Statistics. Two functions count across cases, for the sweeper alone, and nothing but counts leaves them: the nights' own numbers of each organisation, and the quarters' of regions
-- and country. Pages read what was written down from them, and never count.

-- What is counted, one line for each thing: whose it is, where, in which cell. Reports, tables and codes as in the domain's catalogue.
CREATE FUNCTION pathway.statistic_lines(of_year integer, before timestamptz, regions jsonb, working date[], opens time, closes time)
RETURNS TABLE (report text, tbl text, a text, b text, organisation uuid, region text, value numeric)
LANGUAGE sql STABLE SET search_path = pathway, pg_temp AS $$
  WITH span AS (
    SELECT make_date(of_year, 1, 1) AS first, make_date(of_year, 12, 31) AS last,
      make_date(of_year, 1, 1)::timestamp AT TIME ZONE 'Europe/Stockholm' AS since,
      least(before, make_date(of_year + 1, 1, 1)::timestamp AT TIME ZONE 'Europe/Stockholm') AS until
  ),
  -- Everybody who is or was presumed to be a victim. Who is protected is in no region (DOMAIN 9.4.4).
  everybody AS (
    SELECT c.id, c.lead, c.identification, c.opened_at, f.detected_on, f.legal_status, coalesce(f.exposure, 'UNKNOWN') AS exposure,
      coalesce(f.exploitation_types, '{}') AS types, coalesce(f.labour_sectors, '{}') AS sectors, coalesce(f.unaccompanied, 'NOT_RECORDED') AS unaccompanied, coalesce(f.accompanying_children, 0) AS children,
      coalesce(f.gender, 'U') AS gender,
      CASE WHEN f.age_uncertain OR f.age_group = 'UNCERTAIN' THEN 'UNCERTAIN' WHEN f.age_group IN ('0-11', '12-14', '15-17', 'U18') THEN 'CHILD'
        WHEN f.age_group IS NULL OR f.age_group = 'UNKNOWN' THEN 'NOT_RECORDED' ELSE 'ADULT' END AS age,
      f.protected_identity <> 'NONE' AS is_protected,
      CASE WHEN f.protected_identity = 'NONE' THEN coalesce(regions ->> left(f.municipality, 2), regions ->> left(o.municipality, 2), regions ->> o.region) END AS region
    FROM cases c JOIN facts_versions f ON f.id = c.facts_id JOIN organisations o ON o.id = c.lead
    WHERE c.status <> 'Draft' AND c.identification <> 'RuledOut' AND c.opened_at < before
  ),
  -- One person, once: in the year of the first detection.
  persons AS (SELECT e.* FROM everybody e, span s WHERE e.detected_on BETWEEN s.first AND s.last),
  world AS (
    SELECT DISTINCT ON (i.case_id) i.case_id, coalesce(i.world_region, 'Unknown') AS world FROM identity_versions i JOIN everybody e ON e.id = i.case_id ORDER BY i.case_id, i.number DESC
  ),
  route AS (
    SELECT DISTINCT ON (n.case_id) n.case_id, CASE WHEN cardinality(n.countries) = 0 THEN NULL WHEN n.countries = ARRAY['SE'] THEN 'INTERNAL' ELSE 'TRANSNATIONAL' END AS route
    FROM narrative_versions n JOIN persons p ON p.id = n.case_id ORDER BY n.case_id, n.number DESC
  ),
  items AS (SELECT i.case_id, i.service, i.providers, i.status, i."from" FROM plan_items i JOIN persons p ON p.id = i.case_id),
  helped AS (SELECT i.case_id, i.service, o.kind, i."from" FROM items i LEFT JOIN LATERAL unnest(i.providers) v (organisation) ON true LEFT JOIN organisations o ON o.id = v.organisation WHERE i.status IN ('Ongoing', 'Done')),
  measures AS (
    SELECT p.id, p.lead, p.region, p.gender, p.age, m.measure
    FROM persons p
    CROSS JOIN LATERAL (VALUES
      ('PRESUMED', true),
      ('IDENTIFIED', p.identification = 'FormallyIdentified'),
      ('ASSISTED', EXISTS (SELECT FROM helped h WHERE h.case_id = p.id)),
      ('REFLECTION', EXISTS (SELECT FROM permit_applications t JOIN permit_steps u ON u.permit_id = t.id WHERE t.case_id = p.id AND t.kind = 'ReflectionPeriod' AND u.status = 'Granted')),
      ('TEMPORARY', EXISTS (SELECT FROM permit_applications t JOIN permit_steps u ON u.permit_id = t.id WHERE t.case_id = p.id AND t.kind = 'TemporaryPermit' AND u.status = 'Granted')),
      ('ASYLUM', EXISTS (SELECT FROM asylum_tracks t WHERE t.case_id = p.id AND t.state = 'Granted')),
      ('COMPENSATION', EXISTS (SELECT FROM justice_events j WHERE j.case_id = p.id AND j.kind = 'Compensation')),
      ('RETURNED', EXISTS (SELECT FROM return_applications r WHERE r.case_id = p.id AND r.arrived_at IS NOT NULL)),
      ('INVESTIGATED', EXISTS (SELECT FROM investigations i WHERE i.case_id = p.id AND i.initiated_on IS NOT NULL)),
      ('PROSECUTED', EXISTS (SELECT FROM investigation_steps i WHERE i.case_id = p.id AND i.status = 'ProsecutionBrought')),
      ('JUDGED', EXISTS (SELECT FROM investigation_steps i WHERE i.case_id = p.id AND i.status IN ('Judgment', 'FinalJudgment')))) m (measure, holds)
    WHERE m.holds
  ),
  permits AS (
    SELECT t.*, e.region AS in_region FROM permit_applications t JOIN everybody e ON e.id = t.case_id, span s WHERE t.submitted_on BETWEEN s.first AND s.last AND t.submitted_on < pathway.swedish_day(s.until)
  ),
  homeward AS (
    SELECT r.*, e.region AS in_region, e.exposure, e.gender, e.age FROM return_applications r JOIN everybody e ON e.id = r.case_id, span s WHERE r.drafted_at >= s.since AND r.drafted_at < s.until
  ),
  return_owners AS (SELECT r.id, v.organisation FROM homeward r CROSS JOIN LATERAL (SELECT r.iom) v (organisation)),
  sent AS (
    SELECT r.*, e.region AS in_region, CASE WHEN NOT e.is_protected THEN coalesce(regions ->> left(o.municipality, 2), regions ->> o.region) END AS to_region
    FROM referrals r JOIN everybody e ON e.id = r.case_id JOIN organisations o ON o.id = r.recipient, span s WHERE r.sent_at >= s.since AND r.sent_at < s.until
  ),
  asked AS (
    SELECT q.organisation_id, q.type, q.asked_of, q.answered_at, q.answer_by, regions ->> q.region AS in_region, q.submitted_at AT TIME ZONE 'Europe/Stockholm' AS local FROM consultations q, span s
    WHERE q.status NOT IN ('Draft', 'Withdrawn') AND q.submitted_at >= s.since AND q.submitted_at < s.until
  ),
  claims AS (SELECT c.status, c.quarter_number, c.claim_by, c.claimed, c.granted, v.organisation FROM reimbursement_claims c CROSS JOIN LATERAL (VALUES (c.claimant), (CASE WHEN c.status NOT IN ('Draft', 'Missed') THEN c.addressed_to END)) v (organisation) WHERE c.year = of_year AND v.organisation IS NOT NULL),
  minors AS (SELECT p.*, t.id AS task, t.reported_at FROM persons p LEFT JOIN child_tasks t ON t.case_id = p.id WHERE p.age IN ('CHILD', 'UNCERTAIN')),
  operators AS (SELECT o.id FROM organisations o, span s WHERE o.kind = 'Operator' AND pathway.swedish_day(before) BETWEEN s.first AND s.last + 1)

  SELECT r.report, 'PERSONS', p.gender, p.age, p.lead, p.region, NULL::numeric FROM persons p, (VALUES ('S-01'), ('S-02')) r (report)
  UNION ALL SELECT 'S-01', 'PURPOSE', coalesce(x.type, 'NOT_RECORDED'), p.gender, p.lead, p.region, NULL FROM persons p LEFT JOIN LATERAL unnest(p.types) x (type) ON true
  UNION ALL SELECT 'S-01', 'MAIN', coalesce(p.types[1], 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM persons p
  UNION ALL SELECT 'S-01', 'SECTOR', coalesce(x.sector, 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM persons p LEFT JOIN LATERAL unnest(p.sectors) x (sector) ON true
    WHERE p.types && ARRAY['FORCED_LABOUR', 'UNREASONABLE_WORK', 'DOMESTIC']
  UNION ALL SELECT 'S-01', 'CITIZENSHIP', coalesce(w.world, 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM persons p LEFT JOIN world w ON w.case_id = p.id
  UNION ALL SELECT 'S-01', 'CHILDREN', CASE WHEN p.children >= 3 THEN '3+' ELSE p.children::text END, '', p.lead, p.region, NULL FROM persons p

  UNION ALL SELECT 'S-02', 'MEASURES', m.measure, m.gender, m.lead, m.region, NULL FROM measures m
  UNION ALL SELECT 'S-02', 'CHILDREN', m.measure, '', m.lead, m.region, NULL FROM measures m WHERE m.age = 'CHILD'
  UNION ALL SELECT 'S-02', 'NATIONALITY', coalesce(w.world, 'NOT_RECORDED'), p.age, p.lead, p.region, NULL FROM persons p LEFT JOIN world w ON w.case_id = p.id
  UNION ALL SELECT 'S-02', 'FORM', coalesce(x.type, 'NOT_RECORDED'), p.identification, p.lead, p.region, NULL FROM persons p LEFT JOIN LATERAL unnest(p.types) x (type) ON true
  UNION ALL SELECT 'S-02', 'ROUTE', coalesce(r.route, 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM persons p LEFT JOIN route r ON r.case_id = p.id

  UNION ALL SELECT 'S-03', 'APPLICATIONS', t.kind, o.kind, t.addressed_to, t.in_region, NULL FROM permits t JOIN organisations o ON o.id = t.applicant
  UNION ALL SELECT 'S-03', 'STATUS', t.status, t.kind, t.addressed_to, t.in_region, NULL FROM permits t
  UNION ALL SELECT 'S-03', 'CHANGES', c.change, t.kind, t.addressed_to, t.in_region, NULL FROM permits t
    CROSS JOIN LATERAL (VALUES ('EXTENDED', EXISTS (SELECT FROM permit_extensions x WHERE x.permit_id = t.id AND x.status = 'Granted')), ('REVOKED', t.revoked_on IS NOT NULL), ('APPEALED', t.appealed_on IS NOT NULL)) c (change, holds) WHERE c.holds
  UNION ALL SELECT 'S-03', 'DAYS', t.kind, '', t.addressed_to, t.in_region, t.decided_on - t.submitted_on FROM permits t WHERE t.decided_on IS NOT NULL

  UNION ALL SELECT 'S-04', 'REGION', coalesce(r.in_region, 'NOT_RECORDED'), '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'STATUS', r.status, r.exposure, v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'AGE', r.age, r.gender, v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'CITIZENSHIP', coalesce(w.world, 'NOT_RECORDED'), '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id LEFT JOIN world w ON w.case_id = r.case_id
  UNION ALL SELECT 'S-04', 'MONITORING', u.because, '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id JOIN return_steps u ON u.return_id = r.id AND u.status = 'MonitoringEnded'
  UNION ALL SELECT DISTINCT 'S-04', 'JUSTICE', j.kind, r.id::text, v.organisation, r.in_region, NULL::numeric FROM homeward r JOIN return_owners v ON v.id = r.id JOIN justice_events j ON j.return_id = r.id
  UNION ALL SELECT 'S-04', 'DAYS', 'APPROVAL', '', v.organisation, r.in_region, min(u.on) - pathway.swedish_day(r.drafted_at) FROM homeward r JOIN return_owners v ON v.id = r.id JOIN return_steps u ON u.return_id = r.id AND u.status = 'ApprovedByCoordinator' GROUP BY r.id, r.drafted_at, v.organisation, r.in_region
  UNION ALL SELECT 'S-04', 'DAYS', 'JOURNEY', '', v.organisation, r.in_region, pathway.swedish_day(r.departed_at) - min(u.on) FROM homeward r JOIN return_owners v ON v.id = r.id JOIN return_steps u ON u.return_id = r.id AND u.status = 'ApprovedByCoordinator' WHERE r.departed_at IS NOT NULL GROUP BY r.id, r.departed_at, v.organisation, r.in_region

  UNION ALL SELECT 'S-05', 'STATUS', coalesce(p.legal_status, 'NOT_RECORDED'), p.gender, p.lead, p.region, NULL FROM persons p
  UNION ALL SELECT DISTINCT 'S-05', 'SERVICES', h.service, coalesce(h.kind, 'OTHER') || '|' || p.id, p.lead, p.region, NULL::numeric FROM persons p JOIN helped h ON h.case_id = p.id
  UNION ALL SELECT DISTINCT 'S-05', 'UNMET', i.service, p.id::text, p.lead, p.region, NULL::numeric FROM persons p JOIN items i ON i.case_id = p.id WHERE i.status = 'NotAvailable'
  UNION ALL SELECT 'S-05', 'IRREGULAR', CASE WHEN NOT EXISTS (SELECT FROM helped h WHERE h.case_id = p.id) THEN 'NOBODY'
      WHEN EXISTS (SELECT FROM helped h WHERE h.case_id = p.id AND h.kind IS DISTINCT FROM 'Ngo' AND h.kind IS DISTINCT FROM 'NgoPlatform') THEN 'OTHERS' ELSE 'NGO_ONLY' END, '', p.lead, p.region, NULL
    FROM persons p WHERE p.legal_status = 'IRREGULAR'
  UNION ALL SELECT 'S-05', 'DAYS', 'FIRST_SERVICE', '', p.lead, p.region, greatest(0, min(h."from") - p.detected_on) FROM persons p JOIN helped h ON h.case_id = p.id GROUP BY p.id, p.lead, p.region, p.detected_on

  UNION ALL SELECT 'S-06', 'SENT', r.status, r.urgency, r.sender, r.in_region, NULL FROM sent r
  UNION ALL SELECT 'S-06', 'RECEIVED', r.status, r.urgency, r.recipient, r.to_region, NULL FROM sent r
  UNION ALL SELECT 'S-06', 'DECLINED', r.declined_because, '', r.sender, r.in_region, NULL FROM sent r WHERE r.declined_because IS NOT NULL
  UNION ALL SELECT 'S-06', 'DAYS', r.urgency, '', r.sender, r.in_region, round(extract(epoch FROM r.answered_at - r.sent_at) / 86400, 1) FROM sent r WHERE r.answered_at IS NOT NULL

  UNION ALL SELECT 'S-07', 'MONTH', to_char(q.local, 'MM'), CASE WHEN q.local::date = ANY (working) AND q.local::time >= opens AND q.local::time < least(closes, (SELECT coalesce(h.closes_at, opens) FROM hotline_changes h WHERE h.day = q.local::date)) THEN 'OPEN' ELSE 'CLOSED' END, q.organisation_id, q.in_region, NULL FROM asked q
  UNION ALL SELECT 'S-07', 'REGION', coalesce(q.in_region, 'NOT_RECORDED'), '', q.organisation_id, q.in_region, NULL FROM asked q
  UNION ALL SELECT 'S-07', 'TYPE', coalesce(q.type, 'Other'), q.asked_of, q.organisation_id, q.in_region, NULL FROM asked q
  UNION ALL SELECT 'S-07', 'TARGET', CASE WHEN q.answered_at IS NULL THEN 'WAITING' WHEN q.answered_at <= q.answer_by THEN 'IN_TIME' ELSE 'LATE' END, '', q.organisation_id, q.in_region, NULL FROM asked q

  UNION ALL SELECT 'S-08', 'CLAIMS', c.status, c.quarter_number::text, c.organisation, NULL, NULL FROM claims c
  UNION ALL SELECT 'S-08', 'AMOUNTS', c.quarter_number::text, m.kind, c.organisation, NULL, m.amount FROM claims c CROSS JOIN LATERAL (VALUES ('CLAIMED', c.claimed), ('GRANTED', c.granted)) m (kind, amount) WHERE m.amount IS NOT NULL
  UNION ALL SELECT 'S-08', 'NEXT', c.claim_by::text, '', c.organisation, NULL, NULL FROM claims c WHERE c.status = 'Draft'

  UNION ALL SELECT 'S-09', 'CHILDREN', m.gender, m.unaccompanied, m.lead, m.region, NULL FROM minors m
  UNION ALL SELECT DISTINCT 'S-09', 'STEPS', u.kind, m.id::text, m.lead, m.region, NULL::numeric FROM minors m JOIN child_steps u ON u.task_id = m.task WHERE u.kind IN ('Reported', 'Assessed', 'Decided', 'Finished', 'GuardianApplied', 'GuardianAppointed', 'Placed', 'Heard')
  UNION ALL SELECT 'S-09', 'DAYS', 'DECISION', '', m.lead, m.region, min(u.on) - pathway.swedish_day(m.reported_at) FROM minors m JOIN child_steps u ON u.task_id = m.task AND u.kind = 'Decided' WHERE m.reported_at IS NOT NULL GROUP BY m.id, m.lead, m.region, m.reported_at

  UNION ALL SELECT 'S-10', 'ENTRIES', e.kind, CASE WHEN e.state = 'NeedsReview' OR e.next_review_on < pathway.swedish_day(before) THEN 'OVERDUE' ELSE 'CURRENT' END, o.id, NULL, NULL FROM operators o, directory_entries e WHERE e.state IN ('Published', 'NeedsReview')
  UNION ALL SELECT 'S-10', 'CONCERNS', n.kind, n.state, o.id, NULL, NULL FROM operators o, directory_concerns n
$$;

-- Where the same person must count once in a cell, the line says which person behind the code; it stays inside.
CREATE FUNCTION pathway.statistic_column(tbl text, b text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN tbl = 'SERVICES' THEN split_part(b, '|', 1) WHEN tbl IN ('JUSTICE', 'UNMET', 'STEPS') THEN '' ELSE b END;

-- The own numbers of every organisation: report and its cells, as table, row, column, how many, median or sum, nine of ten.
CREATE FUNCTION pathway.count_for_organisations(of_year integer, before timestamptz, regions jsonb, working date[], opens time, closes time) RETURNS TABLE (organisation uuid, report text, cells jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT c.organisation, c.report, jsonb_agg(jsonb_build_array(c.tbl, c.a, c.b, c.n, CASE WHEN c.tbl = 'AMOUNTS' THEN c.total ELSE c.middle END, c.high) ORDER BY c.tbl, c.a, c.b)
  FROM (
    SELECT l.organisation, l.report, l.tbl, l.a, pathway.statistic_column(l.tbl, l.b) AS b, count(*) AS n, sum(l.value) AS total,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY l.value)::numeric, 1) AS middle, round(percentile_cont(0.9) WITHIN GROUP (ORDER BY l.value)::numeric, 1) AS high
    FROM pathway.statistic_lines(of_year, before, regions, working, opens, closes) l WHERE l.organisation IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5) c
  GROUP BY c.organisation, c.report
$$;

-- The numbers of each region, of elsewhere (''), and, of days, of the whole country ('SE').
CREATE FUNCTION pathway.count_for_release(of_year integer, before timestamptz, regions jsonb, working date[], opens time, closes time) RETURNS TABLE (report text, place text, cells jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT c.report, c.place, jsonb_agg(jsonb_build_array(c.tbl, c.a, c.b, c.n, c.middle, c.high) ORDER BY c.tbl, c.a, c.b)
  FROM (
    SELECT l.report, CASE WHEN grouping(l.region) = 1 THEN 'SE' ELSE coalesce(l.region, '') END AS place, l.tbl, l.a, pathway.statistic_column(l.tbl, l.b) AS b, count(*) AS n,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY l.value)::numeric) AS middle, round(percentile_cont(0.9) WITHIN GROUP (ORDER BY l.value)::numeric) AS high
    FROM pathway.statistic_lines(of_year, before, regions, working, opens, closes) l
    GROUP BY GROUPING SETS ((l.report, l.tbl, l.a, pathway.statistic_column(l.tbl, l.b), l.region), (l.report, l.tbl, l.a, pathway.statistic_column(l.tbl, l.b)))
    HAVING grouping(l.region) = 0 OR l.tbl = 'DAYS') c
  GROUP BY c.report, c.place
$$;

-- They see across cases what they count, and no more.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['identity_versions', 'narrative_versions', 'plan_items', 'permit_steps', 'justice_events', 'investigation_steps', 'return_steps', 'child_steps', 'consultations', 'reimbursement_claims']
  LOOP
    EXECUTE format('CREATE POLICY counting ON pathway.%I FOR SELECT TO pathway_lookup USING (true)', t);
  END LOOP;
END
$$;
GRANT SELECT (opened_at) ON pathway.cases TO pathway_lookup;
GRANT SELECT (detected_on, legal_status, exposure, exploitation_types, labour_sectors, unaccompanied, accompanying_children, gender, age_uncertain, age_group) ON pathway.facts_versions TO pathway_lookup;
GRANT SELECT (case_id, number, world_region) ON pathway.identity_versions TO pathway_lookup;
GRANT SELECT (case_id, number, countries) ON pathway.narrative_versions TO pathway_lookup;
GRANT SELECT (case_id, service, providers, status, "from") ON pathway.plan_items TO pathway_lookup;
GRANT SELECT (permit_id, status) ON pathway.permit_steps TO pathway_lookup;
GRANT SELECT (case_id, return_id, kind) ON pathway.justice_events TO pathway_lookup;
GRANT SELECT (case_id, status) ON pathway.investigation_steps TO pathway_lookup;
GRANT SELECT (return_id, status, "on", because) ON pathway.return_steps TO pathway_lookup;
GRANT SELECT (task_id, kind, "on") ON pathway.child_steps TO pathway_lookup;
GRANT SELECT (organisation_id, region, status, submitted_at, answered_at, answer_by, type, asked_of) ON pathway.consultations TO pathway_lookup;
GRANT SELECT (claimant, addressed_to, status, year, quarter_number, claim_by, claimed, granted) ON pathway.reimbursement_claims TO pathway_lookup;
GRANT SELECT (kind, next_review_on) ON pathway.directory_entries TO pathway_lookup;
GRANT SELECT (kind, state) ON pathway.directory_concerns TO pathway_lookup;
GRANT SELECT (day, closes_at) ON pathway.hotline_changes TO pathway_lookup;

-- The own numbers are the organisation's alone.
CREATE POLICY own ON pathway.organisation_figures FOR SELECT TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
-- A release is read by the coordinators of its regions, and that of the country by the national coordinator. What it was made from is read by nobody.
CREATE POLICY read ON pathway.releases FOR SELECT TO pathway_app USING (
  place = 'SE' AND (SELECT pathway.acting_role()) = 'NationalCoordinator' OR
  place <> 'SE' AND (SELECT pathway.acting_role()) = 'RegionalCoordinator');

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation_figures', 'releases', 'release_counts']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE ON pathway.organisation_figures TO pathway_system;
-- Of what releases were made from it may ask, and no policy shows it a row.
GRANT SELECT ON pathway.organisation_figures, pathway.releases, pathway.release_counts TO pathway_app;

-- A quarter that is released stays as it was, whatever is recorded late.
CREATE FUNCTION pathway.refuse_another_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A release stays as it was.' USING ERRCODE = '42501', CONSTRAINT = 'AReleaseStaysAsItWas';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.releases FOR EACH ROW EXECUTE FUNCTION pathway.refuse_another_release();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON pathway.releases FOR EACH STATEMENT EXECUTE FUNCTION pathway.refuse_another_release();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.release_counts FOR EACH ROW EXECUTE FUNCTION pathway.refuse_another_release();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON pathway.release_counts FOR EACH STATEMENT EXECUTE FUNCTION pathway.refuse_another_release();

REVOKE ALL ON FUNCTION pathway.statistic_lines(integer, timestamptz, jsonb, date[], time, time), pathway.statistic_column(text, text),
  pathway.count_for_organisations(integer, timestamptz, jsonb, date[], time, time), pathway.count_for_release(integer, timestamptz, jsonb, date[], time, time) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.count_for_organisations(integer, timestamptz, jsonb, date[], time, time), pathway.count_for_release(integer, timestamptz, jsonb, date[], time, time) TO pathway_system;
GRANT EXECUTE ON FUNCTION pathway.statistic_lines(integer, timestamptz, jsonb, date[], time, time), pathway.statistic_column(text, text) TO pathway_lookup;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.count_for_organisations(integer, timestamptz, jsonb, date[], time, time) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.count_for_release(integer, timestamptz, jsonb, date[], time, time) OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
