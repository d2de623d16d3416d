-- Documents of a case: each is read by whoever reads the data group of its kind, also after their part has ended, as far as it was added before. Health is also read by the
-- organisation that added it, while it takes part. A signed form is read as it was: by whoever holds the ledger, and by the organisation that attached it.
ALTER TABLE pathway.attachments ALTER COLUMN groups DROP DEFAULT;
DROP POLICY read ON pathway.attachments;
CREATE POLICY read ON pathway.attachments FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = attachments.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.valid_from <= (SELECT pathway.at())
     AND CASE WHEN attachments.kind = 'SignedConsent'
       THEN p.valid_until >= (SELECT pathway.at()) AND (p.groups & attachments.groups <> 0 OR attachments.recorded_by = p.organisation_id)
       ELSE (p.valid_until >= (SELECT pathway.at()) OR attachments.recorded_at <= p.valid_until) AND p.groups & attachments.groups <> 0
         OR p.valid_until >= (SELECT pathway.at()) AND attachments.groups = 1 << 6 AND attachments.recorded_by = p.organisation_id END LIMIT 1));
-- It is added by the team, in one's own name, and of a group that one's organisation reads; health by whoever leads, for itself.
DROP POLICY write ON pathway.attachments;
CREATE POLICY write ON pathway.attachments FOR INSERT TO pathway_app WITH CHECK (
  recorded_by = (SELECT pathway.organisation()) AND recorder = (SELECT pathway.person()) AND recorded_at = (SELECT pathway.at()) AND mistake IS NULL AND
  (SELECT true FROM pathway.team_members m WHERE m.case_id = attachments.case_id AND m.user_id = (SELECT pathway.person()) AND m.removed_at IS NULL LIMIT 1) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = attachments.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND (attachments.kind = 'SignedConsent' OR p.groups & attachments.groups <> 0 OR attachments.groups = 1 << 6 AND p.groups & (1 << 30) <> 0)
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
-- That it was added by mistake is said once, by whoever added it or leads the case.
CREATE POLICY mark ON pathway.attachments FOR UPDATE TO pathway_app USING (
  kind <> 'SignedConsent' AND mistake IS NULL AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = attachments.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND (attachments.recorded_by = p.organisation_id OR p.groups & (1 << 30) <> 0)
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
  WITH CHECK (mistake IS NOT NULL AND mistaken_by = (SELECT pathway.person()) AND mistaken_at = (SELECT pathway.at()));
GRANT UPDATE (mistake, mistaken_at, mistaken_by) ON pathway.attachments TO pathway_app;
-- Then nobody reads what stands in it.
DROP POLICY read ON pathway.attachment_pieces;
CREATE POLICY read ON pathway.attachment_pieces FOR SELECT TO pathway_app USING (
  (SELECT a.case_id = attachment_pieces.case_id AND a.mistake IS NULL FROM pathway.attachments a WHERE a.id = attachment_pieces.attachment_id));
