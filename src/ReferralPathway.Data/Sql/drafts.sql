-- What somebody has typed and not sent is theirs alone, in the organisation for which they typed it.
CREATE POLICY own ON pathway.form_drafts FOR ALL TO pathway_app
  USING (user_id = (SELECT pathway.person()) AND organisation_id = (SELECT pathway.organisation()))
  WITH CHECK (user_id = (SELECT pathway.person()) AND organisation_id = (SELECT pathway.organisation()));
CREATE POLICY system ON pathway.form_drafts FOR ALL TO pathway_system USING (true) WITH CHECK (true);
ALTER TABLE pathway.form_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.form_drafts FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON pathway.form_drafts TO pathway_app;
GRANT SELECT, DELETE ON pathway.form_drafts TO pathway_system;
GRANT SELECT ON pathway.form_drafts TO pathway_backup;
