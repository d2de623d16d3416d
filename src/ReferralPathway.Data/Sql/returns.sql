-- Voluntary return. How an application stands is known to whoever answers for the case, to its author, and to the coordinator and IOM while their part lasts; what is written in it to
-- the author and to whoever holds DG12. Where the person is fetched is read by whoever released it, and by IOM on the day of travel alone.

-- What the consents of a return open of a case to the coordinator or IOM at this instant, and until when: every one that is needed has to be in force. Not so: no mask (0).
CREATE FUNCTION pathway.return_coverage(the_case uuid, recipient uuid, needed text[], also text[], reach_kind text, OUT mask integer, OUT until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  today date := pathway.swedish_day(pathway.at());
  asked text;
  said pathway.consent_decisions;
  named integer := 0;
BEGIN
  mask := 0;
  until := pathway.no_end();
  FOREACH asked IN ARRAY needed || also
  LOOP
    SELECT * INTO said FROM pathway.consent_decisions c
    WHERE c.case_id = the_case AND c.recipient = return_coverage.recipient AND c.purpose = asked AND c.recorded_at <= pathway.at() ORDER BY c.number DESC LIMIT 1;
    IF said.state = 'Given' AND (said.valid_until IS NULL OR said.valid_until >= today) THEN
      -- Health travels only on a consent of its own.
      named := named | CASE asked WHEN 'SHARE_HEALTH' THEN said.groups & (1 << 6) ELSE said.groups & ~(1 << 6) END;
      until := least(until, pathway.end_of_day(said.valid_until));
    ELSIF asked = ANY (needed) THEN
      mask := 0;
      RETURN;
    END IF;
  END LOOP;
  -- The summaries go with their groups; of the health, only what concerns the journey. The application itself is what the consent is about.
  named := named | ((named >> 3) & 1) << 16 | ((named >> 9) & 1) << 18 | ((named >> 10) & 1) << 19 | ((named >> 6) & 1) << 20 | (1 << 1) | (1 << 12) | (1 << 21);
  SELECT r.grants & named INTO mask FROM pathway.reach r WHERE r.kind = reach_kind AND r.data_group = 0;
END
$$;

-- Whether the acting organisation has to do with a return of the case: it wrote it, coordinates it, or carries it out, and takes part in the case now.
CREATE FUNCTION pathway.handles_return(the_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pathway.return_applications r WHERE r.case_id = the_case AND pathway.organisation() IN (r.author, r.coordinator, r.iom))
    AND EXISTS (SELECT FROM pathway.participations p
      WHERE p.case_id = the_case AND p.organisation_id = pathway.organisation() AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at())
$$;

-- The way by which word of a trial reaches somebody who has gone home and wants to hear of it; nothing for whoever takes no part in the case.
CREATE FUNCTION pathway.justice_way(the_case uuid) RETURNS TABLE (return_id uuid, iom uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT r.id, r.iom FROM pathway.return_applications r
  WHERE r.case_id = the_case AND r.status IN ('Travelled', 'Monitoring', 'MonitoringEnded')
    AND (SELECT mask FROM pathway.return_coverage(the_case, r.iom, '{JUSTICE_FOLLOWUP}', '{}', 'ReturnIom')) <> 0
    AND EXISTS (SELECT FROM pathway.participations p
      WHERE p.case_id = the_case AND p.organisation_id = pathway.organisation() AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at())
  ORDER BY r.arrived_at DESC LIMIT 1
$$;

-- How many returns of a case are approved and not ended, also those that whoever asks may not read: they keep the case open (C6).
CREATE FUNCTION pathway.returns_under_way(the_case uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT count(*)::integer FROM pathway.return_applications r
  WHERE r.case_id = the_case AND pathway.answers_for(the_case)
    AND r.status IN ('ApprovedByCoordinator', 'SentToIom', 'IomProcessing', 'IomAccepted', 'PreDeparture', 'Travelled', 'Monitoring')
$$;

-- Whether the acting organisation takes part in the case now with one of these groups.
CREATE FUNCTION pathway.takes_part(the_case uuid, with_groups integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pathway.participations p
    WHERE p.case_id = the_case AND p.organisation_id = pathway.organisation() AND (with_groups = 0 OR p.groups & with_groups <> 0)
      AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at())
$$;

-- Whether the acting organisation wrote down a consent of a return: then it may hear that the person takes it back, and must know what that stops.
CREATE FUNCTION pathway.asked_for_return(the_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pathway.consent_decisions d
    WHERE d.case_id = the_case AND d.recorded_by = pathway.organisation() AND d.purpose IN ('RETURN', 'RETURN_ABROAD', 'MONITORING', 'JUSTICE_FOLLOWUP'))
$$;

CREATE POLICY read ON pathway.return_applications FOR SELECT TO pathway_app USING (
  pathway.takes_part(case_id, (1 << 12) | (1 << 30)) OR
  (author = (SELECT pathway.organisation()) OR pathway.asked_for_return(case_id)) AND pathway.takes_part(case_id, 0));
CREATE POLICY change ON pathway.return_applications FOR UPDATE TO pathway_app USING (
  pathway.takes_part(case_id, (1 << 12) | (1 << 30)) OR
  (author = (SELECT pathway.organisation()) OR pathway.asked_for_return(case_id)) AND pathway.takes_part(case_id, 0));
CREATE POLICY write ON pathway.return_applications FOR INSERT TO pathway_app WITH CHECK (
  author = (SELECT pathway.organisation()) AND status = 'Draft' AND coordinator IS NULL AND iom IS NULL AND pathway.takes_part(case_id, 0) AND
  (SELECT o.kind NOT IN ('Iom', 'NationalCoordinator', 'Operator') FROM pathway.organisations o WHERE o.id = author));

-- What is written in an application: whoever holds DG12 reads it, and what was recorded before the end of a part; its author while taking part.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['return_papers', 'return_steps']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 12) <> 0
           AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR %1$I.recorded_at <= p.valid_until) LIMIT 1) OR
        (SELECT r.author = (SELECT pathway.organisation()) FROM pathway.return_applications r WHERE r.id = %1$I.return_id))
    $policy$, t);
  END LOOP;
