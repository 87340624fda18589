-- What came out: questions, ideas, agreements, projects, papers, recommendations, replies.

CREATE TABLE outcomes (
    entry_id UUID   PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    status   TEXT   NOT NULL
);

CREATE TABLE outcome_parties (
    entry_id UUID   NOT NULL REFERENCES outcomes (entry_id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    body_id  UUID   NOT NULL REFERENCES entries (id),
    role     TEXT   NOT NULL,
    PRIMARY KEY (entry_id, position)
);
CREATE INDEX outcome_parties_by_body ON outcome_parties (body_id);
