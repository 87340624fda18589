-- Who did what that matters: sign-ins, role changes, exports, publications. Names as they were then;
-- rows outlive the people and things they name.

CREATE TABLE audit (
    id          UUID   PRIMARY KEY,
    at          BIGINT NOT NULL,
    deed        TEXT   NOT NULL,
    person_id   UUID,
    person_name TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    label       TEXT   NOT NULL
);
CREATE INDEX audit_by_time ON audit (at, id);
CREATE INDEX audit_by_deed ON audit (deed, at, id);
CREATE INDEX audit_by_person ON audit (person_id, at, id);
