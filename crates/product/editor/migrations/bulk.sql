-- Acts on many entries at once. `act`, `outcome` and `undone` are words of the program; an item without an outcome waits.
-- `seen` is the version that the person had in front of them; what an item was before and is after its act serves its undoing.
CREATE TABLE bulk_acts (
    id        UUID    PRIMARY KEY,
    person_id UUID    NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    author    TEXT    NOT NULL,
    act       TEXT    NOT NULL,
    field     TEXT,
    why_de    TEXT,
    why_en    TEXT,
    overrules BOOLEAN NOT NULL,
    at        BIGINT  NOT NULL,
    undone_at BIGINT
);
CREATE INDEX bulk_acts_by_person ON bulk_acts (person_id, at);
CREATE INDEX bulk_acts_by_time ON bulk_acts (at);
CREATE TABLE bulk_items (
    bulk_id      UUID   NOT NULL REFERENCES bulk_acts (id) ON DELETE CASCADE,
    place        BIGINT NOT NULL,
    entry_id     UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    seen         BIGINT NOT NULL,
    outcome      TEXT,
    head_before  BIGINT,
    live_before  BIGINT,
    state_before TEXT,
    head_after   BIGINT,
    live_after   BIGINT,
    undone       TEXT,
    PRIMARY KEY (bulk_id, place)
);
CREATE INDEX bulk_items_by_entry ON bulk_items (entry_id);
