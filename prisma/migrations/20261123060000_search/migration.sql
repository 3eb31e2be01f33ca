-- Search. Triggers keep one entry per thing that can be found; a named function, limited to what the
-- actor reads, finds ids by the index, and the rows are then read under their own policies. (The
-- full-text operator is not leakproof: under row-level security PostgreSQL would not use the index.)

CREATE TABLE search_entry (
  "cohortId" UUID NOT NULL,
  kind TEXT NOT NULL,
  "subjectId" UUID NOT NULL,
  "topicId" UUID,
  words tsvector NOT NULL,
  CONSTRAINT search_entry_pkey PRIMARY KEY (kind, "subjectId")
);
ALTER TABLE search_entry ADD CONSTRAINT "search_entry_cohortId_fkey"
  FOREIGN KEY ("cohortId") REFERENCES cohort (id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX search_entry_words_idx ON search_entry USING gin (words);
CREATE INDEX "search_entry_cohortId_idx" ON search_entry ("cohortId");
ALTER TABLE search_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON search_entry TO CURRENT_USER USING (true) WITH CHECK (true);

-- "Müller" is found as "Muller" and as "Mueller".
CREATE FUNCTION app.fold(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT replace(translate(lower(word), 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžčćłąęśźż',
                                         'aaaaaaceeeeiiiinoooooouuuuyyszcclaeszz'), 'ß', 'ss') $$;
CREATE FUNCTION app.fold_spelled_out(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT app.fold(replace(replace(replace(lower(word), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) $$;

CREATE FUNCTION app.plain(html text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_replace(regexp_replace(html, '<[^>]*>', ' ', 'g'), '&[a-z#0-9]+;', ' ', 'g') $$;

CREATE FUNCTION app.words_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_tsvector('pg_catalog.german', folded) || to_tsvector('pg_catalog.english', folded)
       || to_tsvector('pg_catalog.simple', folded) $$;

-- The title weighs more than the body. The cohort is a word too: so the index alone keeps apart what
-- belongs to which cohort, however many of them use the same words.
CREATE FUNCTION app.search_words(cohort uuid, title text, body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT setweight(app.words_of(app.fold(title) || CASE WHEN title ~* '[äöü]' THEN ' ' || app.fold_spelled_out(title) ELSE '' END), 'A')
       || app.words_of(app.fold(body) || CASE WHEN body ~* '[äöü]' THEN ' ' || app.fold_spelled_out(body) ELSE '' END)
       || array_to_tsvector(ARRAY['cohort' || replace(cohort::text, '-', '')]) $$;

CREATE FUNCTION app.search_keep(cohort uuid, entry_kind text, subject uuid, topic uuid, title text, body text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO search_entry ("cohortId", kind, "subjectId", "topicId", words)
   VALUES (cohort, entry_kind, subject, topic, app.search_words(cohort, title, body))
   ON CONFLICT (kind, "subjectId") DO UPDATE SET words = excluded.words $$;

CREATE FUNCTION app.search_drop(entry_kind text, subject uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM search_entry WHERE kind = entry_kind AND "subjectId" = subject $$;

CREATE FUNCTION app.search_topic() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'topic', NEW.id, NEW.id, NEW.question,
    app.plain(concat_ws(' ', NEW.about, NEW."whyNow", NEW."bringsCase", NEW."bringsFailure", NEW."bringsExpert",
                        array_to_string(NEW.tags, ' '))));
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE OF question, about, "whyNow", "bringsCase", "bringsFailure", "bringsExpert", tags
  ON topic FOR EACH ROW EXECUTE FUNCTION app.search_topic();

CREATE FUNCTION app.search_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF NEW."deletedAt" IS NULL
  THEN PERFORM app.search_keep(NEW."cohortId", 'comment', NEW.id, NEW."topicId", '', app.plain(NEW.body));
  ELSE PERFORM app.search_drop('comment', NEW.id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE OF body, "deletedAt"
  ON comment FOR EACH ROW EXECUTE FUNCTION app.search_comment();

CREATE FUNCTION app.search_team() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'team', NEW.id, NULL, NEW.name,
    app.plain(concat_ws(' ', NEW."startingPoint", NEW.aims, NEW.offers, NEW.seeks)));
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE OF name, "startingPoint", aims, offers, seeks
  ON team FOR EACH ROW EXECUTE FUNCTION app.search_team();

CREATE FUNCTION app.search_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF NEW."endedAt" IS NULL AND NEW.role <> 'partner'
  THEN PERFORM app.search_keep(NEW."cohortId", 'membership', NEW.id, NULL,
         (SELECT name FROM account WHERE id = NEW."accountId"),
         concat_ws(' ', NEW.occupation, (SELECT name FROM team WHERE id = NEW."teamId")));
  ELSE PERFORM app.search_drop('membership', NEW.id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE OF "endedAt", occupation
  ON membership FOR EACH ROW EXECUTE FUNCTION app.search_person();

CREATE FUNCTION app.search_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  UPDATE membership SET occupation = occupation WHERE "accountId" = NEW.id AND "endedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER UPDATE OF name ON account
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION app.search_renamed();

CREATE FUNCTION app.search_announcement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'announcement', NEW.id, NULL, NEW.subject, app.plain(NEW.body));
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE OF subject, body
  ON announcement FOR EACH ROW EXECUTE FUNCTION app.search_announcement();

CREATE FUNCTION app.search_ballot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'ballot', NEW.id, NULL, NEW.title, app.plain(NEW.explanation));
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE OF title, explanation
  ON ballot FOR EACH ROW EXECUTE FUNCTION app.search_ballot();

CREATE FUNCTION app.search_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_drop(TG_ARGV[0], OLD.id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_drop AFTER DELETE ON topic FOR EACH ROW EXECUTE FUNCTION app.search_gone('topic');
CREATE TRIGGER search_drop AFTER DELETE ON comment FOR EACH ROW EXECUTE FUNCTION app.search_gone('comment');
CREATE TRIGGER search_drop AFTER DELETE ON team FOR EACH ROW EXECUTE FUNCTION app.search_gone('team');
CREATE TRIGGER search_drop AFTER DELETE ON membership FOR EACH ROW EXECUTE FUNCTION app.search_gone('membership');
CREATE TRIGGER search_drop AFTER DELETE ON announcement FOR EACH ROW EXECUTE FUNCTION app.search_gone('announcement');
CREATE TRIGGER search_drop AFTER DELETE ON ballot FOR EACH ROW EXECUTE FUNCTION app.search_gone('ballot');

-- One word: as German, as English or as it stands; the last one also as the beginning of a word.
CREATE FUNCTION app.search_word(word text, is_last boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE AS
$$ SELECT plainto_tsquery('pg_catalog.german', word) || plainto_tsquery('pg_catalog.english', word)
       || plainto_tsquery('pg_catalog.simple', word)
       || CASE WHEN is_last THEN to_tsquery('pg_catalog.simple', quote_literal(word) || ':*') ELSE ''::tsquery END $$;

CREATE FUNCTION app.search_query(typed text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
  typed_words text[] := regexp_split_to_array(trim(regexp_replace(left(typed, 200), '[^[:alnum:]]+', ' ', 'g')), ' ');
  found tsquery;
  one tsquery;
BEGIN
  FOR i IN 1 .. least(cardinality(typed_words), 12) LOOP
    CONTINUE WHEN typed_words[i] = '';
    one := app.search_word(app.fold(typed_words[i]), i = cardinality(typed_words))
        || app.search_word(app.fold_spelled_out(typed_words[i]), i = cardinality(typed_words));
    found := CASE WHEN found IS NULL THEN one ELSE found && one END;
  END LOOP;
  RETURN found;
END $$;

-- Ids only, of one cohort of the actor's; an expert's are limited to the topics she was invited to.
CREATE FUNCTION app.search_find(cohort uuid, typed text, maximum int)
RETURNS TABLE (kind text, "subjectId" uuid, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  wanted tsquery := app.search_query(typed);
  reads_all boolean := cohort = ANY (app.my_cohorts());
  guest_topics uuid[] := app.my_guest_topics();
BEGIN
  IF wanted IS NULL OR NOT (reads_all OR cardinality(guest_topics) > 0) THEN RETURN; END IF;
  RETURN QUERY
    SELECT e.kind, e."subjectId", ts_rank(e.words, wanted)
      FROM search_entry e
     WHERE e.words @@ (wanted && ('cohort' || replace(cohort::text, '-', ''))::tsquery)
       AND (reads_all OR e."topicId" = ANY (guest_topics))
     ORDER BY ts_rank(e.words, wanted) DESC, e."subjectId" DESC
     LIMIT maximum;
END $$;
