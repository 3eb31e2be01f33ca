-- Who is to be seen on a photo may ask that it goes, also when the cohort has long been archived. From now on
-- this function is the only way: it takes the photo out of every published version as well.
CREATE FUNCTION app.proceedings_photo_remove(photo_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE gone proceedings_photo%ROWTYPE;
BEGIN
  DELETE FROM proceedings_photo
   WHERE id = photo_id
     AND ("cohortId" = ANY (app.my_cohorts_as('moderator'))
          OR ("addedById" = app.account_id() AND "cohortId" = ANY (app.my_cohorts())))
  RETURNING * INTO gone;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM proceedings_version_photo
   WHERE "workshopId" = gone."workshopId" AND "fileId" = gone."fileId";
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.proceedings_photo_remove(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.proceedings_photo_remove(uuid) TO werkraum_app;

DROP POLICY own_delete ON proceedings_photo;
DROP POLICY photo_delete ON proceedings_version_photo;
REVOKE DELETE ON proceedings_photo, proceedings_version_photo FROM werkraum_app;

SELECT app.pass_archive('proceedings_photo', 'DELETE');
SELECT app.pass_archive('proceedings_version_photo', 'DELETE');
