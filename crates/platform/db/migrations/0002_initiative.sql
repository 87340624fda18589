-- What an installation says of itself (name, motto, imprint, accessibility, field register):
-- one JSON document, one row.
CREATE TABLE initiative (
    id       BIGINT PRIMARY KEY CHECK (id = 1),
    document TEXT   NOT NULL
);
