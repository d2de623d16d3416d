-- Applications for a reflection period or a temporary permit: the applicant's and the agency's, in summary everybody's who may know how the permits stand.

-- Append-only versions: whoever takes part reads them; whoever took part reads what was recorded before the end.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('permit_steps', 9), ('permit_summaries', 18), ('legal_status_entries', 1)) AS v (name, bit)
  LOOP
    EXECUTE format($policy$
      CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & %2$s <> 0
           AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR %1$I.recorded_at <= p.valid_until) LIMIT 1))
    $policy$, t.name, 1 << t.bit);
  END LOOP;
END
$$;

-- A draft is the applicant's alone. What is handed in is read by whoever holds DG9 in the case, and by the applicant, while they take part.
CREATE POLICY read ON pathway.permit_applications FOR SELECT TO pathway_app USING (
  (SELECT p.groups & 512 <> 0 AND status <> 'Draft' OR applicant = (SELECT pathway.organisation()) FROM pathway.participations p
   WHERE p.case_id = permit_applications.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) ORDER BY p.groups & 512 DESC LIMIT 1));
CREATE POLICY write ON pathway.permit_applications FOR INSERT TO pathway_app WITH CHECK (
  applicant = (SELECT pathway.organisation()) AND status IN ('Draft', 'Submitted') AND
  (SELECT o.kind IN ('Police', 'Prosecutor', 'Municipality') FROM pathway.organisations o WHERE o.id = applicant) AND
  (SELECT o.kind = 'MigrationAgency' FROM pathway.organisations o WHERE o.id = addressed_to) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = permit_applications.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY change ON pathway.permit_applications FOR UPDATE TO pathway_app USING (
  applicant = (SELECT pathway.organisation()) OR
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = permit_applications.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & 512 <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- The rows of an application follow it: whoever reads the one reads the other.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['permit_extensions', 'permit_dialogues']
  LOOP
    EXECUTE format('CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.permit_applications a WHERE a.id = %1$I.permit_id))', t);
  END LOOP;
  CREATE POLICY read_own ON pathway.permit_steps FOR SELECT TO pathway_app USING (
    (SELECT a.applicant = (SELECT pathway.organisation()) FROM pathway.permit_applications a WHERE a.id = permit_steps.permit_id));
  CREATE POLICY change ON pathway.permit_extensions FOR UPDATE TO pathway_app USING ((SELECT true FROM pathway.permit_applications a WHERE a.id = permit_extensions.permit_id));
  FOREACH t IN ARRAY ARRAY['permit_extensions', 'permit_dialogues', 'permit_steps', 'permit_summaries', 'legal_status_entries']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation())
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
    $policy$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['permit_applications', 'permit_extensions', 'permit_dialogues', 'permit_steps', 'permit_summaries', 'legal_status_entries']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END
$$;

GRANT SELECT, INSERT ON pathway.permit_applications, pathway.permit_extensions, pathway.permit_dialogues, pathway.permit_steps, pathway.permit_summaries, pathway.legal_status_entries
  TO pathway_app, pathway_system;
GRANT UPDATE ON pathway.permit_applications TO pathway_app, pathway_system;
GRANT UPDATE (status, decided_on, new_valid_to) ON pathway.permit_extensions TO pathway_app, pathway_system;
GRANT SELECT ON pathway.permit_applications, pathway.permit_extensions, pathway.permit_dialogues, pathway.permit_steps, pathway.permit_summaries, pathway.legal_status_entries TO pathway_backup;
GRANT SELECT ON pathway.permit_applications, pathway.permit_extensions TO pathway_lookup;
CREATE POLICY lookup ON pathway.permit_applications FOR SELECT TO pathway_lookup USING (true);
CREATE POLICY lookup ON pathway.permit_extensions FOR SELECT TO pathway_lookup USING (true);

-- What an application may become, whoever writes the row: the applicant hands in, appeals and calls back, the agency decides, time alone ends it. There is one reflection
-- period in a case, also where the applicant may not see the other.
CREATE FUNCTION pathway.permit_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  was text := 'Draft';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := OLD.status;
    IF (NEW.case_id, NEW.kind, NEW.applicant) IS DISTINCT FROM (OLD.case_id, OLD.kind, OLD.applicant)
      OR was <> 'Draft' AND (NEW.addressed_to, NEW.form, NEW.submitted_on) IS DISTINCT FROM (OLD.addressed_to, OLD.form, OLD.submitted_on)
    THEN
      RAISE EXCEPTION 'An application that is handed in stays as it was.' USING ERRCODE = '42501', CONSTRAINT = 'APermitFollowsItsStates';
    END IF;
  END IF;
  IF NEW.status <> was THEN
    IF (was, NEW.status) NOT IN (
      ('Draft', 'Submitted'), ('Draft', 'Withdrawn'), ('Submitted', 'Granted'), ('Submitted', 'Refused'), ('Submitted', 'Withdrawn'), ('Refused', 'Appealed'), ('Revoked', 'Appealed'),
      ('Appealed', 'Granted'), ('Appealed', 'Refused'), ('Appealed', 'Revoked'), ('Granted', 'Revoked'), ('Granted', 'Ended'), ('Ended', 'Granted'))
    THEN
      RAISE EXCEPTION 'An application does not go from % to %.', was, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'APermitFollowsItsStates';
    END IF;
    IF NEW.status IN ('Granted', 'Refused', 'Revoked') AND NEW.addressed_to IS DISTINCT FROM pathway.organisation() THEN
      RAISE EXCEPTION 'Only the agency decides.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheAgencyDecidesPermits';
    END IF;
    IF NEW.status IN ('Submitted', 'Withdrawn', 'Appealed') AND NEW.applicant IS DISTINCT FROM pathway.organisation() THEN
      RAISE EXCEPTION 'Only the applicant does that.' USING ERRCODE = '42501', CONSTRAINT = 'AnApplicationIsItsApplicants';
    END IF;
    IF NEW.status = 'Submitted' AND NEW.kind = 'ReflectionPeriod' AND EXISTS (
      SELECT FROM pathway.permit_applications a
      WHERE a.case_id = NEW.case_id AND a.id <> NEW.id AND a.kind = 'ReflectionPeriod' AND a.status IN ('Submitted', 'Granted', 'Appealed', 'Ended', 'Revoked'))
    THEN
      RAISE EXCEPTION 'There is one reflection period in a case.' USING ERRCODE = '42501', CONSTRAINT = 'OneReflectionPeriodInACase';
    END IF;
  END IF;
  IF NEW.valid_to IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD.valid_to END) AND NEW.addressed_to IS DISTINCT FROM pathway.organisation() THEN
    RAISE EXCEPTION 'Only the agency decides.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheAgencyDecidesPermits';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER permit_written BEFORE INSERT OR UPDATE ON pathway.permit_applications FOR EACH ROW EXECUTE FUNCTION pathway.permit_written();

