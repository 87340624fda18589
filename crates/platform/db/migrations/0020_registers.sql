-- Lists that are edited as a whole: contacts, sources. Every version is kept, with its author and time. Number 0
-- is what was there before the first change.
CREATE TABLE register_versions (
    register  TEXT   NOT NULL,
    number    BIGINT NOT NULL,
    document  TEXT   NOT NULL,
    author_id UUID,
    author    TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (register, number)
);
