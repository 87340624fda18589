-- Forms that somebody has filled in and not saved: kept while they write, and when a form arrives after their session has
-- ended. `form` names the form, the same whenever it is opened; `body` is the form as it was sent to `path`.
CREATE TABLE unsent (
    id        UUID   PRIMARY KEY,
    person_id UUID   NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    form      TEXT   NOT NULL,
    path      TEXT   NOT NULL,
    title     TEXT   NOT NULL,
    body      TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    dropped_at BIGINT,
    UNIQUE (person_id, form)
);
