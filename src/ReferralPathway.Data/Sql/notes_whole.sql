-- A note beside an entry of several groups is read by whoever reads every one of them: it may speak of any.
ALTER POLICY read ON pathway.entry_notes USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = entry_notes.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND entry_notes.groups <> 0 AND p.groups & entry_notes.groups = entry_notes.groups
     AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR entry_notes.recorded_at <= p.valid_until) LIMIT 1));
