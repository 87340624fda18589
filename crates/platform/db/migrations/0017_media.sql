-- Pictures and files, with all that must be known before the public sees them. They live in the
-- database so that one file holds everything, one transaction keeps it, and all nodes share it.
-- Instants are microseconds since 1970-01-01 UTC.

CREATE TABLE media (
    id           UUID    PRIMARY KEY,
    slug         TEXT    NOT NULL UNIQUE,
    sort         TEXT    NOT NULL CHECK (sort IN ('image', 'file')),
    type         TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    alt_de       TEXT,
    alt_en       TEXT,
    decorative   BOOLEAN NOT NULL,
    holder       TEXT,
    licence      TEXT,
    source_url   TEXT,
    complete     BOOLEAN NOT NULL,
    found_by     TEXT    NOT NULL,
    version      BIGINT  NOT NULL,
    created_at   BIGINT  NOT NULL,
    updated_at   BIGINT  NOT NULL,
    withdrawn_at BIGINT
);
CREATE INDEX media_by_time ON media (created_at, id) WHERE withdrawn_at IS NULL;
CREATE INDEX media_withdrawn ON media (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

-- The bytes. A picture has one row for each type and size; `size` is the width in its address, `width`
-- and `height` are what it really has. A file has one row, with size 0.
CREATE TABLE media_files (
    media_id UUID   NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    type     TEXT   NOT NULL,
    size     BIGINT NOT NULL,
    width    BIGINT NOT NULL,
    height   BIGINT NOT NULL,
    length   BIGINT NOT NULL,
    etag     TEXT   NOT NULL,
    bytes    BYTEA  NOT NULL,
    PRIMARY KEY (media_id, type, size)
);

-- Which media the text of an entry shows or links, or its picture is, as the entry names them: by slug.
CREATE TABLE media_uses (
    entry_id UUID NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    slug     TEXT NOT NULL,
    PRIMARY KEY (entry_id, slug)
);
CREATE INDEX media_uses_by_slug ON media_uses (slug, entry_id);
