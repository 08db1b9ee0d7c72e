INSERT INTO chunk (file_id, data) VALUES (@fileId, @data);
