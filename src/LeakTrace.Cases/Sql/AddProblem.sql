INSERT INTO problem (file_id, position, file, sheet, row, severity, code, message)
VALUES (@fileId, @position, @file, @sheet, @row, @severity, @code, @message);
