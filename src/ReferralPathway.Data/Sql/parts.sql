-- Two things that give no part in a case, or do not end one: an acceptance that the sender wrote down opens nothing, and a case that is closed does not end the
-- investigation: whoever leads it records its judgment (decision 0016).

GRANT SELECT (organisation_id, status) ON identity.accounts TO pathway_lookup;
GRANT USAGE ON SCHEMA identity TO pathway_lookup;

-- These functions belong to pathway_lookup, and only their owner may replace them; it needs CREATE for a moment.
SELECT set_config('pathway.migrator', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;

-- The parts that what is recorded supports at this instant, beside the lead's. A closed case brings nothing new to anybody but its investigators (C6).
CREATE OR REPLACE FUNCTION pathway.wanted_parts(the_case uuid) RETURNS TABLE (organisation_id uuid, reason text, source_id uuid, groups integer, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT * FROM (
    SELECT r.recipient, 'Referral' AS reason, r.id, c.mask AS groups, c.until
      FROM pathway.referrals r, pathway.coverage(the_case, r.recipient, r.groups) c WHERE r.case_id = the_case AND r.status = 'Accepted' AND r.kind <> 'Transfer' AND r.told_by IS NULL
    UNION ALL
    SELECT i.reported_to, 'PoliceReport', i.id, c.mask, c.until
      FROM pathway.investigations i, pathway.coverage(the_case, i.reported_to, NULL) c WHERE i.case_id = the_case AND i.reported_to IS NOT NULL AND i.status <> 'RecordedInError'
    UNION ALL
    SELECT i.led_by, 'Investigation', i.id, (SELECT grants FROM pathway.reach WHERE kind = 'Investigation' AND data_group = 0), pathway.no_end()
      FROM pathway.investigations i WHERE i.case_id = the_case AND i.led_by IS NOT NULL AND i.status IN ('Initiated', 'Discontinued', 'ProsecutionBrought', 'Judgment')
  ) AS parts WHERE groups <> 0 AND (reason = 'Investigation' OR (SELECT c.status FROM pathway.cases c WHERE c.id = the_case) <> 'Closed')
$$;

CREATE OR REPLACE FUNCTION pathway.referral_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  covered integer;
  was text := 'Draft';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := OLD.status;
    IF (NEW.case_id, NEW.sender) IS DISTINCT FROM (OLD.case_id, OLD.sender)
      OR was <> 'Draft' AND (NEW.recipient, NEW.kind, NEW.service, NEW.groups, NEW.consent, NEW.ground, NEW.sent_at, NEW.answer_by)
        IS DISTINCT FROM (OLD.recipient, OLD.kind, OLD.service, OLD.groups, OLD.consent, OLD.ground, OLD.sent_at, OLD.answer_by)
    THEN
      RAISE EXCEPTION 'A referral that is sent stays as it was sent.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralIsSentOnce';
    END IF;
  END IF;
  IF NEW.status <> was AND (was, NEW.status) NOT IN (
    ('Draft', 'Sent'), ('Draft', 'Withdrawn'), ('Sent', 'Accepted'), ('Sent', 'Declined'), ('Sent', 'Withdrawn'), ('Accepted', 'Completed'), ('Accepted', 'Withdrawn'))
  THEN
    RAISE EXCEPTION 'A referral does not go from % to %.', was, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'ReferralIsAnsweredOnce';
  END IF;
  IF NEW.status = 'Sent' AND was = 'Draft' THEN
    SELECT mask INTO covered FROM pathway.coverage(NEW.case_id, NEW.recipient, NEW.groups);
    IF covered = 0 THEN
      RAISE EXCEPTION 'Nothing covers this referral.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralNeedsConsent';
    END IF;
    IF NOT (SELECT o.is_active FROM pathway.organisations o WHERE o.id = NEW.recipient) THEN
      RAISE EXCEPTION 'The recipient takes no part in the system.' USING ERRCODE = '42501', CONSTRAINT = 'RecipientReceivesReferrals';
    END IF;
    IF NEW.kind = 'Transfer' AND NEW.sender IS DISTINCT FROM (SELECT c.lead FROM pathway.cases c WHERE c.id = NEW.case_id) THEN
      RAISE EXCEPTION 'Only the lead transfers a case.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyTheLeadTransfersTheCase';
    END IF;
  END IF;
  -- What an organisation without accounts answered is written down by the sender, with the answer and never before or after it; nobody can answer for those who answer here.
  IF NEW.told_by IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.told_by IS NULL)
    AND (was <> 'Sent' OR NEW.status NOT IN ('Accepted', 'Declined') OR NEW.sender IS DISTINCT FROM pathway.organisation() OR NEW.kind = 'Transfer' AND NEW.status = 'Accepted'
      OR EXISTS (SELECT FROM identity.accounts a WHERE a.organisation_id = NEW.recipient AND a.status = 'Active'))
  THEN
    RAISE EXCEPTION 'This recipient answers for itself.' USING ERRCODE = '42501', CONSTRAINT = 'OnlyAnOrganisationWithoutAccountsIsAnsweredFor';
  END IF;
  IF NEW.status = 'Accepted' AND was = 'Sent' AND NEW.told_by IS NULL AND NOT EXISTS (SELECT FROM pathway.participations p WHERE p.source_id = NEW.id AND p.organisation_id = NEW.recipient) THEN
    RAISE EXCEPTION 'A referral is accepted by taking its part.' USING ERRCODE = '42501', CONSTRAINT = 'ReferralNeedsConsent';
  END IF;
  RETURN NEW;
END
$$;

DO $$
BEGIN
  EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrator'));
END
$$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
