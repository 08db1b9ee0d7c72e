SELECT input.name, file.id, file.name, coalesce(content.sha256, '')
FROM input JOIN file ON file.input_id = input.id LEFT JOIN content ON content.file_id = file.id
ORDER BY input.name, file.id;
