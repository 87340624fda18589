-- What editors write: every version of every entry, who did what, and where an entry stands.
-- `document` is the whole entry as JSON. Instants are microseconds since 1970-01-01 UTC.

CREATE TABLE revisions (
    entry_id UUID   NOT NULL REFERENCES entries (id),
    number   BIGINT NOT NULL,
    document TEXT   NOT NULL,
    PRIMARY KEY (entry_id, number)
);

-- One row per act. `number` is the revision that it made, or that it was about. The author's name is
-- kept as it was then, so that history stays readable when a person has left.
CREATE TABLE history (
    id        UUID   PRIMARY KEY,
    entry_id  UUID   NOT NULL REFERENCES entries (id),
    number    BIGINT NOT NULL,
    act       TEXT   NOT NULL,
    author_id UUID,
    author    TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    note      TEXT
);
CREATE INDEX history_by_entry ON history (entry_id, at, id);
CREATE INDEX history_by_author ON history (author_id, at) WHERE author_id IS NOT NULL;

-- Where an entry stands: its newest revision, the one that the public sees, the one that waits for its
-- instant. Whoever saves touches this row first and must name the `head` that they have read.
CREATE TABLE work (
    entry_id    UUID   PRIMARY KEY REFERENCES entries (id),
    head        BIGINT NOT NULL,
    live        BIGINT,
    due         BIGINT,
    due_at      BIGINT,
    changed_at  BIGINT NOT NULL,
    changed_by  UUID,
    CHECK ((due IS NULL) = (due_at IS NULL))
);
CREATE INDEX work_by_change ON work (changed_at, entry_id);
CREATE INDEX work_unpublished ON work (changed_at, entry_id) WHERE live IS NULL OR live <> head;
CREATE INDEX work_due ON work (due_at, entry_id) WHERE due_at IS NOT NULL;

-- Why the public sees an entry no more.
CREATE TABLE withdrawals (
    entry_id UUID   PRIMARY KEY REFERENCES entries (id),
    at       BIGINT NOT NULL,
    why_de   TEXT   NOT NULL,
    why_en   TEXT
);

-- Addresses that entries have had. A name that leads somewhere is never given to another entry.
CREATE TABLE redirects (
    kind     TEXT NOT NULL,
    slug     TEXT NOT NULL,
    entry_id UUID NOT NULL REFERENCES entries (id),
    PRIMARY KEY (kind, slug)
);
CREATE INDEX redirects_by_entry ON redirects (entry_id);

-- Slug of the picture above an entry's text.
ALTER TABLE entries ADD COLUMN picture TEXT;

-- How far a translation has been checked, and of which original it is one. `stale`: the original was
-- changed after it.
ALTER TABLE entry_texts ADD COLUMN review TEXT;
ALTER TABLE entry_texts ADD COLUMN original TEXT;
ALTER TABLE entry_texts ADD COLUMN stale BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX entry_texts_stale ON entry_texts (entry_id) WHERE stale;

-- Translations that nobody has checked yet: the public does not see them.
CREATE TABLE translation_drafts (
    entry_id UUID NOT NULL REFERENCES entries (id),
    locale   TEXT NOT NULL CHECK (locale IN ('en', 'leicht')),
    title    TEXT NOT NULL,
    summary  TEXT NOT NULL,
    body     TEXT NOT NULL,
    original TEXT,
    PRIMARY KEY (entry_id, locale)
);
