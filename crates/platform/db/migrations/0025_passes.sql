-- Personal links: each lets whoever has it do one thing without an account. The secret itself is kept
-- nowhere. `purpose` says what the link is for, `subject` about what, `detail` what
-- the slice needs besides; all are the slice's own words.
CREATE TABLE passes (
    id          UUID    PRIMARY KEY,
    secret_hash TEXT    NOT NULL UNIQUE,
    purpose     TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    detail      TEXT    NOT NULL,
    maker_id    UUID,
    maker       TEXT    NOT NULL,
    once        BOOLEAN NOT NULL,
    made_at     BIGINT  NOT NULL,
    ends_at     BIGINT  NOT NULL,
    used_at     BIGINT,
    revoked_at  BIGINT
);
CREATE INDEX passes_by_subject ON passes (purpose, subject, made_at);
CREATE INDEX passes_by_end ON passes (ends_at);
