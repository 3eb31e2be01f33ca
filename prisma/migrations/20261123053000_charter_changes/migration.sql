-- A new version of the charter says in plain words what changes for people, in both languages.
ALTER TABLE charter ADD COLUMN "changesDe" TEXT NOT NULL DEFAULT '';
ALTER TABLE charter ADD COLUMN "changesEn" TEXT NOT NULL DEFAULT '';
