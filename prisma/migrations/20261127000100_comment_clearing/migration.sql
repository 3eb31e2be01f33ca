-- A deleted comment can be brought back for a while; then its words are cleared for good. The row stays,
-- so that answers keep their place.

SELECT app.make_queue('comment.clear');

CREATE FUNCTION app.comment_clear(deleted_before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE cleared integer;
BEGIN
  IF NOT app.is_system() THEN RETURN 0; END IF;
  UPDATE comment SET body = '', "mentionIds" = '{}', "quotedId" = NULL
   WHERE "deletedAt" <= deleted_before AND body <> '';
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END
$$;

-- The job looks for comments that were deleted long ago, among all of them.
CREATE INDEX "comment_deletedAt_idx" ON "comment"("deletedAt") WHERE "deletedAt" IS NOT NULL AND body <> '';
