-- Who has which form of the desk open: `form` is the name of the form, as with unsent texts, `since` when they opened it,
-- `seen_at` when their browser was last heard of.
CREATE TABLE open_forms (
    form      TEXT   NOT NULL,
    person_id UUID   NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    since     BIGINT NOT NULL,
    seen_at   BIGINT NOT NULL,
    PRIMARY KEY (form, person_id)
);
CREATE INDEX open_forms_by_time ON open_forms (seen_at);
