-- Who took a comment off the page: only she or he may bring it back.
ALTER TABLE comment ADD COLUMN "deletedById" uuid;

-- Ids are made by clients, whose clocks differ: a discussion is read in the order of arrival.
DROP INDEX "comment_topicId_id_idx";
CREATE INDEX "comment_topicId_createdAt_id_idx" ON comment ("topicId", "createdAt", id);

-- The supporters of a topic are counted together with those of the topics merged into it.
CREATE INDEX "topic_mergedIntoId_idx" ON topic ("mergedIntoId");

