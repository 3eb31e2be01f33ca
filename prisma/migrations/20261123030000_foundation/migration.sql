-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "account_link_kind" AS ENUM ('setup', 'reset', 'email_old', 'email_new');

-- CreateEnum
CREATE TYPE "text_kind" AS ENUM ('imprint', 'privacy', 'accessibility');

-- CreateEnum
CREATE TYPE "ballot_method" AS ENUM ('approval', 'dots', 'score', 'ranked', 'resistance', 'equal_shares');

-- CreateEnum
CREATE TYPE "ballot_state" AS ENUM ('draft', 'open', 'closed', 'decided', 'cancelled');

-- CreateEnum
CREATE TYPE "electorate" AS ENUM ('persons', 'teams');

-- CreateEnum
CREATE TYPE "cohort_state" AS ENUM ('draft', 'forming', 'closed', 'concluded', 'archived', 'erased');

-- CreateEnum
CREATE TYPE "site_kind" AS ENUM ('city', 'municipality', 'district', 'other');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('member', 'moderator', 'organiser', 'expert', 'partner');

-- CreateEnum
CREATE TYPE "membership_change" AS ENUM ('joined', 'left', 'replaced', 'role_given', 'role_ended', 'cohort_closed', 'cohort_reopened');

-- CreateEnum
CREATE TYPE "notice_pace" AS ENUM ('at_once', 'daily', 'off');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "topic_state" AS ENUM ('draft', 'unconfirmed', 'proposed', 'on_ballot', 'chosen', 'carried_over', 'scheduled', 'worked_on', 'outcome', 'withdrawn', 'merged');

-- CreateEnum
CREATE TYPE "topic_format" AS ENUM ('open', 'input', 'discussion', 'group_work', 'practice_example', 'peer_consultation');

-- CreateEnum
CREATE TYPE "merge_state" AS ENUM ('proposed', 'merged', 'declined', 'undone');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "isAdministrator" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "deletionAsked" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "accountId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "stretching" JSONB NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "session" (
    "idHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("idHash")
);

-- CreateTable
CREATE TABLE "account_link" (
    "tokenHash" TEXT NOT NULL,
    "kind" "account_link_kind" NOT NULL,
    "accountId" UUID,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "attempt" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAllowedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "organisation" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "setUpAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "pepper" BYTEA NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation_text" (
    "kind" "text_kind" NOT NULL,
    "locale" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_text_pkey" PRIMARY KEY ("kind","locale")
);

-- CreateTable
CREATE TABLE "ballot" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "method" "ballot_method" NOT NULL,
    "settings" JSONB NOT NULL,
    "electorate" "electorate" NOT NULL,
    "isSecret" BOOLEAN NOT NULL DEFAULT false,
    "includesModerators" BOOLEAN NOT NULL DEFAULT false,
    "quorumPercent" INTEGER,
    "minutes" INTEGER,
    "state" "ballot_state" NOT NULL DEFAULT 'draft',
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "lotHash" TEXT,
    "result" JSONB,
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_lot" (
    "cohortId" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "order" UUID[],
    "salt" TEXT NOT NULL,

    CONSTRAINT "ballot_lot_pkey" PRIMARY KEY ("ballotId")
);

-- CreateTable
CREATE TABLE "ballot_option" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "topicId" UUID,
    "title" TEXT NOT NULL,
    "minutes" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ballot_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voter" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "teamId" UUID,
    "accountId" UUID,
    "hasVoted" BOOLEAN NOT NULL DEFAULT false,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "voter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote" (
    "cohortId" UUID NOT NULL,
    "voterId" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "choice" JSONB NOT NULL,
    "castById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "castAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("voterId")
);

-- CreateTable
CREATE TABLE "ballot_box" (
    "cohortId" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "entries" JSONB NOT NULL,

    CONSTRAINT "ballot_box_pkey" PRIMARY KEY ("ballotId")
);

-- CreateTable
CREATE TABLE "decision" (
    "cohortId" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decision_pkey" PRIMARY KEY ("ballotId")
);