END
$$;
CREATE POLICY read ON pathway.return_contact_points FOR SELECT TO pathway_app USING (
  pathway.takes_part(case_id, 1 << 12) OR (SELECT true FROM pathway.return_applications r WHERE r.id = return_contact_points.return_id));
CREATE POLICY change ON pathway.return_contact_points FOR UPDATE TO pathway_app USING (pathway.takes_part(case_id, 1 << 12));

-- What of the health concerns the journey: whoever reads the health, whoever was given this part of it, and whoever wrote it.
CREATE POLICY read ON pathway.return_health FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = return_health.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & ((1 << 6) | (1 << 20)) <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR return_health.recorded_at <= p.valid_until) LIMIT 1) OR
  recorded_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 0));

-- Where the person is fetched (DG4): one day, one reader beside whoever released it.
CREATE POLICY read ON pathway.return_pick_ups FOR SELECT TO pathway_app USING (
  released_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 0) OR
  "on" = (SELECT pathway.swedish_day(pathway.at())) AND pathway.takes_part(case_id, 1 << 12) AND
  (SELECT r.iom = (SELECT pathway.organisation()) AND r.status = 'PreDeparture' AND r.travel_on = return_pick_ups."on" FROM pathway.return_applications r WHERE r.id = return_pick_ups.return_id));
CREATE POLICY write ON pathway.return_pick_ups FOR INSERT TO pathway_app WITH CHECK (
  released_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 0) AND "on" >= (SELECT pathway.swedish_day(pathway.at())) AND
  (SELECT r.status = 'PreDeparture' AND r.travel_on = return_pick_ups."on" AND (r.author = (SELECT pathway.organisation()) OR pathway.takes_part(r.case_id, 1 << 30))
   FROM pathway.return_applications r WHERE r.id = return_pick_ups.return_id));
-- Its key opens to whoever may read it, on the same day and no other.
CREATE POLICY read_pick_up ON pathway.sealing_keys FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.return_pick_ups u WHERE u.id = sealing_keys.id));

-- Word of a trial: whoever released it, and IOM, who passes it on.
CREATE POLICY read ON pathway.justice_events FOR SELECT TO pathway_app USING (
  released_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 0) OR
  relayed_by = (SELECT pathway.organisation()) AND (SELECT true FROM pathway.participations p
    WHERE p.case_id = justice_events.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 12) <> 0
      AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR justice_events.released_at <= p.valid_until) LIMIT 1));
CREATE POLICY write ON pathway.justice_events FOR INSERT TO pathway_app WITH CHECK (
  released_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 0) AND
  (SELECT o.kind IN ('Police', 'Prosecutor', 'Lawyer') FROM pathway.organisations o WHERE o.id = released_by) AND
  (SELECT w.return_id = justice_events.return_id AND w.iom = justice_events.relayed_by FROM pathway.justice_way(justice_events.case_id) w));
