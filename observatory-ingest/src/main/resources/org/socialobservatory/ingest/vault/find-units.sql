SELECT _unit
FROM read_parquet('{file}')
WHERE _unit = $1 OR {hashed}
