-- Events with organisers, programme and sub-events, and the documents that came out of them.

CREATE TABLE events (
    entry_id  UUID   PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    venue     TEXT,
    address   TEXT,
    starts    TEXT,
    ends      TEXT,
    parent_id UUID   REFERENCES events (entry_id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (parent_id <> entry_id)
);
CREATE INDEX events_by_parent ON events (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE event_organisers (
    event_id UUID   NOT NULL REFERENCES events (entry_id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    body_id  UUID   NOT NULL REFERENCES entries (id),
    role     TEXT   NOT NULL,
    PRIMARY KEY (event_id, position)
);
CREATE INDEX event_organisers_by_body ON event_organisers (body_id);

CREATE TABLE programme_items (
    event_id  UUID   NOT NULL REFERENCES events (entry_id) ON DELETE CASCADE,
    position  BIGINT NOT NULL,
    day       BIGINT,
    starts    TEXT,
    title_de  TEXT   NOT NULL,
    title_en  TEXT,
    shows_id  UUID   REFERENCES events (entry_id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (event_id, position)
);

CREATE TABLE documents (
    entry_id UUID PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    url      TEXT
);
