CREATE TABLE IF NOT EXISTS content (    -- hash of what a file's sheets and chunks hold, so that a change of the store itself shows
  file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL
);
