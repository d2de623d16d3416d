-- Two guards of a referral (F7, 3.16), and the end of an emergency (A37).

GRANT SELECT (case_id, providers, status, status_on) ON pathway.plan_items TO pathway_lookup;
CREATE POLICY lookup ON pathway.plan_items FOR SELECT TO pathway_lookup USING (true);
GRANT SELECT (organisation_id, state) ON pathway.directory_entries TO pathway_lookup;

-- Whether the recipient of a referral has recorded a service for the person that is going on, or was done on the day it was sent or later. The sender may not read the plan; it
-- learns yes or no.
CREATE FUNCTION pathway.has_served(the_referral uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM pathway.referrals r JOIN pathway.plan_items i ON i.case_id = r.case_id AND r.recipient = ANY (i.providers)
    WHERE r.id = the_referral AND (r.sender = pathway.organisation() OR pathway.acting_role() = 'System')
      AND (i.status = 'Ongoing' OR i.status = 'Done' AND i.status_on >= pathway.swedish_day(r.sent_at)))
$$;

-- The same laws at the door of the table, whoever writes the row.
CREATE FUNCTION pathway.referral_guarded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  IF OLD.status = 'Accepted' AND NEW.status = 'Withdrawn' AND pathway.has_served(NEW.id) THEN
    RAISE EXCEPTION 'A service is recorded: the referral is completed.' USING ERRCODE = '42501', CONSTRAINT = 'AReferralWithAServiceIsCompleted';
  END IF;
  IF OLD.status = 'Draft' AND NEW.status = 'Sent'
    AND EXISTS (SELECT FROM pathway.directory_entries e WHERE e.organisation_id = NEW.recipient)
    AND NOT EXISTS (SELECT FROM pathway.directory_entries e WHERE e.organisation_id = NEW.recipient AND e.state <> 'Withdrawn')
  THEN
    RAISE EXCEPTION 'The recipient is withdrawn from the directory.' USING ERRCODE = '42501', CONSTRAINT = 'RecipientReceivesReferrals';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER referral_guarded BEFORE UPDATE OF status ON pathway.referrals FOR EACH ROW EXECUTE FUNCTION pathway.referral_guarded();

-- What is told the police in an emergency holds until the second day after at most. What was recorded before this law stays as it is.
ALTER TABLE pathway.legal_grounds ADD CONSTRAINT ck_legal_grounds_emergency_is_short
  CHECK (ground <> 'EMERGENCY' OR valid_until <= (recorded_at AT TIME ZONE 'Europe/Stockholm')::date + 2) NOT VALID;

REVOKE ALL ON FUNCTION pathway.has_served(uuid), pathway.referral_guarded() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.has_served(uuid) TO pathway_app, pathway_system, pathway_lookup;
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
ALTER FUNCTION pathway.has_served(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.referral_guarded() OWNER TO pathway_lookup;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
