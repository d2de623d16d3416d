-- Lists are narrowed down by what each part copies of its case, so that they walk one index. A part without facts copies nothing.

CREATE FUNCTION pathway.list_entry(the_case uuid, OUT status text, OUT identification text, OUT municipality text, OUT needs_interpreter boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT c.status, c.identification, CASE WHEN f.protected_identity = 'NONE' THEN f.municipality END, f.interpreter_needed
  FROM pathway.cases c LEFT JOIN pathway.facts_versions f ON f.id = c.facts_id WHERE c.id = the_case
$$;

CREATE FUNCTION pathway.part_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  SELECT e.status, e.identification, e.municipality, e.needs_interpreter
  INTO NEW.case_status, NEW.case_identification, NEW.case_municipality, NEW.case_needs_interpreter
  FROM (SELECT) AS part LEFT JOIN pathway.list_entry(NEW.case_id) e ON NEW.groups & (1 << 1) <> 0;
  RETURN NEW;
END
$$;
CREATE TRIGGER part_written BEFORE INSERT OR UPDATE OF groups ON pathway.participations FOR EACH ROW EXECUTE FUNCTION pathway.part_written();

-- A version of the facts is written before the case that points to it or after, in the same transaction.
CREATE FUNCTION pathway.facts_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations p SET groups = p.groups
  FROM pathway.list_entry(NEW.case_id) e
  WHERE p.case_id = NEW.case_id AND p.valid_until >= NEW.recorded_at AND p.groups & (1 << 1) <> 0
    AND (p.case_municipality, p.case_needs_interpreter) IS DISTINCT FROM (e.municipality, e.needs_interpreter);
  RETURN NULL;
END
$$;
CREATE TRIGGER facts_written AFTER INSERT ON pathway.facts_versions FOR EACH ROW EXECUTE FUNCTION pathway.facts_written();

-- Whoever is on the team carries the last change of the case too, so that their own cases come in order without looking at them all.
ALTER TABLE pathway.team_members ADD COLUMN case_changed_at timestamptz;
CREATE INDEX ix_team_members_list ON pathway.team_members (user_id, case_changed_at DESC, case_id DESC) WHERE removed_at IS NULL;
CREATE FUNCTION pathway.member_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  NEW.case_changed_at := (SELECT max(p.case_changed_at) FROM pathway.participations p WHERE p.case_id = NEW.case_id AND p.organisation_id = NEW.organisation_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER member_written BEFORE INSERT ON pathway.team_members FOR EACH ROW EXECUTE FUNCTION pathway.member_written();
CREATE FUNCTION pathway.part_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.team_members m SET case_changed_at = NEW.case_changed_at
  WHERE m.case_id = NEW.case_id AND m.organisation_id = NEW.organisation_id AND m.removed_at IS NULL AND m.case_changed_at IS DISTINCT FROM NEW.case_changed_at;
  RETURN NULL;
END
$$;
CREATE TRIGGER part_moved AFTER INSERT OR UPDATE OF case_changed_at ON pathway.participations FOR EACH ROW EXECUTE FUNCTION pathway.part_moved();

CREATE POLICY lookup ON pathway.facts_versions FOR SELECT TO pathway_lookup USING (true);
CREATE POLICY lookup ON pathway.team_members FOR ALL TO pathway_lookup USING (true) WITH CHECK (true);
GRANT SELECT (case_id, organisation_id, removed_at, case_changed_at), UPDATE (case_changed_at) ON pathway.team_members TO pathway_lookup;
GRANT SELECT (id, case_id, municipality, protected_identity, interpreter_needed) ON pathway.facts_versions TO pathway_lookup;
GRANT SELECT (identification, facts_id) ON pathway.cases TO pathway_lookup;
REVOKE ALL ON FUNCTION pathway.list_entry(uuid), pathway.part_written(), pathway.facts_written(), pathway.member_written(), pathway.part_moved() FROM PUBLIC;

SELECT set_config('pathway.migrating_as', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.list_entry(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.part_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.facts_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.member_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.part_moved() OWNER TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;
CREATE OR REPLACE FUNCTION pathway.case_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations p SET case_changed_at = NEW.changed_at, groups = p.groups
  FROM pathway.list_entry(NEW.id) e
  WHERE p.case_id = NEW.id AND p.valid_until >= NEW.changed_at
    AND (p.case_changed_at IS DISTINCT FROM NEW.changed_at OR p.groups & (1 << 1) <> 0
      AND (p.case_status, p.case_identification, p.case_municipality, p.case_needs_interpreter) IS DISTINCT FROM (e.status, e.identification, e.municipality, e.needs_interpreter));
  RETURN NULL;
END
$$;
-- What stands there already copies what it has.
UPDATE pathway.participations SET groups = groups, case_changed_at = case_changed_at;
-- Whoever makes the triggers must be allowed their function, which is no longer the owner's.
DO $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION pathway.case_changed() TO %I', current_setting('pathway.migrating_as'));
  EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as'));
END
$$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;

CREATE TRIGGER case_begun AFTER INSERT ON pathway.cases FOR EACH ROW EXECUTE FUNCTION pathway.case_changed();
DROP TRIGGER case_changed ON pathway.cases;
CREATE TRIGGER case_changed AFTER UPDATE OF changed_at, status, identification, facts_id ON pathway.cases FOR EACH ROW EXECUTE FUNCTION pathway.case_changed();

-- People are found by the beginnings of the words of their name and address.
CREATE FUNCTION identity.words(name text, email text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('simple', translate(name || ' ' || coalesce(email, ''), '@.-_+', '     '));
CREATE INDEX ix_accounts_words ON identity.accounts USING gin (identity.words(name, email));
GRANT EXECUTE ON FUNCTION identity.words(text, text) TO pathway_app, pathway_system;
REVOKE ALL ON FUNCTION identity.words(text, text) FROM PUBLIC;

-- What was done to a case, what was refused, and what an auditor watches are few among the readings.
CREATE INDEX ix_audit_entries_told ON pathway.audit_entries (case_id, at DESC, id DESC) WHERE case_id IS NOT NULL AND kind NOT LIKE 'Read.%' AND kind NOT LIKE 'Refused.%';
CREATE INDEX ix_audit_entries_acts ON pathway.audit_entries (at DESC, id DESC) WHERE kind NOT LIKE 'Read.%' AND kind NOT LIKE 'Refused.%';
CREATE INDEX ix_audit_entries_refusals ON pathway.audit_entries (at DESC, id DESC) WHERE kind LIKE 'Refused.%';
CREATE INDEX ix_audit_entries_glass ON pathway.audit_entries (at DESC, id DESC) WHERE kind IN ('GlassBroken', 'GlassReviewed');
CREATE INDEX ix_audit_entries_grounds ON pathway.audit_entries (at DESC, id DESC) WHERE kind LIKE 'LegalGround%';
DROP INDEX pathway.ix_audit_entries_watched;
CREATE INDEX ix_audit_entries_watched ON pathway.audit_entries (at DESC, id DESC) WHERE kind IN ('GlassBroken', 'LegalGroundRecorded', 'LegalGroundUnreviewed', 'DisclosureDecided');
