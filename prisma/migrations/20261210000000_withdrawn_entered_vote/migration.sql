-- AlterEnum: a value can be used only once it is committed; the next migration does.
ALTER TYPE "entered_vote_answer" ADD VALUE 'withdrawn';
