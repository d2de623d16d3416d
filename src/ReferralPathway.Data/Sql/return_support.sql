-- The support to reintegration: while a piece of it is planned and not given, IOM keeps its part, and the case stays open. A return that is not approved yet goes with the case.
GRANT UPDATE (author) ON pathway.return_applications TO pathway_lookup;
CREATE POLICY follow ON pathway.return_applications FOR UPDATE TO pathway_lookup USING (true);
-- Where to fetch the person is released by whoever wrote the return, too.
INSERT INTO pathway.work_of_the_lead VALUES ('WriteReturn'), ('ReleasePickUp');

SELECT set_config('pathway.migrating_as', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;
CREATE OR REPLACE FUNCTION pathway.returns_under_way(the_case uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT count(*)::integer FROM pathway.return_applications r
  WHERE r.case_id = the_case AND pathway.answers_for(the_case)
    AND (r.support_is_open OR r.status IN ('ApprovedByCoordinator', 'SentToIom', 'IomProcessing', 'IomAccepted', 'PreDeparture', 'Travelled', 'Monitoring'))
$$;

CREATE OR REPLACE FUNCTION pathway.return_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
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
  -- The application goes with the case when the lead that wrote it hands it over; nobody else's hand moves it.
  IF NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.author IS DISTINCT FROM OLD.author AND pg_trigger_depth() < 2
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
  -- IOM plans and gives the support; whoever records that the consent has ended ends it.
  IF NEW.support_is_open AND NOT OLD.support_is_open AND acting IS DISTINCT FROM OLD.iom THEN
    RAISE EXCEPTION 'IOM gives the support.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyIomCarriesOutAReturn';
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

CREATE OR REPLACE FUNCTION pathway.other_wanted_parts(the_case uuid) RETURNS TABLE (organisation_id uuid, reason text, source_id uuid, groups integer, until timestamptz)
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
    SELECT v.iom, 'Return', v.id, c.mask, c.until
      FROM pathway.return_applications v, pathway.return_coverage(the_case, v.iom, '{RETURN,RETURN_ABROAD}', '{JUSTICE_FOLLOWUP,SHARE_HEALTH}', 'ReturnIom') c
      WHERE v.case_id = the_case AND v.status = 'MonitoringEnded' AND v.support_is_open
    UNION ALL
    SELECT v.iom, 'Justice', v.id, c.mask, c.until
      FROM pathway.return_applications v, pathway.return_coverage(the_case, v.iom, '{JUSTICE_FOLLOWUP}', '{}', 'ReturnIom') c
      WHERE v.case_id = the_case AND v.status = 'MonitoringEnded'
  ) AS parts WHERE groups <> 0 AND (reason IN ('Investigation', 'Justice') OR (SELECT c.status FROM pathway.cases c WHERE c.id = the_case) <> 'Closed')
$$;

-- A return that may still have to be written in goes with the case to the next lead. Who wrote in it stays written (G-RET-4).
CREATE FUNCTION pathway.return_lead_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.return_applications SET author = NEW.lead
  WHERE case_id = NEW.id AND author = OLD.lead AND status IN ('Draft', 'CoordinatorContacted', 'PartAComplete', 'PartBComplete', 'ReturnedForChanges');
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION pathway.return_lead_moved() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION pathway.return_lead_moved() TO %I', current_setting('pathway.migrating_as')); END $$;
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
CREATE TRIGGER return_lead_moved AFTER UPDATE OF lead ON pathway.cases FOR EACH ROW WHEN (OLD.lead <> NEW.lead) EXECUTE FUNCTION pathway.return_lead_moved();
