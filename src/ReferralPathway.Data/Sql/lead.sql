-- The kinds of work that belong to whoever leads the case: they follow it when the lead moves. A room adds its own.
CREATE TABLE pathway.work_of_the_lead (kind text PRIMARY KEY);
INSERT INTO pathway.work_of_the_lead VALUES ('ReviewAssessment'), ('FindAnotherProvider'), ('ReviewEmergency'), ('ReviewLegalStatus'), ('DecideNextStep');
GRANT SELECT ON pathway.work_of_the_lead TO pathway_lookup, pathway_backup;
GRANT SELECT, INSERT ON pathway.work_items TO pathway_lookup;

SELECT set_config('pathway.migrating_as', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;
-- The work that the former lead had on a case follows the case. A former lead that applied for a permit goes on being told when it ends, beside the new one.
CREATE OR REPLACE FUNCTION pathway.lead_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  -- What the new lead already has to do, as the applicant, it has to do once.
  UPDATE pathway.work_items w SET closed_at = pathway.at()
  WHERE w.case_id = NEW.id AND w.organisation_id = OLD.lead AND w.closed_at IS NULL AND w.kind IN (SELECT k.kind FROM pathway.work_of_the_lead k)
    AND EXISTS (SELECT FROM pathway.work_items n WHERE n.organisation_id = NEW.lead AND n.kind = w.kind AND n.source_id = w.source_id AND n.closed_at IS NULL);
  UPDATE pathway.work_items w SET organisation_id = NEW.lead, user_id = NULL
  WHERE w.case_id = NEW.id AND w.organisation_id = OLD.lead AND w.closed_at IS NULL AND w.kind IN (SELECT k.kind FROM pathway.work_of_the_lead k);
  INSERT INTO pathway.work_items (id, kind, case_id, source_id, organisation_id, due_at, remind_at, later_reminders, managers_only, opened_at)
  SELECT gen_random_uuid(), w.kind, w.case_id, w.source_id, OLD.lead, w.due_at, w.remind_at, w.later_reminders, w.managers_only, pathway.at()
  FROM pathway.work_items w JOIN pathway.permit_applications a ON a.id = w.source_id
  WHERE w.case_id = NEW.id AND w.organisation_id = NEW.lead AND w.kind = 'DecideNextStep' AND w.closed_at IS NULL AND a.applicant = OLD.lead;
  -- The new lead checks the safe contact anew.
  UPDATE pathway.work_items SET closed_at = pathway.at()
  WHERE case_id = NEW.id AND organisation_id = OLD.lead AND kind = 'CheckSafeContact' AND closed_at IS NULL;
  RETURN NULL;
END
$$;
DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
