-- What the desk's list of entries searches and filters by: one row for the newest version of each entry, whether the public
-- sees it or not. All of it is derived from that version. An entry without a row gets one at the next start of a server, so a
-- later step that changes the rules empties the table.
-- `words`: every word of the version once, folded, between blanks. `title_key`: the German title, folded.
-- `english`, `easy`: none, unchecked (the public does not see it), public.
CREATE TABLE desk_cards (
    entry_id  UUID    PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    title_key TEXT    NOT NULL,
    day       BIGINT,
    english   TEXT    NOT NULL,
    easy      TEXT    NOT NULL,
    stale     BOOLEAN NOT NULL,
    pictured  BOOLEAN NOT NULL,
    words     TEXT    NOT NULL
);
-- All but the words, so that filters and orders do not read those.
CREATE INDEX desk_cards_keys ON desk_cards (entry_id, title_key, day, english, easy, stale, pictured);
