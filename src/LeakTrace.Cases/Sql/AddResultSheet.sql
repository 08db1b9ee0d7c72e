INSERT INTO result_sheet (id, file, sheet) VALUES (@id, @file, @sheet);
