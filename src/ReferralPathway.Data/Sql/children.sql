-- The protection of a child, and the asylum track.

-- How far it has come is read by whoever takes part; what was done, by everybody who takes part where it is told to nobody in particular, else by whoever did it and by
-- whom it was told to: the social board's own steps stay its own. What was written with a step asks for the group of the narrative.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('child_tasks', 1), ('asylum_tracks', 18)) AS v (name, bit)
  LOOP
    EXECUTE format($policy$
      CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & %2$s <> 0
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
      CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & %2$s <> 0
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
      CREATE POLICY change ON pathway.%1$I FOR UPDATE TO pathway_app USING (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & %2$s <> 0
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
    $policy$, t.name, 1 << t.bit);
  END LOOP;
  FOR t IN SELECT * FROM (VALUES ('child_steps', 1), ('child_notes', 5)) AS v (name, bit)
  LOOP
    EXECUTE format($policy$
      CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation())
           AND (%1$I.told_to IS NULL AND p.groups & %2$s <> 0 OR %1$I.told_to = p.organisation_id OR %1$I.recorded_by = p.organisation_id)
           AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR %1$I.recorded_at <= p.valid_until) LIMIT 1));
      CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (
        recorded_by = (SELECT pathway.organisation()) AND
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation())
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
    $policy$, t.name, 1 << t.bit);
  END LOOP;
  CREATE POLICY read ON pathway.asylum_steps FOR SELECT TO pathway_app USING (
    (SELECT true FROM pathway.participations p
     WHERE p.case_id = asylum_steps.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 18) <> 0
       AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR asylum_steps.recorded_at <= p.valid_until) LIMIT 1));
  CREATE POLICY write ON pathway.asylum_steps FOR INSERT TO pathway_app WITH CHECK ((SELECT true FROM pathway.asylum_tracks t WHERE t.id = asylum_steps.track_id));
  FOR t IN SELECT * FROM (VALUES ('child_tasks'), ('child_steps'), ('child_notes'), ('asylum_tracks'), ('asylum_steps')) AS v (name)
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t.name);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t.name);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t.name);
  END LOOP;
END
$$;
GRANT UPDATE ON pathway.child_tasks, pathway.asylum_tracks TO pathway_app, pathway_system;
GRANT SELECT ON pathway.child_tasks, pathway.asylum_tracks TO pathway_lookup;
CREATE POLICY lookup ON pathway.child_tasks FOR SELECT TO pathway_lookup USING (true);
CREATE POLICY lookup ON pathway.asylum_tracks FOR SELECT TO pathway_lookup USING (true);