-- CreateTable
CREATE TABLE "decision_item" (
    "cohortId" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "isChosen" BOOLEAN NOT NULL,
    "isDeparture" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decision_item_pkey" PRIMARY KEY ("ballotId","optionId")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "cohort_state" NOT NULL DEFAULT 'draft',
    "siteSeats" INTEGER NOT NULL DEFAULT 10,
    "teamSize" INTEGER NOT NULL DEFAULT 2,
    "startsOn" DATE,
    "endsOn" DATE,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "welcome" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_date" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "cohort_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "siteKind" "site_kind" NOT NULL DEFAULT 'municipality',
    "inhabitants" INTEGER,
    "tileColumn" INTEGER,
    "tileRow" INTEGER,
    "startingPoint" TEXT NOT NULL DEFAULT '',
    "aims" TEXT NOT NULL DEFAULT '',
    "offers" TEXT NOT NULL DEFAULT '',
    "seeks" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "role" NOT NULL,
    "teamId" UUID,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "occupation" TEXT NOT NULL DEFAULT '',
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "contactHint" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_log" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "change" "membership_change" NOT NULL,
    "personName" TEXT NOT NULL,
    "successorName" TEXT,
    "role" "role",
    "teamName" TEXT,
    "byName" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "membership_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "role" "role" NOT NULL,
    "teamId" UUID,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "replacesMembershipId" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "join_code" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "join_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charter" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "bodyDe" TEXT NOT NULL,
    "bodyEn" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "charter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charter_acceptance" (
    "cohortId" UUID NOT NULL,
    "charterId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "charter_acceptance_pkey" PRIMARY KEY ("charterId","accountId")
);

-- CreateTable
CREATE TABLE "announcement" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "teamIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "roles" "role"[] NOT NULL DEFAULT ARRAY[]::"role"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "activityId" UUID,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_setting" (
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "pace" "notice_pace" NOT NULL,
    "quietFrom" INTEGER,
    "quietUntil" INTEGER,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("accountId","kind")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_content" (
    "mailId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headers" JSONB NOT NULL,

    CONSTRAINT "mail_content_pkey" PRIMARY KEY ("mailId")
);

-- CreateTable
CREATE TABLE "topic" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "proposedById" UUID,
    "enteredById" UUID,
    "state" "topic_state" NOT NULL,
    "question" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "whyNow" TEXT NOT NULL DEFAULT '',
    "bringsCase" TEXT NOT NULL DEFAULT '',
    "bringsFailure" TEXT NOT NULL DEFAULT '',
    "bringsExpert" TEXT NOT NULL DEFAULT '',
    "needs" BOOLEAN NOT NULL DEFAULT false,
    "offers" BOOLEAN NOT NULL DEFAULT false,
    "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "minutes" INTEGER,
    "format" "topic_format" NOT NULL DEFAULT 'open',
    "mergedIntoId" UUID,
    "pinnedAt" TIMESTAMPTZ(3),
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "activeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_revision" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "topic_revision_pkey" PRIMARY KEY ("topicId","version")
);

-- CreateTable
CREATE TABLE "comment" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "quotedId" UUID,
    "mentionIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_pkey" PRIMARY KEY ("topicId","teamId")
);

-- CreateTable
CREATE TABLE "follow" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("topicId","accountId")
);

-- CreateTable
CREATE TABLE "topic_note" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_guest" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_guest_pkey" PRIMARY KEY ("topicId","membershipId")
);

-- CreateTable
CREATE TABLE "merge" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "state" "merge_state" NOT NULL DEFAULT 'proposed',
    "reason" TEXT NOT NULL DEFAULT '',
    "proposedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "fromState" "topic_state",

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge_consent" (
    "cohortId" UUID NOT NULL,
    "mergeId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merge_consent_pkey" PRIMARY KEY ("mergeId","teamId")
);

-- CreateIndex
CREATE UNIQUE INDEX "credential_email_key" ON "credential"("email");

-- CreateIndex
CREATE INDEX "session_accountId_idx" ON "session"("accountId");

-- CreateIndex
CREATE INDEX "account_link_accountId_idx" ON "account_link"("accountId");

-- CreateIndex
CREATE INDEX "attempt_lastAt_idx" ON "attempt"("lastAt");

-- CreateIndex
CREATE INDEX "ballot_cohortId_state_closesAt_idx" ON "ballot"("cohortId", "state", "closesAt");

-- CreateIndex
CREATE INDEX "ballot_state_closesAt_idx" ON "ballot"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_cohortId_id_key" ON "ballot"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_lot_cohortId_ballotId_key" ON "ballot_lot"("cohortId", "ballotId");

