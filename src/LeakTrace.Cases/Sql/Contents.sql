SELECT input.name AS Input, file.id, file.name, file.folder, file.sha256, file.bytes, file.kind, file.encoding, coalesce(content.sha256, '') AS Content
FROM input JOIN file ON file.input_id = input.id LEFT JOIN content ON content.file_id = file.id
ORDER BY input.name, file.id;
