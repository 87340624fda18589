-- People of the desk, what they may do, and how they come in.

-- One row: whoever decides who may run the desk touches it first, so such decisions follow each other.
CREATE TABLE desk (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    changes BIGINT NOT NULL
);
INSERT INTO desk (id, changes) VALUES (1, 0);

CREATE TABLE persons (
    id           UUID   PRIMARY KEY,
    name         TEXT   NOT NULL,
    sort_name    TEXT   NOT NULL,
    email        TEXT   NOT NULL,
    email_key    TEXT   NOT NULL UNIQUE,
    password     TEXT,
    created_at   BIGINT NOT NULL,
    signed_in_at BIGINT,
    disabled_at  BIGINT
);
CREATE INDEX persons_by_name ON persons (sort_name, id);

CREATE TABLE grants (
    id        UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    role      TEXT NOT NULL,
    scope     TEXT NOT NULL,
    entry_id  UUID REFERENCES entries (id) ON DELETE CASCADE
);
CREATE INDEX grants_by_person ON grants (person_id);
CREATE INDEX grants_by_role ON grants (role, person_id);
CREATE UNIQUE INDEX grants_once ON grants (person_id, role, scope, entry_id) WHERE entry_id IS NOT NULL;
CREATE UNIQUE INDEX grants_whole_once ON grants (person_id, role, scope) WHERE entry_id IS NULL;

-- Secrets are kept as SHA-256 only.
CREATE TABLE sessions (
    id          UUID   PRIMARY KEY,
    secret_hash TEXT   NOT NULL UNIQUE,
    person_id   UUID   NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    way         TEXT   NOT NULL,
    device      TEXT   NOT NULL,
    started_at  BIGINT NOT NULL,
    used_at     BIGINT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id, used_at);

CREATE TABLE sign_in_links (
    id          UUID   PRIMARY KEY,
    secret_hash TEXT   NOT NULL UNIQUE,
    kind        TEXT   NOT NULL,
    person_id   UUID   REFERENCES persons (id) ON DELETE CASCADE,
    onward      TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL,
    used_at     BIGINT
);
CREATE INDEX sign_in_links_by_person ON sign_in_links (person_id, created_at);
CREATE INDEX sign_in_links_by_end ON sign_in_links (ends_at);

-- Wrong passwords, counted for each account, existing or not; the account is a sealed hash.
CREATE TABLE wrong_passwords (
    id      UUID   PRIMARY KEY,
    account TEXT   NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX wrong_passwords_by_account ON wrong_passwords (account, at);
CREATE INDEX wrong_passwords_by_time ON wrong_passwords (at);

CREATE TABLE passkeys (
    id            UUID   PRIMARY KEY,
    person_id     UUID   NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    credential_id TEXT   NOT NULL UNIQUE,
    name          TEXT   NOT NULL,
    static_state  BYTEA  NOT NULL,
    dynamic_state BYTEA  NOT NULL,
    created_at    BIGINT NOT NULL,
    used_at       BIGINT
);
CREATE INDEX passkeys_by_person ON passkeys (person_id);

-- A question to an authenticator that waits for its answer.
CREATE TABLE challenges (
    id        UUID   PRIMARY KEY,
    kind      TEXT   NOT NULL,
    person_id UUID   REFERENCES persons (id) ON DELETE CASCADE,
    state     BYTEA  NOT NULL,
    ends_at   BIGINT NOT NULL
);
CREATE INDEX challenges_by_end ON challenges (ends_at);

-- Who somebody is for a provider of identities (OpenID Connect).
CREATE TABLE identities (
    issuer    TEXT   NOT NULL,
    subject   TEXT   NOT NULL,
    person_id UUID   NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_by_person ON identities (person_id);
