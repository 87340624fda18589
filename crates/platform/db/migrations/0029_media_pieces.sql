-- The bytes of media in pieces of 64 KiB, so that a file is sent without being in memory as a whole. They
-- belong to a medium and to the fingerprint of all its bytes: what is being sent while its medium is replaced
-- ends early, and is never mixed with the new bytes.

CREATE TABLE media_pieces (
    media_id UUID   NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    etag     TEXT   NOT NULL,
    number   BIGINT NOT NULL,
    bytes    BYTEA  NOT NULL,
    PRIMARY KEY (media_id, etag, number)
);

-- First into blocks of 1 MiB: SQLite reads all of a value for each part of it, so cutting 30 MB at once into
-- pieces would read it 480 times.
CREATE TABLE media_blocks (
    media_id UUID   NOT NULL,
    etag     TEXT   NOT NULL,
    number   BIGINT NOT NULL,
    bytes    BYTEA  NOT NULL,
    PRIMARY KEY (media_id, etag, number)
);

INSERT INTO media_blocks (media_id, etag, number, bytes)
    WITH RECURSIVE block (media_id, type, size, number) AS (
        SELECT media_id, type, size, CAST(0 AS BIGINT) FROM media_files
        UNION ALL
        SELECT b.media_id, b.type, b.size, b.number + 1
        FROM block b JOIN media_files f ON f.media_id = b.media_id AND f.type = b.type AND f.size = b.size
        WHERE (b.number + 1) * 1048576 < f.length)
    SELECT f.media_id, f.etag, b.number, substr(f.bytes, CAST(b.number * 1048576 + 1 AS INTEGER), 1048576)
    FROM block b JOIN media_files f ON f.media_id = b.media_id AND f.type = b.type AND f.size = b.size
    WHERE f.length > 0
    ON CONFLICT (media_id, etag, number) DO NOTHING;

INSERT INTO media_pieces (media_id, etag, number, bytes)
    WITH RECURSIVE part (number) AS (
        SELECT CAST(0 AS BIGINT) UNION ALL SELECT number + 1 FROM part WHERE number < 15)
    SELECT b.media_id, b.etag, b.number * 16 + p.number, substr(b.bytes, CAST(p.number * 65536 + 1 AS INTEGER), 65536)
    FROM media_blocks b CROSS JOIN part p WHERE p.number * 65536 < length(b.bytes);

DROP TABLE media_blocks;
ALTER TABLE media_files DROP COLUMN bytes;
