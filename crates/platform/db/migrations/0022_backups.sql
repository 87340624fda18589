-- What became of the daily backups: one row as long as a directory for them is set, for the desk to see.
CREATE TABLE backups (
    id        BIGINT PRIMARY KEY CHECK (id = 1),
    since     BIGINT NOT NULL,
    done_at   BIGINT,
    failed_at BIGINT,
    why       TEXT
);
