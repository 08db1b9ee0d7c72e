-- Schema version 1. A number in PRAGMA user_version tells which version wrote a store.

CREATE TABLE input (                    -- a file of the case as it lies on disk
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,            -- below seized/, or with the folder in front
  sha256 TEXT NOT NULL,
  importer_version TEXT NOT NULL,
  settings_hash TEXT NOT NULL
);

CREATE TABLE file (                     -- what was read from it: itself, or each member of an archive
  id INTEGER PRIMARY KEY,
  input_id INTEGER NOT NULL REFERENCES input (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  folder INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  encoding TEXT NOT NULL
);
CREATE INDEX file_of_input ON file (input_id);

CREATE TABLE sheet (
  file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  layout TEXT NOT NULL,                 -- JSON
  segments INTEGER NOT NULL,            -- record tables in the chunks of its file
  PRIMARY KEY (file_id, position)
);

CREATE TABLE problem (
  file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  row INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (file_id, position)
);

CREATE TABLE chunk (                    -- packed columns of all record tables of a file, cut into pieces
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  data BLOB NOT NULL
);
CREATE INDEX chunk_of_file ON chunk (file_id, id);

CREATE TABLE result_sheet (             -- the sheets that the last trace speaks of
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  UNIQUE (file, sheet)
);

CREATE TABLE result_block (             -- some hundred lines of one sheet, packed: lines one by one would take ten times as long to save
  sheet_id INTEGER NOT NULL REFERENCES result_sheet (id),
  kind INTEGER NOT NULL,                -- 1 rows, 2 matches, 3 the evidence about a source or account: file empty, sheet its name, JSON
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (sheet_id, kind, first_row)
);

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,                     -- UTC, ISO 8601
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
