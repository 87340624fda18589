-- The golden thread: index cards, their texts, and what led to what.
-- Instants are microseconds since 1970-01-01 UTC, dates are days since then.

CREATE TABLE entries (
    id           UUID    PRIMARY KEY,
    kind         TEXT    NOT NULL,
    form         TEXT,
    slug         TEXT    NOT NULL,
    number       BIGINT,
    state        TEXT    NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    edtf         TEXT,
    certainty    TEXT,
    earliest     BIGINT,
    latest       BIGINT,
    municipality TEXT,
    highlight    BOOLEAN NOT NULL,
    updated_at   BIGINT  NOT NULL,
    UNIQUE (kind, slug),
    CHECK ((edtf IS NULL) = (certainty IS NULL))
);
CREATE INDEX entries_by_time ON entries (state, earliest, id);
CREATE INDEX entries_by_kind ON entries (kind, state, earliest, id);
CREATE INDEX entries_by_number ON entries (kind, state, number) WHERE number IS NOT NULL;
CREATE INDEX entries_by_place ON entries (municipality) WHERE municipality IS NOT NULL;
CREATE INDEX entries_highlighted ON entries (earliest) WHERE highlight;

CREATE TABLE entry_texts (
    entry_id UUID NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    locale   TEXT NOT NULL CHECK (locale IN ('de', 'en', 'leicht')),
    title    TEXT NOT NULL,
    summary  TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (entry_id, locale)
);

-- Which fields of action an entry belongs to.
CREATE TABLE entry_fields (
    entry_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    field_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    PRIMARY KEY (entry_id, field_id)
);
CREATE INDEX entry_fields_by_field ON entry_fields (field_id, entry_id);

CREATE TABLE sources (
    key      TEXT   PRIMARY KEY,
    position BIGINT NOT NULL,
    name_de  TEXT   NOT NULL,
    name_en  TEXT,
    url      TEXT
);

CREATE TABLE entry_sources (
    entry_id   UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    source_key TEXT   NOT NULL REFERENCES sources (key),
    position   BIGINT NOT NULL,
    PRIMARY KEY (entry_id, source_key)
);

-- `from_id relation to_id` is the sentence as asserted; `origin_id` and `outcome_id` are the same
-- two entries in the direction of time, so that one query serves all relations.
CREATE TABLE links (
    id            UUID   PRIMARY KEY,
    from_id       UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    to_id         UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    relation      TEXT   NOT NULL,
    origin_id     UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    outcome_id    UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position      BIGINT NOT NULL,
    edtf          TEXT,
    asserted_by   UUID   REFERENCES entries (id),
    source_key    TEXT   REFERENCES sources (key),
    note_de       TEXT,
    note_en       TEXT,
    withdrawn_at  BIGINT,
    withdrawn_why TEXT,
    CHECK (from_id <> to_id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
);
CREATE UNIQUE INDEX links_once ON links (from_id, to_id, relation) WHERE withdrawn_at IS NULL;
CREATE INDEX links_by_origin ON links (origin_id, outcome_id);
CREATE INDEX links_by_outcome ON links (outcome_id, origin_id);

-- Numbers as somebody stated them. Amounts are whole tenths: 6000 is 600, 15 is one and a half.
CREATE TABLE claims (
    entry_id   UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position   BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    amount     BIGINT,
    minimum    BIGINT,
    maximum    BIGINT,
    qualifier  TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    edtf       TEXT,
    source_key TEXT   REFERENCES sources (key),
    note_de    TEXT,
    note_en    TEXT,
    PRIMARY KEY (entry_id, position)
);

-- What is known to be missing from the record.
CREATE TABLE gaps (
    entry_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    side     TEXT   NOT NULL CHECK (side IN ('origin', 'outcome', 'record')),
    text_de  TEXT   NOT NULL,
    text_en  TEXT,
    PRIMARY KEY (entry_id, position)
);
