-- A note beside an entry of the record is read by whoever reads the entry, also after their part has ended, as far as it was written before.
CREATE POLICY read ON pathway.entry_notes FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = entry_notes.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & entry_notes.groups <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR entry_notes.recorded_at <= p.valid_until) LIMIT 1));
-- It is written beside an entry that its writer reads, and under the group of that entry.
CREATE POLICY write ON pathway.entry_notes FOR INSERT TO pathway_app WITH CHECK (
  recorded_by = (SELECT pathway.organisation()) AND recorder = (SELECT pathway.person()) AND recorded_at = (SELECT pathway.at()) AND
  (SELECT e.groups = entry_notes.groups FROM pathway.audit_entries e WHERE e.id = entry_notes.about AND e.case_id = entry_notes.case_id AND e.kind NOT LIKE 'Read.%' LIMIT 1) AND
  (SELECT true FROM pathway.team_members m WHERE m.case_id = entry_notes.case_id AND m.user_id = (SELECT pathway.person()) AND m.removed_at IS NULL LIMIT 1));

-- An extract for the person is the affair of the organisation that answers for the case; a manager who is another person reviews it, once.
DO $$
DECLARE
  leads text := $policy$
    prepared_for = (SELECT pathway.organisation()) AND
    (SELECT true FROM pathway.participations p
     WHERE p.case_id = subject_extracts.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 30) <> 0
       AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1)
  $policy$;
BEGIN
  EXECUTE format('CREATE POLICY read ON pathway.subject_extracts FOR SELECT TO pathway_app USING (%s)', leads);
  EXECUTE format('CREATE POLICY write ON pathway.subject_extracts FOR INSERT TO pathway_app WITH CHECK (%s AND prepared_by = (SELECT pathway.person()) AND prepared_at = (SELECT pathway.at()) AND reviewed_at IS NULL AND withheld = 0)', leads);
  EXECUTE format($review$CREATE POLICY review ON pathway.subject_extracts FOR UPDATE TO pathway_app USING (%1$s AND reviewed_at IS NULL) WITH CHECK (
    %1$s AND reviewed_by = (SELECT pathway.person()) AND reviewed_at = (SELECT pathway.at()) AND
    (SELECT a.is_manager AND a.person_id <> subject_extracts.prepared_by_person FROM identity.accounts a WHERE a.id = (SELECT pathway.person())))$review$, leads);
END
$$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entry_notes', 'subject_extracts']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_app, pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT UPDATE (withheld, ground, why, reviewed_by, reviewed_at) ON pathway.subject_extracts TO pathway_app;
