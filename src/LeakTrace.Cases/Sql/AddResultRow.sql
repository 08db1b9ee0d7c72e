INSERT INTO result_row (sheet_id, row, status, reason, same_as, person, corroborated, record, source, probability)
VALUES (@sheet, @row, @status, @reason, @sameAs, @person, @corroborated, @record, @source, @probability);
