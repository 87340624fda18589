-- Documents that are edited as a whole and are public as soon as they are saved: the settings of the initiative, lists
-- such as contacts and sources. Every version is kept, with its author and time; number 0 is the state before the first
-- change. `note` is a word for the part that was changed, or for the act.
CREATE TABLE versions (
    document  TEXT   NOT NULL,
    number    BIGINT NOT NULL,
    content   TEXT   NOT NULL,
    note      TEXT   NOT NULL,
    author_id UUID,
    author    TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (document, number)
);
INSERT INTO versions (document, number, content, note, author_id, author, at)
SELECT 'settings', number, document, section, person_id, person, at FROM settings_versions;
INSERT INTO versions (document, number, content, note, author_id, author, at)
SELECT register, number, document, '', author_id, author, at FROM register_versions;
DROP TABLE settings_versions;
DROP TABLE register_versions;
