-- A piece of a file is read by whoever reads that there is the file, and written in the act that attaches it: nothing is added to a file afterwards.
CREATE POLICY read ON pathway.attachment_pieces FOR SELECT TO pathway_app USING (
  (SELECT a.case_id = attachment_pieces.case_id FROM pathway.attachments a WHERE a.id = attachment_pieces.attachment_id));
CREATE POLICY write ON pathway.attachment_pieces FOR INSERT TO pathway_app WITH CHECK (
  (SELECT a.case_id = attachment_pieces.case_id AND a.recorded_by = (SELECT pathway.organisation()) AND a.recorder = (SELECT pathway.person()) AND a.recorded_at = (SELECT pathway.at())
   FROM pathway.attachments a WHERE a.id = attachment_pieces.attachment_id));
CREATE POLICY system ON pathway.attachment_pieces FOR ALL TO pathway_system USING (true) WITH CHECK (true);
ALTER TABLE pathway.attachment_pieces ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway.attachment_pieces FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON pathway.attachment_pieces TO pathway_app, pathway_system;
GRANT SELECT ON pathway.attachment_pieces TO pathway_backup;
-- Ciphertext does not shrink.
ALTER TABLE pathway.attachment_pieces ALTER COLUMN content SET STORAGE EXTERNAL;
