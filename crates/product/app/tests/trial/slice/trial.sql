CREATE TABLE trial_books (
    entry_id UUID   PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    pages    BIGINT NOT NULL,
    body_id  UUID   REFERENCES entries (id) ON DELETE SET NULL
);
CREATE TABLE trial_wishes (
    id       UUID   PRIMARY KEY,
    event_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    email    TEXT   NOT NULL,
    at       BIGINT NOT NULL
);
