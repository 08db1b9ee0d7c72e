SELECT file, sheet, row, severity, code, message FROM problem WHERE file_id = @fileId ORDER BY position;
