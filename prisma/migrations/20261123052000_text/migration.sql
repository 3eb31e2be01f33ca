-- The administrator's texts: edited with a version, so that nobody overwrites anybody, and read by
-- everyone together with the day they were changed.

ALTER TABLE installation_text ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

DROP FUNCTION app.installation_text_public(text_kind, text);

CREATE FUNCTION app.installation_text_public(shown_kind text_kind, shown_locale text)
RETURNS TABLE (body text, "changedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT body, "changedAt" FROM installation_text WHERE kind = shown_kind AND locale = shown_locale $$;
