-- Where a person stays (DG4). That an organisation knows it is that organisation's own affair; where it is, is read by a person who was named, and by no role: not by the lead, not by
-- a manager, not by the sweeper. Row-level security knows the person here, not only the organisation.

-- Known to one's own organisation while it takes part, and to nobody else in the case.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['protected_addresses', 'address_grants']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING (
        organisation_id = (SELECT pathway.organisation()) AND
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation())
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
    $policy$, t);
  END LOOP;
END
$$;

-- It is written down by somebody of the team, as themselves and now.
CREATE POLICY write ON pathway.protected_addresses FOR INSERT TO pathway_app WITH CHECK (
  organisation_id = (SELECT pathway.organisation()) AND recorded_by = (SELECT pathway.person()) AND recorded_at = (SELECT pathway.at())
  AND (SELECT pathway.acting_role()) IN ('SocialWorker', 'NgoWorker') AND replaced_at IS NULL AND
  (SELECT true FROM pathway.team_members m WHERE m.case_id = protected_addresses.case_id AND m.user_id = (SELECT pathway.person()) AND m.removed_at IS NULL LIMIT 1));
CREATE POLICY change ON pathway.protected_addresses FOR UPDATE TO pathway_app USING (organisation_id = (SELECT pathway.organisation()) AND replaced_at IS NULL) WITH CHECK (replaced_at IS NOT NULL);
CREATE POLICY write ON pathway.sealed_addresses FOR INSERT TO pathway_app WITH CHECK (
  (SELECT a.recorded_by = (SELECT pathway.person()) AND a.recorded_at = (SELECT pathway.at()) AND a.case_id = sealed_addresses.case_id FROM pathway.protected_addresses a WHERE a.id = sealed_addresses.address_id));

-- Read by whoever was named, until the end of the grant, while they work on the case and for the organisation.
CREATE POLICY read ON pathway.sealed_addresses FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.address_grants g JOIN pathway.protected_addresses a ON a.id = g.address_id AND a.replaced_at IS NULL
     JOIN pathway.team_members m ON m.case_id = g.case_id AND m.user_id = g.user_id AND m.organisation_id = g.organisation_id AND m.removed_at IS NULL
     JOIN identity.accounts c ON c.id = g.user_id AND c.organisation_id = g.organisation_id AND c.status = 'Active'
   WHERE g.address_id = sealed_addresses.address_id AND g.user_id = (SELECT pathway.person()) AND g.organisation_id = (SELECT pathway.organisation())
     AND g.ended_at IS NULL AND g.granted_at <= (SELECT pathway.at()) AND g.until > (SELECT pathway.at()) LIMIT 1));
-- Its key is read by whoever reads the row.
CREATE POLICY read_address ON pathway.sealing_keys FOR SELECT TO pathway_app USING ((SELECT true FROM pathway.sealed_addresses s WHERE s.id = sealing_keys.id));

-- A manager names somebody else of the team, never themselves by whatever account; whoever wrote it down begins with a grant of their own.
CREATE POLICY write ON pathway.address_grants FOR INSERT TO pathway_app WITH CHECK (
  organisation_id = (SELECT pathway.organisation()) AND granted_by = (SELECT pathway.person()) AND granted_at = (SELECT pathway.at()) AND ended_at IS NULL
  AND until <= (SELECT pathway.at()) + interval '92 days' AND
  (SELECT true FROM pathway.team_members m WHERE m.case_id = address_grants.case_id AND m.user_id = address_grants.user_id AND m.organisation_id = address_grants.organisation_id AND m.removed_at IS NULL LIMIT 1) AND
  (SELECT a.case_id = address_grants.case_id AND a.organisation_id = address_grants.organisation_id AND a.replaced_at IS NULL AND
     (a.recorded_by = address_grants.user_id AND a.recorded_by = (SELECT pathway.person()) AND a.recorded_at = (SELECT pathway.at()) OR
      (SELECT me.is_manager AND me.status = 'Active' AND me.organisation_id = address_grants.organisation_id AND me.person_id <> them.person_id
       FROM identity.accounts me, identity.accounts them WHERE me.id = (SELECT pathway.person()) AND them.id = address_grants.user_id))
   FROM pathway.protected_addresses a WHERE a.id = address_grants.address_id));
CREATE POLICY change ON pathway.address_grants FOR UPDATE TO pathway_app USING (
  organisation_id = (SELECT pathway.organisation()) AND ended_at IS NULL AND (SELECT me.is_manager FROM identity.accounts me WHERE me.id = (SELECT pathway.person()))) WITH CHECK (ended_at IS NOT NULL);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['protected_addresses', 'sealed_addresses', 'address_grants']
  LOOP
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE (replaced_at) ON pathway.protected_addresses TO pathway_app;
GRANT UPDATE (ended_at) ON pathway.address_grants TO pathway_app;
-- The sweeper may know that there is an address and who was named, and never where it is.
CREATE POLICY system ON pathway.protected_addresses FOR SELECT TO pathway_system USING (true);
CREATE POLICY system ON pathway.address_grants FOR SELECT TO pathway_system USING (true);
GRANT SELECT ON pathway.protected_addresses, pathway.address_grants TO pathway_system;

-- A grant ends with its person's place on the team, and with the account: who comes back is named anew.
GRANT SELECT (id, case_id, organisation_id, user_id, granted_at, ended_at), UPDATE (ended_at) ON pathway.address_grants TO pathway_lookup;
CREATE POLICY lookup ON pathway.address_grants FOR ALL TO pathway_lookup USING (true) WITH CHECK (true);
CREATE FUNCTION pathway.grantee_left_team() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.address_grants SET ended_at = coalesce(pathway.at(), granted_at)
  WHERE case_id = NEW.case_id AND organisation_id = NEW.organisation_id AND user_id = NEW.user_id AND ended_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER grantee_left_team AFTER UPDATE OF removed_at ON pathway.team_members FOR EACH ROW WHEN (NEW.removed_at IS NOT NULL) EXECUTE FUNCTION pathway.grantee_left_team();
CREATE FUNCTION pathway.grantee_left_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.address_grants SET ended_at = coalesce(pathway.at(), granted_at) WHERE user_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER grantee_left_organisation AFTER UPDATE OF status, organisation_id, role ON identity.accounts FOR EACH ROW
  WHEN (NEW.status <> 'Active' AND OLD.status = 'Active' OR NEW.organisation_id <> OLD.organisation_id OR NEW.role <> OLD.role) EXECUTE FUNCTION pathway.grantee_left_organisation();

REVOKE ALL ON FUNCTION pathway.grantee_left_team(), pathway.grantee_left_organisation() FROM PUBLIC;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.grantee_left_team() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.grantee_left_organisation() OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
