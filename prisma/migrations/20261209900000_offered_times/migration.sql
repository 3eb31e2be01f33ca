-- A day is offered with its times: several can be offered for one day, and what was offered stays what
-- people have answered, whatever is planned afterwards.

-- DropIndex
DROP INDEX "date_option_workshopId_date_key";

-- AlterTable
ALTER TABLE "date_option" ADD COLUMN "startMinute" INTEGER,
ADD COLUMN "endMinute" INTEGER;

UPDATE date_option o SET "startMinute" = d."startMinute", "endMinute" = d."endMinute"
  FROM workshop_day d WHERE d."workshopId" = o."workshopId"
   AND (SELECT count(*) FROM workshop_day other WHERE other."workshopId" = o."workshopId") = 1;

-- CreateIndex: an event of several days is offered by its first day alone.
CREATE UNIQUE INDEX "date_option_workshopId_date_startMinute_endMinute_key"
  ON "date_option"("workshopId", "date", "startMinute", "endMinute") NULLS NOT DISTINCT;

ALTER TABLE date_option ADD CONSTRAINT date_option_times CHECK (
  ("startMinute" IS NULL) = ("endMinute" IS NULL)
  AND "startMinute" BETWEEN 0 AND 1439 AND "endMinute" BETWEEN 1 AND 2880);
