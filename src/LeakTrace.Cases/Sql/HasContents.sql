-- Of no rows at all, SQLite names no type for an expression among the columns, and none can be read.
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'content' AND EXISTS (SELECT 1 FROM file);
