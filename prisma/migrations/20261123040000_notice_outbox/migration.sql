-- The outbox: a mail is claimed ("sending"), handed over, and marked; a failed one waits for its next turn.
ALTER TYPE mail_state ADD VALUE 'sending' BEFORE 'sent';
ALTER TABLE mail ADD COLUMN "nextAttemptAt" timestamptz(3), ADD COLUMN "startedAt" timestamptz(3);

-- When a mail about a notice is due; null: none is wished, or it was read before.
ALTER TABLE notice ADD COLUMN "mailDueAt" timestamptz(3);
DROP INDEX "notice_accountId_mailedAt_idx";
CREATE INDEX "notice_mailDueAt_idx" ON notice ("mailDueAt");
GRANT UPDATE ("mailDueAt") ON notice TO werkraum_app;

-- A digest asks for many people's wishes at once, in the language of each.
GRANT DELETE ON mail TO werkraum_app;
CREATE POLICY sender_delete ON mail FOR DELETE TO werkraum_app USING ((SELECT app.is_system()));

-- Mails before the actor is known: a forgotten password, a first sign-in.
CREATE FUNCTION app.mail_queue(mail_id uuid, recipient_address text, mail_kind text, moment timestamptz,
                               mail_subject text, mail_text text, mail_html text, mail_headers jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO mail (id, recipient, kind, "createdAt") VALUES (mail_id, recipient_address, mail_kind, moment);
   INSERT INTO mail_content ("mailId", subject, text, html, headers)
   VALUES (mail_id, mail_subject, mail_text, mail_html, mail_headers) $$;

-- Behind the link in a mail: nobody is signed in; the program has checked the link's signature.
CREATE FUNCTION app.notice_unsubscribe(person uuid, new_pace notice_pace) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM notice_setting WHERE "accountId" = person AND kind <> '';
   INSERT INTO notice_setting ("accountId", kind, pace)
   SELECT id, '', new_pace FROM account WHERE id = person
   ON CONFLICT ("accountId", kind) DO UPDATE SET pace = new_pace;
   UPDATE notice SET "mailDueAt" = NULL
    WHERE "accountId" = person AND "mailedAt" IS NULL AND new_pace = 'off' $$;
