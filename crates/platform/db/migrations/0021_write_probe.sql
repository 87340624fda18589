-- One row that a health check counts up, to know that writing works and not only reading. Nobody reads it.
CREATE TABLE write_probe (
    id    BIGINT PRIMARY KEY CHECK (id = 1),
    tries BIGINT NOT NULL
);
INSERT INTO write_probe (id, tries) VALUES (1, 0);
