-- Why a job was given up, as a word; NULL for those that were given up before the word was kept.
ALTER TABLE jobs ADD COLUMN reason TEXT;
