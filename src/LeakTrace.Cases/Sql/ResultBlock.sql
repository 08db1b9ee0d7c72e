SELECT data
FROM result_block JOIN result_sheet ON result_sheet.id = result_block.sheet_id
WHERE result_sheet.file = @file AND result_sheet.sheet = @sheet AND kind = @kind AND first_row <= @row AND last_row >= @row;
