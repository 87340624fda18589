-- What an initiative said of itself, each time that somebody changed it at the desk. Number 0 is what was
-- there before the first change. `section` names the page of the settings, or what was done instead.
CREATE TABLE settings_versions (
    number    BIGINT PRIMARY KEY,
    document  TEXT   NOT NULL,
    section   TEXT   NOT NULL,
    person_id UUID,
    person    TEXT   NOT NULL,
    at        BIGINT NOT NULL
);
