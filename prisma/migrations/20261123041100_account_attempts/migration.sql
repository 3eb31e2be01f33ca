-- Limits on attempts. An attempt is taken before the secret is looked at, in a transaction of its
-- own: a refusal rolls nothing back here, and attempts at the same moment cannot slip through.

-- Takes one attempt under every key, or none. Answers 0, or the seconds to wait. A refused attempt
-- does not prolong the wait: otherwise a stranger could keep a person out for good.
CREATE FUNCTION app.attempt_take(attempt_keys text[], free_attempts int[], forgive_seconds int[],
                                 first_delays int[], longest_delays int[], moment timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE wait int;
BEGIN
  INSERT INTO attempt (key, failures, "lastAt", "nextAllowedAt")
  SELECT k, 0, moment, moment FROM unnest(attempt_keys) k ORDER BY k
  ON CONFLICT (key) DO NOTHING;
  PERFORM 1 FROM attempt WHERE key = ANY (attempt_keys) ORDER BY key FOR UPDATE;

  SELECT coalesce(max(ceil(extract(epoch FROM "nextAllowedAt" - moment))), 0)::int INTO wait
    FROM attempt WHERE key = ANY (attempt_keys) AND "nextAllowedAt" > moment;
  IF wait > 0 THEN RETURN wait; END IF;

  UPDATE attempt a
     SET failures = n.failures, "lastAt" = moment,
         "nextAllowedAt" = moment + make_interval(secs => CASE
           WHEN n.failures < n.free THEN 0
           ELSE least(n.longest, n.first * 2 ^ least(n.failures - n.free, 20)) END)
    FROM (SELECT o.key, l.free, l.first, l.longest,
                 1 + greatest(0, o.failures
                   - floor(extract(epoch FROM moment - o."lastAt") / l.forgive)::int) AS failures
            FROM unnest(attempt_keys, free_attempts, forgive_seconds, first_delays, longest_delays)
                   AS l (key, free, forgive, first, longest)
            JOIN attempt o ON o.key = l.key) n
   WHERE a.key = n.key;
  RETURN 0;
END
$$;

-- The attempt was right after all: what was counted for it is taken back.
CREATE FUNCTION app.attempt_return(attempt_keys text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE attempt SET failures = greatest(0, failures - 1) WHERE key = ANY (attempt_keys) $$;

CREATE FUNCTION app.attempt_forget(attempt_keys text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM attempt WHERE key = ANY (attempt_keys) $$;

CREATE FUNCTION app.attempt_forget_before(moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM attempt WHERE "lastAt" < moment AND "nextAllowedAt" < moment $$;

-- The installation's one row, with its secret, before anybody has set it up.
CREATE FUNCTION app.installation_prepare(new_pepper bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO installation (id, organisation, "contactEmail", pepper) VALUES (1, '', '', new_pepper)
   ON CONFLICT (id) DO NOTHING $$;

-- Every cost that stored passwords have, so that made-up answers for unknown addresses look alike.
CREATE FUNCTION app.stretch_costs() RETURNS SETOF jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT DISTINCT stretching - 'salt' FROM credential $$;
