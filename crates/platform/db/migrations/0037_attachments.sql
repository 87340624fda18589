-- The files of an entry, as it names them: by the slug of the medium, which may not be there (any more).
CREATE TABLE attachments (
    entry_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    file     TEXT   NOT NULL,
    language TEXT,
    pages    BIGINT,
    PRIMARY KEY (entry_id, position)
);
