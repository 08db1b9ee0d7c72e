SELECT result_sheet.file, result_sheet.sheet, result_block.data
FROM result_block JOIN result_sheet ON result_sheet.id = result_block.sheet_id
WHERE result_block.kind = @kind
ORDER BY result_sheet.id, result_block.first_row;
