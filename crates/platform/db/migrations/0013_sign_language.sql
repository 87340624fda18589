-- Videos in German Sign Language: a variant of an entry's text, kept elsewhere.
CREATE TABLE sign_videos (
    entry_id UUID PRIMARY KEY REFERENCES entries (id),
    address  TEXT NOT NULL CHECK (address LIKE 'https://%')
);
