-- Who has put the list of first steps away, and when.
CREATE TABLE first_steps_put_away (
    person_id UUID   PRIMARY KEY REFERENCES persons (id) ON DELETE CASCADE,
    at        BIGINT NOT NULL
);
