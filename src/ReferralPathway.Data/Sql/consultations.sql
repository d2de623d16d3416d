-- Anonymous consultations: tables of their own that lead to no case and no person. Who sees which question is decided here and, in the same words, in ConsultationDesk.

CREATE TABLE pathway.consultation_numbers (year integer PRIMARY KEY, last integer NOT NULL);

-- The next number of the year, K-2026-000123.
CREATE FUNCTION pathway.next_consultation_number(of_year integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  INSERT INTO pathway.consultation_numbers AS n (year, last) VALUES (of_year, 1) ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last
$$;

-- The author everything of their own; colleagues what was sent and not returned; those who answer what is theirs to answer. Administrators, auditors and everybody else nothing.
CREATE POLICY read ON pathway.consultations FOR SELECT TO pathway_app USING (
  author = (SELECT pathway.person()) OR
  organisation_id = (SELECT pathway.organisation()) AND status NOT IN ('Draft', 'ReturnedForRedaction') OR
  status NOT IN ('Draft', 'Withdrawn') AND (
    (SELECT pathway.acting_role()) = 'NationalCoordinator' OR
    (SELECT pathway.acting_role()) = 'RegionalCoordinator' AND (asked_of = 'Regional' OR type = 'Return') AND region = (SELECT o.region FROM pathway.organisations o WHERE o.id = (SELECT pathway.organisation())) OR
    (SELECT pathway.acting_role()) = 'IomCaseworker' AND type = 'Return'));
-- One asks in one's own name.
CREATE POLICY write ON pathway.consultations FOR INSERT TO pathway_app WITH CHECK (
  author = (SELECT pathway.person()) AND organisation_id = (SELECT pathway.organisation()) AND
  (SELECT pathway.acting_role()) IN ('SocialWorker', 'RegionalCoordinator', 'InvestigationLeader', 'MigrationOfficer', 'NgoWorker', 'Lawyer'));
CREATE POLICY change ON pathway.consultations FOR UPDATE TO pathway_app USING (
  author = (SELECT pathway.person()) OR
  status NOT IN ('Draft', 'Withdrawn') AND (
    (SELECT pathway.acting_role()) = 'NationalCoordinator' OR
    (SELECT pathway.acting_role()) = 'RegionalCoordinator' AND (asked_of = 'Regional' OR type = 'Return') AND region = (SELECT o.region FROM pathway.organisations o WHERE o.id = (SELECT pathway.organisation())) OR
    (SELECT pathway.acting_role()) = 'IomCaseworker' AND type = 'Return'));

-- What was written: by whoever wrote it always, by others only while it is neither a draft nor returned nor withdrawn. A returned text is hidden in the act that returns it.
CREATE POLICY read ON pathway.consultation_texts FOR SELECT TO pathway_app USING (
  written_by = (SELECT pathway.person()) OR
  (SELECT c.status NOT IN ('Draft', 'ReturnedForRedaction', 'Withdrawn') FROM pathway.consultations c WHERE c.id = consultation_texts.consultation_id));
CREATE POLICY write ON pathway.consultation_texts FOR INSERT TO pathway_app WITH CHECK (
  written_by = (SELECT pathway.person()) AND (SELECT true FROM pathway.consultations c WHERE c.id = consultation_texts.consultation_id));
CREATE POLICY purge ON pathway.consultation_texts FOR DELETE TO pathway_app USING (written_by = (SELECT pathway.person()));

-- The key of a text is read by whoever may read the text, and goes with it.
CREATE POLICY read ON pathway.consultation_keys FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.consultation_texts t WHERE t.id = consultation_keys.id));
CREATE POLICY write ON pathway.consultation_keys FOR INSERT TO pathway_app WITH CHECK (
  (SELECT t.written_by = (SELECT pathway.person()) FROM pathway.consultation_texts t WHERE t.id = consultation_keys.id));

-- Whoever may see a question settles the work that it made, whosever desk it lies on: it is answered once.
CREATE POLICY consultations ON pathway.work_items FOR SELECT TO pathway_app USING (
  kind = 'AnswerConsultation' AND (SELECT true FROM pathway.consultations c WHERE c.id = work_items.source_id));
CREATE POLICY settle_consultations ON pathway.work_items FOR UPDATE TO pathway_app USING (
  kind = 'AnswerConsultation' AND (SELECT true FROM pathway.consultations c WHERE c.id = work_items.source_id));

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consultations', 'consultation_texts', 'consultation_keys']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE ON pathway.consultations TO pathway_app, pathway_system;
GRANT UPDATE ON pathway.consultation_keys TO pathway_system;
GRANT DELETE ON pathway.consultation_texts TO pathway_app, pathway_system;

REVOKE ALL ON FUNCTION pathway.next_consultation_number(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.next_consultation_number(integer) TO pathway_app, pathway_system;
GRANT SELECT, INSERT, UPDATE ON pathway.consultation_numbers TO pathway_lookup;
GRANT SELECT ON pathway.consultation_numbers TO pathway_backup;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.next_consultation_number(integer) OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
