-- Tries of passwords are counted in memory, before a hash is computed: nothing that a stranger sends
-- is written down.
DROP TABLE wrong_passwords;
