-- What a consent to a return opens to the coordinator and to IOM, as returns.sql says it: there the groups that the consent names were lost on the way, and both read the
-- application alone. Each part is worked out anew with the next act on its case.

SELECT set_config('pathway.migrating_as', current_user, true);
GRANT CREATE ON SCHEMA pathway TO pathway_lookup;
SET LOCAL ROLE pathway_lookup;
CREATE OR REPLACE FUNCTION pathway.return_coverage(the_case uuid, recipient uuid, needed text[], also text[], reach_kind text, OUT mask integer, OUT until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  today date := pathway.swedish_day(pathway.at());
  asked text;
  said pathway.consent_decisions;
  named integer := 0;
BEGIN
  mask := 0;
  until := pathway.no_end();
  FOREACH asked IN ARRAY needed || also
  LOOP
    SELECT * INTO said FROM pathway.consent_decisions c
    WHERE c.case_id = the_case AND c.recipient = return_coverage.recipient AND c.purpose = asked AND c.recorded_at <= pathway.at() ORDER BY c.number DESC LIMIT 1;
    IF said.state = 'Given' AND (said.valid_until IS NULL OR said.valid_until >= today) THEN
      -- Health travels only on a consent of its own.
      named := named | CASE asked WHEN 'SHARE_HEALTH' THEN said.groups & (1 << 6) ELSE said.groups & ~(1 << 6) END;
      until := least(until, pathway.end_of_day(said.valid_until));
    ELSIF asked = ANY (needed) THEN
      mask := 0;
      RETURN;
    END IF;
  END LOOP;
  -- The summaries go with their groups; of the health, only what concerns the journey. The application itself is what the consent is about.
  -- Shifting binds no tighter than joining here: without its own brackets each shift would move all that stands before it.
  named := named | (((named >> 3) & 1) << 16) | (((named >> 9) & 1) << 18) | (((named >> 10) & 1) << 19) | (((named >> 6) & 1) << 20) | (1 << 1) | (1 << 12) | (1 << 21);
  SELECT r.grants & named INTO mask FROM pathway.reach r WHERE r.kind = reach_kind AND r.data_group = 0;
END
$$;

DO $$ BEGIN EXECUTE format('SET LOCAL ROLE %I', current_setting('pathway.migrating_as')); END $$;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup;
