PRAGMA integrity_check;
PRAGMA foreign_key_check;
PRAGMA quick_check;
SELECT type, name, tbl_name FROM sqlite_schema ORDER BY name;
SELECT count(*), sum(people), fnv(group_concat(name)) FROM city;
SELECT day, note FROM visit WHERE day = 'grew';
WITH RECURSIVE fib(a, b) AS (SELECT 0, 1 UNION ALL SELECT b, a + b FROM fib LIMIT 60) SELECT max(a) FROM fib;
WITH RECURSIVE x(a) AS (VALUES(-2.0) UNION ALL SELECT a + 0.06 FROM x WHERE a < 1.0), y(b) AS (VALUES(-1.2) UNION ALL SELECT b + 0.1 FROM y WHERE b < 1.2), m(i, cx, cy, zx, zy) AS (SELECT 0, a, b, 0.0, 0.0 FROM x, y UNION ALL SELECT i + 1, cx, cy, zx * zx - zy * zy + cx, 2.0 * zx * zy + cy FROM m WHERE zx * zx + zy * zy < 4.0 AND i < 28), k(n, cx, cy) AS (SELECT max(i), cx, cy FROM m GROUP BY cx, cy), rows(t, cy) AS (SELECT group_concat(substr(' .+*#', 1 + min(n / 7, 4), 1), ''), cy FROM k GROUP BY cy) SELECT rtrim(t) FROM rows ORDER BY cy;