-- CreateIndex
CREATE INDEX "ballot_option_topicId_idx" ON "ballot_option"("topicId");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_option_ballotId_position_key" ON "ballot_option"("ballotId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "voter_cohortId_id_key" ON "voter"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "voter_ballotId_teamId_key" ON "voter"("ballotId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "voter_ballotId_accountId_key" ON "voter"("ballotId", "accountId");

-- CreateIndex
CREATE INDEX "vote_ballotId_idx" ON "vote"("ballotId");

-- CreateIndex
CREATE UNIQUE INDEX "vote_cohortId_voterId_key" ON "vote"("cohortId", "voterId");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_box_cohortId_ballotId_key" ON "ballot_box"("cohortId", "ballotId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_cohortId_ballotId_key" ON "decision"("cohortId", "ballotId");

-- CreateIndex
CREATE INDEX "cohort_programmeId_idx" ON "cohort"("programmeId");

-- CreateIndex
CREATE INDEX "cohort_date_cohortId_startsAt_idx" ON "cohort_date"("cohortId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_date_cohortId_id_key" ON "cohort_date"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "team_cohortId_id_key" ON "team"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "team_cohortId_name_key" ON "team"("cohortId", "name");

-- CreateIndex
CREATE INDEX "membership_accountId_idx" ON "membership"("accountId");

-- CreateIndex
CREATE INDEX "membership_cohortId_teamId_idx" ON "membership"("cohortId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "membership_cohortId_id_key" ON "membership"("cohortId", "id");

-- CreateIndex
CREATE INDEX "membership_log_cohortId_id_idx" ON "membership_log"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_codeHash_key" ON "invitation"("codeHash");

-- CreateIndex
CREATE INDEX "invitation_cohortId_email_idx" ON "invitation"("cohortId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_cohortId_id_key" ON "invitation"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "join_code_codeHash_key" ON "join_code"("codeHash");

-- CreateIndex
CREATE INDEX "join_code_cohortId_idx" ON "join_code"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "charter_cohortId_id_key" ON "charter"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "charter_cohortId_version_key" ON "charter"("cohortId", "version");

-- CreateIndex
CREATE INDEX "charter_acceptance_cohortId_accountId_idx" ON "charter_acceptance"("cohortId", "accountId");

-- CreateIndex
CREATE INDEX "announcement_cohortId_id_idx" ON "announcement"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_cohortId_id_key" ON "announcement"("cohortId", "id");

-- CreateIndex
CREATE INDEX "activity_cohortId_id_idx" ON "activity"("cohortId", "id");

-- CreateIndex
CREATE INDEX "activity_cohortId_subjectId_id_idx" ON "activity"("cohortId", "subjectId", "id");

-- CreateIndex
CREATE INDEX "notice_accountId_id_idx" ON "notice"("accountId", "id");

-- CreateIndex
CREATE INDEX "notice_accountId_mailedAt_idx" ON "notice"("accountId", "mailedAt");

-- CreateIndex
CREATE UNIQUE INDEX "notice_accountId_activityId_key" ON "notice"("accountId", "activityId");

-- CreateIndex
CREATE INDEX "mail_state_createdAt_idx" ON "mail"("state", "createdAt");

-- CreateIndex
CREATE INDEX "mail_createdAt_idx" ON "mail"("createdAt");

-- CreateIndex
CREATE INDEX "topic_cohortId_state_activeAt_id_idx" ON "topic"("cohortId", "state", "activeAt" DESC, "id");

-- CreateIndex
CREATE INDEX "topic_cohortId_teamId_idx" ON "topic"("cohortId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "topic_cohortId_id_key" ON "topic"("cohortId", "id");

-- CreateIndex
CREATE INDEX "comment_topicId_id_idx" ON "comment"("topicId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_cohortId_id_key" ON "comment"("cohortId", "id");

-- CreateIndex
CREATE INDEX "support_cohortId_teamId_idx" ON "support"("cohortId", "teamId");

-- CreateIndex
CREATE INDEX "follow_cohortId_accountId_idx" ON "follow"("cohortId", "accountId");

-- CreateIndex
CREATE INDEX "topic_note_topicId_id_idx" ON "topic_note"("topicId", "id");

-- CreateIndex
CREATE INDEX "topic_guest_membershipId_idx" ON "topic_guest"("membershipId");

-- CreateIndex
CREATE INDEX "merge_fromId_idx" ON "merge"("fromId");

-- CreateIndex
CREATE INDEX "merge_intoId_idx" ON "merge"("intoId");

-- CreateIndex
CREATE UNIQUE INDEX "merge_cohortId_id_key" ON "merge"("cohortId", "id");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_lot" ADD CONSTRAINT "ballot_lot_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_option" ADD CONSTRAINT "ballot_option_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_option" ADD CONSTRAINT "ballot_option_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voter" ADD CONSTRAINT "voter_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_cohortId_voterId_fkey" FOREIGN KEY ("cohortId", "voterId") REFERENCES "voter"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_box" ADD CONSTRAINT "ballot_box_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_item" ADD CONSTRAINT "decision_item_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "decision"("cohortId", "ballotId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_date" ADD CONSTRAINT "cohort_date_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_log" ADD CONSTRAINT "membership_log_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charter" ADD CONSTRAINT "charter_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charter_acceptance" ADD CONSTRAINT "charter_acceptance_cohortId_charterId_fkey" FOREIGN KEY ("cohortId", "charterId") REFERENCES "charter"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_content" ADD CONSTRAINT "mail_content_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_cohortId_mergedIntoId_fkey" FOREIGN KEY ("cohortId", "mergedIntoId") REFERENCES "topic"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_revision" ADD CONSTRAINT "topic_revision_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_cohortId_quotedId_fkey" FOREIGN KEY ("cohortId", "quotedId") REFERENCES "comment"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_note" ADD CONSTRAINT "topic_note_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_guest" ADD CONSTRAINT "topic_guest_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_guest" ADD CONSTRAINT "topic_guest_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_cohortId_fromId_fkey" FOREIGN KEY ("cohortId", "fromId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_cohortId_intoId_fkey" FOREIGN KEY ("cohortId", "intoId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_consent" ADD CONSTRAINT "merge_consent_cohortId_mergeId_fkey" FOREIGN KEY ("cohortId", "mergeId") REFERENCES "merge"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