-- Other grounds are the lead's to decide; concern for a child is everybody's to report, to a social board and to nobody else (A37).
CREATE POLICY report_concern ON pathway.legal_grounds FOR INSERT TO pathway_app WITH CHECK (
  ground = 'CHILD_REPORT' AND recorded_by = (SELECT pathway.organisation()) AND recipient <> (SELECT pathway.organisation()) AND
  (SELECT o.kind = 'Municipality' FROM pathway.organisations o WHERE o.id = recipient) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = legal_grounds.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- That the social board has decided something, and when, is a line of its own timeline alone.
CREATE POLICY kept ON pathway.audit_entries AS RESTRICTIVE FOR SELECT TO pathway_app USING (
  kind <> 'ChildStepKept' OR organisation_id = (SELECT pathway.organisation()) OR (SELECT pathway.acting_role()) = 'Auditor');

-- What a child task may become, whoever writes the row: the report names its reporter once, to a municipality; what only the social board does, nobody else says is done.
CREATE FUNCTION pathway.child_task_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  had uuid;
  was boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    had := OLD.board;
    was := OLD.board_is_done;
    IF NEW.case_id <> OLD.case_id OR OLD.board IS NOT NULL AND (NEW.board, NEW.reported_by, NEW.reported_at) IS DISTINCT FROM (OLD.board, OLD.reported_by, OLD.reported_at) THEN
      RAISE EXCEPTION 'A report stays as it was made.' USING ERRCODE = '42501', CONSTRAINT = 'AConcernIsReportedOnce';
    END IF;
  END IF;
  IF had IS NULL AND NEW.board IS NOT NULL
    AND (NEW.reported_by IS DISTINCT FROM pathway.organisation() OR NOT EXISTS (SELECT FROM pathway.organisations o WHERE o.id = NEW.board AND o.kind = 'Municipality'))
  THEN
    RAISE EXCEPTION 'One reports in one''s own name, to a social board.' USING ERRCODE = '42501', CONSTRAINT = 'AChildReportGoesToTheSocialBoard';
  END IF;
  IF NEW.board_is_done AND NOT was AND NEW.board IS DISTINCT FROM pathway.organisation() THEN
    RAISE EXCEPTION 'Only the social board says so.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheSocialBoardProtects';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER child_task_written BEFORE INSERT OR UPDATE ON pathway.child_tasks FOR EACH ROW EXECUTE FUNCTION pathway.child_task_written();

-- The reception has ended: where the municipality of the person's stay takes part in the case, it is its turn, and else the lead's. To one that does not, nothing is told
-- without consent.
CREATE FUNCTION pathway.support_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  stays uuid;
BEGIN
  SELECT t.municipality INTO stays FROM pathway.asylum_tracks t
  WHERE t.case_id = NEW.case_id AND EXISTS (
    SELECT FROM pathway.participations p
    WHERE p.case_id = t.case_id AND p.organisation_id = t.municipality AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at());
  IF stays IS NOT NULL AND stays <> NEW.organisation_id THEN
    NEW.watcher_id := NEW.organisation_id;
    NEW.organisation_id := stays;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER support_moves BEFORE INSERT ON pathway.work_items FOR EACH ROW WHEN (NEW.kind = 'MoveSupport') EXECUTE FUNCTION pathway.support_moves();

-- What the lead has to do for a child, or for somebody who leaves the reception, follows the case to another lead.
CREATE FUNCTION pathway.child_work_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.work_items SET organisation_id = NEW.lead, user_id = NULL
  WHERE case_id = NEW.id AND organisation_id = OLD.lead AND kind IN ('ReportConcern', 'MoveSupport') AND closed_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER child_work_moved AFTER UPDATE OF lead ON pathway.cases FOR EACH ROW WHEN (OLD.lead <> NEW.lead) EXECUTE FUNCTION pathway.child_work_moved();

REVOKE ALL ON FUNCTION pathway.child_task_written(), pathway.support_moves(), pathway.child_work_moved() FROM PUBLIC;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.child_task_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.support_moves() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.child_work_moved() OWNER TO pathway_lookup;

-- Beside every other part: the social board that has the report of concern, while the child task is open. The other parts keep the function that knows them.
SELECT set_config('pathway.migrating_as', current_user, true);
SET LOCAL ROLE pathway_lookup;
ALTER FUNCTION pathway.wanted_parts(uuid) RENAME TO other_wanted_parts;
CREATE FUNCTION pathway.wanted_parts(the_case uuid) RETURNS TABLE (organisation_id uuid, reason text, source_id uuid, groups integer, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT * FROM pathway.other_wanted_parts(the_case)
  UNION ALL
  SELECT t.board, 'ChildReport', t.id, (SELECT grants FROM pathway.reach WHERE kind = 'ChildReport' AND data_group = 0), pathway.no_end()
    FROM pathway.child_tasks t JOIN pathway.cases c ON c.id = t.case_id
    WHERE t.case_id = the_case AND t.state = 'Open' AND t.board IS NOT NULL AND t.board <> c.lead AND c.status <> 'Closed'
$$;
REVOKE ALL ON FUNCTION pathway.wanted_parts(uuid) FROM PUBLIC;
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
