-- What stood out among the readings of a week: ids, codes and counts, and no case. The sweep writes it; the auditor sees all of it, a manager what is of the own organisation, and
-- nobody else knows of it. Whoever it is about does not say how it ended.

-- The weeks that were looked at, and nothing of what was found.
CREATE TABLE pathway.reading_reports (
  week date PRIMARY KEY,
  made_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON pathway.reading_reports TO pathway_system;
GRANT SELECT ON pathway.reading_reports TO pathway_backup;

ALTER TABLE pathway.unusual_readings ADD CONSTRAINT ck_unusual_readings_looked CHECK ((outcome IS NULL) = (looked_at IS NULL) AND (outcome IS NULL) = (looked_by IS NULL));
ALTER TABLE pathway.unusual_readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.unusual_readings FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON pathway.unusual_readings FOR ALL TO pathway_system USING (true) WITH CHECK (true);
CREATE POLICY read ON pathway.unusual_readings FOR SELECT TO pathway_app USING (
  (SELECT pathway.acting_role()) = 'Auditor' OR
  organisation_id = (SELECT a.organisation_id FROM identity.accounts a WHERE a.id = (SELECT pathway.person()) AND a.organisation_id = (SELECT pathway.organisation()) AND a.is_manager));
CREATE POLICY look ON pathway.unusual_readings FOR UPDATE TO pathway_app USING (reader <> (SELECT pathway.person())) WITH CHECK (looked_by = (SELECT pathway.person()));
GRANT SELECT, UPDATE (outcome, looked_at, looked_by) ON pathway.unusual_readings TO pathway_app;
GRANT SELECT, INSERT ON pathway.unusual_readings TO pathway_system;
GRANT SELECT ON pathway.unusual_readings TO pathway_backup;
