-- Links that let somebody in are personal links like all others: the kind is the purpose, the person the subject
-- (nobody for the first administrator), the way to go on the detail. The hash is made the same way, so that links
-- which were sent before still work.
INSERT INTO passes (id, secret_hash, purpose, subject, detail, maker_id, maker, once, made_at, ends_at, used_at, revoked_at)
SELECT id, secret_hash,
       CASE kind WHEN 'invitation' THEN 'desk_invitation' WHEN 'first' THEN 'first_administrator' ELSE kind END,
       COALESCE(CAST(person_id AS TEXT), ''), onward, NULL, '', TRUE, created_at, ends_at, used_at, NULL
FROM sign_in_links;
DROP TABLE sign_in_links;
