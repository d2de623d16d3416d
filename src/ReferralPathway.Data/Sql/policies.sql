-- Row-level security: the database itself refuses. The scalar sub-query is deliberate; it is always a probe of ix_participations_case, where EXISTS and IN may
-- become a scan of everything the organisation takes part in.

-- Append-only versions: whoever takes part reads them; whoever took part reads what was recorded before the end.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('facts_versions', 1), ('identity_versions', 2), ('safe_contact_versions', 3), ('safe_contact_summaries', 16), ('narrative_versions', 5),
    ('assessments', 5), ('case_reasons', 5), ('health_versions', 6), ('investigation_steps', 7), ('investigation_summaries', 17)) AS v (name, bit)
  LOOP
    EXECUTE format($policy$
      CREATE POLICY read ON pathway.%1$I FOR SELECT TO pathway_app USING (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & %2$s <> 0
           AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR %1$I.recorded_at <= p.valid_until) LIMIT 1))
    $policy$, t.name, 1 << t.bit);
  END LOOP;
END
$$;

-- Health details are also read by the organisation that wrote them, while it takes part.
CREATE POLICY read_own ON pathway.health_versions FOR SELECT TO pathway_app USING (
  recorded_by = (SELECT pathway.organisation()) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = health_versions.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- Whoever takes part may write to the case; which act is whose is the access table's and the aggregate's.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['facts_versions', 'identity_versions', 'safe_contact_versions', 'safe_contact_summaries', 'narrative_versions', 'assessments', 'case_reasons',
    'health_versions', 'investigation_steps', 'investigation_summaries', 'investigations', 'referral_previews', 'sealing_keys',
    'team_members', 'break_glass']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY write ON pathway.%1$I FOR INSERT TO pathway_app WITH CHECK (
        (SELECT true FROM pathway.participations p
         WHERE p.case_id = %1$I.case_id AND p.organisation_id = (SELECT pathway.organisation())
           AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1))
    $policy$, t);
  END LOOP;
END
$$;

