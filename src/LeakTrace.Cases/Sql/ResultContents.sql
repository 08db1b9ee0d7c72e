SELECT result_sheet.file, result_sheet.sheet, result_block.kind, result_block.first_row, result_block.data
FROM result_block JOIN result_sheet ON result_sheet.id = result_block.sheet_id
ORDER BY result_sheet.id, result_block.kind, result_block.first_row;
