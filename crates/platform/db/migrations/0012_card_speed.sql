-- What a list shows of a card without looking at other tables, and the ways by which pages find theirs.

-- Number of the field of action to which an entry belongs if it is exactly one, or which it is.
ALTER TABLE entries ADD COLUMN lane BIGINT;
UPDATE entries SET lane = CASE WHEN kind = 'field' THEN number ELSE
    (SELECT CASE WHEN COUNT(*) = 1 THEN MIN(f.number) END
     FROM entry_fields x JOIN entries f ON f.id = x.field_id WHERE x.entry_id = entries.id) END;

-- All that picks a page of everything in the order of time.
DROP INDEX entries_by_time;
CREATE INDEX entries_by_time ON entries (state, earliest, latest, number, id, kind);
-- The last year that the entries of a kind touch, and those of all kinds.
CREATE INDEX entries_by_end ON entries (kind, state, COALESCE(latest, earliest));
CREATE INDEX entries_by_end_of_all ON entries (state, COALESCE(latest, earliest));
-- Few are drafts or withdrawn: counting those and taking them off is quicker than looking at all others.
CREATE INDEX entries_hidden ON entries (id) WHERE state <> 'published';
-- All that a count by town needs.
DROP INDEX entries_by_place;
CREATE INDEX entries_by_place ON entries (municipality, state, kind, earliest, id) WHERE municipality IS NOT NULL;

-- What the thread does not pass through: asking whether an entry is none of these few is quicker than
-- looking it up.
CREATE INDEX entries_off_thread ON entries (id) WHERE state <> 'published' OR kind = 'phase';
-- Steps and ways follow links that stand; the index alone says where they lead.
DROP INDEX links_by_origin;
DROP INDEX links_by_outcome;
CREATE INDEX links_by_origin ON links (origin_id, withdrawn_at, outcome_id, relation);
CREATE INDEX links_by_outcome ON links (outcome_id, withdrawn_at, origin_id, relation);

-- New indexes are used well only once they are counted.
ANALYZE;
