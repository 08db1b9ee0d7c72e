SELECT id FROM chunk WHERE file_id = @fileId ORDER BY id;