CREATE POLICY change ON pathway.justice_events FOR UPDATE TO pathway_app USING (relayed_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 1 << 12));

-- Whoever has to do with a return knows whether the consents it rests on still stand, whoever wrote them down.
CREATE POLICY read_return ON pathway.consent_decisions FOR SELECT TO pathway_app USING (
  purpose IN ('RETURN', 'RETURN_ABROAD', 'MONITORING', 'JUSTICE_FOLLOWUP') AND pathway.handles_return(case_id));

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['return_papers', 'return_steps', 'return_health']
  LOOP
    EXECUTE format('CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (recorded_by = (SELECT pathway.organisation()) AND pathway.takes_part(case_id, 0))', t);
  END LOOP;
  CREATE POLICY write ON pathway.return_contact_points FOR INSERT TO pathway_app WITH CHECK (pathway.takes_part(case_id, 1 << 12));
  FOREACH t IN ARRAY ARRAY['return_applications', 'return_papers', 'return_steps', 'return_health', 'return_pick_ups', 'return_contact_points', 'justice_events']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE ON pathway.return_applications TO pathway_app, pathway_system;
GRANT UPDATE (answered_on) ON pathway.return_contact_points TO pathway_app, pathway_system;
GRANT UPDATE (relayed_on, reached, wishes, needs) ON pathway.justice_events TO pathway_app, pathway_system;
GRANT SELECT ON pathway.return_applications TO pathway_lookup;
CREATE POLICY lookup ON pathway.return_applications FOR SELECT TO pathway_lookup USING (true);
GRANT SELECT (id, person_id) ON identity.accounts TO pathway_lookup;

