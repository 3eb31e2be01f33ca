-- What the administrator does: programmes and cohorts, without ever reading a cohort's content.

ALTER TABLE programme ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Numbers of people and sites; the rows themselves stay closed to the administrator.
CREATE FUNCTION app.cohort_counts()
RETURNS TABLE ("cohortId" uuid, "siteCount" integer, "memberCount" integer, "moderatorCount" integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.id, (SELECT count(*)::int FROM team t WHERE t."cohortId" = c.id),
          count(m.id) FILTER (WHERE m.role = 'member')::int,
          count(m.id) FILTER (WHERE m.role = 'moderator')::int
     FROM cohort c LEFT JOIN membership m ON m."cohortId" = c.id AND m."endedAt" IS NULL
    WHERE app.is_administrator()
    GROUP BY c.id $$;

-- The first organiser is invited: from a draft it becomes a cohort that is forming. All else about
-- a cohort is changed by its organisers.
CREATE FUNCTION app.cohort_begin_forming(cohort_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE cohort SET state = 'forming', version = version + 1
    WHERE id = cohort_id AND state = 'draft' AND app.is_administrator() $$;
