-- Pages in memory note what they were made from, and a write says what it changes: the topics. From now on
-- content_version counts the publications of every topic; a topic keeps the number of the last one that named
-- it. So a topic that was forgotten and comes back has a greater number than ever before.
CREATE TABLE topics (
    name    TEXT PRIMARY KEY CHECK (LENGTH(name) BETWEEN 1 AND 64),
    version BIGINT NOT NULL
);
CREATE INDEX topics_version ON topics (version);
INSERT INTO topics (name, version) SELECT 'content', version FROM content_version WHERE version > 0;
