DELETE FROM result_block;
DELETE FROM result_sheet;
