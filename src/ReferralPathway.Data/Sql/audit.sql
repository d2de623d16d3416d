-- The tamper-evident record. Entries are inserted by anybody who acts and changed by nobody; a deferred trigger chains them when the transaction commits,
-- so that a lock on the head of a chain is held for a moment only, and always last.

CREATE TABLE pathway.audit_entries (
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  chain uuid NOT NULL,
  kind text NOT NULL,
  user_id uuid,
  organisation_id uuid,
  role text NOT NULL,
  case_id uuid,
  record_id uuid,
  groups integer NOT NULL,
  occurred_on date,
  purpose text,
  payload text NOT NULL,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

CREATE TABLE pathway.audit_entries_rest PARTITION OF pathway.audit_entries DEFAULT;

CREATE INDEX ix_audit_entries_case ON pathway.audit_entries (case_id, at DESC, id DESC) WHERE case_id IS NOT NULL;
CREATE INDEX ix_audit_entries_at ON pathway.audit_entries (at DESC, id DESC);
CREATE INDEX ix_audit_entries_chain ON pathway.audit_entries (chain, at DESC, id DESC);
CREATE INDEX ix_audit_entries_person ON pathway.audit_entries (user_id, at DESC, id DESC);

-- What an auditor looks at first is rare among a million readings.
CREATE INDEX ix_audit_entries_watched ON pathway.audit_entries (at DESC, id DESC) WHERE kind IN ('GlassBroken', 'LegalGroundRecorded');

CREATE TABLE pathway.chain_heads (
  chain uuid PRIMARY KEY,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  -- How far the last checkpoint has come.
  sealed_seq bigint NOT NULL DEFAULT 0
);

CREATE TABLE pathway.audit_links (
  entry uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  chain uuid NOT NULL,
  seq bigint NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  UNIQUE (chain, seq)
);

-- Once a day the heads that have moved are written down and authenticated with a key that the database does not know: rewriting a chain from its beginning shows.
CREATE TABLE pathway.checkpoints (
  day date PRIMARY KEY,
  heads bigint NOT NULL,
  digest bytea NOT NULL,
  signature bytea NOT NULL,
  made_at timestamptz NOT NULL
);

CREATE TABLE pathway.checkpoint_heads (
  day date NOT NULL REFERENCES pathway.checkpoints (day),
  chain uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (day, chain)
);

CREATE FUNCTION pathway.audit_text(value text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN value IS NULL THEN int4send(-1) ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END;

CREATE FUNCTION pathway.audit_uuid(value uuid) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN value IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || uuid_send(value) END;

-- The bytes that are hashed: every field with its length, numbers big-endian, the instant in microseconds. Repeated by AuditBytes.cs; a test compares them.
CREATE FUNCTION pathway.audit_bytes(e pathway.audit_entries) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT uuid_send(e.id)
      || int8send((extract(epoch FROM e.at) * 1000000)::bigint)
      || uuid_send(e.chain)
      || pathway.audit_text(e.kind)
      || pathway.audit_uuid(e.user_id)
      || pathway.audit_uuid(e.organisation_id)
      || pathway.audit_text(e.role)
      || pathway.audit_uuid(e.case_id)
      || pathway.audit_uuid(e.record_id)
      || int4send(e.groups)
      || pathway.audit_text(to_char(e.occurred_on, 'YYYY-MM-DD'))
      || pathway.audit_text(e.purpose)
      || pathway.audit_text(e.payload)
$$;

CREATE FUNCTION pathway.chain_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  head pathway.chain_heads;
  next bytea;
BEGIN
  INSERT INTO pathway.chain_heads (chain, seq, hash) VALUES (NEW.chain, 0, '\x'::bytea) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM pathway.chain_heads WHERE chain = NEW.chain FOR UPDATE;
  next := sha256(int8send(head.seq + 1) || head.hash || pathway.audit_bytes(NEW));
  INSERT INTO pathway.audit_links (entry, at, chain, seq, prev, hash) VALUES (NEW.id, NEW.at, NEW.chain, head.seq + 1, head.hash, next);
  UPDATE pathway.chain_heads SET seq = head.seq + 1, hash = next WHERE chain = NEW.chain;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER chain_entry AFTER INSERT ON pathway.audit_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pathway.chain_entry();

CREATE FUNCTION pathway.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record of acts and readings is only ever added to.' USING ERRCODE = '42501';
END
$$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.audit_entries FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON pathway.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.audit_links FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON pathway.audit_links FOR EACH STATEMENT EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.checkpoint_heads FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON pathway.checkpoints FOR EACH ROW EXECUTE FUNCTION pathway.refuse_change();

-- Makes the partitions of this month and the next. What is already in the catch-all of such a month stays there.
CREATE FUNCTION pathway.make_audit_partitions(instant timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pathway, pg_temp AS $$
DECLARE
  month date;
BEGIN
  FOR i IN 0..1 LOOP
    month := date_trunc('month', instant AT TIME ZONE 'UTC')::date + make_interval(months => i);
    CONTINUE WHEN to_regclass(format('pathway.audit_entries_%s', to_char(month, 'YYYYMM'))) IS NOT NULL;
    CONTINUE WHEN EXISTS (SELECT FROM pathway.audit_entries_rest WHERE at >= month::timestamp AT TIME ZONE 'UTC' AND at < (month + interval '1 month') AT TIME ZONE 'UTC');
    EXECUTE format('CREATE TABLE pathway.audit_entries_%s PARTITION OF pathway.audit_entries FOR VALUES FROM (%L) TO (%L)',
      to_char(month, 'YYYYMM'), month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
  END LOOP;
END
$$;
