SELECT name FROM input ORDER BY name;
