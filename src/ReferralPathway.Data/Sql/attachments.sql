-- Files of a case, and cases that belong together: policies and grants.

-- A signed form follows the consent: read by whoever holds the ledger, and by the organisation that attached it, while they take part.
CREATE POLICY read ON pathway.attachments FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = attachments.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND (p.groups & 2048 <> 0 OR attachments.recorded_by = p.organisation_id)
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY write ON pathway.attachments FOR INSERT TO pathway_app WITH CHECK (
  recorded_by = (SELECT pathway.organisation()) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = attachments.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- That cases belong together is known to whoever answers for this side of it, and to nobody who takes part otherwise.
DO $$
DECLARE
  answers text := $policy$
    (SELECT true FROM pathway.participations p
     WHERE p.case_id = case_links.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 30) <> 0
       AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1)
  $policy$;
  t text;
BEGIN
  EXECUTE format('CREATE POLICY read ON pathway.case_links FOR SELECT TO pathway_app USING (%s)', answers);
  EXECUTE format('CREATE POLICY write ON pathway.case_links FOR INSERT TO pathway_app WITH CHECK (%s)', answers);
  FOREACH t IN ARRAY ARRAY['attachments', 'case_links']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
