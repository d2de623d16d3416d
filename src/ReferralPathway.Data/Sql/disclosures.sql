-- Formal requests for disclosure. The request belongs to the authority that asks and to those who decide; what they do with it stands in a table of its own, which the asker cannot read.

CREATE TABLE pathway.disclosure_numbers (year integer PRIMARY KEY, last integer NOT NULL);

-- The next number of the year, U-2026-000123.
CREATE FUNCTION pathway.next_disclosure_number(of_year integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  INSERT INTO pathway.disclosure_numbers AS n (year, last) VALUES (of_year, 1) ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last
$$;

-- The right Disclosure.Decide, in the same words as DisclosureDesk.MayDecide. Whether somebody is a manager stands with the account: the application cannot claim it.
CREATE FUNCTION pathway.decides_disclosure() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM identity.accounts a
    WHERE a.id = pathway.person() AND a.organisation_id = pathway.organisation() AND a.role = pathway.acting_role()
      AND (a.role IN ('RegionalCoordinator', 'MigrationOfficer') OR a.role IN ('SocialWorker', 'NgoWorker') AND a.is_manager))
$$;

CREATE POLICY read ON pathway.disclosure_requests FOR SELECT TO pathway_app USING (
  asked_for = (SELECT pathway.organisation()) AND (SELECT pathway.acting_role()) = 'InvestigationLeader' OR
  addressed_to = (SELECT pathway.organisation()) AND (SELECT pathway.decides_disclosure()));
-- One asks in one's own name and for one's own authority; what came on paper is written down by those who decide.
CREATE POLICY write ON pathway.disclosure_requests FOR INSERT TO pathway_app WITH CHECK (
  written_by = (SELECT pathway.person()) AND answered_at IS NULL AND
  (SELECT o.kind IN ('Municipality', 'MunicipalOutreach', 'Ngo', 'NgoPlatform', 'RegionalCoordinator', 'MigrationAgency') FROM pathway.organisations o WHERE o.id = addressed_to) AND (
    asked_for = (SELECT pathway.organisation()) AND (SELECT pathway.acting_role()) = 'InvestigationLeader' OR
    asked_for IS NULL AND addressed_to = (SELECT pathway.organisation()) AND (SELECT pathway.decides_disclosure())));
CREATE POLICY change ON pathway.disclosure_requests FOR UPDATE TO pathway_app USING (
  addressed_to = (SELECT pathway.organisation()) AND (SELECT pathway.decides_disclosure()));

-- The holder's half. It concerns a case in which the holder takes, or took, part, or none.
CREATE POLICY read ON pathway.disclosure_assessments FOR SELECT TO pathway_app USING (
  (SELECT r.addressed_to = (SELECT pathway.organisation()) FROM pathway.disclosure_requests r WHERE r.id = disclosure_assessments.request_id) AND (SELECT pathway.decides_disclosure()));
CREATE POLICY write ON pathway.disclosure_assessments FOR INSERT TO pathway_app WITH CHECK (
  status = 'UnderAssessment' AND begun_by = (SELECT pathway.person()) AND case_id IS NULL AND
  (SELECT r.addressed_to = (SELECT pathway.organisation()) FROM pathway.disclosure_requests r WHERE r.id = disclosure_assessments.request_id) AND (SELECT pathway.decides_disclosure()));
CREATE POLICY change ON pathway.disclosure_assessments FOR UPDATE TO pathway_app USING (
  (SELECT r.addressed_to = (SELECT pathway.organisation()) FROM pathway.disclosure_requests r WHERE r.id = disclosure_assessments.request_id) AND (SELECT pathway.decides_disclosure()))
WITH CHECK (
  case_id IS NULL OR
  (SELECT true FROM pathway.participations p WHERE p.case_id = disclosure_assessments.case_id AND p.organisation_id = (SELECT pathway.organisation()) LIMIT 1));

-- The key of a request is read by whoever reads the request; the other one by whoever reads the holder's half.
CREATE POLICY read ON pathway.disclosure_keys FOR SELECT TO pathway_app USING (
  (SELECT disclosure_keys.id = r.id OR r.addressed_to = (SELECT pathway.organisation()) AND (SELECT pathway.decides_disclosure()) FROM pathway.disclosure_requests r WHERE r.id = disclosure_keys.request_id));
CREATE POLICY write ON pathway.disclosure_keys FOR INSERT TO pathway_app WITH CHECK (
  (SELECT disclosure_keys.id = r.id OR r.addressed_to = (SELECT pathway.organisation()) AND (SELECT pathway.decides_disclosure()) FROM pathway.disclosure_requests r WHERE r.id = disclosure_keys.request_id));

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['disclosure_requests', 'disclosure_assessments', 'disclosure_keys']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE (answer, answered_at, revision) ON pathway.disclosure_requests TO pathway_app;
GRANT UPDATE (status, case_id, decided_by, reasons, handed_over) ON pathway.disclosure_assessments TO pathway_app;
GRANT UPDATE ON pathway.disclosure_keys TO pathway_system;

-- A request is answered once, and its answer comes with the decision.
CREATE FUNCTION pathway.disclosure_answered() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF OLD.answered_at IS NOT NULL THEN
    RAISE EXCEPTION 'A request is answered once.' USING ERRCODE = '42501', CONSTRAINT = 'ADisclosureGoesForward';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER disclosure_answered BEFORE UPDATE ON pathway.disclosure_requests FOR EACH ROW EXECUTE FUNCTION pathway.disclosure_answered();

CREATE FUNCTION pathway.disclosure_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF OLD.status <> 'UnderAssessment' THEN
    RAISE EXCEPTION 'What is decided stays decided.' USING ERRCODE = '42501', CONSTRAINT = 'ADisclosureGoesForward';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER disclosure_decided BEFORE UPDATE ON pathway.disclosure_assessments FOR EACH ROW EXECUTE FUNCTION pathway.disclosure_decided();

REVOKE ALL ON FUNCTION pathway.next_disclosure_number(integer), pathway.decides_disclosure() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.next_disclosure_number(integer) TO pathway_app, pathway_system;
GRANT EXECUTE ON FUNCTION pathway.decides_disclosure() TO pathway_app;
GRANT SELECT, INSERT, UPDATE ON pathway.disclosure_numbers TO pathway_lookup;
GRANT SELECT ON pathway.disclosure_numbers TO pathway_backup;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.next_disclosure_number(integer) OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
