-- Who issued a press release; news items and pages need no more than their index card.

CREATE TABLE press_issuers (
    entry_id UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    body_id  UUID   NOT NULL REFERENCES entries (id),
    PRIMARY KEY (entry_id, position)
);
