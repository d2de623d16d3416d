-- How long a case is kept (DOMAIN 9.3), and what remains of it afterwards.

ALTER TABLE pathway.organisations ADD COLUMN keeps_for_research boolean NOT NULL DEFAULT false;

-- What was erased, when and by which rule: only ever added to, and played back after a restore. An organisation: its copy alone.
CREATE TABLE pathway.erasures (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  organisation_id uuid,
  rule text NOT NULL,
  keys integer NOT NULL,
  erased_at timestamptz NOT NULL
);
CREATE INDEX ix_erasures_case ON pathway.erasures (case_id);
CREATE INDEX ix_erasures_at ON pathway.erasures (erased_at, id);

-- While one lasts, nothing of the case is erased.
CREATE TABLE pathway.legal_holds (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES pathway.cases (id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (reason IN ('INVESTIGATION', 'TRIAL', 'APPEAL', 'DISCLOSURE')),
  until date NOT NULL,
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX ix_legal_holds_case ON pathway.legal_holds (case_id);

-- What statistics keep of an erased case (3.1 C9): so coarse that it is nobody's, and tied to nothing.
CREATE TABLE pathway.anonymised_cases (
  id uuid PRIMARY KEY,
  year integer NOT NULL,
  region text,
  gender text,
  age_group text,
  exploitation_types text[] NOT NULL,
  erased_in integer NOT NULL
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['erasures', 'legal_holds']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON pathway.%I TO pathway_system', t);
    EXECUTE format('GRANT SELECT ON pathway.%I TO pathway_backup', t);
  END LOOP;
END
$$;
GRANT SELECT, INSERT ON pathway.anonymised_cases TO pathway_system;
GRANT SELECT ON pathway.anonymised_cases TO pathway_backup;
GRANT UPDATE (ended_at) ON pathway.legal_holds TO pathway_system;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.erasures FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();

-- Nobody deletes a case or a part of it before it is written down that it is erased.
CREATE FUNCTION pathway.erased_first() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'cases' THEN
    IF EXISTS (SELECT FROM pathway.erasures e WHERE e.case_id = OLD.id AND e.organisation_id IS NULL) THEN
      RETURN OLD;
    END IF;
  ELSIF EXISTS (SELECT FROM pathway.erasures e WHERE e.case_id = OLD.case_id AND (e.organisation_id IS NULL OR e.organisation_id = OLD.organisation_id)) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'What is erased stands in the ledger first.' USING ERRCODE = '42501';
END
$$;
CREATE TRIGGER erased_first BEFORE DELETE ON pathway.cases FOR EACH ROW EXECUTE FUNCTION pathway.erased_first();
CREATE TRIGGER erased_first BEFORE DELETE ON pathway.participations FOR EACH ROW EXECUTE FUNCTION pathway.erased_first();
REVOKE ALL ON FUNCTION pathway.erased_first() FROM PUBLIC;

GRANT DELETE ON pathway.cases, pathway.participations, pathway.work_items, pathway.notices, pathway.team_members, pathway.break_glass TO pathway_system;
GRANT UPDATE (groups, valid_until) ON pathway.participations TO pathway_system;
GRANT UPDATE (case_id) ON pathway.disclosure_assessments TO pathway_system;

-- Each copy that an organisation holds of a case that was opened, with what its period is reckoned from. Nothing here says whose case it is.
CREATE FUNCTION pathway.kept_copies(today date, after uuid, most integer)
RETURNS TABLE (case_id uuid, organisation_id uuid, kind text, keeps_for_research boolean, ended_on date, last_entry_on date, was_placed boolean, was_inquired boolean, age_group text, detected_on date, is_held boolean)
LANGUAGE sql STABLE SET search_path = pathway, pg_temp AS $$
  WITH page AS (
    SELECT c.id, c.lead, c.closed_on, c.facts_id FROM cases c WHERE c.status <> 'Draft' AND c.id > after ORDER BY c.id LIMIT most
  )
  SELECT c.id, p.organisation_id, o.kind, o.keeps_for_research,
    CASE WHEN c.lead = p.organisation_id THEN c.closed_on WHEN swedish_day(p.ended) < today THEN swedish_day(p.ended) END,
    swedish_day(coalesce(
      (SELECT max(e.at) FROM audit_entries e WHERE e.case_id = c.id AND e.organisation_id = p.organisation_id AND e.kind NOT LIKE 'Read.%' AND e.kind NOT LIKE 'Refused.%'), p.began)),
    EXISTS (SELECT FROM child_steps s WHERE s.case_id = c.id AND s.kind = 'Placed' AND s.outcome <> 'WithFamily'),
    EXISTS (SELECT FROM child_steps s WHERE s.case_id = c.id AND s.kind = 'Decided' AND s.outcome = 'Opened'),
    f.age_group, f.detected_on,
    EXISTS (SELECT FROM legal_holds h WHERE h.case_id = c.id AND h.ended_at IS NULL AND h.until >= today)
      OR EXISTS (SELECT FROM investigations i WHERE i.case_id = c.id AND i.status IN ('Initiated', 'ProsecutionBrought'))
      OR EXISTS (SELECT FROM reimbursement_claims r WHERE r.case_id = c.id AND r.status IN ('Submitted', 'Appealed'))
  FROM page c
  JOIN facts_versions f ON f.id = c.facts_id
  JOIN LATERAL (
    SELECT p.organisation_id, max(p.valid_until) AS ended, min(p.valid_from) AS began FROM participations p WHERE p.case_id = c.id AND p.groups <> 0 GROUP BY p.organisation_id
  ) p ON true
  JOIN organisations o ON o.id = p.organisation_id
  ORDER BY c.id, p.organisation_id
$$;
REVOKE ALL ON FUNCTION pathway.kept_copies(date, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.kept_copies(date, uuid, integer) TO pathway_system;
