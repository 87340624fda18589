-- Entries that somebody who may not publish has handed over to be approved, and those that came back with a remark. A row goes
-- when the entry is published, withdrawn or deleted, or when its author takes it back. `number` is the version that was handed
-- over, `person` who did, `editor` who sent it back, `at` when the later of both happened.
CREATE TABLE approvals (
    entry_id  UUID   PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    state     TEXT   NOT NULL CHECK (state IN ('asked', 'sent_back')),
    number    BIGINT NOT NULL,
    person_id UUID   REFERENCES persons (id) ON DELETE SET NULL,
    person    TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    editor    TEXT,
    remark    TEXT
);
CREATE INDEX approvals_by_person ON approvals (person_id) WHERE person_id IS NOT NULL;
