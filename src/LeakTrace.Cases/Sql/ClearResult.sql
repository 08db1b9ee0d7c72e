DELETE FROM result_match;
DELETE FROM result_row;
DELETE FROM result_sheet;
