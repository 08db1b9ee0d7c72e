INSERT INTO file (input_id, name, folder, sha256, bytes, kind, encoding)
VALUES (@inputId, @name, @folder, @sha256, @bytes, @kind, @encoding)
RETURNING id;
