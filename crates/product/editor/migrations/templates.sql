-- Templates of entries: what is the same each time, as a document. A deleted one can be brought back for some time.
CREATE TABLE entry_templates (
    id         UUID   PRIMARY KEY,
    kind       TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    document   TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    deleted_at BIGINT
);
CREATE UNIQUE INDEX entry_templates_by_name ON entry_templates (kind, name) WHERE deleted_at IS NULL;
