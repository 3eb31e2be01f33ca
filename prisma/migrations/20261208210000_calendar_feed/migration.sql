-- CreateTable
CREATE TABLE "calendar_feed" (
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("accountId")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_tokenHash_key" ON "calendar_feed"("tokenHash");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "credential"("accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

-- One's own address can be made and taken away; nobody reads it again, not even its owner.
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON calendar_feed TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ("accountId", "createdAt"), INSERT, DELETE ON calendar_feed TO werkraum_app;
CREATE POLICY own ON calendar_feed TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())) WITH CHECK ("accountId" = (SELECT app.account_id()));

SELECT app.name_account('calendar_feed', 'accountId');

-- What stands in the calendar behind a secret address: the days of one's own workshops, as the series shows
-- them, and nothing else. Null where there is no such address.
CREATE FUNCTION app.calendar_feed_read(token_hash text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT jsonb_build_object('locale', a.locale, 'workshops', coalesce((
     SELECT jsonb_agg(jsonb_build_object(
              'cohortId', w."cohortId", 'id', w.id, 'title', w.title, 'place', w.place, 'onlineUrl', w."onlineUrl",
              'state', w.state, 'sequence', w.sequence, 'changedAt', w."changedAt", 'timeZone', c."timeZone",
              'days', (SELECT jsonb_agg(jsonb_build_object('id', d.id, 'date', d.date, 'startMinute', d."startMinute",
                                                           'endMinute', d."endMinute") ORDER BY d.position)
                         FROM workshop_day d WHERE d."workshopId" = w.id))
              ORDER BY w.id)
       FROM workshop w JOIN cohort c ON c.id = w."cohortId"
      WHERE w.state <> 'planned' AND app.has_accepted(a.id, w."cohortId")
        AND EXISTS (
          SELECT 1 FROM membership m
           WHERE m."accountId" = a.id AND m."cohortId" = w."cohortId" AND m."endedAt" IS NULL
             AND (m.role IN ('member', 'moderator', 'organiser')
                  OR EXISTS (SELECT 1 FROM workshop_guest g
                              WHERE g."workshopId" = w.id AND g."membershipId" = m.id)))), '[]'))
     FROM calendar_feed f JOIN account a ON a.id = f."accountId"
    WHERE f."tokenHash" = token_hash AND a."deletedAt" IS NULL $$;
REVOKE ALL ON FUNCTION app.calendar_feed_read(text) FROM PUBLIC;
