INSERT INTO result_block (sheet_id, kind, first_row, last_row, data) VALUES (@sheetId, @kind, @firstRow, @lastRow, @data);
