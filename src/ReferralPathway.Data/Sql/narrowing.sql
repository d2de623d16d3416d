-- More that a list is narrowed down by, in the way of lists.sql (decision 0037). What a case has several of (kinds of exploitation, organisations that take part) and what follows from
-- the municipality (the coordination region) are marks of the part, each a row in the order of the list. When the next thing to do falls due is a column.

-- The same counties as Geography; a test compares them.
CREATE FUNCTION pathway.coordination_region(municipality text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE left(municipality, 2)
  WHEN '01' THEN 'Stockholm' WHEN '09' THEN 'Stockholm' WHEN '04' THEN 'Ost' WHEN '05' THEN 'Ost' WHEN '06' THEN 'Ost' WHEN '07' THEN 'Syd' WHEN '08' THEN 'Syd' WHEN '10' THEN 'Syd' WHEN '12' THEN 'Syd'
  WHEN '13' THEN 'Vast' WHEN '14' THEN 'Vast' WHEN '17' THEN 'Bergslagen' WHEN '18' THEN 'Bergslagen' WHEN '20' THEN 'Bergslagen' WHEN '03' THEN 'Mitt' WHEN '19' THEN 'Mitt' WHEN '21' THEN 'Mitt'
  WHEN '22' THEN 'Norr' WHEN '23' THEN 'Norr' WHEN '24' THEN 'Norr' WHEN '25' THEN 'Norr' END;

CREATE TABLE pathway.list_marks (
  part_id uuid NOT NULL REFERENCES pathway.participations (id) ON DELETE CASCADE,
  mark text NOT NULL,
  organisation_id uuid NOT NULL,
  case_changed_at timestamptz NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (part_id, mark)
);
CREATE INDEX ix_list_marks_list ON pathway.list_marks (organisation_id, mark, case_changed_at DESC, case_id DESC);
ALTER TABLE pathway.list_marks ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.list_marks FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON pathway.list_marks FOR SELECT TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY system ON pathway.list_marks FOR ALL TO pathway_system USING (true) WITH CHECK (true);
CREATE POLICY lookup ON pathway.list_marks FOR ALL TO pathway_lookup USING (true) WITH CHECK (true);
GRANT SELECT ON pathway.list_marks TO pathway_app, pathway_system, pathway_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON pathway.list_marks TO pathway_lookup;
GRANT SELECT (exploitation_types) ON pathway.facts_versions TO pathway_lookup;
GRANT SELECT (due_at, managers_only) ON pathway.work_items TO pathway_lookup;

-- Region of the municipality that the part copies: never of a protected person. Who else takes, or took, part is known to whoever answers for the case alone.
CREATE FUNCTION pathway.mark_part(the_part uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  WITH part AS MATERIALIZED (SELECT p.id, p.case_id, p.organisation_id, p.groups, p.case_municipality, p.case_changed_at FROM pathway.participations p WHERE p.id = the_part),
  wanted (mark) AS MATERIALIZED (
    SELECT 'region:' || pathway.coordination_region(p.case_municipality) FROM part p WHERE pathway.coordination_region(p.case_municipality) IS NOT NULL
    UNION
    SELECT 'exploitation:' || x.code FROM part p JOIN pathway.cases c ON c.id = p.case_id JOIN pathway.facts_versions f ON f.id = c.facts_id CROSS JOIN unnest(f.exploitation_types) AS x (code)
    WHERE p.groups & (1 << 1) <> 0
    UNION
    SELECT 'provider:' || q.organisation_id FROM part p JOIN pathway.participations q ON q.case_id = p.case_id AND q.organisation_id <> p.organisation_id WHERE p.groups & (1 << 30) <> 0),
  gone AS (DELETE FROM pathway.list_marks k WHERE k.part_id = the_part AND k.mark NOT IN (SELECT w.mark FROM wanted w))
  INSERT INTO pathway.list_marks AS k (part_id, mark, organisation_id, case_changed_at, case_id)
  SELECT p.id, w.mark, p.organisation_id, p.case_changed_at, p.case_id FROM part p CROSS JOIN wanted w
  ON CONFLICT (part_id, mark) DO UPDATE SET case_changed_at = EXCLUDED.case_changed_at WHERE k.case_changed_at <> EXCLUDED.case_changed_at;
$$;

CREATE FUNCTION pathway.part_marked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  PERFORM pathway.mark_part(NEW.id);
  IF TG_OP = 'INSERT' THEN
    PERFORM pathway.mark_part(p.id) FROM pathway.participations p
    WHERE p.case_id = NEW.case_id AND p.organisation_id <> NEW.organisation_id AND p.groups & (1 << 30) <> 0 AND p.valid_until >= NEW.valid_from;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER part_marked AFTER INSERT OR UPDATE OF groups, case_changed_at ON pathway.participations FOR EACH ROW EXECUTE FUNCTION pathway.part_marked();

-- A version of the facts may be written after the case that points to it.
CREATE FUNCTION pathway.facts_marked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  PERFORM pathway.mark_part(p.id) FROM pathway.participations p WHERE p.case_id = NEW.case_id AND p.valid_until >= NEW.recorded_at AND p.groups & (1 << 1) <> 0;
  RETURN NULL;
END
$$;
CREATE TRIGGER zz_facts_marked AFTER INSERT ON pathway.facts_versions FOR EACH ROW EXECUTE FUNCTION pathway.facts_marked();

-- When the next thing falls due that an organisation has to do about the case. What only managers see is not counted.
CREATE FUNCTION pathway.next_due(the_case uuid, the_organisation uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT min(w.due_at) FROM pathway.work_items w WHERE w.case_id = the_case AND w.organisation_id = the_organisation AND w.closed_at IS NULL AND NOT w.managers_only
$$;
CREATE FUNCTION pathway.part_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  NEW.case_due_at := pathway.next_due(NEW.case_id, NEW.organisation_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER part_due BEFORE INSERT ON pathway.participations FOR EACH ROW EXECUTE FUNCTION pathway.part_due();
CREATE FUNCTION pathway.work_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations p SET case_due_at = pathway.next_due(p.case_id, p.organisation_id)
  WHERE p.case_id = NEW.case_id AND p.organisation_id IN (NEW.organisation_id, CASE TG_OP WHEN 'UPDATE' THEN OLD.organisation_id ELSE NEW.organisation_id END)
    AND p.case_due_at IS DISTINCT FROM pathway.next_due(p.case_id, p.organisation_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER work_due_new AFTER INSERT ON pathway.work_items FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION pathway.work_due();
CREATE TRIGGER work_due AFTER UPDATE OF closed_at, due_at, organisation_id ON pathway.work_items FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION pathway.work_due();

REVOKE ALL ON FUNCTION pathway.coordination_region(text), pathway.mark_part(uuid), pathway.part_marked(), pathway.facts_marked(), pathway.next_due(uuid, uuid), pathway.part_due(), pathway.work_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.coordination_region(text) TO pathway_lookup, pathway_system;

SELECT set_config('pathway.migrating_as', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.mark_part(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.part_marked() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.facts_marked() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.next_due(uuid, uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.part_due() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.work_due() OWNER TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;
-- What stands there already is marked too.
UPDATE pathway.participations p SET groups = p.groups, case_due_at = pathway.next_due(p.case_id, p.organisation_id);
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;

-- Choices of filters that people keep for themselves. What they call them may hold personal details, and is sealed.
CREATE POLICY own ON pathway.saved_views FOR ALL TO pathway_app USING (user_id = (SELECT pathway.person())) WITH CHECK (user_id = (SELECT pathway.person()));
CREATE POLICY system ON pathway.saved_views FOR ALL TO pathway_system USING (true) WITH CHECK (true);
ALTER TABLE pathway.saved_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.saved_views FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON pathway.saved_views TO pathway_app, pathway_system;
GRANT UPDATE (name, is_default) ON pathway.saved_views TO pathway_app;
GRANT SELECT ON pathway.saved_views TO pathway_backup;
