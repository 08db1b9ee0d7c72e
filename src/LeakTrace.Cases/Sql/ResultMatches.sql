SELECT source, record, probability, weight, class, evidence
FROM result_match JOIN result_sheet ON result_sheet.id = result_match.sheet_id
WHERE result_sheet.file = @file AND result_sheet.sheet = @sheet AND row = @row
ORDER BY position;
