-- What a field of action has beyond its index card. Goals, phases and milestones need no more than theirs.

CREATE TABLE fields (
    entry_id UUID PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    lead_id  UUID REFERENCES entries (id)
);
