SELECT status, reason, same_as AS SameAs, person, corroborated, record, source, probability
FROM result_row JOIN result_sheet ON result_sheet.id = result_row.sheet_id
WHERE result_sheet.file = @file AND result_sheet.sheet = @sheet AND row = @row;
