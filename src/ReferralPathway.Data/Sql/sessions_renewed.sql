-- A session goes on under another number when its person has shown again who they are; what they had typed goes with it.
ALTER TABLE identity.kept_forms DROP CONSTRAINT fk_kept_forms_session_id;
ALTER TABLE identity.kept_forms ADD CONSTRAINT fk_kept_forms_session_id FOREIGN KEY (session_id) REFERENCES identity.sessions (id) ON UPDATE CASCADE ON DELETE CASCADE;
