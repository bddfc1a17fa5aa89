/**
 * The first schema. Text columns hold NFC unless their name says otherwise; times are ISO 8601 in UTC; offsets are
 * UTF-16 code units. Order is always by a sequence or position, never by a time: clocks go back.
 */
export const first = `
CREATE TABLE project (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL DEFAULT '',
  byline TEXT NOT NULL DEFAULT '',
  headline TEXT NOT NULL DEFAULT '',
  dateline TEXT NOT NULL DEFAULT '',
  source_url TEXT NOT NULL DEFAULT '',
  source_language TEXT NOT NULL DEFAULT 'ko',
  target_language TEXT NOT NULL DEFAULT 'en',
  note TEXT NOT NULL DEFAULT '',
  caret_paragraph_id INTEGER,
  caret_offset INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  -- Set when the article went to the trash with its project, so that it comes back with it and not alone.
  trashed_with_project INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_by_project ON article (project_id, trashed_at);

-- The bytes an article came from, kept as they were: what is stored elsewhere is decoded, NFC and cut.
CREATE TABLE article_origin (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  -- Dense from 0 in an article; null for a paragraph set aside by a join (kept for undo, with its history).
  position INTEGER,
  source TEXT NOT NULL,
  -- What came in, where it differed from the NFC that is stored.
  source_original TEXT,
  target TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'untranslated' CHECK (status IN ('untranslated', 'draft', 'confirmed')),
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 0,
  -- Signature of the source (core/memory/signature), for exact and context matches.
  signature TEXT NOT NULL,
  -- Hash of source and target as they were written: a flipped byte passes SQLite's own quick_check.
  content_hash TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX paragraph_by_article ON paragraph (article_id, position);
CREATE INDEX paragraph_by_signature ON paragraph (signature);

CREATE TABLE paragraph_history (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  paragraph_id INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  status TEXT NOT NULL,
  origin TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX paragraph_history_by_paragraph ON paragraph_history (paragraph_id, sequence);
-- Rows are added and never changed.
CREATE TRIGGER paragraph_history_is_kept BEFORE UPDATE ON paragraph_history
BEGIN SELECT RAISE (ABORT, 'paragraph_history is never updated'); END;

CREATE TABLE annotation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  paragraph_id INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('source', 'target')),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  resolved INTEGER NOT NULL DEFAULT 0,
  orphaned INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX annotation_by_article ON annotation (article_id);
CREATE INDEX annotation_by_paragraph ON annotation (paragraph_id);

CREATE TABLE annotation_reply (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  annotation_id INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_reply_by_annotation ON annotation_reply (annotation_id);

CREATE TABLE glossary (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  glossary_id INTEGER NOT NULL REFERENCES glossary (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'forbidden')),
  domain TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX term_by_source ON term (source);
CREATE UNIQUE INDEX term_once ON term (glossary_id, source, target) WHERE removed_at IS NULL;

CREATE TABLE memory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory_id INTEGER NOT NULL REFERENCES memory (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  signature TEXT NOT NULL,
  previous_signature TEXT NOT NULL DEFAULT '',
  next_signature TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  article_id INTEGER,
  paragraph_id INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
-- The same source in the same context is one unit; what it said before is in unit_history.
CREATE UNIQUE INDEX unit_once ON unit (memory_id, signature, previous_signature, next_signature)
  WHERE removed_at IS NULL;
CREATE INDEX unit_by_paragraph ON unit (paragraph_id);

CREATE TABLE unit_history (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  target TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`
