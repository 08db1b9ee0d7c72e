SELECT name, row_count, layout, segments FROM sheet WHERE file_id = @fileId ORDER BY position;
