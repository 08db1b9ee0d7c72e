DELETE FROM input WHERE name = @name;
