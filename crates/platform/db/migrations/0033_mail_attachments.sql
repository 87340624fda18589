-- Files that travel with a mail. They go when the mail leaves the outbox.
CREATE TABLE outbox_attachments (
    mail_id UUID   NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    number  BIGINT NOT NULL,
    name    TEXT   NOT NULL,
    type    TEXT   NOT NULL,
    bytes   BYTEA  NOT NULL,
    PRIMARY KEY (mail_id, number)
);
