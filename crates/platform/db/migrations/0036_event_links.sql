-- Where people sign up for an event, and where they take part online.
ALTER TABLE events ADD COLUMN sign_up TEXT;
ALTER TABLE events ADD COLUMN online TEXT;
