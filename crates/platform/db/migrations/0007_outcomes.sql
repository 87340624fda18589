-- What came out: questions, ideas, agreements, projects, papers, recommendations, replies.
-- `due` is a date that may be vague (EDTF), as people promised it.

CREATE TABLE outcomes (
    entry_id UUID   PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    status   TEXT   NOT NULL,
    due      TEXT
);

CREATE TABLE outcome_parties (
    entry_id UUID   NOT NULL REFERENCES outcomes (entry_id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    body_id  UUID   NOT NULL REFERENCES entries (id),
    role     TEXT   NOT NULL,
    PRIMARY KEY (entry_id, position)
);
CREATE INDEX outcome_parties_by_body ON outcome_parties (body_id);
