-- Who sees to an entry, and until which day (days since 1970-01-01). `reminded_on` is the day on which the person got a mail
-- because the day had come. A row goes when it is done; if the person leaves, it stays with their name.
CREATE TABLE assignments (
    entry_id    UUID   PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    person_id   UUID   REFERENCES persons (id) ON DELETE SET NULL,
    person      TEXT   NOT NULL,
    day         BIGINT NOT NULL,
    giver       TEXT   NOT NULL,
    reminded_on BIGINT
);
CREATE INDEX assignments_by_person ON assignments (person_id, day) WHERE person_id IS NOT NULL;
CREATE INDEX assignments_by_day ON assignments (day) WHERE reminded_on IS NULL;
