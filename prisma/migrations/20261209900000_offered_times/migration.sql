-- An offered day may have other times than the plan: several can be offered for one day.

-- DropIndex
DROP INDEX "date_option_workshopId_date_key";

-- AlterTable
ALTER TABLE "date_option" ADD COLUMN "startMinute" INTEGER,
ADD COLUMN "endMinute" INTEGER;

-- CreateIndex: without times of its own a day is offered once.
CREATE UNIQUE INDEX "date_option_workshopId_date_startMinute_endMinute_key"
  ON "date_option"("workshopId", "date", "startMinute", "endMinute") NULLS NOT DISTINCT;

ALTER TABLE date_option ADD CONSTRAINT date_option_times CHECK (
  ("startMinute" IS NULL) = ("endMinute" IS NULL)
  AND "startMinute" BETWEEN 0 AND 1439 AND "endMinute" BETWEEN 1 AND 2880);
