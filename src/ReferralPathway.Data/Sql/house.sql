-- What the tables of the model need beside themselves.

CREATE TABLE pathway.case_numbers (year integer PRIMARY KEY, last integer NOT NULL);

-- Each act is claimed before it is done; a double submit finds the answer of the first.
CREATE TABLE pathway.acts (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  claimed_at timestamptz NOT NULL,
  answer text
);

-- When somebody last came to the overview: what happened later is news to them.
CREATE TABLE pathway.visits (
  user_id uuid PRIMARY KEY,
  since timestamptz NOT NULL,
  seen timestamptz NOT NULL
);

-- How far each kind of organisation may see into each data group of a case that was opened to it. Written from the domain's own table at every migration.
CREATE TABLE pathway.reach (
  kind text NOT NULL,
  data_group integer NOT NULL,
  grants integer NOT NULL,
  PRIMARY KEY (kind, data_group)
);

CREATE TABLE pathway.reach_of_lead (kind text PRIMARY KEY, grants integer NOT NULL);

-- EF inserts the lead's part before the case itself.
ALTER TABLE pathway.participations ADD CONSTRAINT fk_participations_case FOREIGN KEY (case_id) REFERENCES pathway.cases (id) DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX ux_participations_source ON pathway.participations (case_id, organisation_id, reason, source_id, valid_from);

-- The next number of the year, 2026-000123.
CREATE FUNCTION pathway.next_case_number(of_year integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  INSERT INTO pathway.case_numbers AS n (year, last) VALUES (of_year, 1) ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last
$$;

CREATE FUNCTION pathway.case_exists(the_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pathway.cases WHERE id = the_case)
$$;

-- Whether the acting organisation answers for a case now: bit 30. A policy on participations may not read participations itself.
CREATE FUNCTION pathway.answers_for(the_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM pathway.participations p
    WHERE p.case_id = the_case AND p.organisation_id = pathway.organisation() AND p.groups & (1 << 30) <> 0
      AND p.valid_from <= pathway.at() AND p.valid_until >= pathway.at())
$$;

-- A list reads participations alone, so each carries the case's last change.
CREATE FUNCTION pathway.case_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations SET case_changed_at = NEW.changed_at
  WHERE case_id = NEW.id AND valid_until >= NEW.changed_at AND case_changed_at IS DISTINCT FROM NEW.changed_at;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_changed AFTER UPDATE OF changed_at ON pathway.cases FOR EACH ROW EXECUTE FUNCTION pathway.case_changed();

-- A recipient answers a referral without seeing the case; the sender's list moves all the same.
CREATE FUNCTION pathway.referral_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
BEGIN
  UPDATE pathway.participations SET case_changed_at = NEW.answered_at
  WHERE case_id = NEW.case_id AND valid_until >= NEW.answered_at AND case_changed_at < NEW.answered_at;
  RETURN NULL;
END
$$;
CREATE TRIGGER referral_answered AFTER UPDATE OF answered_at ON pathway.referrals FOR EACH ROW WHEN (NEW.answered_at IS NOT NULL)
  EXECUTE FUNCTION pathway.referral_answered();
