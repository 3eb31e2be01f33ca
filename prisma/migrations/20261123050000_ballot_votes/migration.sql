-- Minutes to fill belong to the method's settings. A cancelled ballot says when and why.
ALTER TABLE ballot DROP COLUMN minutes;
ALTER TABLE ballot ADD COLUMN "cancelledAt" timestamptz(3), ADD COLUMN "cancelReason" text NOT NULL DEFAULT '';

-- A draft that nobody needs is thrown away; whatever was open stays on record.
GRANT DELETE ON ballot TO werkraum_app;
CREATE POLICY moderator_discard ON ballot FOR DELETE TO werkraum_app
  USING (state = 'draft' AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- Whoever has left a cohort votes in it no more, although the electorate keeps the entry.
CREATE OR REPLACE FUNCTION app.my_voters() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(v.id), '{}') FROM voter v
    WHERE v."teamId" = ANY (app.my_teams())
       OR (v."accountId" = app.account_id()
           AND v."cohortId" = ANY (app.my_cohorts_as('member', 'moderator'))) $$;

-- Casting holds the ballot open: closing waits for whoever is in the middle of it, and whoever comes
-- later finds it closed. (Locking a row asks for the right to change it, which a voter does not have.)
CREATE FUNCTION app.ballot_hold(ballot_id uuid) RETURNS TABLE (state text, "closesAt" timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ SELECT state::text, "closesAt" FROM ballot
    WHERE id = ballot_id AND "cohortId" = ANY (app.my_cohorts()) FOR SHARE $$;

-- Puts one answer into the box of a secret ballot, or replaces the one of the same entry id. The row
-- is rewritten as a whole, its entries in the order of their random ids; the voter's row is touched
-- once only, when she, he or the team votes for the first time. Nobody reads the box before closing,
-- so the rule for receipts stands here: one entry for each voter, changed by whoever has its id.
CREATE FUNCTION app.ballot_box_cast(ballot_id uuid, voter_id uuid, entry_id text, answer jsonb,
                                    moment timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held record;
  has_voted boolean;
  is_known boolean;
BEGIN
  SELECT b."cohortId", b.state, b."closesAt" INTO held
    FROM ballot b WHERE b.id = ballot_id AND b."isSecret" FOR SHARE;
  IF NOT FOUND OR NOT voter_id = ANY (app.my_voters()) THEN RETURN 'not_found'; END IF;
  IF held.state <> 'open' OR held."closesAt" <= moment THEN RETURN 'ballot_closed'; END IF;

  INSERT INTO ballot_box ("cohortId", "ballotId", entries)
  VALUES (held."cohortId", ballot_id, '[]') ON CONFLICT DO NOTHING;
  PERFORM 1 FROM ballot_box WHERE "ballotId" = ballot_id FOR UPDATE;
  SELECT v."hasVoted" INTO has_voted FROM voter v WHERE v.id = voter_id AND v."ballotId" = ballot_id;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  SELECT EXISTS (SELECT 1 FROM ballot_box b, jsonb_array_elements(b.entries) entry
                  WHERE b."ballotId" = ballot_id AND entry->>'id' = entry_id) INTO is_known;
  IF has_voted AND NOT is_known THEN RETURN 'receipt_unknown'; END IF;
  IF is_known AND NOT has_voted THEN RETURN 'receipt_taken'; END IF;

  UPDATE ballot_box b
     SET entries = (SELECT jsonb_agg(entry ORDER BY entry->>'id' COLLATE "C")
                      FROM (SELECT entry FROM jsonb_array_elements(b.entries) entry
                             WHERE entry->>'id' <> entry_id
                            UNION ALL
                            SELECT jsonb_build_object('id', entry_id, 'choice', answer)) entries)
   WHERE b."ballotId" = ballot_id;
  IF NOT has_voted THEN UPDATE voter SET "hasVoted" = true WHERE id = voter_id; END IF;
  RETURN CASE WHEN is_known THEN 'changed' ELSE 'cast' END;
END $$;

-- The one answer that belongs to an entry id, for whoever holds the receipt that it comes from.
CREATE FUNCTION app.ballot_box_entry(ballot_id uuid, entry_id text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT entry->'choice'
     FROM ballot_box b, jsonb_array_elements(b.entries) entry
    WHERE b."ballotId" = ballot_id AND b."cohortId" = ANY (app.my_cohorts())
      AND entry->>'id' = entry_id $$;

-- A ballot opens and closes by the clock; whoever has not voted is reminded.
SELECT app.make_queue('ballot.clock');
SELECT app.make_queue('ballot.remind');
