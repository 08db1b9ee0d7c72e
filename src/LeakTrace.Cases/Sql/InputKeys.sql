SELECT name, sha256, importer_version AS ImporterVersion, settings_hash AS SettingsHash FROM input ORDER BY name;
