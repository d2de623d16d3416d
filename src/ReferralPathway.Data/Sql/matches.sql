-- Possible matches. Who asked about which case stands in a table that the application cannot read at all: the holder of the case that was found learns of nobody, and whoever asked
-- learns of nothing until the person wants it. The system alone compares.

CREATE POLICY read ON pathway.person_checks FOR SELECT TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY write ON pathway.person_checks FOR INSERT TO pathway_app WITH CHECK (
  organisation_id = (SELECT pathway.organisation()) AND user_id = (SELECT pathway.person()) AND asked_at = (SELECT pathway.at()) AND compared_at IS NULL AND pathway.answers_for(case_id));
CREATE POLICY read ON pathway.person_matches FOR SELECT TO pathway_app USING (pathway.answers_for(case_id));
CREATE POLICY change ON pathway.person_matches FOR UPDATE TO pathway_app USING (pathway.answers_for(case_id)) WITH CHECK (
  answered_for = (SELECT pathway.organisation()) AND answered_by = (SELECT pathway.person()) AND offered_at IS NULL);
CREATE POLICY read ON pathway.contact_offers FOR SELECT TO pathway_app USING (pathway.answers_for(case_id));

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_checks', 'person_matches', 'match_askers', 'contact_offers']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT SELECT, INSERT ON pathway.person_checks TO pathway_app;
GRANT SELECT ON pathway.person_matches, pathway.contact_offers TO pathway_app;
GRANT UPDATE (status, said_on, answered_for, answered_by, answered_at, revision) ON pathway.person_matches TO pathway_app;
GRANT UPDATE (compared_at) ON pathway.person_checks TO pathway_system;
GRANT UPDATE (offered_at, revision) ON pathway.person_matches TO pathway_system;

-- So many are asked about in a day and no more, however many requests come at once; the domain counts the same (CheckLimits).
CREATE FUNCTION pathway.check_counted() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.organisation_id::text, 44));
  IF (SELECT count(*) >= 40 OR count(*) FILTER (WHERE c.user_id = NEW.user_id) >= 10 OR count(*) FILTER (WHERE c.case_id = NEW.case_id) >= 1
      FROM pathway.person_checks c WHERE c.organisation_id = NEW.organisation_id AND c.asked_at > NEW.asked_at - interval '1 day')
  THEN
    RAISE EXCEPTION 'Enough has been asked today.' USING ERRCODE = '42501', CONSTRAINT = 'ChecksAreFew';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER check_counted BEFORE INSERT ON pathway.person_checks FOR EACH ROW EXECUTE FUNCTION pathway.check_counted();

CREATE FUNCTION pathway.match_answered() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF OLD.status <> 'Found' AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'A match is answered once.' USING ERRCODE = '42501', CONSTRAINT = 'AMatchIsAnsweredOnce';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER match_answered BEFORE UPDATE ON pathway.person_matches FOR EACH ROW EXECUTE FUNCTION pathway.match_answered();
REVOKE ALL ON FUNCTION pathway.check_counted(), pathway.match_answered() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.check_counted(), pathway.match_answered() TO pathway_app, pathway_system;

-- The system compares across organisations.
CREATE INDEX ix_name_tokens_token ON pathway.name_tokens (token, scope, case_id);

INSERT INTO pathway.work_of_the_lead VALUES ('AskAboutContact');
