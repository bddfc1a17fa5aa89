/**
 * Several memories with a role, priority and penalty; units say more, remember what was done to them, and are followed
 * by a number that grows with every change, so that an index beside the workspace knows what it has not seen.
 */
export const memories = `
ALTER TABLE memory ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE memory ADD COLUMN role TEXT NOT NULL DEFAULT 'read' CHECK (role IN ('write', 'read', 'off'));
-- From 0, the weightiest first.
ALTER TABLE memory ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memory ADD COLUMN penalty INTEGER NOT NULL DEFAULT 0 CHECK (penalty BETWEEN 0 AND 100);
-- What the header of a TMX said, as JSON, to be written again.
ALTER TABLE memory ADD COLUMN header TEXT NOT NULL DEFAULT '{}';
-- The batch of the import that made it, until that has landed.
ALTER TABLE memory ADD COLUMN made_by INTEGER;
ALTER TABLE memory ADD COLUMN removed_at TEXT;
UPDATE memory SET priority = (SELECT count(*) FROM memory other WHERE other.id < memory.id),
  role = CASE WHEN id = (SELECT min(id) FROM memory) THEN 'write' ELSE 'read' END;
CREATE UNIQUE INDEX memory_written ON memory (role) WHERE role = 'write';

-- What was done to units in one go, and is undone in one go.
CREATE TABLE unit_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  -- A file name, for what was brought in.
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  -- The process that is still writing it; its units are seen by nobody. Null once all have landed.
  running TEXT
) STRICT;
CREATE INDEX unit_batch_running ON unit_batch (id) WHERE running IS NOT NULL;

ALTER TABLE unit ADD COLUMN scope TEXT NOT NULL DEFAULT 'paragraph' CHECK (scope IN ('paragraph', 'sentence'));
ALTER TABLE unit ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- What a file said besides and Naranhi has no column for (attributes, props, inline codes), as JSON; '' for nothing.
ALTER TABLE unit ADD COLUMN props TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN use_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE unit ADD COLUMN batch_id INTEGER REFERENCES unit_batch (id);
-- The number of the last change of source, target, memory or of being there; the same for all of one transaction.
ALTER TABLE unit ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
UPDATE unit SET change = 1;
CREATE INDEX unit_by_change ON unit (change);
-- The last number that was given: units that are deleted for good must not give theirs back.
CREATE TABLE unit_change (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  last INTEGER NOT NULL
) STRICT;
INSERT INTO unit_change (only_row, last) VALUES (1, 1);
-- Counts of memories, and lists of a million units in their usual order, without reading a text.
CREATE INDEX unit_listed ON unit (memory_id, batch_id, removed_at, scope, change);
CREATE INDEX unit_by_batch ON unit (batch_id) WHERE batch_id IS NOT NULL;
-- Files may well have several targets for one source without neighbours; what is confirmed stays one unit a context.
-- No index covers what is brought in by its signature: written in no order, it would take two thirds of the time of
-- an import. Equal sources are found by the index beside the workspace.
DROP INDEX unit_once;
CREATE UNIQUE INDEX unit_once ON unit (memory_id, signature, previous_signature, next_signature, scope)
  WHERE removed_at IS NULL AND batch_id IS NULL;
-- Most units of a large memory come from no paragraph.
DROP INDEX unit_by_paragraph;
CREATE INDEX unit_by_paragraph ON unit (paragraph_id) WHERE paragraph_id IS NOT NULL;
CREATE INDEX unit_by_article ON unit (article_id) WHERE article_id IS NOT NULL;

ALTER TABLE unit_history ADD COLUMN batch_id INTEGER REFERENCES unit_batch (id);
ALTER TABLE unit_history ADD COLUMN change TEXT NOT NULL DEFAULT 'confirmed';
-- The unit before the change, as JSON; null for rows of the first schema, which held the target alone.
ALTER TABLE unit_history ADD COLUMN before TEXT;
ALTER TABLE unit_history ADD COLUMN undoes INTEGER REFERENCES unit_history (sequence);
CREATE INDEX unit_history_by_unit ON unit_history (unit_id, sequence);
CREATE INDEX unit_history_by_batch ON unit_history (batch_id, sequence) WHERE batch_id IS NOT NULL;
CREATE INDEX unit_history_by_undone ON unit_history (undoes) WHERE undoes IS NOT NULL;

-- Propagation: what a project does with repetitions, and paragraphs that are left alone.
ALTER TABLE project ADD COLUMN propagation TEXT NOT NULL DEFAULT 'article'
  CHECK (propagation IN ('off', 'article', 'project'));
CREATE TABLE paragraph_apart (
  paragraph_id INTEGER PRIMARY KEY REFERENCES paragraph (id) ON DELETE CASCADE
) STRICT;
-- Translations that were filled in by rule, in one go, and are taken back in one go.
CREATE TABLE fill_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('pretranslation', 'propagation', 'undo')),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE fill_change (
  run_id INTEGER NOT NULL REFERENCES fill_run (id) ON DELETE CASCADE,
  paragraph_id INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  -- As it was, and the revision it had afterwards.
  target TEXT NOT NULL,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (run_id, paragraph_id)
) STRICT, WITHOUT ROWID;
`
