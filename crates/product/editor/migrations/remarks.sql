-- Remarks about what the public sees, as the last inspection found them. `kind` is a word of the program, `subject` the thing
-- that a remark is about, `field` the field of the form where it can be mended.
CREATE TABLE remarks (
    entry_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    place    BIGINT NOT NULL,
    kind     TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    more     TEXT   NOT NULL,
    field    TEXT   NOT NULL,
    PRIMARY KEY (entry_id, place)
);
CREATE INDEX remarks_kind ON remarks (kind, entry_id);
-- The inspection that runs, or ran last: how many entries it has looked at. There is one row at most.
CREATE TABLE inspections (
    id         BIGINT PRIMARY KEY,
    begun_at   BIGINT NOT NULL,
    ended_at   BIGINT,
    looked_at  BIGINT NOT NULL,
    total      BIGINT NOT NULL
);
