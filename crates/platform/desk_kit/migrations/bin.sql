-- Drafts that were deleted and can be brought back: lists and suggestions of the desk leave them out. After some time they are
-- deleted for good.
CREATE TABLE binned (
    entry_id UUID   PRIMARY KEY REFERENCES entries (id),
    at       BIGINT NOT NULL
);
CREATE INDEX binned_by_time ON binned (at, entry_id);
