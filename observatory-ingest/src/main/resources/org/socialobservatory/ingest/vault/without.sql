COPY (
    SELECT * REPLACE (_weight * {factor} AS _weight)
    FROM read_parquet('{file}')
    WHERE _row NOT IN (SELECT value FROM erased_row)
    ORDER BY _row
) TO '{to}' (FORMAT parquet);
