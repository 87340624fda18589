-- One row that is touched before links are written which say something about time: two writers at once could each
-- add half of a circle, and neither would see it.
CREATE TABLE links_guard (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    writers BIGINT NOT NULL
);
INSERT INTO links_guard (id, writers) VALUES (1, 0);
