SELECT sha256
FROM input
WHERE name = @Name AND importer_version = @ImporterVersion AND settings_hash = @SettingsHash;
