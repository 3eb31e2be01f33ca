-- CreateTable
CREATE TABLE "feedback_form" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "questions" JSONB NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "isReminded" BOOLEAN NOT NULL DEFAULT false,
    "isClosingTold" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID,

    CONSTRAINT "feedback_form_pkey" PRIMARY KEY ("workshopId")
);

-- CreateTable
CREATE TABLE "feedback_box" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "entries" JSONB NOT NULL,

    CONSTRAINT "feedback_box_pkey" PRIMARY KEY ("workshopId")
);

-- CreateTable
CREATE TABLE "feedback_answered" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "feedback_answered_pkey" PRIMARY KEY ("workshopId","accountId")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_form_cohortId_workshopId_key" ON "feedback_form"("cohortId", "workshopId");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_box_cohortId_workshopId_key" ON "feedback_box"("cohortId", "workshopId");

-- CreateIndex
CREATE INDEX "feedback_answered_accountId_idx" ON "feedback_answered"("accountId");

-- AddForeignKey
ALTER TABLE "feedback_form" ADD CONSTRAINT "feedback_form_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_box" ADD CONSTRAINT "feedback_box_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "feedback_form"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_answered" ADD CONSTRAINT "feedback_answered_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "feedback_form"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['feedback_form', 'feedback_box', 'feedback_answered']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON feedback_form TO werkraum_app;
GRANT UPDATE ("closesAt", "isReminded", "isClosingTold") ON feedback_form TO werkraum_app;
CREATE POLICY cohort_read ON feedback_form FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY moderators_ask ON feedback_form FOR INSERT TO werkraum_app
  WITH CHECK ("createdById" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY moderators_change ON feedback_form FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              OR "cohortId" = (SELECT app.system_cohort()));

-- Closed stays closed: two results with one answer between them would tell that answer.
CREATE FUNCTION app.feedback_only_earlier() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$ BEGIN
  IF NEW."closesAt" > OLD."closesAt" THEN
    RAISE EXCEPTION 'feedback_closed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_earlier BEFORE UPDATE OF "closesAt" ON feedback_form
  FOR EACH ROW EXECUTE FUNCTION app.feedback_only_earlier();

-- The box has no door: app.feedback_give puts in, app.feedback_results tells.

-- Each sees whether she or he has answered; the reminder leaves out whoever has.
GRANT SELECT ON feedback_answered TO werkraum_app;
CREATE POLICY own_read ON feedback_answered FOR SELECT TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()) OR "cohortId" = (SELECT app.system_cohort()));

-- Puts one answer into the box. The row is rewritten as a whole, its entries in the order of ids made by
-- chance here; that somebody has answered is noted apart. Neither holds a moment.
CREATE FUNCTION app.feedback_give(workshop_id uuid, answers jsonb, moment timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held feedback_form;
  entry_id text := gen_random_uuid()::text;
BEGIN
  SELECT * INTO held FROM feedback_form f
   WHERE f."workshopId" = workshop_id AND f."cohortId" = ANY (app.my_cohorts_as('member')) FOR SHARE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF held."closesAt" <= moment THEN RETURN 'feedback_closed'; END IF;

  INSERT INTO feedback_box ("cohortId", "workshopId", entries)
  VALUES (held."cohortId", workshop_id, '[]') ON CONFLICT DO NOTHING;
  PERFORM 1 FROM feedback_box WHERE "workshopId" = workshop_id FOR UPDATE;
  INSERT INTO feedback_answered ("cohortId", "workshopId", "accountId")
  VALUES (held."cohortId", workshop_id, app.account_id()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN 'feedback_given_already'; END IF;

  UPDATE feedback_box b
     SET entries = (SELECT jsonb_agg(entry ORDER BY entry->>'id' COLLATE "C")
                      FROM (SELECT entry FROM jsonb_array_elements(b.entries) entry
                            UNION ALL
                            SELECT jsonb_build_object('id', entry_id, 'answers', answers)) entries)
   WHERE b."workshopId" = workshop_id;
  RETURN 'given';
END $$;

-- How many have answered, for whoever reads the cohort.
CREATE FUNCTION app.feedback_count(workshop_id uuid) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT count(*)::int FROM feedback_answered a
    WHERE a."workshopId" = workshop_id AND a."cohortId" = ANY (app.my_cohorts()) $$;

-- What was said to each question, once the form is closed and five have answered: the answers to one
-- question in an order that has nothing to do with those to another. Null before.
CREATE FUNCTION app.feedback_results(workshop_id uuid, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce((SELECT jsonb_object_agg(question, said)
                      FROM (SELECT answer.key AS question,
                                   jsonb_agg(answer.value ORDER BY md5(workshop_id::text || answer.value::text)) AS said
                              FROM jsonb_array_elements(b.entries) entry, jsonb_each(entry->'answers') answer
                             GROUP BY answer.key) questions), '{}')
     FROM feedback_box b JOIN feedback_form f ON f."workshopId" = b."workshopId"
    WHERE b."workshopId" = workshop_id AND f."cohortId" = ANY (app.my_cohorts())
      AND f."closesAt" <= moment AND jsonb_array_length(b.entries) >= 5 $$;

REVOKE ALL ON FUNCTION app.feedback_only_earlier() FROM PUBLIC, werkraum_app;
REVOKE ALL ON FUNCTION app.feedback_give(uuid, jsonb, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.feedback_count(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.feedback_results(uuid, timestamptz) FROM PUBLIC;

SELECT app.name_account('feedback_form', 'createdById');
SELECT app.name_account('feedback_answered', 'accountId');

-- Whoever has not answered is reminded once; everyone is told when it is closed.
SELECT app.make_queue('feedback.remind');
SELECT app.make_queue('feedback.close');
