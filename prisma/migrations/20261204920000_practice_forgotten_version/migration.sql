-- A name that is withdrawn is no change that others have not been shown yet.
CREATE OR REPLACE FUNCTION app.practice_forget_person(person_id uuid, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE person practice_person%ROWTYPE; town text; now_version integer;
BEGIN
  SELECT * INTO person FROM practice_person WHERE id = person_id AND "withdrawnAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT name INTO town FROM team WHERE id = person."teamId";
  UPDATE practice SET content = app.json_without_name(content, person.name, town), version = version + 1
   WHERE id = person."practiceId" AND content <> app.json_without_name(content, person.name, town)
  RETURNING version INTO now_version;
  -- What is shown loses the name in the same moment: it is no further behind than before.
  UPDATE practice_release SET "fromVersion" = now_version
   WHERE "practiceId" = person."practiceId" AND "fromVersion" = now_version - 1;
  UPDATE practice_step SET "fromVersion" = now_version
   WHERE "practiceId" = person."practiceId" AND "fromVersion" = now_version - 1 AND state IN ('draft', 'proposed');
  UPDATE practice_revision SET content = app.json_without_name(content, person.name, town)
   WHERE "practiceId" = person."practiceId" AND content <> app.json_without_name(content, person.name, town);
  UPDATE practice_step SET content = app.json_without_name(content, person.name, town),
                           source = app.json_without_name(source, person.name, town),
                           reason = app.without_name(reason, person.name, town)
   WHERE "practiceId" = person."practiceId";
  UPDATE practice_release SET content = app.json_without_name(content, person.name, town),
                              gist = app.without_name(gist, person.name, town),
                              tags = ARRAY(SELECT app.without_name(tag, person.name, town) FROM unnest(tags) AS tag)
   WHERE "practiceId" = person."practiceId" AND content <> app.json_without_name(content, person.name, town);
  UPDATE comment SET body = app.without_name(body, person.name, town)
   WHERE "practiceId" = person."practiceId" AND body <> app.without_name(body, person.name, town);
  UPDATE practice_adoption SET why = app.without_name(why, person.name, town),
                               changed = app.without_name(changed, person.name, town),
                               result = app.without_name(result, person.name, town)
   WHERE "practiceId" = person."practiceId";
  UPDATE stored_file SET name = app.without_name(name, person.name, town)
   WHERE id IN (SELECT "fileId" FROM practice_file WHERE "practiceId" = person."practiceId"
                UNION SELECT "fileId" FROM practice_release_file WHERE "practiceId" = person."practiceId")
     AND name <> app.without_name(name, person.name, town);
  UPDATE practice_person SET name = '', role = '', contact = '', "withdrawnAt" = moment WHERE id = person_id;
END $$;
