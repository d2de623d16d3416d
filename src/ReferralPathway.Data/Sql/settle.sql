-- Who takes part in a case follows from what has been recorded, and is worked out here: nobody can write another organisation's part, nor widen their own.

-- What consent or a ground of law opens of a case to an organisation at this instant, as far as the table of reach allows.
CREATE FUNCTION pathway.covered(the_case uuid, recipient uuid, sent integer) RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  today date := pathway.swedish_day(pathway.at());
  named integer := 0;
  allowed integer;
  of_kind text := (SELECT kind FROM pathway.organisations WHERE id = recipient);
BEGIN
  SELECT last.groups INTO named FROM (
    SELECT c.* FROM pathway.consent_decisions c
    WHERE c.case_id = the_case AND c.recipient = covered.recipient AND c.purpose = 'REFERRAL' ORDER BY c.number DESC LIMIT 1) AS last
  WHERE last.state = 'Given' AND (last.valid_until IS NULL OR last.valid_until >= today);
  named := coalesce(named, 0);
  -- Health travels only on a consent of its own.
  IF NOT coalesce((
    SELECT last.state = 'Given' AND (last.valid_until IS NULL OR last.valid_until >= today) FROM (
      SELECT c.* FROM pathway.consent_decisions c
      WHERE c.case_id = the_case AND c.recipient = covered.recipient AND c.purpose = 'SHARE_HEALTH' ORDER BY c.number DESC LIMIT 1) AS last), false)
  THEN
    named := named & ~(1 << 6);
  ELSIF named <> 0 THEN
    named := named | (1 << 6);
  END IF;
  named := named | coalesce((
    SELECT bit_or(g.groups) FROM pathway.legal_grounds g WHERE g.case_id = the_case AND g.recipient = covered.recipient AND g.valid_until >= today), 0);
  IF named = 0 THEN
    RETURN 0;
  END IF;
  SELECT bit_or(r.grants) INTO allowed FROM pathway.reach r
  WHERE r.kind = of_kind AND r.data_group > 0 AND named & (1 << r.data_group) <> 0 AND (sent IS NULL OR sent & (1 << r.data_group) <> 0);
  RETURN coalesce(allowed, 0) | (1 << 1);
END
$$;

-- The recipient of a waiting referral takes its part, just before it accepts: the consent is looked up again, now.
CREATE FUNCTION pathway.settle_acceptance(the_referral uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  r pathway.referrals;
  mask integer;
  part uuid := gen_random_uuid();
BEGIN
  SELECT * INTO r FROM pathway.referrals WHERE id = the_referral AND recipient = pathway.organisation() AND status = 'Sent' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is no such referral waiting for this organisation.' USING ERRCODE = '42501';
  END IF;
  mask := pathway.covered(r.case_id, r.recipient, r.groups);
  IF mask = 0 THEN
    RAISE EXCEPTION 'Nothing covers this referral any longer.' USING ERRCODE = '42501';
  END IF;
  IF r.kind = 'Transfer' THEN
    mask := (SELECT grants FROM pathway.reach_of_lead l JOIN pathway.organisations o ON o.kind = l.kind WHERE o.id = r.recipient);
    UPDATE pathway.participations SET valid_until = pathway.at() WHERE case_id = r.case_id AND reason = 'Lead' AND valid_until > pathway.at();
  END IF;
  INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)
  SELECT part, c.id, c.reference, r.recipient, mask, pathway.at(), '9999-12-31 00:00:00+00'::timestamptz, CASE r.kind WHEN 'Transfer' THEN 'Lead' ELSE 'Referral' END, r.id, c.changed_at
  FROM pathway.cases c WHERE c.id = r.case_id;
  PERFORM pathway.settle_tokens(r.case_id);
  RETURN part;
END
$$;

-- The parts that what is recorded supports at this instant, beside the lead's. A closed case has none: it brings nothing new to anybody (C6).
CREATE FUNCTION pathway.wanted_parts(the_case uuid) RETURNS TABLE (organisation_id uuid, reason text, source_id uuid, groups integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT * FROM (
    SELECT r.recipient, 'Referral', r.id, pathway.covered(the_case, r.recipient, r.groups) AS groups
      FROM pathway.referrals r WHERE r.case_id = the_case AND r.status = 'Accepted' AND r.kind <> 'Transfer'
    UNION ALL
    SELECT i.reported_to, 'PoliceReport', i.id, pathway.covered(the_case, i.reported_to, NULL)
      FROM pathway.investigations i WHERE i.case_id = the_case AND i.reported_to IS NOT NULL AND i.status <> 'RecordedInError'
    UNION ALL
    SELECT i.led_by, 'Investigation', i.id, (SELECT grants FROM pathway.reach WHERE kind = 'Investigation' AND data_group = 0)
      FROM pathway.investigations i WHERE i.case_id = the_case AND i.led_by IS NOT NULL AND i.status IN ('Initiated', 'Discontinued', 'ProsecutionBrought', 'Judgment')
  ) AS parts WHERE groups <> 0 AND (SELECT c.status FROM pathway.cases c WHERE c.id = the_case) <> 'Closed'
$$;

-- Works out every part that is not the lead's anew, and ends what nothing supports any longer. Safe to call by anybody: it only follows from what is recorded.
CREATE FUNCTION pathway.settle_case(the_case uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations p SET valid_until = pathway.at()
  WHERE p.case_id = the_case AND p.reason <> 'Lead' AND p.valid_until > pathway.at()
    AND NOT EXISTS (SELECT FROM pathway.wanted_parts(the_case) w WHERE w.organisation_id = p.organisation_id AND w.reason = p.reason AND w.source_id = p.source_id AND w.groups = p.groups);

  INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)
  SELECT gen_random_uuid(), c.id, c.reference, w.organisation_id, w.groups, pathway.at(), '9999-12-31 00:00:00+00'::timestamptz, w.reason, w.source_id, c.changed_at
  FROM pathway.wanted_parts(the_case) w JOIN pathway.cases c ON c.id = the_case
  WHERE NOT EXISTS (
    SELECT FROM pathway.participations p
    WHERE p.case_id = the_case AND p.organisation_id = w.organisation_id AND p.reason = w.reason AND p.source_id = w.source_id AND p.groups = w.groups AND p.valid_until > pathway.at())
  ON CONFLICT (case_id, organisation_id, reason, source_id, valid_from) DO UPDATE SET groups = EXCLUDED.groups, valid_until = EXCLUDED.valid_until;
  PERFORM pathway.settle_tokens(the_case);
END
$$;

-- Whoever reads the identity may search for it; nobody else.
CREATE FUNCTION pathway.settle_tokens(the_case uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  DELETE FROM pathway.name_tokens t WHERE t.case_id = the_case AND NOT EXISTS (
    SELECT FROM pathway.participations p
    WHERE p.case_id = the_case AND p.organisation_id = t.scope AND p.groups & (1 << 2) <> 0 AND p.valid_until > pathway.at());
  INSERT INTO pathway.name_tokens (scope, token, case_id)
  SELECT DISTINCT p.organisation_id, t.token, the_case
  FROM pathway.participations p JOIN pathway.cases c ON c.id = the_case JOIN pathway.name_tokens t ON t.case_id = the_case AND t.scope = c.lead
  WHERE p.case_id = the_case AND p.groups & (1 << 2) <> 0 AND p.valid_until > pathway.at()
  ON CONFLICT DO NOTHING;
END
$$;
