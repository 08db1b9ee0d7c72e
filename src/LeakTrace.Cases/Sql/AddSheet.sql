INSERT INTO sheet (file_id, position, name, row_count, layout, segments)
VALUES (@fileId, @position, @name, @rows, @layout, @segments);