-- How many applications of a case wait for a decision, also those that whoever asks may not read: they keep the case open (C6).
CREATE FUNCTION pathway.permits_waiting(the_case uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT count(*)::integer FROM pathway.permit_applications a
  WHERE a.case_id = the_case AND pathway.answers_for(the_case)
    AND (a.status IN ('Submitted', 'Appealed') OR EXISTS (SELECT FROM pathway.permit_extensions e WHERE e.permit_id = a.id AND e.status = 'Submitted'))
$$;

-- What one organisation does often ends what another had to do: the agency's decision ends the applicant's asking for it. Whoever takes part in the case closes it.
GRANT SELECT (watcher_id) ON pathway.work_items TO pathway_lookup;
CREATE FUNCTION pathway.close_work(the_source uuid, the_kind text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  UPDATE pathway.work_items w SET closed_at = pathway.at()
  WHERE w.source_id = the_source AND w.kind = the_kind AND w.closed_at IS NULL AND (
    pathway.acting_role() = 'System' OR w.organisation_id = pathway.organisation() OR w.watcher_id = pathway.organisation()
    OR EXISTS (SELECT FROM pathway.participations p
      WHERE p.case_id = w.case_id AND p.organisation_id = pathway.organisation() AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at()))
$$;
GRANT EXECUTE ON FUNCTION pathway.close_work(uuid, text), pathway.permits_waiting(uuid) TO pathway_app, pathway_system;
REVOKE ALL ON FUNCTION pathway.close_work(uuid, text), pathway.permits_waiting(uuid), pathway.permit_written() FROM PUBLIC;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.close_work(uuid, text) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.permits_waiting(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.permit_written() OWNER TO pathway_lookup;

-- A function is replaced by the role that owns it.
SELECT set_config('pathway.migrating_as', current_user, true);
SET LOCAL ROLE pathway_lookup;
-- The parts that what is recorded supports at this instant, beside the lead's, now with the agency that an application waits with or that may still decide on it.
-- A closed case brings nothing new to anybody but its investigators (C6).
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
  ) AS parts WHERE groups <> 0 AND (reason = 'Investigation' OR (SELECT c.status FROM pathway.cases c WHERE c.id = the_case) <> 'Closed')
$$;
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
