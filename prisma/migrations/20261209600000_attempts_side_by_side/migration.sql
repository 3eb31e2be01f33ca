-- Attempts that run side by side come here in another order than their moments were taken in. The later
-- one had left its own moment behind as the time from when the next may come; one that began a few
-- milliseconds before it was then told to wait a second, without a single failure. A group that signs in
-- together met that. No attempt is earlier now than the last one that was counted.
CREATE OR REPLACE FUNCTION app.attempt_take(
  attempt_keys text[], free_attempts int[], forgive_seconds int[],
  first_delays int[], longest_delays int[], moment timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE wait int;
BEGIN
  INSERT INTO attempt (key, failures, "lastAt", "nextAllowedAt")
  SELECT k, 0, moment, moment FROM unnest(attempt_keys) k ORDER BY k
  ON CONFLICT (key) DO NOTHING;
  PERFORM 1 FROM attempt WHERE key = ANY (attempt_keys) ORDER BY key FOR UPDATE;

  SELECT greatest(moment, max("lastAt")) INTO moment FROM attempt WHERE key = ANY (attempt_keys);

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
