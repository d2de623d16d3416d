-- A month of the record goes when it is older than five years (DOMAIN 9.3). What each chain begins with afterwards is written down and signed first; a signed checkpoint that was
-- exported covers all that goes. The database looks at both itself.

-- One for each time that months went: from here on the record is kept. Signed outside: the database knows neither key.
CREATE TABLE pathway.record_cuts (
  until date PRIMARY KEY CHECK (extract(day FROM until) = 1),
  starts bigint NOT NULL,
  digest bytea NOT NULL,
  signature bytea NOT NULL,
  public_signature bytea NOT NULL,
  made_at timestamptz NOT NULL
);

-- The last line of each chain that went then: the next one follows it.
CREATE TABLE pathway.record_starts (
  until date NOT NULL REFERENCES pathway.record_cuts (until),
  chain uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (until, chain)
);
CREATE INDEX ix_record_starts_chain ON pathway.record_starts (chain, seq);

-- Up to which day checkpoints have been written into a file.
CREATE TABLE pathway.checkpoint_exports (
  day date PRIMARY KEY REFERENCES pathway.checkpoints (day),
  made_at timestamptz NOT NULL
);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.record_cuts FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.record_starts FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.checkpoint_exports FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();
GRANT SELECT, INSERT ON pathway.record_cuts, pathway.record_starts, pathway.checkpoint_exports TO pathway_system;
GRANT SELECT ON pathway.record_cuts, pathway.record_starts, pathway.checkpoint_exports TO pathway_backup, pathway_auditor;
GRANT SELECT ON pathway.checkpoint_heads TO pathway_auditor;

-- Links are written in the order of time, near enough: this finds the old ones, and costs next to nothing to keep.
CREATE INDEX ix_audit_links_at ON pathway.audit_links USING brin (at);
CREATE INDEX ix_checkpoint_heads_chain ON pathway.checkpoint_heads (chain, seq);

-- A line goes when a cut says so, and in no other way.
CREATE FUNCTION pathway.refuse_change_of_link() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM pathway.record_starts s WHERE s.chain = OLD.chain AND s.seq >= OLD.seq) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The record of acts and readings is only ever added to.' USING ERRCODE = '42501';
END
$$;
CREATE FUNCTION pathway.refuse_change_of_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pathway, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM pathway.record_cuts c WHERE OLD.at < c.until::timestamp AT TIME ZONE 'UTC') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The record of acts and readings is only ever added to.' USING ERRCODE = '42501';
END
$$;
DROP TRIGGER refuse_change ON pathway.audit_links;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.audit_links FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change_of_link();
DROP TRIGGER refuse_change ON pathway.audit_entries;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.audit_entries FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change_of_line();

-- Removes the links of what a cut says, when it says what it may.
CREATE FUNCTION pathway.remove_old_links(cut date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  border timestamptz := cut::timestamp AT TIME ZONE 'UTC';
BEGIN
  IF coalesce(border > pathway.at() - interval '5 years', true) THEN
    RAISE EXCEPTION 'The record is kept for five years.' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM record_cuts c WHERE c.until = cut AND c.starts = (SELECT count(*) FROM record_starts s WHERE s.until = cut)) THEN
    RAISE EXCEPTION 'Where the record begins is signed first.' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT FROM record_starts s WHERE s.until = cut AND NOT EXISTS (
      SELECT FROM checkpoint_heads h WHERE h.chain = s.chain AND h.seq >= s.seq AND h.day <= (SELECT max(x.day) FROM checkpoint_exports x))) THEN
    RAISE EXCEPTION 'What goes is in an exported checkpoint first.' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT FROM record_starts s JOIN audit_links l ON l.chain = s.chain AND l.seq <= s.seq WHERE s.until = cut AND l.at >= border) THEN
    RAISE EXCEPTION 'A line of later would go with it.' USING ERRCODE = '42501';
  END IF;
  DELETE FROM audit_links l USING record_starts s WHERE s.until = cut AND l.chain = s.chain AND l.seq <= s.seq;
  IF EXISTS (SELECT FROM audit_links l WHERE l.at < border) THEN
    RAISE EXCEPTION 'A line of before would stay without its chain.' USING ERRCODE = '42501';
  END IF;
END
$$;

-- The months themselves, and what lies in the catch-all. Nobody waits behind this longer than five seconds: it is tried again.
CREATE FUNCTION pathway.drop_old_months(cut date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  part text;
BEGIN
  PERFORM pathway.remove_old_links(cut);
  DELETE FROM pathway.audit_entries_rest WHERE at < cut::timestamp AT TIME ZONE 'UTC';
  FOR part IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'pathway.audit_entries'::regclass AND c.relname ~ '^audit_entries_[0-9]{6}$' AND to_date(right(c.relname, 6), 'YYYYMM') < cut ORDER BY 1
  LOOP
    EXECUTE format('DROP TABLE pathway.%I', part);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION pathway.refuse_change_of_link(), pathway.refuse_change_of_line(), pathway.remove_old_links(date), pathway.drop_old_months(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pathway.drop_old_months(date) TO pathway_system;
GRANT DELETE ON pathway.audit_links TO pathway_auditor;

-- What a report found goes with the readings it counted.
GRANT DELETE ON pathway.unusual_readings, pathway.reading_reports TO pathway_system;

GRANT CREATE ON SCHEMA pathway TO pathway_auditor;
ALTER FUNCTION pathway.remove_old_links(date) OWNER TO pathway_auditor;
REVOKE CREATE ON SCHEMA pathway FROM pathway_auditor;
DO $$
DECLARE
  me text := current_user;
BEGIN
  SET LOCAL ROLE pathway_auditor;
  GRANT EXECUTE ON FUNCTION pathway.remove_old_links(date) TO pathway_owner;
  EXECUTE format('SET LOCAL ROLE %I', me);
END
$$;
