-- Titles as people look for them: small plain letters. Databases do not agree on what the small letter of an umlaut
-- is, so the program writes them; what is here already it folds at its next start.
ALTER TABLE entry_texts ADD COLUMN folded TEXT NOT NULL DEFAULT '';
