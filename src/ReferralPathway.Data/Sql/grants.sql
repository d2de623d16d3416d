-- Who may touch what at all; row-level security says which rows. Nothing is granted to PUBLIC, and nobody but the owner may change a table.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA pathway FROM PUBLIC;
GRANT USAGE ON SCHEMA pathway TO pathway_app, pathway_system, pathway_lookup, pathway_auditor, pathway_backup;
GRANT USAGE ON SCHEMA identity TO pathway_app, pathway_system, pathway_backup;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO pathway_app, pathway_system;

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pathway TO pathway_app, pathway_system;
GRANT UPDATE ON pathway.cases, pathway.referrals, pathway.investigations, pathway.team_members, pathway.break_glass, pathway.work_items, pathway.notices, pathway.acts, pathway.visits,
  pathway.organisations TO pathway_app, pathway_system;
GRANT UPDATE ON pathway.outbox, pathway.sealing_keys, pathway.installation_keys TO pathway_system;
GRANT UPDATE ON pathway.directory_entries, pathway.directory_concerns, pathway.hotline_changes TO pathway_app, pathway_system;
GRANT DELETE ON pathway.name_tokens, pathway.directory_channels, pathway.directory_hours, pathway.hotline_changes TO pathway_app, pathway_system;
GRANT DELETE ON pathway.sealing_keys, pathway.acts, pathway.outbox TO pathway_system;
REVOKE SELECT ON pathway.outbox FROM pathway_app;
REVOKE INSERT ON pathway.audit_links, pathway.chain_heads, pathway.case_numbers, pathway.reach, pathway.reach_of_lead FROM pathway_app, pathway_system;
REVOKE ALL ON pathway.case_numbers FROM pathway_app, pathway_system;
REVOKE INSERT ON pathway.checkpoints, pathway.checkpoint_heads FROM pathway_app;
GRANT UPDATE (sealed_seq) ON pathway.chain_heads TO pathway_system;

GRANT SELECT ON ALL TABLES IN SCHEMA pathway, identity TO pathway_backup;

GRANT SELECT (id, reference, lead, status, changed_at) ON pathway.cases TO pathway_lookup;
GRANT SELECT, INSERT, UPDATE ON pathway.participations TO pathway_lookup;
GRANT SELECT, INSERT, DELETE ON pathway.name_tokens TO pathway_lookup;
GRANT SELECT ON pathway.referrals, pathway.consent_decisions, pathway.legal_grounds, pathway.investigations, pathway.organisations, pathway.reach, pathway.reach_of_lead TO pathway_lookup;
GRANT UPDATE (revision) ON pathway.referrals TO pathway_lookup;
GRANT SELECT, INSERT, UPDATE ON pathway.case_numbers TO pathway_lookup;
GRANT SELECT, INSERT, UPDATE ON pathway.chain_heads TO pathway_auditor;
GRANT SELECT, INSERT ON pathway.audit_links TO pathway_auditor;

GRANT EXECUTE ON FUNCTION pathway.person(), pathway.organisation(), pathway.acting_role(), pathway.at(), pathway.swedish_day(timestamptz)
  TO pathway_app, pathway_system, pathway_lookup, pathway_auditor;
GRANT EXECUTE ON FUNCTION pathway.next_case_number(integer), pathway.case_exists(uuid), pathway.answers_for(uuid), pathway.settle_acceptance(uuid), pathway.settle_case(uuid)
  TO pathway_app, pathway_system;
GRANT EXECUTE ON FUNCTION pathway.covered(uuid, uuid, integer), pathway.settle_tokens(uuid), pathway.wanted_parts(uuid) TO pathway_lookup;
GRANT EXECUTE ON FUNCTION pathway.audit_bytes(pathway.audit_entries), pathway.audit_text(text), pathway.audit_uuid(uuid) TO pathway_auditor, pathway_app, pathway_system;
GRANT EXECUTE ON FUNCTION pathway.make_audit_partitions(timestamptz) TO pathway_system;

-- A definer function acts as its owner. These two roles see a few columns across cases and can do nothing else; becoming the owner needs CREATE for a moment.
GRANT CREATE ON SCHEMA pathway TO pathway_lookup, pathway_auditor;
ALTER FUNCTION pathway.next_case_number(integer) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.case_exists(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.answers_for(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.case_changed() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.referral_answered() OWNER TO pathway_lookup;
ALTER FUNCTION pathway.covered(uuid, uuid, integer) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.settle_acceptance(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.settle_case(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.settle_tokens(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.wanted_parts(uuid) OWNER TO pathway_lookup;
ALTER FUNCTION pathway.chain_entry() OWNER TO pathway_auditor;
REVOKE CREATE ON SCHEMA pathway FROM pathway_lookup, pathway_auditor;

-- A new partition of the record gets the trigger of its parent, and whoever makes it must be allowed the trigger's function, which is no longer the owner's.
DO $$
DECLARE
  me text := current_user;
BEGIN
  SET LOCAL ROLE pathway_auditor;
  GRANT EXECUTE ON FUNCTION pathway.chain_entry() TO pathway_owner;
  EXECUTE format('SET LOCAL ROLE %I', me);
END
$$;
