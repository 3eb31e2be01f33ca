-- Until workshops came, the dates of a series were rows of their own. They become events of the series:
-- everybody knows them, so they are fixed. The walls of archives stand aside while their rows move.
ALTER TABLE workshop DISABLE TRIGGER archive_wall;
ALTER TABLE workshop_day DISABLE TRIGGER archive_wall;

INSERT INTO workshop ("cohortId", id, kind, title, state, place, "createdAt", "changedAt")
SELECT "cohortId", id, 'other', title, 'fixed', place, now(), now() FROM cohort_date;

-- A date said when all of it begins and ends. What lasts at most half a day, or ends on the day on which it
-- begins, is one day. Else the first day keeps its beginning and the last one its end, and the days between
-- last from nine to six; of more than ten days, the first and the last one remain.
WITH said AS (
  SELECT d.id, d."cohortId", d."startsAt" AT TIME ZONE c."timeZone" AS starts,
         greatest(coalesce(d."endsAt", d."startsAt" + interval '1 hour'), d."startsAt" + interval '15 minutes')
           AT TIME ZONE c."timeZone" AS ends
    FROM cohort_date d JOIN cohort c ON c.id = d."cohortId"),
spans AS (
  SELECT *, starts::date AS first_day,
         CASE WHEN ends - starts <= interval '12 hours' THEN starts::date
              ELSE (ends - interval '1 second')::date END AS last_day FROM said),
days AS (
  SELECT s.*, day::date AS day FROM spans s, generate_series(s.first_day, s.last_day, interval '1 day') AS day
   WHERE s.last_day - s.first_day < 10 OR day::date IN (s.first_day, s.last_day)),
-- Minutes after the midnight before the day on which they are counted.
timed AS (
  SELECT *, floor(extract(epoch FROM starts - first_day) / 60)::int AS starts_minute,
         ceil(extract(epoch FROM ends - last_day) / 60)::int AS ends_minute FROM days)
INSERT INTO workshop_day ("cohortId", id, "workshopId", position, date, "startMinute", "endMinute")
SELECT "cohortId", gen_random_uuid(), id, row_number() OVER (PARTITION BY id ORDER BY day), day,
       CASE WHEN day = first_day THEN starts_minute ELSE least(540, greatest(ends_minute - 60, 0)) END,
       CASE WHEN day = last_day THEN ends_minute
            WHEN day = first_day THEN greatest(1080, least(starts_minute + 60, 1440)) ELSE 1080 END
  FROM timed;

ALTER TABLE workshop ENABLE TRIGGER archive_wall;
ALTER TABLE workshop_day ENABLE TRIGGER archive_wall;

DROP TABLE cohort_date;

-- What a cooperating authority sees of a cohort: its towns, how much happens, and when, what kind and under
-- which title the fixed events are. Teams, people, topics and what is said of an event stay closed to it.
CREATE OR REPLACE FUNCTION app.partner_overview(cohort_id uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT jsonb_build_object(
     'sites', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', t.id, 'name', t.name, 'tileColumn', t."tileColumn",
                        'tileRow', t."tileRow") ORDER BY t.name), '[]')
                 FROM team t WHERE t."cohortId" = cohort_id),
     'numbers', jsonb_build_object(
       'people', (SELECT count(DISTINCT m."accountId") FROM membership m
                   WHERE m."cohortId" = cohort_id AND m.role = 'member' AND m."endedAt" IS NULL),
       'topics', (SELECT count(*) FROM topic t WHERE t."cohortId" = cohort_id
                     AND t.state NOT IN ('draft', 'unconfirmed', 'withdrawn', 'merged')),
       'ballots', (SELECT count(*) FROM ballot b WHERE b."cohortId" = cohort_id
                      AND b.state IN ('open', 'closed', 'decided'))),
     'events', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                         'id', e.id, 'kind', e.kind, 'number', e.number, 'title', e.title,
                         'startsAt', e.starts, 'endsAt', e.ends) ORDER BY e.starts), '[]')
                  FROM (SELECT w.id, w.kind, w.number, w.title,
                               min((d.date + make_interval(mins => d."startMinute")) AT TIME ZONE c."timeZone") AS starts,
                               max((d.date + make_interval(mins => d."endMinute")) AT TIME ZONE c."timeZone") AS ends
                          FROM workshop w JOIN cohort c ON c.id = w."cohortId"
                          JOIN workshop_day d ON d."workshopId" = w.id
                         WHERE w."cohortId" = cohort_id AND w.state IN ('fixed', 'held') AND d.date IS NOT NULL
                         GROUP BY w.id) e))
    WHERE cohort_id = ANY (app.my_cohorts_as('partner')) $$;
