-- The search index: which documents hold which word. All of it is derived from the entries and can
-- be made anew at any time. Sets of document numbers are Roaring bitmaps. Words are kept as bytes,
-- because their order, unlike that of texts, is the same in both databases.

-- One row. Whoever writes to the index touches it first, so that two writers follow each other.
-- `live` is the set of the documents that may be found; a number that left it is never used again.
CREATE TABLE search_index (
    id    BIGINT PRIMARY KEY CHECK (id = 1),
    rules BIGINT NOT NULL,
    live  BYTEA  NOT NULL
);

CREATE TABLE search_documents (
    number   BIGINT PRIMARY KEY,
    entry_id UUID   NOT NULL,
    aside_de TEXT   NOT NULL,
    aside_en TEXT   NOT NULL
);
CREATE INDEX search_documents_by_entry ON search_documents (entry_id);

-- The vocabulary. The reversed columns answer what ends with some letters.
CREATE TABLE search_words (
    language      TEXT  NOT NULL CHECK (language IN ('de', 'en')),
    word          BYTEA NOT NULL,
    stem          BYTEA NOT NULL,
    reversed_word BYTEA NOT NULL,
    reversed_stem BYTEA NOT NULL,
    titled        BYTEA NOT NULL,
    anywhere      BYTEA NOT NULL,
    PRIMARY KEY (language, word)
);
CREATE INDEX search_words_by_stem ON search_words (language, stem);
CREATE INDEX search_words_by_reversed_word ON search_words (language, reversed_word);
CREATE INDEX search_words_by_reversed_stem ON search_words (language, reversed_stem);

-- Documents that have something in common: their kind, a field of action, a year, a whole title.
CREATE TABLE search_sets (
    aspect    TEXT  NOT NULL,
    value     BYTEA NOT NULL,
    documents BYTEA NOT NULL,
    PRIMARY KEY (aspect, value)
);
