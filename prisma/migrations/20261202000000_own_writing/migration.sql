-- What a person wrote in consultations, as it is stored: for her or his own data export, also after
-- leaving, as with everything else (app.account_export). Own words and own notes, and what opens them:
-- keys sealed for the person, and who the epochs of the own words were for. Nobody else's words.
CREATE FUNCTION app.consultation_own_writing() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
           'consultationId', c.id, 'cohortId', c."cohortId", 'cohortName', d.name, 'method', c.method,
           'createdAt', c."createdAt",
           'contributions', written.list, 'epochs', written.epochs, 'sealed', written.sealed,
           'notes', (SELECT app.base64url(n.blob) FROM consultation_note n
                      WHERE n."consultationId" = c.id AND n."accountId" = p."accountId"))
           ORDER BY c."createdAt", c.id), '[]')
    FROM consultation_participant p
    JOIN consultation c ON c.id = p."consultationId" JOIN cohort d ON d.id = c."cohortId"
   CROSS JOIN LATERAL (
     SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object(
               'id', t.id, 'threadId', t."consultationId", 'epoch', t.epoch, 'authorId', t."authorId",
               'keysId', t."keysId", 'method', c.method, 'phase', t.phase, 'round', t.round, 'kind', t.kind,
               'sequence', t.sequence, 'previousOwn', app.base64url(t."previousOwn"),
               'seen', app.base64url(t.seen), 'blob', app.base64url(t.blob),
               'blobHash', app.base64url(t."blobHash"), 'hash', app.base64url(t.hash),
               'signature', app.base64url(t.signature), 'createdAt', t."createdAt") ORDER BY t.position), '[]')
               FROM contribution t
              WHERE t."consultationId" = c.id AND t."authorId" = p."accountId"
                AND t.blob IS NOT NULL AND t.kind <> 'withdrawal') AS list,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('epoch', e.epoch,
                      'record', app.base64url(e.record)) ORDER BY e.epoch), '[]')
               FROM consultation_epoch e
              WHERE e."consultationId" = c.id
                AND EXISTS (SELECT 1 FROM contribution t WHERE t."consultationId" = c.id
                               AND t."authorId" = p."accountId" AND t.epoch = e.epoch)) AS epochs,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('epoch', k.epoch, 'keysId', k."keysId",
                      'sealed', app.base64url(k.sealed)) ORDER BY k.epoch), '[]')
               FROM consultation_key k
              WHERE k."consultationId" = c.id AND k."accountId" = p."accountId") AS sealed) written
   WHERE p."accountId" = app.account_id() AND c."destroyedAt" IS NULL
$$;
