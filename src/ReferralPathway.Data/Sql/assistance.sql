-- Plans of assistance: the owner's, and everybody's who holds DG10; in summary everybody's who may know that assistance is ongoing. Costs (DG13) have readers of their own.

-- Append-only rows: whoever takes part reads them; whoever took part reads what was recorded before the end.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('plan_steps', 10), ('plan_summaries', 19), ('plan_costs', 13)) AS v (name, bit)
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

-- A draft is its owner's alone, and so is what a draft says. Beside it, whoever holds DG10 reads a plan, while they take part.
CREATE POLICY read ON pathway.assistance_plans FOR SELECT TO pathway_app USING (
  (SELECT p.groups & 1024 <> 0 AND status <> 'Draft' OR owner = (SELECT pathway.organisation()) FROM pathway.participations p
   WHERE p.case_id = assistance_plans.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) ORDER BY p.groups & 1024 DESC LIMIT 1));
CREATE POLICY write ON pathway.assistance_plans FOR INSERT TO pathway_app WITH CHECK (
  owner = (SELECT pathway.organisation()) AND status IN ('Draft', 'Proposed') AND
  (SELECT o.kind IN ('Municipality', 'MunicipalOutreach', 'Ngo', 'NgoPlatform', 'RegionalCoordinator', 'MigrationAgency') FROM pathway.organisations o WHERE o.id = owner) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = assistance_plans.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
-- A provider moves the plan's revision when it records its service; what else may change, and by whom, the trigger says.
CREATE POLICY change ON pathway.assistance_plans FOR UPDATE TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = assistance_plans.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- Whether the acting organisation writes in a plan: its owner does, and the lead where the owner takes part no longer.
CREATE FUNCTION pathway.writes_plan(the_plan uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM pathway.assistance_plans a
    WHERE a.id = the_plan AND (a.owner = pathway.organisation() OR pathway.answers_for(a.case_id) AND NOT EXISTS (
      SELECT FROM pathway.participations p WHERE p.case_id = a.case_id AND p.organisation_id = a.owner AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at())))
$$;

-- The rows of a plan follow it: whoever reads the one reads the other.
CREATE POLICY read ON pathway.plan_items FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.assistance_plans a WHERE a.id = plan_items.plan_id));
CREATE POLICY read ON pathway.plan_answers FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.assistance_plans a WHERE a.id = plan_answers.plan_id));
CREATE POLICY read_own ON pathway.plan_steps FOR SELECT TO pathway_app USING ((SELECT a.owner = (SELECT pathway.organisation()) FROM pathway.assistance_plans a WHERE a.id = plan_steps.plan_id));
CREATE POLICY read_own ON pathway.plan_costs FOR SELECT TO pathway_app USING (
  recorded_by = (SELECT pathway.organisation()) AND (SELECT true FROM pathway.assistance_plans a WHERE a.id = plan_costs.plan_id));
CREATE POLICY change ON pathway.plan_items FOR UPDATE TO pathway_app USING (
  (SELECT true FROM pathway.assistance_plans a WHERE a.id = plan_items.plan_id) AND ((SELECT pathway.organisation()) = ANY (providers) OR pathway.writes_plan(plan_id)));
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_items', 'plan_answers', 'plan_steps', 'plan_summaries', 'plan_costs']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (
        pathway.writes_plan(plan_id) AND
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation())
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
    $policy$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['assistance_plans', 'plan_items', 'plan_answers', 'plan_steps', 'plan_summaries', 'plan_costs']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE ON pathway.assistance_plans TO pathway_app, pathway_system;
GRANT UPDATE (service, providers, details, "from", "to", status, status_on, outcome) ON pathway.plan_items TO pathway_app, pathway_system;
GRANT SELECT ON pathway.assistance_plans TO pathway_lookup;
CREATE POLICY lookup ON pathway.assistance_plans FOR SELECT TO pathway_lookup USING (true);

-- What a plan may become, whoever writes the row.
CREATE FUNCTION pathway.plan_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.owner, NEW.drafted_at) IS DISTINCT FROM (OLD.case_id, OLD.owner, OLD.drafted_at) THEN
    RAISE EXCEPTION 'A plan stays its owner''s.' USING ERRCODE = '42501', CONSTRAINT = 'APlanIsItsOwners';
  END IF;
  IF pathway.acting_role() IS DISTINCT FROM 'System' AND NOT pathway.writes_plan(OLD.id)
    AND (NEW.status, NEW.responsible, NEW.starts_on, NEW.review_on, NEW.reviewed_on, NEW.goals) IS DISTINCT FROM (OLD.status, OLD.responsible, OLD.starts_on, OLD.review_on, OLD.reviewed_on, OLD.goals)
  THEN
    RAISE EXCEPTION 'Only the owner writes in a plan.' USING ERRCODE = '42501', CONSTRAINT = 'APlanIsItsOwners';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
    ('Draft', 'Proposed'), ('Draft', 'Discontinued'), ('Proposed', 'Agreed'), ('Proposed', 'Draft'), ('Proposed', 'Discontinued'), ('Agreed', 'Active'), ('Agreed', 'Discontinued'),
    ('Active', 'UnderReview'), ('UnderReview', 'Active'), ('Active', 'Completed'), ('Active', 'Discontinued'))
  THEN
    RAISE EXCEPTION 'A plan does not go from % to %.', OLD.status, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'APlanFollowsItsStates';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER plan_written BEFORE UPDATE ON pathway.assistance_plans FOR EACH ROW EXECUTE FUNCTION pathway.plan_written();

-- A provider that is not the owner records what became of its service, and rewrites nothing else of it.
CREATE FUNCTION pathway.plan_item_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  IF pathway.acting_role() IS DISTINCT FROM 'System' AND NOT pathway.writes_plan(OLD.plan_id)
    AND (NEW.service, NEW.providers, NEW.details, NEW."from", NEW."to") IS DISTINCT FROM (OLD.service, OLD.providers, OLD.details, OLD."from", OLD."to")
  THEN
    RAISE EXCEPTION 'Only the owner writes in a plan.' USING ERRCODE = '42501', CONSTRAINT = 'APlanIsItsOwners';
  END IF;
  IF NEW.status <> OLD.status AND OLD.status IN ('Done', 'Cancelled', 'NotAvailable') THEN
    RAISE EXCEPTION 'What is settled stays so.' USING ERRCODE = '42501', CONSTRAINT = 'AServiceFollowsItsStates';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER plan_item_written BEFORE UPDATE ON pathway.plan_items FOR EACH ROW EXECUTE FUNCTION pathway.plan_item_written();

-- The review of a plan that the former lead had becomes the new lead's: the plan of whoever has left the case is the lead's to carry on.
CREATE FUNCTION pathway.plan_lead_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.work_items SET organisation_id = NEW.lead, user_id = NULL
  WHERE case_id = NEW.id AND organisation_id = OLD.lead AND kind = 'ReviewPlan' AND closed_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER plan_lead_moved AFTER UPDATE OF lead ON pathway.cases FOR EACH ROW WHEN (OLD.lead <> NEW.lead) EXECUTE FUNCTION pathway.plan_lead_moved();

REVOKE ALL ON FUNCTION pathway.writes_plan(uuid), pathway.plan_written(), pathway.plan_item_written(), pathway.plan_lead_moved() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.writes_plan(uuid) TO pathway_app, pathway_system, pathway_lookup;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.writes_plan(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.plan_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.plan_item_written() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.plan_lead_moved() OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
