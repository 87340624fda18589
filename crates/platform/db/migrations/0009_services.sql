-- What happens later: jobs. What leaves by mail: the outbox. What no visitor may know: keys.

-- A job that is done is gone. One that failed for good stays, with the time and the reason.
CREATE TABLE jobs (
    id           UUID   PRIMARY KEY,
    kind         TEXT   NOT NULL,
    name         TEXT   UNIQUE,
    payload      TEXT   NOT NULL,
    run_at       BIGINT NOT NULL,
    attempts     BIGINT NOT NULL,
    locked_until BIGINT,
    failed_at    BIGINT,
    last_error   TEXT
);
CREATE INDEX jobs_by_time ON jobs (run_at, id) WHERE failed_at IS NULL;

CREATE TABLE outbox (
    id         UUID   PRIMARY KEY,
    recipient  TEXT   NOT NULL,
    reply_to   TEXT,
    subject    TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    attempts   BIGINT NOT NULL,
    sent_at    BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_by_time ON outbox (created_at);

CREATE TABLE keys (
    purpose    TEXT   PRIMARY KEY,
    secret     TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);