-- What an application may become, and by whose hand, whoever writes the row. The person who wrote part A approves nothing, under whatever account (G-RET-4); nothing leaves for IOM
-- without the consents; there is one at a time, also where the author may not see the other.
CREATE FUNCTION pathway.return_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  acting uuid := pathway.organisation();
  over text[] := '{RejectedByCoordinator,IomNotPossible,MonitoringEnded,Withdrawn}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM pathway.return_applications r WHERE r.case_id = NEW.case_id AND r.id <> NEW.id AND r.status <> ALL (over)) THEN
      RAISE EXCEPTION 'There is one return at a time.' USING ERRCODE = '42501', CONSTRAINT = 'OneReturnAtATime';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.case_id, NEW.author) IS DISTINCT FROM (OLD.case_id, OLD.author)
    OR (NEW.coordinator, NEW.iom, NEW.writers) IS DISTINCT FROM (OLD.coordinator, OLD.iom, OLD.writers)
      AND (acting IS DISTINCT FROM OLD.author OR OLD.status NOT IN ('Draft', 'CoordinatorContacted', 'ReturnedForChanges') OR NOT NEW.writers @> OLD.writers)
  THEN
    RAISE EXCEPTION 'Part A is its author''s.' USING ERRCODE = '42501', CONSTRAINT = 'AReturnIsItsAuthors';
  END IF;
  IF NEW.coordinator IS DISTINCT FROM OLD.coordinator AND (SELECT o.kind FROM pathway.organisations o WHERE o.id = NEW.coordinator) IS DISTINCT FROM 'RegionalCoordinator' THEN
    RAISE EXCEPTION 'A return goes to a regional coordinator.' USING ERRCODE = '42501', CONSTRAINT = 'ReturnsGoToARegionalCoordinator';
  END IF;
  IF NEW.iom IS DISTINCT FROM OLD.iom AND (SELECT o.kind FROM pathway.organisations o WHERE o.id = NEW.iom) IS DISTINCT FROM 'Iom' THEN
    RAISE EXCEPTION 'IOM carries out a return.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyIomCarriesOutAReturn';
  END IF;
  IF (NEW.travel_on, NEW.departed_at, NEW.arrived_at, NEW.monitoring_earliest_end) IS DISTINCT FROM (OLD.travel_on, OLD.departed_at, OLD.arrived_at, OLD.monitoring_earliest_end)
    AND acting IS DISTINCT FROM OLD.iom THEN
    RAISE EXCEPTION 'IOM arranges the journey.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyIomCarriesOutAReturn';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF NEW.status <> 'Withdrawn' AND (OLD.status, NEW.status) NOT IN (
    ('Draft', 'CoordinatorContacted'), ('CoordinatorContacted', 'PartAComplete'), ('ReturnedForChanges', 'PartAComplete'), ('PartAComplete', 'PartBComplete'),
    ('PartAComplete', 'RejectedByCoordinator'), ('PartAComplete', 'ReturnedForChanges'), ('PartBComplete', 'RejectedByCoordinator'), ('PartBComplete', 'ReturnedForChanges'),
    ('PartBComplete', 'ApprovedByCoordinator'), ('ApprovedByCoordinator', 'SentToIom'), ('SentToIom', 'IomProcessing'), ('IomProcessing', 'IomAccepted'),
    ('IomProcessing', 'IomNotPossible'), ('IomAccepted', 'PreDeparture'), ('PreDeparture', 'Travelled'), ('PreDeparture', 'Monitoring'), ('PreDeparture', 'MonitoringEnded'),
    ('Travelled', 'Monitoring'), ('Travelled', 'MonitoringEnded'), ('Monitoring', 'MonitoringEnded'))
    OR NEW.status = 'Withdrawn' AND (OLD.arrived_at IS NOT NULL OR OLD.status = ANY (over))
  THEN
    RAISE EXCEPTION 'A return does not go from % to %.', OLD.status, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'AReturnFollowsItsStates';
  END IF;
  IF NEW.status IN ('CoordinatorContacted', 'PartAComplete') AND acting IS DISTINCT FROM OLD.author THEN
    RAISE EXCEPTION 'Part A is its author''s.' USING ERRCODE = '42501', CONSTRAINT = 'AReturnIsItsAuthors';
  END IF;
  IF NEW.status IN ('PartBComplete', 'ApprovedByCoordinator', 'RejectedByCoordinator', 'ReturnedForChanges', 'SentToIom') AND acting IS DISTINCT FROM OLD.coordinator THEN
    RAISE EXCEPTION 'The coordinator decides.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheCoordinatorDecides';
  END IF;
  IF NEW.status IN ('IomProcessing', 'IomAccepted', 'IomNotPossible', 'PreDeparture', 'Travelled', 'Monitoring') AND acting IS DISTINCT FROM OLD.iom THEN
    RAISE EXCEPTION 'IOM carries out a return.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyIomCarriesOutAReturn';
  END IF;
  IF NEW.status IN ('ApprovedByCoordinator', 'RejectedByCoordinator', 'ReturnedForChanges')
    AND (SELECT a.person_id FROM identity.accounts a WHERE a.id = pathway.person()) = ANY (NEW.writers) THEN
    RAISE EXCEPTION 'Whoever wrote part A does not decide.' USING ERRCODE = '42501', CONSTRAINT = 'WhoeverWrotePartADoesNotDecide';
  END IF;
  IF NEW.status IN ('PartAComplete', 'SentToIom') AND (SELECT c.mask FROM pathway.return_coverage(NEW.case_id, NEW.iom, '{RETURN,RETURN_ABROAD}', '{}', 'ReturnIom') c) = 0 THEN
    RAISE EXCEPTION 'Nothing covers this return.' USING ERRCODE = '42501', CONSTRAINT = 'AReturnNeedsConsent';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER return_written BEFORE INSERT OR UPDATE ON pathway.return_applications FOR EACH ROW EXECUTE FUNCTION pathway.return_written();

-- Word that nobody may pass on any longer waits for nobody.
CREATE FUNCTION pathway.justice_unwanted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.work_items SET closed_at = pathway.at() WHERE case_id = NEW.case_id AND organisation_id = NEW.recipient AND kind = 'RelayJustice' AND closed_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER justice_unwanted AFTER INSERT ON pathway.consent_decisions FOR EACH ROW WHEN (NEW.purpose = 'JUSTICE_FOLLOWUP' AND NEW.state <> 'Given')
  EXECUTE FUNCTION pathway.justice_unwanted();

GRANT EXECUTE ON FUNCTION pathway.handles_return(uuid), pathway.justice_way(uuid), pathway.returns_under_way(uuid), pathway.takes_part(uuid, integer), pathway.asked_for_return(uuid)
  TO pathway_app, pathway_system;
