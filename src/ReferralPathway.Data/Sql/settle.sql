-- Who takes part in a case follows from what has been recorded, and is worked out here: nobody can write another organisation's part, nor widen their own.

CREATE FUNCTION pathway.no_end() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '9999-12-31 00:00:00+00'::timestamptz;

-- The last instant of a Swedish day; no end for no day.
CREATE FUNCTION pathway.end_of_day(day date) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce((day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm' - interval '1 microsecond', pathway.no_end());

-- What consent and grounds of law open of a case to an organisation at this instant, as far as the table of reach allows, and until when at the latest: the part
-- ends by itself when the first of them does, whether or not the sweep has run. Nothing covered: no mask (0).
CREATE FUNCTION pathway.coverage(the_case uuid, recipient uuid, sent integer, OUT mask integer, OUT until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  today date := pathway.swedish_day(pathway.at());
  referral pathway.consent_decisions;
  health pathway.consent_decisions;
  grounds integer;
  grounds_until date;
  named integer := 0;
BEGIN
  mask := 0;
  until := pathway.no_end();
  SELECT * INTO referral FROM pathway.consent_decisions c
  WHERE c.case_id = the_case AND c.recipient = coverage.recipient AND c.purpose = 'REFERRAL' AND c.recorded_at <= pathway.at() ORDER BY c.number DESC LIMIT 1;
  IF referral.state = 'Given' AND (referral.valid_until IS NULL OR referral.valid_until >= today) THEN
    named := referral.groups & ~(1 << 6);
    until := pathway.end_of_day(referral.valid_until);
    -- Health travels only on a consent of its own.
    SELECT * INTO health FROM pathway.consent_decisions c
    WHERE c.case_id = the_case AND c.recipient = coverage.recipient AND c.purpose = 'SHARE_HEALTH' AND c.recorded_at <= pathway.at() ORDER BY c.number DESC LIMIT 1;
    IF health.state = 'Given' AND (health.valid_until IS NULL OR health.valid_until >= today) AND health.groups & (1 << 6) <> 0 THEN
      named := named | (1 << 6);
      until := least(until, pathway.end_of_day(health.valid_until));
    END IF;
  END IF;
  SELECT bit_or(g.groups), min(g.valid_until) INTO grounds, grounds_until FROM pathway.legal_grounds g
  WHERE g.case_id = the_case AND g.recipient = coverage.recipient AND g.recorded_at <= pathway.at() AND g.valid_until >= today AND g.upheld IS DISTINCT FROM false;
  IF grounds IS NOT NULL THEN
    named := named | grounds;
    until := least(until, pathway.end_of_day(grounds_until));
  END IF;
  IF named = 0 THEN
    RETURN;
  END IF;
  SELECT coalesce(bit_or(r.grants), 0) | (1 << 1) INTO mask FROM pathway.reach r JOIN pathway.organisations o ON o.kind = r.kind
  WHERE o.id = coverage.recipient AND r.data_group > 0 AND named & (1 << r.data_group) <> 0 AND (sent IS NULL OR sent & (1 << r.data_group) <> 0);
END
$$;

-- The recipient of a waiting referral takes its part, just before it accepts: the consent is looked up again, now. A refusal names the law.
CREATE FUNCTION pathway.settle_acceptance(the_referral uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  r pathway.referrals;
  covered record;
  lead integer;
  part uuid := gen_random_uuid();
BEGIN
  SELECT * INTO r FROM pathway.referrals WHERE id = the_referral AND recipient = pathway.organisation() AND status = 'Sent' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is no such referral waiting for this organisation.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralIsAnsweredOnce';
  END IF;
  SELECT * INTO covered FROM pathway.coverage(r.case_id, r.recipient, r.groups);
  IF covered.mask = 0 THEN
    RAISE EXCEPTION 'Nothing covers this referral any longer.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralNeedsConsent';
  END IF;
  IF r.kind = 'Transfer' THEN
    -- A lead answers for the case without end; what the former lead wrote of health follows only where the person agreed to it.
    SELECT l.grants INTO lead FROM pathway.reach_of_lead l JOIN pathway.organisations o ON o.kind = l.kind WHERE o.id = r.recipient;
    covered.mask := (lead & ~(1 << 6)) | (covered.mask & (1 << 6));
    covered.until := pathway.no_end();
    UPDATE pathway.participations SET valid_until = pathway.at() WHERE case_id = r.case_id AND reason = 'Lead' AND valid_until > pathway.at();
  END IF;
  INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)
  SELECT part, c.id, c.reference, r.recipient, covered.mask, pathway.at(), covered.until, CASE r.kind WHEN 'Transfer' THEN 'Lead' ELSE 'Referral' END, r.id, c.changed_at
  FROM pathway.cases c WHERE c.id = r.case_id;
  PERFORM pathway.settle_tokens(r.case_id);
  RETURN part;
END
$$;

-- The parts that what is recorded supports at this instant, beside the lead's. A closed case has none: it brings nothing new to anybody (C6).
CREATE FUNCTION pathway.wanted_parts(the_case uuid) RETURNS TABLE (organisation_id uuid, reason text, source_id uuid, groups integer, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT * FROM (
    SELECT r.recipient, 'Referral', r.id, c.mask AS groups, c.until
      FROM pathway.referrals r, pathway.coverage(the_case, r.recipient, r.groups) c WHERE r.case_id = the_case AND r.status = 'Accepted' AND r.kind <> 'Transfer'
    UNION ALL
    SELECT i.reported_to, 'PoliceReport', i.id, c.mask, c.until
      FROM pathway.investigations i, pathway.coverage(the_case, i.reported_to, NULL) c WHERE i.case_id = the_case AND i.reported_to IS NOT NULL AND i.status <> 'RecordedInError'
    UNION ALL
    SELECT i.led_by, 'Investigation', i.id, (SELECT grants FROM pathway.reach WHERE kind = 'Investigation' AND data_group = 0), pathway.no_end()
      FROM pathway.investigations i WHERE i.case_id = the_case AND i.led_by IS NOT NULL AND i.status IN ('Initiated', 'Discontinued', 'ProsecutionBrought', 'Judgment')
  ) AS parts WHERE groups <> 0 AND (SELECT c.status FROM pathway.cases c WHERE c.id = the_case) <> 'Closed'
$$;

-- Works out every part that is not the lead's anew, and ends what nothing supports any longer. Safe to call by anybody: it only follows from what is recorded.
CREATE FUNCTION pathway.settle_case(the_case uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations p SET valid_until = pathway.at()
  WHERE p.case_id = the_case AND p.reason <> 'Lead' AND p.valid_until > pathway.at()
    AND NOT EXISTS (
      SELECT FROM pathway.wanted_parts(the_case) w
      WHERE w.organisation_id = p.organisation_id AND w.reason = p.reason AND w.source_id = p.source_id AND w.groups = p.groups AND w.until = p.valid_until);

  INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)
  SELECT gen_random_uuid(), c.id, c.reference, w.organisation_id, w.groups, pathway.at(), w.until, w.reason, w.source_id, c.changed_at
  FROM pathway.wanted_parts(the_case) w JOIN pathway.cases c ON c.id = the_case
  WHERE NOT EXISTS (
    SELECT FROM pathway.participations p
    WHERE p.case_id = the_case AND p.organisation_id = w.organisation_id AND p.reason = w.reason AND p.source_id = w.source_id AND p.groups = w.groups AND p.valid_until > pathway.at())
  ON CONFLICT (case_id, organisation_id, reason, source_id, valid_from) DO UPDATE SET groups = EXCLUDED.groups, valid_until = EXCLUDED.valid_until;
  PERFORM pathway.settle_tokens(the_case);
END
$$;

-- Whoever reads the identity may search for it, by what the lead last wrote; nobody else.
CREATE FUNCTION pathway.settle_tokens(the_case uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  -- At a transfer the new lead has none yet: then whoever had them passes them on.
  known bytea[] := coalesce(
    (SELECT array_agg(t.token) FROM pathway.name_tokens t JOIN pathway.cases c ON c.id = t.case_id AND c.lead = t.scope WHERE t.case_id = the_case),
    (SELECT array_agg(DISTINCT t.token) FROM pathway.name_tokens t WHERE t.case_id = the_case), '{}');
BEGIN
  DELETE FROM pathway.name_tokens t WHERE t.case_id = the_case AND (t.token <> ALL (known) OR NOT EXISTS (
    SELECT FROM pathway.participations p
    WHERE p.case_id = the_case AND p.organisation_id = t.scope AND p.groups & (1 << 2) <> 0 AND p.valid_until > pathway.at()));
  INSERT INTO pathway.name_tokens (scope, token, case_id)
  SELECT DISTINCT p.organisation_id, k.token, the_case
  FROM pathway.participations p, unnest(known) AS k (token)
  WHERE p.case_id = the_case AND p.groups & (1 << 2) <> 0 AND p.valid_until > pathway.at()
  ON CONFLICT DO NOTHING;
END
$$;

-- What a referral may become, whoever writes the row: it is sent only while something covers it, to somebody who takes part in the system; once sent, nobody changes
-- what was asked of whom. A recipient that could turn a request for a service into a transfer would lead the case.
CREATE FUNCTION pathway.referral_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  covered integer;
  was text := 'Draft';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := OLD.status;
    IF (NEW.case_id, NEW.sender) IS DISTINCT FROM (OLD.case_id, OLD.sender)
      OR was <> 'Draft' AND (NEW.recipient, NEW.kind, NEW.service, NEW.groups, NEW.consent, NEW.ground, NEW.sent_at, NEW.answer_by)
        IS DISTINCT FROM (OLD.recipient, OLD.kind, OLD.service, OLD.groups, OLD.consent, OLD.ground, OLD.sent_at, OLD.answer_by)
    THEN
      RAISE EXCEPTION 'A referral that is sent stays as it was sent.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralIsSentOnce';
    END IF;
  END IF;
  IF NEW.status <> was AND (was, NEW.status) NOT IN (
    ('Draft', 'Sent'), ('Draft', 'Withdrawn'), ('Sent', 'Accepted'), ('Sent', 'Declined'), ('Sent', 'Withdrawn'), ('Accepted', 'Completed'), ('Accepted', 'Withdrawn'))
  THEN
    RAISE EXCEPTION 'A referral does not go from % to %.', was, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'ReferralIsAnsweredOnce';
  END IF;
  IF NEW.status = 'Sent' AND was = 'Draft' THEN
    SELECT mask INTO covered FROM pathway.coverage(NEW.case_id, NEW.recipient, NEW.groups);
    IF covered = 0 THEN
      RAISE EXCEPTION 'Nothing covers this referral.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralNeedsConsent';
    END IF;
    IF NOT (SELECT o.is_active FROM pathway.organisations o WHERE o.id = NEW.recipient) THEN
      RAISE EXCEPTION 'The recipient takes no part in the system.' USING ERRCODE = '42501', CONSTRAINT = 'RecipientReceivesReferrals';
    END IF;
    IF NEW.kind = 'Transfer' AND NEW.sender IS DISTINCT FROM (SELECT c.lead FROM pathway.cases c WHERE c.id = NEW.case_id) THEN
      RAISE EXCEPTION 'Only the lead transfers a case.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheLeadTransfersTheCase';
    END IF;
  END IF;
  IF NEW.status = 'Accepted' AND was = 'Sent' AND NOT EXISTS (SELECT FROM pathway.participations p WHERE p.source_id = NEW.id AND p.organisation_id = NEW.recipient) THEN
    RAISE EXCEPTION 'A referral is accepted by taking its part.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralNeedsConsent';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER referral_written BEFORE INSERT OR UPDATE ON pathway.referrals FOR EACH ROW EXECUTE FUNCTION pathway.referral_written();

-- Work is seen only by whose turn it is and by who waits, but anybody who hears it from the person may call a referral back.
CREATE FUNCTION pathway.referral_left_the_air() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.work_items SET closed_at = pathway.at() WHERE source_id = NEW.id AND kind = 'AnswerReferral' AND closed_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER referral_left_the_air AFTER UPDATE OF status ON pathway.referrals FOR EACH ROW WHEN (OLD.status = 'Sent' AND NEW.status <> 'Sent')
  EXECUTE FUNCTION pathway.referral_left_the_air();

-- The work that the former lead had on a case follows the case.
CREATE FUNCTION pathway.lead_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.work_items SET organisation_id = NEW.lead, user_id = NULL
  WHERE case_id = NEW.id AND organisation_id = OLD.lead AND kind IN ('ReviewAssessment', 'FindAnotherProvider', 'ReviewEmergency') AND closed_at IS NULL;
  -- The new lead checks the safe contact anew.
  UPDATE pathway.work_items SET closed_at = pathway.at()
  WHERE case_id = NEW.id AND organisation_id = OLD.lead AND kind = 'CheckSafeContact' AND closed_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER lead_moved AFTER UPDATE OF lead ON pathway.cases FOR EACH ROW WHEN (OLD.lead <> NEW.lead) EXECUTE FUNCTION pathway.lead_moved();
