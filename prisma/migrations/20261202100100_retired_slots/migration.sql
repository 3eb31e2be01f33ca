-- Keys that were replaced are opened by nothing any more (ADR 11): a sheet or a device from before would
-- have opened them without any page that says so.
DELETE FROM key_slot s USING account_keys k WHERE k.id = s."keysId" AND k."retiredAt" IS NOT NULL;
