-- What is asked for and handed over outside consent is few among the readings, and an auditor goes through it (A35, 3.14).
CREATE INDEX ix_audit_entries_disclosures ON pathway.audit_entries (at DESC, id DESC) WHERE kind LIKE 'Disclosure%';
