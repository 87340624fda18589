-- What editors do with messages: who sees to one, what was answered, noted and decided, and when.

-- Counts the steps: who goes on from an older one must look again.
ALTER TABLE messages ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
-- The person who sees to it; none if it rests with the mailbox of the role.
ALTER TABLE messages ADD COLUMN assignee_id UUID REFERENCES persons (id) ON DELETE SET NULL;
CREATE INDEX messages_by_assignee ON messages (assignee_id, due) WHERE assignee_id IS NOT NULL;
CREATE INDEX messages_by_field ON messages (field_id, due) WHERE field_id IS NOT NULL;

-- `text` is an answer or a note, `detail` whom it was given to. Both go with the message's content, and so
-- do the names; the steps and their times stay.
CREATE TABLE message_acts (
    id         UUID   PRIMARY KEY,
    message_id UUID   NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    act        TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    person_id  UUID,
    person     TEXT   NOT NULL,
    text       TEXT,
    detail     TEXT,
    mail_id    UUID
);
CREATE INDEX message_acts_by_message ON message_acts (message_id, at, id);
-- That somebody has read a message is noted once.
CREATE UNIQUE INDEX message_acts_read_once ON message_acts (message_id, person_id) WHERE act = 'read';