-- Nobody writes a yes to themselves: what consent and grounds say decides who takes part. (Contact after a return is IOM's own to ask for, and opens no part.)
CREATE POLICY write ON pathway.consent_decisions FOR INSERT TO pathway_app WITH CHECK (
  recorded_by = (SELECT pathway.organisation()) AND
  (recipient <> (SELECT pathway.organisation()) OR state <> 'Given' OR purpose IN ('MONITORING', 'JUSTICE_FOLLOWUP')) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = consent_decisions.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
-- A ground of law is the lead's to decide, and its managers' to review.
CREATE POLICY write ON pathway.legal_grounds FOR INSERT TO pathway_app WITH CHECK (
  recorded_by = (SELECT pathway.organisation()) AND recipient <> (SELECT pathway.organisation()) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = legal_grounds.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 30) <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY change ON pathway.legal_grounds FOR UPDATE TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = legal_grounds.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 30) <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
-- One refers in one's own name.
CREATE POLICY write ON pathway.referrals FOR INSERT TO pathway_app WITH CHECK (
  sender = (SELECT pathway.organisation()) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = referrals.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

CREATE POLICY read ON pathway.cases FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = cases.id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & 2 <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY write ON pathway.cases FOR INSERT TO pathway_app WITH CHECK (
  lead = (SELECT pathway.organisation()) AND
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = cases.id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY change ON pathway.cases FOR UPDATE TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = cases.id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- One's own part, and, for whoever answers for the case, everybody's.
CREATE POLICY read ON pathway.participations FOR SELECT TO pathway_app USING (
  organisation_id = (SELECT pathway.organisation()) OR pathway.answers_for(case_id));
-- A new case is begun for oneself, and only while there is no such case.
CREATE POLICY write ON pathway.participations FOR INSERT TO pathway_app WITH CHECK (
  organisation_id = (SELECT pathway.organisation()) AND reason = 'Lead' AND NOT pathway.case_exists(case_id));

CREATE POLICY read ON pathway.consent_decisions FOR SELECT TO pathway_app USING (
  recorded_by = (SELECT pathway.organisation()) OR recipient = (SELECT pathway.organisation()) AND state <> 'Refused' OR
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = consent_decisions.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & 2048 <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY read ON pathway.legal_grounds FOR SELECT TO pathway_app USING (
  recorded_by = (SELECT pathway.organisation()) OR recipient = (SELECT pathway.organisation()) OR
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = legal_grounds.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & 2048 <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- A draft is the sender's alone; what is sent is the recipient's too, and whoever recorded the consent it rests on can call it back.
CREATE POLICY read ON pathway.referrals FOR SELECT TO pathway_app USING (
  sender = (SELECT pathway.organisation()) OR recipient = (SELECT pathway.organisation()) AND status <> 'Draft' OR
  (SELECT d.recorded_by = (SELECT pathway.organisation()) FROM pathway.consent_decisions d WHERE d.id = referrals.consent) OR
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = referrals.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & (1 << 30) <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY change ON pathway.referrals FOR UPDATE TO pathway_app USING (
  sender = (SELECT pathway.organisation()) OR recipient = (SELECT pathway.organisation()) AND status <> 'Draft' OR
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = referrals.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
-- The preview is gone for the recipient when the referral was declined or called back.
CREATE POLICY read ON pathway.referral_previews FOR SELECT TO pathway_app USING (
  sender = (SELECT pathway.organisation()) OR
  recipient = (SELECT pathway.organisation()) AND (SELECT r.status IN ('Sent', 'Accepted', 'Completed') FROM pathway.referrals r WHERE r.id = referral_previews.referral_id));

-- Only the police and prosecutors lead an investigation: nobody else can make themselves, or anybody, a part of the case that way.
CREATE POLICY led ON pathway.investigations AS RESTRICTIVE FOR INSERT TO pathway_app WITH CHECK (
  led_by IS NULL OR led_by = (SELECT pathway.organisation()) AND (SELECT o.kind IN ('Police', 'Prosecutor') FROM pathway.organisations o WHERE o.id = led_by));
CREATE POLICY handed ON pathway.investigations AS RESTRICTIVE FOR UPDATE TO pathway_app USING (true) WITH CHECK (
  led_by IS NULL OR (SELECT o.kind IN ('Police', 'Prosecutor') FROM pathway.organisations o WHERE o.id = led_by));
CREATE POLICY read ON pathway.investigations FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = investigations.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & 128 <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));
CREATE POLICY change ON pathway.investigations FOR UPDATE TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = investigations.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.groups & 128 <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1));

-- Team and break-glass are each organisation's own affair.
CREATE POLICY read ON pathway.team_members FOR SELECT TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY change ON pathway.team_members FOR UPDATE TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY read ON pathway.break_glass FOR SELECT TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY change ON pathway.break_glass FOR UPDATE TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));

-- The key of a case is read by whoever takes or took part; the key of a referral's answer by sender and recipient.
CREATE POLICY read ON pathway.sealing_keys FOR SELECT TO pathway_app USING (
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = sealing_keys.case_id AND p.organisation_id = (SELECT pathway.organisation()) AND p.valid_from <= (SELECT pathway.at()) LIMIT 1) AND id = case_id OR
  (SELECT true FROM pathway.referrals r WHERE r.id = sealing_keys.id AND (r.sender = (SELECT pathway.organisation()) OR r.recipient = (SELECT pathway.organisation()) AND r.status <> 'Draft')));

CREATE POLICY own ON pathway.name_tokens FOR ALL TO pathway_app USING (scope = (SELECT pathway.organisation())) WITH CHECK (scope = (SELECT pathway.organisation()));

-- Work is seen by whose turn it is and by who waits; anybody in the case may give another organisation its turn.
CREATE POLICY read ON pathway.work_items FOR SELECT TO pathway_app USING (
  organisation_id = (SELECT pathway.organisation()) OR watcher_id = (SELECT pathway.organisation()));
CREATE POLICY change ON pathway.work_items FOR UPDATE TO pathway_app USING (
  organisation_id = (SELECT pathway.organisation()) OR watcher_id = (SELECT pathway.organisation()));
