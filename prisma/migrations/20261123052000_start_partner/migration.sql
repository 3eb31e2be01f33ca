-- What a cooperating authority sees of a cohort: its towns and how much happens, never what. Teams,
-- people and topics themselves stay closed to partners.
CREATE FUNCTION app.partner_overview(cohort_id uuid) RETURNS jsonb
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
                      AND b.state IN ('open', 'closed', 'decided'))))
    WHERE cohort_id = ANY (app.my_cohorts_as('partner')) $$;
