SELECT count(*)
FROM input
WHERE name = @Name AND sha256 = @Sha256 AND importer_version = @ImporterVersion AND settings_hash = @SettingsHash;
