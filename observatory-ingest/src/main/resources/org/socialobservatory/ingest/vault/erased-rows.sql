SELECT
    _row,
    _unit
FROM read_parquet('{file}')
WHERE {column} IN (SELECT value FROM erased_unit)