CREATE POLICY write ON pathway.work_items FOR INSERT TO pathway_app WITH CHECK (
  (SELECT pathway.organisation()) IS NOT NULL AND (
    case_id IS NULL OR organisation_id = (SELECT pathway.organisation()) OR
    (SELECT true FROM pathway.participations p
     WHERE p.case_id = work_items.case_id AND p.organisation_id = (SELECT pathway.organisation())
       AND p.valid_from <= (SELECT pathway.at()) AND p.valid_until >= (SELECT pathway.at()) LIMIT 1) OR
    (SELECT true FROM pathway.referrals r WHERE r.id = work_items.source_id AND r.recipient = (SELECT pathway.organisation()) AND r.status <> 'Draft' LIMIT 1)));

CREATE POLICY read ON pathway.notices FOR SELECT TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY change ON pathway.notices FOR UPDATE TO pathway_app USING (organisation_id = (SELECT pathway.organisation()));
CREATE POLICY write ON pathway.notices FOR INSERT TO pathway_app WITH CHECK (true);

CREATE POLICY own ON pathway.acts FOR ALL TO pathway_app USING (user_id = (SELECT pathway.person())) WITH CHECK (user_id = (SELECT pathway.person()));

CREATE POLICY own ON pathway.visits FOR ALL TO pathway_app USING (user_id = (SELECT pathway.person())) WITH CHECK (user_id = (SELECT pathway.person()));

-- Everybody writes the record, as themselves. One reads one's own lines; the acts of a case by data group; its readings when one answers for it; the auditor all.
CREATE POLICY write ON pathway.audit_entries FOR INSERT TO pathway_app WITH CHECK (
  user_id IS NOT DISTINCT FROM (SELECT pathway.person()) AND organisation_id IS NOT DISTINCT FROM (SELECT pathway.organisation()));
CREATE POLICY read ON pathway.audit_entries FOR SELECT TO pathway_app USING (
  user_id = (SELECT pathway.person()) OR (SELECT pathway.acting_role()) = 'Auditor' OR
  (SELECT true FROM pathway.participations p
   WHERE p.case_id = audit_entries.case_id AND p.organisation_id = (SELECT pathway.organisation())
     AND p.groups & (CASE WHEN audit_entries.kind LIKE 'Read.%' THEN 1 << 30 ELSE audit_entries.groups END) <> 0
     AND p.valid_from <= (SELECT pathway.at()) AND (p.valid_until >= (SELECT pathway.at()) OR audit_entries.at <= p.valid_until) LIMIT 1));
CREATE POLICY read ON pathway.audit_links FOR SELECT TO pathway_app USING ((SELECT pathway.acting_role()) = 'Auditor');
CREATE POLICY read ON pathway.chain_heads FOR SELECT TO pathway_app USING ((SELECT pathway.acting_role()) = 'Auditor');

-- The sweeper sees everything, one case at a time; the functions that look across cases see just what they are granted.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['cases', 'participations', 'facts_versions', 'identity_versions', 'safe_contact_versions', 'safe_contact_summaries', 'narrative_versions', 'assessments',
    'case_reasons', 'health_versions', 'investigations', 'investigation_steps', 'investigation_summaries', 'consent_decisions', 'legal_grounds', 'referrals', 'referral_previews',
    'team_members', 'break_glass', 'sealing_keys', 'name_tokens', 'work_items', 'notices', 'acts', 'visits', 'audit_entries', 'audit_links', 'chain_heads']
  LOOP
    EXECUTE format('CREATE POLICY system ON pathway.%I FOR ALL TO pathway_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('ALTER TABLE pathway.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pathway.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['cases', 'referrals', 'consent_decisions', 'legal_grounds', 'investigations']
  LOOP
    EXECUTE format('CREATE POLICY lookup ON pathway.%I FOR SELECT TO pathway_lookup USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['participations', 'name_tokens', 'work_items']
  LOOP
    EXECUTE format('CREATE POLICY lookup ON pathway.%I FOR ALL TO pathway_lookup USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['chain_heads', 'audit_links']
  LOOP
    EXECUTE format('CREATE POLICY chain ON pathway.%I FOR ALL TO pathway_auditor USING (true) WITH CHECK (true)', t);
  END LOOP;
END
$$;
CREATE POLICY claim ON pathway.referrals FOR UPDATE TO pathway_lookup USING (true);
