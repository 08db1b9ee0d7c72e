SELECT sha256
FROM input
WHERE name = @name AND importer_version = @importer AND settings_hash = @settings;
