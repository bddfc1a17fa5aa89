/**
 * Glossaries are attached to projects with a priority, terms say more and remember what they were, and a wrong hit can
 * be refused.
 */
export const glossaries = `
ALTER TABLE glossary ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE glossary ADD COLUMN read_only INTEGER NOT NULL DEFAULT 0 CHECK (read_only IN (0, 1));
ALTER TABLE glossary ADD COLUMN for_new_projects INTEGER NOT NULL DEFAULT 1 CHECK (for_new_projects IN (0, 1));
-- Where it came from, for those that Naranhi brings itself: 'starter'.
ALTER TABLE glossary ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE glossary ADD COLUMN removed_at TEXT;

CREATE TABLE project_glossary (
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  glossary_id INTEGER NOT NULL REFERENCES glossary (id) ON DELETE CASCADE,
  -- From 0, the weightiest first.
  priority INTEGER NOT NULL,
  PRIMARY KEY (project_id, glossary_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_glossary_by_glossary ON project_glossary (glossary_id);
-- Until now every glossary was used everywhere.
INSERT INTO project_glossary (project_id, glossary_id, priority)
  SELECT p.id, g.id, (SELECT count(*) FROM glossary o WHERE o.id < g.id) FROM project p, glossary g;

-- What was done to terms in one go, and is undone in one go.
CREATE TABLE term_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  -- A file name, for what was brought in.
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  -- The process that is still writing it; its terms are seen by nobody. Null once all have landed.
  running TEXT
) STRICT;

-- Other spellings of the source: a JSON array of strings, NFC.
ALTER TABLE term ADD COLUMN variants TEXT NOT NULL DEFAULT '[]';
ALTER TABLE term ADD COLUMN part_of_speech TEXT NOT NULL DEFAULT ''
  CHECK (part_of_speech IN ('', 'noun', 'name', 'verb', 'adjective', 'other'));
ALTER TABLE term ADD COLUMN definition TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN url TEXT NOT NULL DEFAULT '';
-- The batch that brought it in; null for terms that were added singly.
ALTER TABLE term ADD COLUMN batch_id INTEGER REFERENCES term_batch (id);
CREATE INDEX term_by_batch ON term (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE term_history (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  term_id INTEGER NOT NULL REFERENCES term (id) ON DELETE CASCADE,
  batch_id INTEGER NOT NULL REFERENCES term_batch (id),
  change TEXT NOT NULL,
  -- The term before the change, as JSON; null where it was not there.
  before TEXT,
  -- The step this one took back; the two together are as if nothing had been done.
  undoes INTEGER REFERENCES term_history (sequence),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX term_history_by_term ON term_history (term_id, sequence);
CREATE INDEX term_history_by_batch ON term_history (batch_id, sequence);
CREATE INDEX term_history_by_undone ON term_history (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER term_history_is_kept BEFORE UPDATE ON term_history
BEGIN SELECT RAISE (ABORT, 'term_history is never updated'); END;

CREATE TABLE term_refusal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scope TEXT NOT NULL CHECK (scope IN ('place', 'article', 'always')),
  article_id INTEGER REFERENCES article (id) ON DELETE CASCADE,
  -- The words as they stood, folded for comparison (core/term/fold), and as they were.
  form TEXT NOT NULL,
  quote TEXT NOT NULL,
  -- The whole word with what is attached.
  word TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX term_refusal_by_article ON term_refusal (article_id);
`
