INSERT INTO input (name, sha256, importer_version, settings_hash)
VALUES (@Name, @Sha256, @ImporterVersion, @SettingsHash)
RETURNING id;
