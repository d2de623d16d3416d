-- Plans for long-term integration: the owner's, and everybody's who holds DG10. A draft is its owner's alone.
CREATE POLICY read ON pathway.integration_plans FOR SELECT TO pathway_app USING (
  (SELECT p.groups & 1024 <> 0 AND status <> 'Draft' OR owner = (SELECT pathway.organisation()) FROM pathway.participations p
   WHERE p.case_id = integration_plans.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) ORDER BY p.groups & 1024 DESC LIMIT 1));
CREATE POLICY write ON pathway.integration_plans FOR INSERT TO pathway_app WITH CHECK (
  owner = (SELECT pathway.organisation()) AND status = 'Draft' AND
  (SELECT o.kind IN ('Municipality', 'MunicipalOutreach', 'Ngo', 'NgoPlatform') FROM pathway.organisations o WHERE o.id = owner) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = integration_plans.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- Whether the acting organisation writes in a plan: its owner does while it takes part, and the lead where the owner takes part no longer.
CREATE FUNCTION pathway.writes_integration(the_plan uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM pathway.integration_plans i,
      LATERAL (SELECT EXISTS (SELECT FROM pathway.participations p WHERE p.case_id = i.case_id AND p.organisation_id = i.owner AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at()) AS here) o
    WHERE i.id = the_plan AND (o.here AND i.owner = pathway.organisation() OR NOT o.here AND pathway.answers_for(i.case_id)))
$$;
CREATE POLICY change ON pathway.integration_plans FOR UPDATE TO pathway_app USING (pathway.writes_integration(id));
CREATE POLICY change ON pathway.integration_components FOR UPDATE TO pathway_app USING (pathway.writes_integration(plan_id));

-- The rows of a plan follow it: whoever reads the one reads the other. Nothing of it is ever taken away.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['integration_components', 'integration_answers', 'integration_steps']
  LOOP
    EXECUTE format('CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.integration_plans i WHERE i.id = %1$I.plan_id))', t);
    EXECUTE format($policy$
      CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (
        pathway.writes_integration(plan_id) AND (SELECT i.case_id = %1$I.case_id FROM pathway.integration_plans i WHERE i.id = %1$I.plan_id))
    $policy$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['integration_plans', 'integration_components', 'integration_answers', 'integration_steps']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE ON pathway.integration_plans TO pathway_app, pathway_system;
GRANT UPDATE (component, "by", provider, details, "from", "to", ended_on, outcome) ON pathway.integration_components TO pathway_app, pathway_system;
GRANT SELECT ON pathway.integration_plans TO pathway_lookup;
CREATE POLICY lookup ON pathway.integration_plans FOR SELECT TO pathway_lookup USING (true);

-- What a plan may become, whoever writes the row.
CREATE FUNCTION pathway.integration_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.owner, NEW.drafted_at) IS DISTINCT FROM (OLD.case_id, OLD.owner, OLD.drafted_at) THEN
    RAISE EXCEPTION 'A plan stays its owner''s.' USING ERRCODE = '42501', CONSTRAINT = 'APlanIsItsOwners';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('Draft', 'Active'), ('Draft', 'Discontinued'), ('Active', 'Completed'), ('Active', 'Discontinued')) THEN
    RAISE EXCEPTION 'A plan for integration does not go from % to %.', OLD.status, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'AnIntegrationPlanFollowsItsStates';
  END IF;
  IF NEW.status = 'Active' AND NEW.agreed_on IS NULL THEN
    RAISE EXCEPTION 'Nobody is integrated against their will.' USING ERRCODE = '42501', CONSTRAINT = 'ThePersonAgreesToIntegration';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER integration_written BEFORE UPDATE ON pathway.integration_plans FOR EACH ROW EXECUTE FUNCTION pathway.integration_written();

CREATE FUNCTION pathway.integration_component_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  IF OLD.ended_on IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'What has ended stays so.' USING ERRCODE = '42501', CONSTRAINT = 'AComponentEndsOnce';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER integration_component_written BEFORE UPDATE ON pathway.integration_components FOR EACH ROW EXECUTE FUNCTION pathway.integration_component_written();

-- The review that the former lead was asked for is the new lead's to see to.
INSERT INTO pathway.work_of_the_lead VALUES ('ReviewIntegration');

REVOKE ALL ON FUNCTION pathway.writes_integration(uuid), pathway.integration_written(), pathway.integration_component_written() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.writes_integration(uuid) TO pathway_app, pathway_system, pathway_lookup;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.writes_integration(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.integration_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.integration_component_written() OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
