-- Counts what the public can see: every publishing transaction adds one. Pages kept in memory
-- belong to one version.
CREATE TABLE content_version (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL
);
INSERT INTO content_version (id, version) VALUES (1, 0);
