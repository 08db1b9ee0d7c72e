SELECT name, row_count AS RowCount, layout, segments FROM sheet WHERE file_id = @fileId ORDER BY position;
