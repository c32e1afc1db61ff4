/**
 * What was filed and happened in closed cases, made by PostgreSQL: bytes as long as in earnest, which no key opens. Lists
 * and searches do not read them; only their weight counts. Two statements that can run beside each other.
 */
export const closedCases = [
  `INSERT INTO submission (case_id, content, content_hash, filed_at)
   SELECT id, noise.bytes, substr(noise.bytes, 1, 32), filed_at
   FROM "case" c, (SELECT string_agg(uuid_send(gen_random_uuid()), '') AS bytes FROM generate_series(1, 64)) noise
   WHERE closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM submission s WHERE s.case_id = c.id);
   INSERT INTO draft (id, agenda_version_id, entries, visited, expires_at, filed_at)
   SELECT draft_id, agenda_version_id, '', '{}', filed_at, filed_at FROM "case" c
   WHERE closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM draft d WHERE d.id = c.draft_id)`,
  `INSERT INTO case_event (case_id, number, type, data, actor_kind, at, previous_hash, hash)
   SELECT c.id, e.number, e.type, noise.bytes, 'system', CASE e.number WHEN 1 THEN c.filed_at ELSE c.decided_at END,
     substr(noise.bytes, 1, 32), substr(noise.bytes, 33, 32)
   FROM "case" c, (VALUES (1, 'filed'), (2, 'decided'), (3, 'closed')) e (number, type),
     (SELECT string_agg(uuid_send(gen_random_uuid()), '') AS bytes FROM generate_series(1, 16)) noise
   WHERE closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM case_event k WHERE k.case_id = c.id)`,
];
