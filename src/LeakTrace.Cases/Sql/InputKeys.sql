SELECT name, sha256, importer_version, settings_hash FROM input ORDER BY name;
