-- What visitors write. After its retention the content goes; case number, days and state stay.

CREATE TABLE messages (
    id          UUID   PRIMARY KEY,
    kind        TEXT   NOT NULL,
    number      TEXT   NOT NULL UNIQUE,
    fingerprint TEXT   UNIQUE,
    field_id    UUID   REFERENCES entries (id) ON DELETE SET NULL,
    topic       TEXT   NOT NULL,
    mailbox     TEXT   NOT NULL,
    page        TEXT,
    name        TEXT,
    email       TEXT,
    text        TEXT,
    locale      TEXT   NOT NULL,
    received_at BIGINT NOT NULL,
    due         BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    purge_on    BIGINT NOT NULL
);
CREATE INDEX messages_by_purge ON messages (purge_on);
CREATE INDEX messages_by_due ON messages (state, due);
