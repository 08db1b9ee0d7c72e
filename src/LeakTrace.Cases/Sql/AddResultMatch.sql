INSERT INTO result_match (sheet_id, row, position, source, record, probability, weight, class, evidence)
VALUES (@sheet, @row, @position, @source, @record, @probability, @weight, @class, @evidence);
