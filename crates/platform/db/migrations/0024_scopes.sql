-- Whose rights reach what: explicit ties of entries, and the scope of media.

-- The event to which a document belongs, and the one in which an outcome came about. An entry says so
-- itself; a link never does.
ALTER TABLE documents ADD COLUMN event_id UUID REFERENCES entries (id);
ALTER TABLE outcomes ADD COLUMN event_id UUID REFERENCES entries (id);

-- The fields of action, bodies and events to which the newest version of an entry belongs, as its kind
-- declares it. Ids, not addresses: an address that passes to another entry takes no right along.
CREATE TABLE rights_ties (
    entry_id UUID NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    to_id    UUID NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    PRIMARY KEY (entry_id, to_id)
);
CREATE INDEX rights_ties_by_end ON rights_ties (to_id, entry_id);

INSERT INTO rights_ties (entry_id, to_id)
    SELECT entry_id, field_id FROM entry_fields
    UNION SELECT entry_id, parent_id FROM events WHERE parent_id IS NOT NULL
    UNION SELECT event_id, body_id FROM event_organisers WHERE role = 'organiser'
    UNION SELECT entry_id, body_id FROM outcome_parties WHERE role IN ('promised_by', 'author', 'lead', 'answered_by')
    UNION SELECT entry_id, body_id FROM press_issuers
    UNION SELECT entry_id, lead_id FROM fields WHERE lead_id IS NOT NULL;

-- Who uploaded a medium; none if it came with a folder. What is there belongs to the whole initiative.
-- `released`: somebody who may publish has agreed; without it nobody sees the medium, however complete.
ALTER TABLE media ADD COLUMN uploaded_by UUID;
ALTER TABLE media ADD COLUMN released BOOLEAN NOT NULL DEFAULT TRUE;

-- The fields of action, bodies or events for which a medium was uploaded; without a row it belongs to the
-- whole initiative. `entry_id` may be gone: then only who works for the whole initiative reaches the medium.
CREATE TABLE media_scopes (
    media_id UUID NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    entry_id UUID NOT NULL,
    PRIMARY KEY (media_id, entry_id)
);

-- The files that a medium had before it was replaced, for as long as they can be brought back. Their bytes stay
-- where those of all files are.
CREATE TABLE media_former (
    id          UUID   PRIMARY KEY,
    media_id    UUID   NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    type        TEXT   NOT NULL,
    replaced_at BIGINT NOT NULL,
    replaced_by TEXT   NOT NULL
);
CREATE INDEX media_former_by_medium ON media_former (media_id, replaced_at);
CREATE INDEX media_former_by_time ON media_former (replaced_at);

CREATE TABLE media_former_files (
    former_id UUID   NOT NULL REFERENCES media_former (id) ON DELETE CASCADE,
    type      TEXT   NOT NULL,
    size      BIGINT NOT NULL,
    width     BIGINT NOT NULL,
    height    BIGINT NOT NULL,
    length    BIGINT NOT NULL,
    etag      TEXT   NOT NULL,
    PRIMARY KEY (former_id, type, size)
);