REVOKE ALL ON FUNCTION pathway.return_coverage(uuid, uuid, text[], text[], text), pathway.handles_return(uuid), pathway.justice_way(uuid), pathway.returns_under_way(uuid),
  pathway.takes_part(uuid, integer), pathway.asked_for_return(uuid), pathway.return_written(), pathway.justice_unwanted() FROM PUBLIC;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.return_coverage(uuid, uuid, text[], text[], text) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.handles_return(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.justice_way(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.returns_under_way(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.takes_part(uuid, integer) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.asked_for_return(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.return_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.justice_unwanted() OWNER TO pathway_lookup;

-- A function is replaced by the role that owns it.
SELECT set_config('pathway.migrating_as', current_user, true);
SET LOCAL ROLE pathway_lookup;
-- The parts that what is recorded supports at this instant, beside the lead's, now with the coordinator of a return from the moment part A is complete, and IOM from the moment it is
-- sent there. A closed case brings nothing new to anybody but its investigators, and IOM where the person who has gone home wants to hear of the trial (C6, 3.9j).
CREATE OR REPLACE FUNCTION pathway.wanted_parts(the_case uuid) RETURNS TABLE (organisation_id uuid, reason text, source_id uuid, groups integer, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT * FROM (
    SELECT r.recipient, 'Referral' AS reason, r.id, c.mask AS groups, c.until
      FROM pathway.referrals r, pathway.coverage(the_case, r.recipient, r.groups) c WHERE r.case_id = the_case AND r.status = 'Accepted' AND r.kind <> 'Transfer' AND r.told_by IS NULL
    UNION ALL
    SELECT i.reported_to, 'PoliceReport', i.id, c.mask, c.until
      FROM pathway.investigations i, pathway.coverage(the_case, i.reported_to, NULL) c WHERE i.case_id = the_case AND i.reported_to IS NOT NULL AND i.status <> 'RecordedInError'
    UNION ALL
    SELECT i.led_by, 'Investigation', i.id, (SELECT grants FROM pathway.reach WHERE kind = 'Investigation' AND data_group = 0), pathway.no_end()
      FROM pathway.investigations i WHERE i.case_id = the_case AND i.led_by IS NOT NULL AND i.status IN ('Initiated', 'Discontinued', 'ProsecutionBrought', 'Judgment')
    UNION ALL
    SELECT a.addressed_to, 'Application', a.id, (SELECT grants FROM pathway.reach WHERE kind = 'Application' AND data_group = 0), pathway.no_end()
      FROM pathway.permit_applications a WHERE a.case_id = the_case AND (
        a.status IN ('Submitted', 'Granted', 'Appealed') OR a.status IN ('Refused', 'Revoked') AND a.appeal_by IS NOT NULL
        OR a.status = 'Ended' AND EXISTS (SELECT FROM pathway.permit_extensions e WHERE e.permit_id = a.id AND e.status = 'Submitted'))
    UNION ALL
    SELECT v.coordinator, 'Return', v.id, c.mask, c.until
      FROM pathway.return_applications v, pathway.return_coverage(the_case, v.coordinator, '{RETURN}', '{SHARE_HEALTH}', 'ReturnCoordinator') c
      WHERE v.case_id = the_case AND v.coordinator <> (SELECT k.lead FROM pathway.cases k WHERE k.id = the_case) AND v.status IN (
        'PartAComplete', 'PartBComplete', 'ReturnedForChanges', 'ApprovedByCoordinator', 'SentToIom', 'IomProcessing', 'IomAccepted', 'PreDeparture', 'Travelled', 'Monitoring')
    UNION ALL
    SELECT v.iom, 'Return', v.id, c.mask, c.until
      FROM pathway.return_applications v, pathway.return_coverage(the_case, v.iom, '{RETURN,RETURN_ABROAD}', '{SHARE_HEALTH}', 'ReturnIom') c
      WHERE v.case_id = the_case AND v.status IN ('SentToIom', 'IomProcessing', 'IomAccepted', 'PreDeparture', 'Travelled')
    UNION ALL
    SELECT v.iom, 'Return', v.id, c.mask, c.until
      FROM pathway.return_applications v, pathway.return_coverage(the_case, v.iom, '{MONITORING}', '{JUSTICE_FOLLOWUP,SHARE_HEALTH}', 'ReturnIom') c
      WHERE v.case_id = the_case AND v.status = 'Monitoring'
    UNION ALL
    SELECT v.iom, 'Justice', v.id, c.mask, c.until
      FROM pathway.return_applications v, pathway.return_coverage(the_case, v.iom, '{JUSTICE_FOLLOWUP}', '{}', 'ReturnIom') c
      WHERE v.case_id = the_case AND v.status = 'MonitoringEnded'
  ) AS parts WHERE groups <> 0 AND (reason IN ('Investigation', 'Justice') OR (SELECT c.status FROM pathway.cases c WHERE c.id = the_case) <> 'Closed')
$$;
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
