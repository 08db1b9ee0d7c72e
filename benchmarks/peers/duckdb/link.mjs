// A link in plain SQL: four blocking rules, fixed weights, the best record of each row. node link.mjs SEIZED.csv REGISTRY.csv PAIRS.csv THREADS
import { DuckDBInstance } from '@duckdb/node-api';

const [seized, registry, pairs, threads] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads });
const link = await instance.connect();
const read = (name, path) => `
  CREATE TABLE ${name} AS
  SELECT row_number() OVER () AS id, 编号 AS record, trim(姓名) AS name, regexp_replace(手机, '[^0-9*]', '', 'g') AS phone,
    try_cast(日期 AS DATE) AS born, 医院 AS place, 地址 AS address
  FROM read_csv('${path}', header = true, all_varchar = true)`;
await link.run(read('s', seized));
await link.run(read('r', registry));
await link.run(`
  CREATE TABLE candidates AS
  SELECT s.id AS a, r.id AS b FROM s JOIN r ON s.phone = r.phone
  UNION SELECT s.id, r.id FROM s JOIN r ON s.name = r.name AND s.born = r.born
  UNION SELECT s.id, r.id FROM s JOIN r ON right(s.phone, 8) = right(r.phone, 8) AND s.phone <> ''
  UNION SELECT s.id, r.id FROM s JOIN r ON left(s.phone, 7) = left(r.phone, 7) AND s.name = r.name AND s.phone <> ''`);
await link.run(`
  COPY (
    SELECT record, found, bits FROM (
      SELECT s.record, r.record AS found, row_number() OVER (PARTITION BY s.id ORDER BY bits DESC, r.id) AS place, bits
      FROM (
        SELECT a, b,
          CASE WHEN s.name = r.name THEN 9 WHEN jaro_winkler_similarity(s.name, r.name) > 0.8 THEN 4 ELSE -5 END
          + CASE WHEN s.phone = '' OR r.phone = '' THEN 0 WHEN s.phone = r.phone THEN 20
              WHEN levenshtein(s.phone, r.phone) <= 1 THEN 14 WHEN levenshtein(s.phone, r.phone) = 2 THEN 9 ELSE -4 END
          + CASE WHEN s.born IS NULL OR r.born IS NULL THEN 0 WHEN s.born = r.born THEN 8 WHEN abs(s.born - r.born) <= 1 THEN 5 ELSE -4 END
          + CASE WHEN s.place IS NULL OR r.place IS NULL THEN 0 WHEN s.place = r.place THEN 3 ELSE -2 END
          + CASE WHEN s.address IS NULL OR r.address IS NULL THEN 0 WHEN s.address = r.address THEN 12
              WHEN jaccard(s.address, r.address) > 0.8 THEN 4 ELSE -1 END - 16 AS bits
        FROM candidates JOIN s ON s.id = a JOIN r ON r.id = b)
      JOIN s ON s.id = a JOIN r ON r.id = b
      WHERE bits > 0)
    WHERE place = 1 ORDER BY record
  ) TO '${pairs}' (HEADER)`);
