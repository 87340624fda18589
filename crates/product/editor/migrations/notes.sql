-- Notes of people of the desk on an entry; the public never sees them. A deleted one can be brought back for some time.
CREATE TABLE entry_notes (
    id         UUID   PRIMARY KEY,
    entry_id   UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    person_id  UUID   REFERENCES persons (id) ON DELETE SET NULL,
    person     TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    done_at    BIGINT,
    deleted_at BIGINT
);
CREATE INDEX entry_notes_by_entry ON entry_notes (entry_id, at, id);
-- The people whom a note mentions.
CREATE TABLE mentions (
    note_id   UUID NOT NULL REFERENCES entry_notes (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    PRIMARY KEY (note_id, person_id)
);
CREATE INDEX mentions_by_person ON mentions (person_id, note_id);
