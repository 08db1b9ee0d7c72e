SELECT file.id, file.name, file.folder, file.sha256, file.bytes, file.kind, file.encoding
FROM file JOIN input ON input.id = file.input_id
WHERE input.name = @name
ORDER BY file.id;
