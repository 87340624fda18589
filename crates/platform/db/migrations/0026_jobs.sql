-- Queues, so that no kind of work waits for another; daily work that is scheduled by the clock.

ALTER TABLE jobs ADD COLUMN queue TEXT NOT NULL DEFAULT 'now';
ALTER TABLE jobs ADD COLUMN priority BIGINT NOT NULL DEFAULT 1;
ALTER TABLE jobs ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
-- `attempts` counts how often a job was taken and tells whose it is; `failures` counts what leads to giving it up.
ALTER TABLE jobs ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN retry_at BIGINT;

-- `run_at` is an instant that somebody has chosen, and 0 for what runs as soon as possible, so that a wrong
-- clock delays nothing.
UPDATE jobs SET created_at = run_at, failures = attempts;
UPDATE jobs SET run_at = 0 WHERE kind <> 'publish-entry';
UPDATE jobs SET queue = 'mail', payload = '{"mail":' || payload || ',"priority":"normal"}' WHERE kind = 'mail';
DELETE FROM jobs WHERE kind IN ('mail-housekeeping', 'purge-accounts', 'purge-media', 'purge-messages');

DROP INDEX jobs_by_time;
CREATE INDEX jobs_by_queue ON jobs (queue, priority, run_at, id) WHERE failed_at IS NULL;
CREATE INDEX jobs_given_up ON jobs (failed_at, id) WHERE failed_at IS NOT NULL;

-- The day of each chore that was done last, and when it was last in order: done, or heard of for the first time.
CREATE TABLE chores (
    kind     TEXT   PRIMARY KEY,
    day      TEXT   NOT NULL,
    in_order BIGINT NOT NULL
);

ALTER TABLE outbox ADD COLUMN headers TEXT NOT NULL DEFAULT '[]';
