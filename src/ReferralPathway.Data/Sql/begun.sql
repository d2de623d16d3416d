-- A part of the intake that was left before it was complete: its author's alone, while the case is a draft. It goes when the part is answered.
CREATE POLICY own ON pathway.begun_parts FOR ALL TO pathway_app USING (
  (SELECT c.status = 'Draft' AND c.started_by = (SELECT pathway.person()) FROM pathway.cases c WHERE c.id = begun_parts.case_id));
CREATE POLICY system ON pathway.begun_parts FOR ALL TO pathway_system USING (true) WITH CHECK (true);
ALTER TABLE pathway.begun_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.begun_parts FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON pathway.begun_parts TO pathway_app, pathway_system;
GRANT SELECT ON pathway.begun_parts TO pathway_backup;
