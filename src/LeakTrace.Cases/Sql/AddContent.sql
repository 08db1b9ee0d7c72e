INSERT INTO content (file_id, sha256) VALUES (@fileId, @sha256);
