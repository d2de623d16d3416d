-- Claims for costs: the municipality's and, once handed in, the agency's. A claim opens no part in the case, and a part that ends takes no claim away.

CREATE POLICY read ON pathway.reimbursement_claims FOR SELECT TO pathway_app USING (
  claimant = (SELECT pathway.organisation()) OR addressed_to = (SELECT pathway.organisation()) AND status NOT IN ('Draft', 'Missed'));
-- A municipality that takes part begins a claim, in its own name, with the agency that decides.
CREATE POLICY write ON pathway.reimbursement_claims FOR INSERT TO pathway_app WITH CHECK (
  claimant = (SELECT pathway.organisation()) AND status = 'Draft' AND
  (SELECT o.kind IN ('Municipality', 'MunicipalOutreach') FROM pathway.organisations o WHERE o.id = claimant) AND
  (SELECT o.kind = 'MigrationAgency' FROM pathway.organisations o WHERE o.id = addressed_to) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = reimbursement_claims.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY change ON pathway.reimbursement_claims FOR UPDATE TO pathway_app USING (
  claimant = (SELECT pathway.organisation()) OR addressed_to = (SELECT pathway.organisation()) AND status NOT IN ('Draft', 'Missed'));

-- The rows of a claim follow it. Costs are the municipality's, and only while the claim is a draft.
CREATE POLICY read ON pathway.cost_lines FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.reimbursement_claims c WHERE c.id = cost_lines.claim_id));
CREATE POLICY write ON pathway.cost_lines FOR INSERT TO pathway_app WITH CHECK (
  (SELECT c.claimant = (SELECT pathway.organisation()) AND c.status = 'Draft' FROM pathway.reimbursement_claims c WHERE c.id = cost_lines.claim_id));
CREATE POLICY purge ON pathway.cost_lines FOR DELETE TO pathway_app USING (
  (SELECT c.claimant = (SELECT pathway.organisation()) AND c.status = 'Draft' FROM pathway.reimbursement_claims c WHERE c.id = cost_lines.claim_id));
CREATE POLICY read ON pathway.claim_steps FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.reimbursement_claims c WHERE c.id = claim_steps.claim_id));
CREATE POLICY write ON pathway.claim_steps FOR INSERT TO pathway_app WITH CHECK ((SELECT true FROM pathway.reimbursement_claims c WHERE c.id = claim_steps.claim_id));

-- The key of a claim is read by whoever reads the claim; the agency's decision is work for the municipality.
CREATE POLICY read_claim ON pathway.sealing_keys FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.reimbursement_claims c WHERE c.id = sealing_keys.id));
CREATE POLICY write_claim ON pathway.work_items FOR INSERT TO pathway_app WITH CHECK (
  kind IN ('DecideClaim', 'AppealClaim') AND
  (SELECT organisation_id IN (c.claimant, c.addressed_to) FROM pathway.reimbursement_claims c WHERE c.id = work_items.source_id));

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reimbursement_claims', 'cost_lines', 'claim_steps']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END
$$;
GRANT SELECT, INSERT ON pathway.reimbursement_claims, pathway.cost_lines, pathway.claim_steps TO pathway_app, pathway_system;
GRANT UPDATE ON pathway.reimbursement_claims TO pathway_app, pathway_system;
GRANT DELETE ON pathway.cost_lines TO pathway_app;
GRANT SELECT ON pathway.reimbursement_claims, pathway.cost_lines, pathway.claim_steps TO pathway_backup;

-- What a claim may become, whoever writes the row: the municipality hands in and appeals, the agency decides, time alone makes a draft a missed one.
CREATE FUNCTION pathway.claim_written() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.reference, NEW.claimant, NEW.year, NEW.quarter_number, NEW.claim_by) IS DISTINCT FROM (OLD.case_id, OLD.reference, OLD.claimant, OLD.year, OLD.quarter_number, OLD.claim_by)
    OR OLD.status <> 'Draft' AND (NEW.addressed_to, NEW.claimed, NEW.submitted_on) IS DISTINCT FROM (OLD.addressed_to, OLD.claimed, OLD.submitted_on)
  THEN
    RAISE EXCEPTION 'A claim that is handed in stays as it was.' USING ERRCODE = '42501', CONSTRAINT = 'AClaimFollowsItsStates';
  END IF;
  IF (NEW.granted, NEW.to_repay) IS DISTINCT FROM (OLD.granted, OLD.to_repay) AND NEW.addressed_to IS DISTINCT FROM pathway.organisation() THEN
    RAISE EXCEPTION 'Only the agency decides.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheAgencyDecidesClaims';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF (OLD.status, NEW.status) NOT IN (
    ('Draft', 'Submitted'), ('Draft', 'Missed'), ('Submitted', 'Granted'), ('Submitted', 'PartlyGranted'), ('Submitted', 'Refused'), ('PartlyGranted', 'Appealed'), ('Refused', 'Appealed'),
    ('RepaymentDemanded', 'Appealed'), ('Appealed', 'Granted'), ('Appealed', 'PartlyGranted'), ('Appealed', 'Refused'), ('Granted', 'RepaymentDemanded'), ('PartlyGranted', 'RepaymentDemanded'))
  THEN
    RAISE EXCEPTION 'A claim does not go from % to %.', OLD.status, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'AClaimFollowsItsStates';
  END IF;
  IF NEW.status = 'Missed' AND pathway.acting_role() IS DISTINCT FROM 'System' OR NEW.status IN ('Submitted', 'Appealed') AND NEW.claimant IS DISTINCT FROM pathway.organisation()
    OR NEW.status = 'Submitted' AND pathway.swedish_day(pathway.at()) > NEW.claim_by
  THEN
    RAISE EXCEPTION 'Only the municipality does that, and in time.' USING ERRCODE = '42501', CONSTRAINT = 'AClaimIsTheMunicipalitys';
  END IF;
  IF NEW.status IN ('Granted', 'PartlyGranted', 'Refused', 'RepaymentDemanded') AND NEW.addressed_to IS DISTINCT FROM pathway.organisation() THEN
    RAISE EXCEPTION 'Only the agency decides.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheAgencyDecidesClaims';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER claim_written BEFORE UPDATE ON pathway.reimbursement_claims FOR EACH ROW EXECUTE FUNCTION pathway.claim_written();
