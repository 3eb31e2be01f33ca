-- CreateEnum
CREATE TYPE "consultation_form" AS ENUM ('live', 'written');

-- CreateEnum
CREATE TYPE "consultation_state" AS ENUM ('planned', 'running', 'paused', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "consultation_role" AS ENUM ('case_giver', 'peer_moderator', 'adviser');

-- CreateEnum
CREATE TYPE "consultation_answer" AS ENUM ('asked', 'joined', 'declined');

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "awayUntil" DATE;

-- CreateTable
CREATE TABLE "consultation" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "caseGiverId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "moduleKey" TEXT,
    "form" "consultation_form" NOT NULL,
    "state" "consultation_state" NOT NULL DEFAULT 'planned',
    "phase" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 0,
    "phaseStartedAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "pausedMs" INTEGER NOT NULL DEFAULT 0,
    "extraMs" INTEGER NOT NULL DEFAULT 0,
    "isLoopOpen" BOOLEAN NOT NULL DEFAULT false,
    "endAskedAt" TIMESTAMPTZ(3),
    "before" JSONB,
    "plannedFor" TIMESTAMPTZ(3),
    "hasPseudonyms" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "followUpDays" INTEGER NOT NULL DEFAULT 28,
    "followUpAskedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "destroyedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_participant" (
    "cohortId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "role" "consultation_role" NOT NULL,
    "isSecretary" BOOLEAN NOT NULL DEFAULT false,
    "pseudonym" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" "consultation_answer" NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_participant_pkey" PRIMARY KEY ("consultationId","accountId")
);

-- CreateTable
CREATE TABLE "consultation_epoch" (
    "cohortId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "record" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_epoch_pkey" PRIMARY KEY ("consultationId","epoch")
);

-- CreateTable
CREATE TABLE "consultation_key" (
    "cohortId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "keysId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_key_pkey" PRIMARY KEY ("consultationId","epoch","accountId","keysId")
);

-- CreateTable
CREATE TABLE "contribution" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "keysId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "previousOwn" BYTEA NOT NULL,
    "seen" BYTEA NOT NULL,
    "blobHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "blob" BYTEA,
    "signature" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_note" (
    "cohortId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "blob" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_note_pkey" PRIMARY KEY ("consultationId","accountId")
);

-- CreateIndex
CREATE INDEX "consultation_cohortId_caseGiverId_idx" ON "consultation"("cohortId", "caseGiverId");

-- CreateIndex
CREATE INDEX "consultation_expiresAt_idx" ON "consultation"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_cohortId_id_key" ON "consultation"("cohortId", "id");

-- CreateIndex
CREATE INDEX "consultation_participant_accountId_idx" ON "consultation_participant"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_epoch_cohortId_consultationId_epoch_key" ON "consultation_epoch"("cohortId", "consultationId", "epoch");

-- CreateIndex
CREATE INDEX "consultation_key_accountId_idx" ON "consultation_key"("accountId");

-- CreateIndex
CREATE INDEX "contribution_authorId_idx" ON "contribution"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_consultationId_position_key" ON "contribution"("consultationId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_consultationId_authorId_sequence_key" ON "contribution"("consultationId", "authorId", "sequence");

-- CreateIndex
CREATE INDEX "consultation_note_accountId_idx" ON "consultation_note"("accountId");

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_participant" ADD CONSTRAINT "consultation_participant_cohortId_consultationId_fkey" FOREIGN KEY ("cohortId", "consultationId") REFERENCES "consultation"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_epoch" ADD CONSTRAINT "consultation_epoch_cohortId_consultationId_fkey" FOREIGN KEY ("cohortId", "consultationId") REFERENCES "consultation"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_key" ADD CONSTRAINT "consultation_key_cohortId_consultationId_epoch_fkey" FOREIGN KEY ("cohortId", "consultationId", "epoch") REFERENCES "consultation_epoch"("cohortId", "consultationId", "epoch") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_cohortId_consultationId_fkey" FOREIGN KEY ("cohortId", "consultationId") REFERENCES "consultation"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_cohortId_consultationId_epoch_fkey" FOREIGN KEY ("cohortId", "consultationId", "epoch") REFERENCES "consultation_epoch"("cohortId", "consultationId", "epoch") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_note" ADD CONSTRAINT "consultation_note_cohortId_consultationId_fkey" FOREIGN KEY ("cohortId", "consultationId") REFERENCES "consultation"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
