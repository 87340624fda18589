-- Organisations, their roles in time, towns, and contacts by role.

CREATE TABLE municipalities (
    ags        TEXT   PRIMARY KEY,
    position   BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    district   TEXT,
    map_column BIGINT NOT NULL,
    map_row    BIGINT NOT NULL,
    UNIQUE (map_column, map_row)
);

CREATE TABLE bodies (
    entry_id UUID    PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    short    TEXT,
    sector   TEXT,
    website  TEXT,
    venue    BOOLEAN NOT NULL
);

CREATE TABLE body_stages (
    body_id  UUID   NOT NULL REFERENCES bodies (entry_id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    stage    TEXT   NOT NULL,
    PRIMARY KEY (body_id, stage)
);

-- A role without scope is a role in the initiative as a whole.
CREATE TABLE body_roles (
    body_id  UUID   NOT NULL REFERENCES bodies (entry_id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    role     TEXT   NOT NULL,
    scope_id UUID   REFERENCES entries (id) ON DELETE CASCADE,
    edtf     TEXT,
    PRIMARY KEY (body_id, position)
);
CREATE INDEX body_roles_by_scope ON body_roles (scope_id);

CREATE TABLE contacts (
    key      TEXT    PRIMARY KEY,
    position BIGINT  NOT NULL,
    number   BIGINT  NOT NULL,
    role_de  TEXT    NOT NULL,
    role_en  TEXT,
    body_id  UUID    NOT NULL REFERENCES bodies (entry_id) ON DELETE CASCADE,
    press    BOOLEAN NOT NULL,
    email    TEXT    NOT NULL
);

CREATE TABLE contact_fields (
    contact_key TEXT   NOT NULL REFERENCES contacts (key) ON DELETE CASCADE,
    field_id    UUID   NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position    BIGINT NOT NULL,
    PRIMARY KEY (contact_key, field_id)
);
CREATE INDEX contact_fields_by_field ON contact_fields (field_id);
