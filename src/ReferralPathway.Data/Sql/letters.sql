-- Letters: what they say is about nobody, so under no row-level security. Versions are added and never changed.
GRANT SELECT, INSERT ON pathway.letter_templates TO pathway_app;
GRANT SELECT ON pathway.letter_templates TO pathway_system, pathway_backup;

-- That a letter was given to somebody is the affair of the organisation that gave it, while it takes part.
DO $$
DECLARE
  own text := $policy$
    recorded_by = (SELECT pathway.organisation()) AND
    (SELECT true FROM pathway.participations p
     WHERE p.case_id = letter_deliveries.case_id AND p.organisation_id = (SELECT pathway.organisation())
       AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1)
  $policy$;
BEGIN
  EXECUTE format('CREATE POLICY read ON pathway.letter_deliveries FOR SELECT TO pathway_app USING (%s)', own);
  EXECUTE format('CREATE POLICY write ON pathway.letter_deliveries FOR INSERT TO pathway_app WITH CHECK (%s AND recorder = (SELECT pathway.person()) AND recorded_at = (SELECT pathway.at()))', own);
END
$$;
CREATE POLICY system ON pathway.letter_deliveries FOR ALL TO pathway_system USING (true) WITH CHECK (true);
ALTER TABLE pathway.letter_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.letter_deliveries FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON pathway.letter_deliveries TO pathway_app, pathway_system;
GRANT SELECT ON pathway.letter_deliveries TO pathway_backup;

-- What the consents to a return open to whom it is written: asked by whoever writes it, who may not read every consent.
SELECT set_config('pathway.migrating_as', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;
CREATE FUNCTION pathway.opened_by_return(the_return uuid, to_iom boolean) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT coalesce((
    SELECT CASE WHEN to_iom
      THEN (SELECT c.mask FROM pathway.return_coverage(r.case_id, r.iom, '{RETURN,RETURN_ABROAD}', '{SHARE_HEALTH}', 'ReturnIom') c)
      ELSE (SELECT c.mask FROM pathway.return_coverage(r.case_id, r.coordinator, '{RETURN}', '{SHARE_HEALTH}', 'ReturnCoordinator') c) END
    FROM pathway.return_applications r
    WHERE r.id = the_return AND pathway.organisation() IN (r.author, r.coordinator) AND pathway.handles_return(r.case_id)), 0)
$$;
REVOKE ALL ON FUNCTION pathway.opened_by_return(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.opened_by_return(uuid, boolean) TO pathway_app;
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
