INSERT INTO input (name, sha256, importer_version, settings_hash)
VALUES (@name, @sha256, @importer, @settings)
RETURNING id;
