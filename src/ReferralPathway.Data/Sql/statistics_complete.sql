-- What the ten reports still lacked of what is recorded: the identified by themselves, permits by kind, who returned and to where, investigations as investigations, decisions as they
-- fell, each step of a return. What was released before stays as it is, and says that it was counted by the catalogue before.

-- What is counted, one line for each thing: whose it is, where, in which cell. Reports, tables and codes as in the domain's catalogue.
CREATE OR REPLACE FUNCTION pathway.statistic_lines(of_year integer, before timestamptz, regions jsonb, working date[], opens time, closes time)
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
  identified AS (SELECT p.* FROM persons p WHERE p.identification = 'FormallyIdentified'),
  -- Where somebody who has gone home more than once went last.
  returned AS (SELECT DISTINCT ON (p.id) p.*, r.destination FROM persons p JOIN return_applications r ON r.case_id = p.id WHERE r.arrived_at IS NOT NULL ORDER BY p.id, r.arrived_at DESC),
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
      ('RETURNED', EXISTS (SELECT FROM returned r WHERE r.id = p.id)),
      ('INVESTIGATED', EXISTS (SELECT FROM investigations i WHERE i.case_id = p.id AND i.initiated_on IS NOT NULL AND i.status <> 'RecordedInError')),
      ('PROSECUTED', EXISTS (SELECT FROM investigation_steps i WHERE i.case_id = p.id AND i.status = 'ProsecutionBrought')),
      ('JUDGED', EXISTS (SELECT FROM investigation_steps i WHERE i.case_id = p.id AND i.status IN ('Judgment', 'FinalJudgment')))) m (measure, holds)
    WHERE m.holds
  ),
  permits AS (
    SELECT t.*, e.region AS in_region FROM permit_applications t JOIN everybody e ON e.id = t.case_id, span s WHERE t.submitted_on BETWEEN s.first AND s.last AND t.submitted_on < pathway.swedish_day(s.until)
  ),
  -- The first word of the agency: a revocation, and what a court says, are decided later.
  decided AS (SELECT DISTINCT ON (u.permit_id) u.permit_id, u.status, u."on" FROM permit_steps u JOIN permits t ON t.id = u.permit_id WHERE u.status IN ('Granted', 'Refused') ORDER BY u.permit_id, u.number),
  homeward AS (
    SELECT r.*, e.region AS in_region, e.exposure, e.gender, e.age FROM return_applications r JOIN everybody e ON e.id = r.case_id, span s WHERE r.drafted_at >= s.since AND r.drafted_at < s.until
  ),
  steps AS (SELECT u.return_id, u.status, u."on", u.because, u.number FROM return_steps u JOIN homeward r ON r.id = u.return_id),
  return_owners AS (SELECT r.id, v.organisation FROM homeward r CROSS JOIN LATERAL (SELECT r.iom) v (organisation)),
  sent AS (
    SELECT r.*, e.region AS in_region, CASE WHEN NOT e.is_protected THEN coalesce(regions ->> left(o.municipality, 2), regions ->> o.region) END AS to_region
    FROM referrals r JOIN everybody e ON e.id = r.case_id JOIN organisations o ON o.id = r.recipient, span s WHERE r.sent_at >= s.since AND r.sent_at < s.until
  ),
  asked AS (
    SELECT q.organisation_id, q.type, q.asked_of, q.answered_at, q.answer_by, regions ->> q.region AS in_region, q.submitted_at AT TIME ZONE 'Europe/Stockholm' AS local FROM consultations q, span s
    WHERE q.status NOT IN ('Draft', 'Withdrawn') AND q.submitted_at >= s.since AND q.submitted_at < s.until
  ),
  claims AS (SELECT c.status, c.quarter_number, c.claimed, c.granted, v.organisation FROM reimbursement_claims c CROSS JOIN LATERAL (VALUES (c.claimant), (CASE WHEN c.status NOT IN ('Draft', 'Missed') THEN c.addressed_to END)) v (organisation) WHERE c.year = of_year AND v.organisation IS NOT NULL),
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
  UNION ALL SELECT 'S-02', 'IDENTIFIED', p.gender, p.age, p.lead, p.region, NULL FROM identified p
  UNION ALL SELECT 'S-02', 'IDENTIFIED_NATIONALITY', coalesce(w.world, 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM identified p LEFT JOIN world w ON w.case_id = p.id
  UNION ALL SELECT 'S-02', 'IDENTIFIED_ROUTE', coalesce(r.route, 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM identified p LEFT JOIN route r ON r.case_id = p.id
  UNION ALL SELECT DISTINCT 'S-02', 'PERMITS', l.status, '|' || p.id, p.lead, p.region, NULL::numeric FROM persons p JOIN legal_status_entries l ON l.case_id = p.id
    WHERE l.source = 'Decision' AND l."from" >= p.detected_on AND l.status IN ('RP', 'TRP', 'TRP_15D', 'TRP_OTHER', 'TEMP_PROTECTION', 'WORK', 'PERMANENT')
  UNION ALL SELECT 'S-02', 'RETURNED', p.gender, p.age, p.lead, p.region, NULL FROM returned p
  UNION ALL SELECT 'S-02', 'RETURNED_TO', coalesce(p.destination, 'NOT_RECORDED'), '', p.lead, p.region, NULL FROM returned p
  -- One investigation of several persons is one investigation, in whatever region each of them is.
  UNION ALL SELECT DISTINCT 'S-02', 'INVESTIGATIONS', u.status, '|' || coalesce(nullif(trim(i.reference_number), ''), i.id::text), NULL::uuid, NULL, NULL::numeric
    FROM everybody e JOIN investigations i ON i.case_id = e.id JOIN investigation_steps u ON u.investigation_id = i.id, span s
    WHERE i.status <> 'RecordedInError' AND u.status IN ('Initiated', 'Discontinued', 'ProsecutionBrought', 'Judgment', 'FinalJudgment') AND u."on" BETWEEN s.first AND s.last AND u."on" < pathway.swedish_day(s.until)

  UNION ALL SELECT 'S-03', 'APPLICATIONS', t.kind, o.kind, t.addressed_to, t.in_region, NULL FROM permits t JOIN organisations o ON o.id = t.applicant
  UNION ALL SELECT 'S-03', 'STATUS', t.status, t.kind, t.addressed_to, t.in_region, NULL FROM permits t
  UNION ALL SELECT 'S-03', 'DECISIONS', coalesce(upper(d.status), CASE WHEN t.status = 'Withdrawn' THEN 'WITHDRAWN' ELSE 'WAITING' END), t.kind, t.addressed_to, t.in_region, NULL FROM permits t LEFT JOIN decided d ON d.permit_id = t.id
  UNION ALL SELECT 'S-03', 'CHANGES', c.change, t.kind, t.addressed_to, t.in_region, NULL FROM permits t
    CROSS JOIN LATERAL (VALUES ('EXTENDED', EXISTS (SELECT FROM permit_extensions x WHERE x.permit_id = t.id AND x.status = 'Granted')), ('REVOKED', t.revoked_on IS NOT NULL), ('APPEALED', t.appealed_on IS NOT NULL)) c (change, holds) WHERE c.holds
  UNION ALL SELECT 'S-03', 'DAYS', t.kind, '', t.addressed_to, t.in_region, d."on" - t.submitted_on FROM permits t JOIN decided d ON d.permit_id = t.id

  UNION ALL SELECT 'S-04', 'REGION', coalesce(r.in_region, 'NOT_RECORDED'), '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'STATUS', r.status, r.exposure, v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'AGE', r.age, r.gender, v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'CITIZENSHIP', coalesce(w.world, 'NOT_RECORDED'), '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id LEFT JOIN world w ON w.case_id = r.case_id
  UNION ALL SELECT 'S-04', 'MONITORING', u.because, '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id JOIN steps u ON u.return_id = r.id AND u.status = 'MonitoringEnded'
  UNION ALL SELECT DISTINCT 'S-04', 'JUSTICE', j.kind, '|' || r.id, v.organisation, r.in_region, NULL::numeric FROM homeward r JOIN return_owners v ON v.id = r.id JOIN justice_events j ON j.return_id = r.id
  UNION ALL SELECT 'S-04', 'DECISION', CASE coalesce((SELECT u.status FROM steps u WHERE u.return_id = r.id AND u.status IN ('ApprovedByCoordinator', 'RejectedByCoordinator', 'ReturnedForChanges') ORDER BY u.number DESC LIMIT 1), r.status)
      WHEN 'ApprovedByCoordinator' THEN 'APPROVED' WHEN 'RejectedByCoordinator' THEN 'REJECTED' WHEN 'ReturnedForChanges' THEN 'CHANGES' WHEN 'Withdrawn' THEN 'WITHDRAWN' ELSE 'WAITING' END, '', v.organisation, r.in_region, NULL
    FROM homeward r JOIN return_owners v ON v.id = r.id
  UNION ALL SELECT 'S-04', 'TRAVELLED', r.age, r.exposure, v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id WHERE r.arrived_at IS NOT NULL
  UNION ALL SELECT 'S-04', 'DESTINATION', coalesce(r.destination, 'NOT_RECORDED'), '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id WHERE r.arrived_at IS NOT NULL
  UNION ALL SELECT 'S-04', 'REINTEGRATION', coalesce(r.reintegration, 'NOT_RECORDED'), '', v.organisation, r.in_region, NULL FROM homeward r JOIN return_owners v ON v.id = r.id WHERE r.arrived_at IS NOT NULL
  UNION ALL SELECT 'S-04', 'DAYS', d.step, '', v.organisation, r.in_region, d.days
    FROM homeward r JOIN return_owners v ON v.id = r.id
    -- Where a step was taken again, the last time before the next one counts: an application that was given back waits from the day it came again.
    CROSS JOIN LATERAL (SELECT max(u."on") FILTER (WHERE u.status = 'PartAComplete') AS complete, min(u."on") FILTER (WHERE u.status = 'ApprovedByCoordinator') AS approved,
      max(u."on") FILTER (WHERE u.status IN ('ApprovedByCoordinator', 'RejectedByCoordinator', 'ReturnedForChanges')) AS decided, min(u."on") FILTER (WHERE u.status = 'SentToIom') AS sent,
      min(u."on") FILTER (WHERE u.status IN ('IomAccepted', 'IomNotPossible')) AS answered, min(u."on") FILTER (WHERE u.status = 'IomAccepted') AS accepted, min(u."on") FILTER (WHERE u.status = 'MonitoringEnded' AND u.because <> 'NotWanted') AS ended
      FROM steps u WHERE u.return_id = r.id) w
    CROSS JOIN LATERAL (VALUES
      ('PART_A', w.complete - pathway.swedish_day(r.drafted_at)), ('DECISION', CASE WHEN w.decided >= w.complete THEN w.decided - w.complete END), ('APPROVAL', w.approved - pathway.swedish_day(r.drafted_at)), ('TO_IOM', w.sent - w.approved),
      ('IOM', w.answered - w.sent), ('TRAVEL', pathway.swedish_day(r.departed_at) - w.accepted), ('JOURNEY', pathway.swedish_day(r.departed_at) - w.approved), ('CONTACT', w.ended - r.monitoring_start)) d (step, days)
    WHERE d.days IS NOT NULL

  UNION ALL SELECT 'S-05', 'STATUS', coalesce(p.legal_status, 'NOT_RECORDED'), p.gender, p.lead, p.region, NULL FROM persons p
  UNION ALL SELECT DISTINCT 'S-05', 'SERVICES', h.service, coalesce(h.kind, 'OTHER') || '|' || p.id, p.lead, p.region, NULL::numeric FROM persons p JOIN helped h ON h.case_id = p.id
  UNION ALL SELECT DISTINCT 'S-05', 'UNMET', i.service, '|' || p.id, p.lead, p.region, NULL::numeric FROM persons p JOIN items i ON i.case_id = p.id WHERE i.status = 'NotAvailable'
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
  -- A last day of this year is next, also for the quarters of the year before.
  UNION ALL SELECT 'S-08', 'NEXT', c.claim_by::text, '', c.claimant, NULL, NULL FROM reimbursement_claims c, span s WHERE c.status = 'Draft' AND c.claim_by BETWEEN s.first AND s.last

  UNION ALL SELECT 'S-09', 'CHILDREN', m.gender, m.unaccompanied, m.lead, m.region, NULL FROM minors m
  UNION ALL SELECT DISTINCT 'S-09', 'STEPS', u.kind, '|' || m.id, m.lead, m.region, NULL::numeric FROM minors m JOIN child_steps u ON u.task_id = m.task WHERE u.kind IN ('Reported', 'Assessed', 'Decided', 'Finished', 'GuardianApplied', 'GuardianAppointed', 'Placed', 'Heard')
  UNION ALL SELECT 'S-09', 'DAYS', 'DECISION', '', m.lead, m.region, min(u.on) - pathway.swedish_day(m.reported_at) FROM minors m JOIN child_steps u ON u.task_id = m.task AND u.kind = 'Decided' WHERE m.reported_at IS NOT NULL GROUP BY m.id, m.lead, m.region, m.reported_at

  UNION ALL SELECT 'S-10', 'ENTRIES', e.kind, CASE WHEN e.state = 'NeedsReview' OR e.next_review_on < pathway.swedish_day(before) THEN 'OVERDUE' ELSE 'CURRENT' END, o.id, NULL, NULL FROM operators o, directory_entries e WHERE e.state IN ('Published', 'NeedsReview')
  UNION ALL SELECT 'S-10', 'CONCERNS', n.kind, n.state, o.id, NULL, NULL FROM operators o, directory_concerns n
$$;

-- Where the same person, return or investigation must count once in a cell, the line says which behind the code; it stays inside.
CREATE OR REPLACE FUNCTION pathway.statistic_column(tbl text, b text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN split_part(b, '|', 1);

CREATE POLICY counting ON pathway.legal_status_entries FOR SELECT TO pathway_lookup USING (true);
GRANT SELECT (case_id, status, "from", source) ON pathway.legal_status_entries TO pathway_lookup;
GRANT SELECT ("on", number) ON pathway.permit_steps TO pathway_lookup;
GRANT SELECT (number) ON pathway.return_steps TO pathway_lookup;
GRANT SELECT (investigation_id, "on") ON pathway.investigation_steps TO pathway_lookup;
